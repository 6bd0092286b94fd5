// The part of ECharts this project draws with, as the global that charming calls.
import * as core from "echarts/core";
import { RadarChart } from "echarts/charts";
import { RadarComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

core.use([RadarChart, RadarComponent, SVGRenderer]);

globalThis.echarts = {
  init: core.init,
  draw,
  getInstanceByDom: core.getInstanceByDom,
  version: core.version,
};

/** The drawing of this option as the text of an SVG, made beside the page: nothing of it moves or answers to a pointer. */
function draw(option, width, height) {
  const chart = core.init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption(option);
    // `renderToSVGString` would add a style for the pointer.
    return chart.getZr().painter.renderToString({ cssAnimation: false, cssEmphasis: false });
  } finally {
    chart.dispose();
  }
}
