// Says in French why the page cannot start, as long as the application is not there.
(function () {
  function say(text) {
    var line = document.querySelector("#shell [role=status]");
    if (line && !document.documentElement.hasAttribute("data-ready")) line.textContent = text;
  }
  function failed() {
    say("L’outil n’a pas pu démarrer. Rechargez la page\u202f; si rien ne change, essayez avec un navigateur récent (Firefox, Chrome, Edge, Safari). Rien de ce qui est enregistré n’est perdu.");
  }
  if (location.protocol === "file:") {
    addEventListener("DOMContentLoaded", function () {
      say("Cette page ne peut pas s’ouvrir comme un simple fichier\u00a0: publiez le dossier sur un serveur web, puis ouvrez son adresse http ou https.");
    });
  } else {
    addEventListener("error", failed, true);
    addEventListener("unhandledrejection", failed);
  }
})();
