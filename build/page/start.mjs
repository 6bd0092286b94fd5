// Starts the application: fetches its WebAssembly, checked against the sum of the one that belongs with this script.
import init from "app-glue";

numeaGuard.start(() => init({ module_or_path: fetch(APP_WASM, { integrity: APP_INTEGRITY }) }));
