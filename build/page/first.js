// Inside the page, before its first paint: says on <html> what is awaited, so that the first paint shows that and nothing
// else (style/base.css, style/pages.css), in the theme that was chosen on an earlier visit. Where it cannot run (no scripts,
// a host whose own policy refuses it), the page says « Chargement… ».
(function () {
  var root = document.documentElement;
  // A page that a browser saved awaits nothing.
  if (root.hasAttribute("data-ready")) return;

  /** What the keys of the dossier that this tab is on begin with. As src/browser/world.rs. */
  var prefix = "numea:v1";
  try {
    [localStorage, sessionStorage].forEach(function (store) {
      var id = store.getItem("numea:centre");
      if (/^[0-9a-f]{8}$/.test(id)) prefix = "numea:v1" + (Number("0x" + id) ? "@" + id : "");
    });
  } catch (error) {
    // A store that refuses knows of no choice.
  }

  function kept(key) {
    return localStorage.getItem(prefix + ":" + key);
  }

  /** The home of a first visit, the work that is kept here, or what the address names. As src/session/boot.rs. */
  function awaited() {
    var hash = location.hash;
    if (/^#\/questionnaire\//i.test(hash)) return "questionnaire";
    if (/^#\/r\//i.test(hash)) return "received";
    if (/^#\/d\//i.test(hash)) return "linked";
    if (!/^#?\/?$/.test(hash)) return "address";
    try {
      if (kept("dossier") || kept("dossier-b")) return "own";
      // Without an address, the last screen comes back.
      return hash || /^#?\/?$/.test(kept("screen") || "") ? "home" : "own";
    } catch (error) {
      // A store that refuses to be read: the application knows better.
      return "address";
    }
  }

  try {
    var theme = localStorage.getItem("numea:v1:theme");
    if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
  } catch (error) {
    // The system's wish.
  }
  root.setAttribute("data-start", awaited());
  // A link that is followed before the application is there.
  addEventListener("hashchange", function () {
    if (root.hasAttribute("data-start")) root.setAttribute("data-start", awaited());
  });
})();
