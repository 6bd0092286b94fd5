// A module that comes later (documents, workbook, scanner) as one classic script, which fetches its WebAssembly when it is started.
// Rust then adds its functions to this global (see src/bin).
import init from "module-glue";

let running;

const wasm = (cache) => fetch(MODULE_WASM, { integrity: MODULE_INTEGRITY, cache });

// Run twice (two clicks while it was on its way), it stays the one that may have started already.
globalThis[MODULE_NAME] ??= {
  /** Ready once this has resolved; a failure can be tried again. */
  start() {
    // Checked, as a browser does not do by itself: it belongs with this script. Asked for once more past what the
    // browser keeps, which may be the page of a network that wanted a sign-in.
    running ??= init({ module_or_path: wasm("default").catch(() => wasm("reload")) }).catch((error) => {
      running = undefined;
      throw error;
    });
    return running;
  },
};

// Started as a worker, it answers on the port that comes with each question: the page does not stand still meanwhile.
if (typeof document === "undefined") {
  globalThis.onmessage = async ({ data: [name, asked], ports: [port] }) => {
    try {
      await globalThis[MODULE_NAME].start();
      port.postMessage([globalThis[MODULE_NAME][name](...asked)]);
    } catch {
      port.postMessage([]);
    }
  };
}
