// Starts the application: fetches its WebAssembly, checked against the sum of the one that belongs with this script.
import init from "app-glue";

const wasm = (cache) => fetch(APP_WASM, { integrity: APP_INTEGRITY, cache });

// A network that first wants a sign-in answers with a page of its own, which the browser may keep for a year in place of
// the file: where the sum does not match, the host is asked once, past what is kept.
const run = () => init({ module_or_path: wasm("default").catch(() => wasm("reload")) });

if (globalThis.numeaGuard) {
  numeaGuard.start(run);
} else {
  const line = document.querySelector("#shell > main [role=status]");
  line.hidden = false;
  document.documentElement.removeAttribute("data-start");
  line.textContent = "Version incomplète\u00a0: un fichier de l’outil manque. Rechargez la page avec Ctrl + Maj + R\u202f; si rien ne change, prévenez la personne qui publie cet outil. Rien de ce qui est enregistré n’est perdu.";
  document.querySelector("#shell > main .slow-start").remove();
}
