// What runs inside the measured page, before its own scripts. Every function stands alone: it travels as text.

/**
 * Ticks the first box as soon as there is one, again until a figure follows; tells `benchUsable` when that was. A figure may
 * follow in a microtask after the click, as here, or before it returns, as in a hand-written page: the moment of the change
 * counts for both, not the next time that somebody looks.
 */
export function watchUsable() {
  const FIGURE = '[data-figure="stage-1"]';
  const figure = () => document.querySelector(FIGURE)?.textContent;
  let before, clicked = 0;
  const observer = new MutationObserver(() => {
    if (figure() === before) return;
    observer.disconnect();
    before = null;
    window.benchUsable(String(performance.now()));
  });
  const look = () => {
    if (before === null) return;
    const box = document.querySelector('input[type=checkbox][data-item][data-stage="1"]:not([data-condition])');
    // A box without its script yet is tried again, not waited for.
    if (box && !box.disabled && figure() !== undefined && performance.now() - clicked > 30) {
      if (before === undefined) observer.observe(document, { subtree: true, childList: true, characterData: true });
      before = figure();
      clicked = performance.now();
      box.click();
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** From the press of the mouse to the frame after the first change inside `selector`: promised before the press. */
export function watchPaint(selector) {
  window.benchPaint = new Promise((done) => {
    let pressed = 0;
    addEventListener("click", (event) => { pressed = event.timeStamp; }, { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (!pressed) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done(performance.now() - pressed);
        channel.port2.postMessage(0);
      });
    });
    for (const node of document.querySelectorAll(selector)) {
      observer.observe(node, { subtree: true, childList: true, characterData: true, attributes: true });
    }
  });
}

/** Ticks `count` boxes, one every 120 ms; gives how long the page was at each before its handlers returned. */
export async function tick(count) {
  const boxes = [...document.querySelectorAll('input[type=checkbox][data-item][data-stage="1"]:not([data-condition])')];
  const times = [];
  for (let turn = 0; turn < count; turn++) {
    await new Promise((done) => setTimeout(done, 120));
    const from = performance.now();
    boxes[turn % boxes.length].click();
    times.push(performance.now() - from);
  }
  await new Promise((done) => setTimeout(done, 300));
  return times;
}
