// The part of ECharts this project draws with, as the global that charming calls.
import * as core from "echarts/core";
import { RadarChart } from "echarts/charts";
import { RadarComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

core.use([RadarChart, RadarComponent, SVGRenderer]);

globalThis.echarts = {
  init: core.init,
  getInstanceByDom: core.getInstanceByDom,
  version: core.version,
};
