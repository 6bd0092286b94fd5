// The documents module as one classic script, which fetches its WebAssembly when it is started. Rust then adds its
// functions to this global (see src/bin/documents.rs).
import init from "documents-glue";

let running;

// Run twice (two clicks while it was on its way), it stays the one that may have started already.
globalThis.numeaDocuments ??= {
  /** Ready once this has resolved; a failure can be tried again. */
  start() {
    running ??= init({ module_or_path: DOCUMENTS_WASM }).catch((error) => {
      running = undefined;
      throw error;
    });
    return running;
  },
};
