// The guard of the page: a classic script that runs before anything else and needs nothing else. It says in French why
// the page cannot start, catches a crash of the WebAssembly without costing a datum, and keeps scripts and HTML from
// anywhere else out (Trusted Types).
(function () {
  var STORE = "numea:v1:";
  /** The keys of the list of dossiers, where there are several (src/domain/world.rs). */
  var LIST = "numea:centres:";
  var CRASHES = STORE + "crashes";
  /** When a script was last asked for past what the browser keeps, in this tab. */
  var ASKED = STORE + "asked";
  var MINUTE = 60 * 1000;
  /** Crashes within a minute after which the kept work is no longer loaded by itself. */
  var ENOUGH = 3;
  var INCOMPLETE = "Version incomplète\u00a0: un fichier de l’outil manque ou ne va pas avec les autres. Rechargez la page\u202f; si rien ne change, attendez quelques minutes, puis prévenez la personne qui publie cet outil. Rien de ce qui est enregistré n’est perdu.";
  var root = document.documentElement;

  /** A page that a browser saved is ready before anything runs: it only looks like the tool. */
  var isPicture = root.hasAttribute("data-ready");

  guardTypes();

  globalThis.numeaGuard = {
    /** Runs what loads the application, unless it has just crashed again and again: then the person chooses. */
    start: function (run) {
      // What is missing is said already, and a picture says what it is.
      if (cannotRun() || isPicture) return;
      live();
      function go() {
        run().catch(incomplete);
      }
      if (crashes().length >= ENOUGH) offerSafeStart(go);
      else go();
    },
    /** Something is stored, and the part of the page that reads it did not come. */
    incomplete: function () { incomplete(); },
    /** Asks for the whole style, once. Resolves when it is in force, or the page has said that it is missing. */
    style: function () {
      styled = styled || new Promise(function (done) {
        var meta = document.querySelector("meta[name=numea-style]");
        var link = make("link");
        link.rel = "stylesheet";
        // Asked for as a page of another host would, for a frame that was sealed off.
        link.crossOrigin = "anonymous";
        link.integrity = meta.getAttribute("data-integrity");
        link.setAttribute("href", meta.content);
        hasStyle = done;
        document.head.append(link);
      });
      return styled;
    },
    /** Takes the first paint away, now that the application shows the same: what had the focus or was open there is so here. */
    handOver: function () {
      var shell = document.getElementById("shell");
      if (!shell) return;
      if (root.getAttribute("data-start") === "home") restore(fields("#shell > [hidden] >"), fields("body >"));
      root.removeAttribute("data-start");
      shell.remove();
    },
  };

  var styled;
  /** Called once the whole style is in force, or missing. */
  var hasStyle = function () {};

  if (isPicture) {
    addEventListener("DOMContentLoaded", freeze);
  } else if (location.protocol === "file:") {
    addEventListener("DOMContentLoaded", function () {
      say("Cette page ne peut pas s’ouvrir comme un simple fichier\u00a0: publiez le dossier sur un serveur web, puis ouvrez son adresse http ou https.");
    });
  } else if (cannotRun()) {
    addEventListener("DOMContentLoaded", function () {
      say("Ce navigateur est trop ancien, ou WebAssembly y est interdit. Essayez avec un navigateur récent (Firefox, Chrome, Edge, Safari). Rien de ce qui est enregistré n’est perdu.");
    });
  } else {
    addEventListener("error", function (event) {
      if (isCrash(event.error)) crashed();
      // A script that was cut on its way, or a page of the host in its place.
      else if (event.error instanceof SyntaxError) askAgain(event.filename);
      else if (event.target.rel === "stylesheet") restyle(event.target);
      else if (event.target !== window) askAgain(event.target.src);
    }, true);
    // Some browsers say « loaded » of a style sheet that they refused. (This event does not reach the window.)
    document.addEventListener("load", function (event) {
      var link = event.target;
      if (link.rel !== "stylesheet") return;
      if (isStyled(link.sheet)) hasStyle();
      else restyle(link);
    }, true);
    addEventListener("unhandledrejection", function (event) {
      if (isCrash(event.reason)) crashed();
    });
    // A host whose own policy refuses the style inside the page.
    if (!isStyled(document.querySelector("head style").sheet)) globalThis.numeaGuard.style();
  }

  function cannotRun() {
    return location.protocol === "file:" || typeof WebAssembly === "undefined";
  }

  /** A page that is sealed off may not look into its own sheet, and then has it. */
  function isStyled(sheet) {
    try {
      return !!sheet && sheet.cssRules.length > 0;
    } catch (error) {
      return true;
    }
  }

  /** By a security policy of the host: a file that is not WebAssembly is a CompileError too, but tells of its bytes. */
  function isForbidden(error) {
    return error instanceof WebAssembly.CompileError && /policy|unsafe-eval|CSP/i.test(error.message);
  }

  function isCrash(error) {
    return typeof WebAssembly !== "undefined" && error instanceof WebAssembly.RuntimeError;
  }

  /** A sentence in place of the first paint, as long as the application is not there. */
  function say(text) {
    var line = document.querySelector("#shell > main [role=status]");
    var late = document.querySelector("#shell > main .slow-start");
    if (late) late.remove();
    root.removeAttribute("data-start");
    if (line && !root.hasAttribute("data-ready")) {
      line.textContent = text;
      line.hidden = false;
    }
  }

  /** What can have the focus in the home, in order. */
  function fields(within) {
    return Array.prototype.slice.call(document.querySelectorAll(["header", "main", "footer"].map(function (part) {
      return ["a", "button", "summary"].map(function (tag) { return within + " " + part + " " + tag; });
    }).join()));
  }

  function restore(before, now) {
    if (before.length !== now.length) return;
    before.forEach(function (field, place) {
      if (field.tagName === "SUMMARY") now[place].parentNode.open = field.parentNode.open;
      if (field === document.activeElement) now[place].focus({ preventScroll: true });
    });
  }

  // ---- a page that a browser saves ----

  /** Prepares what a saved copy of this page says: its style shows it only where nobody defines the element. */
  function live() {
    var picture = document.querySelector("numea-picture");
    var link = make("a", "", location.href.split("#")[0]);
    link.href = link.textContent;
    picture.querySelector("span").replaceChildren("à cette adresse\u00a0: ", link);
    customElements.define("numea-picture", class extends HTMLElement {});
    // No browser saves a sheet of a script: without its own style this page, and no saved one, still hides the sentence.
    if (adopt("numea-picture { display: none }")) picture.hidden = false;
  }

  /** Adds a style sheet from a script; whether this browser can. */
  function adopt(text) {
    try {
      var sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = Array.prototype.concat.call([], Array.prototype.slice.call(document.adoptedStyleSheets), sheet);
      return true;
    } catch (error) {
      return false;
    }
  }

  /** In a picture nothing may be ticked or typed: it would be kept nowhere. */
  function freeze() {
    document.querySelectorAll("button, input, select, textarea").forEach(function (field) { field.disabled = true; });
  }

  /** A file of the page is missing, or is not the one that belongs with the others. */
  function incomplete(error) {
    if (isCrash(error)) return crashed();
    if (isSealed()) return offerOwnTab();
    if (isForbidden(error)) return say("Le serveur interdit WebAssembly, dont l’outil a besoin\u00a0: sa politique de sécurité doit permettre «\u00a0'wasm-unsafe-eval'\u00a0». Prévenez la personne qui publie cet outil. Rien de ce qui est enregistré n’est perdu.");
    say(INCOMPLETE);
  }

  /**
   * A network that first wants a sign-in answers with a page of its own, which the browser may keep for a year in place of a
   * script. So the host is asked past what is kept, and the page loaded anew: once in a minute, else it would go on for ever.
   */
  function askAgain(address) {
    try {
      var last = Number(sessionStorage.getItem(ASKED));
      if (root.hasAttribute("data-ready") || isSealed() || Math.abs(Date.now() - last) < MINUTE) return incomplete();
      sessionStorage.setItem(ASKED, Date.now());
    } catch (error) {
      return incomplete();
    }
    fetch(address, { cache: "reload" }).then(function (response) {
      if (!response.ok || /html/.test(response.headers.get("content-type"))) throw response;
      return response.text();
    }).then(function () { location.reload(); }).catch(incomplete);
  }

  /** A host that sends a style sheet without its type: browsers refuse the link, and take the same text from a script. */
  function restyle(link) {
    fetch(link.href, { cache: "reload", integrity: link.integrity }).then(function (response) {
      if (!response.ok || /html/.test(response.headers.get("content-type"))) throw response;
      return response.text();
    }).then(function (text) {
      if (!adopt(text)) throw link;
    }).catch(unstyled).then(hasStyle);
  }

  /** The application works without its style, and looks broken: it says why, above everything. */
  function unstyled(error) {
    incomplete(error);
    if (isSealed()) return;
    whenReady(function () {
      var line = make("p", "", INCOMPLETE);
      line.setAttribute("role", "alert");
      document.body.prepend(line);
    });
  }

  /** Once the application is there, and its sentences are no longer those of the start. */
  function whenReady(then) {
    if (root.hasAttribute("data-ready")) return then();
    new MutationObserver(function (_, observer) {
      observer.disconnect();
      then();
    }).observe(root, { attributes: true, attributeFilter: ["data-ready"] });
  }

  // ---- in a frame that its page sealed off: most hosts then refuse it the application's files ----

  function isSealed() {
    return window !== window.top && window.origin === "null";
  }

  function offerOwnTab() {
    say("La page qui contient ce cadre empêche l’outil de s’y ouvrir. Ouvrez-le dans son propre onglet. Si le bouton n’ouvre rien, copiez cette adresse\u00a0: " + location.href);
    var line = document.querySelector("#shell > main [role=status]");
    if (!line || document.querySelector("#shell > main .btn")) return;
    var link = make("a", "btn", "Ouvrir dans un nouvel onglet");
    link.href = location.href;
    link.target = "_blank";
    link.rel = "noopener";
    link.setAttribute("data-kind", "primary");
    line.after(link);
  }

  // ---- after a crash ----

  function crashes() {
    try {
      var now = Date.now();
      return JSON.parse(localStorage.getItem(CRASHES) || "[]").filter(function (at) {
        return at <= now && now - at < MINUTE;
      });
    } catch (error) {
      return [];
    }
  }

  function keepCrashes(times) {
    try {
      localStorage.setItem(CRASHES, JSON.stringify(times));
    } catch (error) {
      // Without a store there is no count, and nothing was loaded that could crash the page again.
    }
  }

  var isShown = false;

  function crashed() {
    if (isShown) return;
    keepCrashes(crashes().concat(Date.now()).slice(-ENOUGH));
    card("L’outil s’est arrêté", [
      "Une erreur inattendue a arrêté l’outil. Vos réponses enregistrées sont intactes sur cet appareil\u00a0: seule la toute dernière saisie est peut-être à refaire.",
      "Rechargez la page. Si cela recommence, téléchargez d’abord vos données.",
    ], [
      ["Recharger la page", function () { location.reload(); }],
      ["Télécharger mes données", download],
    ]);
  }

  function offerSafeStart(go) {
    function open() {
      keepCrashes([]);
      document.querySelector(".recovery").remove();
      isShown = false;
      go();
    }
    card("L’outil s’est arrêté plusieurs fois", [
      "Pour protéger votre travail, il n’a pas été chargé. Il est intact sur cet appareil\u00a0: commencez par le télécharger.",
      "«\u00a0Ouvrir sans mes données\u00a0» montre l’outil vide, sans rien enregistrer ni effacer.",
    ], [
      ["Télécharger mes données", download],
      ["Réessayer avec mes données", open],
      ["Ouvrir sans mes données", function () {
        root.setAttribute("data-safe", "");
        open();
      }],
    ]);
  }

  function card(title, sentences, actions) {
    isShown = true;
    var dialog = make("div", "recovery");
    dialog.setAttribute("role", "alertdialog");
    dialog.setAttribute("aria-modal", "true");
    dialog.setAttribute("aria-labelledby", "recovery-title");
    var inside = make("div", "card recovery__card");
    var heading = make("h2", "", title);
    heading.id = "recovery-title";
    heading.tabIndex = -1;
    inside.append(heading);
    sentences.forEach(function (sentence) { inside.append(make("p", "", sentence)); });
    var row = make("div", "btn-row");
    actions.forEach(function (action, place) {
      var button = make("button", "btn", action[0]);
      button.type = "button";
      if (place === 0) button.setAttribute("data-kind", "primary");
      button.addEventListener("click", action[1]);
      row.append(button);
    });
    var said = make("p");
    said.setAttribute("role", "status");
    inside.append(row, said);
    dialog.append(inside);
    whenThereIsABody(function () {
      Array.prototype.forEach.call(document.body.children, function (child) { child.inert = true; });
      document.body.append(dialog);
      heading.focus();
    });
  }

  function whenThereIsABody(then) {
    if (document.body) then();
    else addEventListener("DOMContentLoaded", then);
  }

  function make(tag, name, text) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  }

  // ---- the data, straight from the stores ----

  function download() {
    tell("Préparation du fichier…");
    gather(function (rescue) {
      var isComplete = rescue.complete;
      var content = JSON.stringify(rescue, null, 1);
      var link = make("a");
      link.href = URL.createObjectURL(new Blob([content], { type: "application/json" }));
      link.download = "numea-secours-" + new Date().toISOString().slice(0, 10) + ".json";
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, MINUTE);
      tell(isComplete
        ? "Fichier téléchargé, en général dans le dossier Téléchargements."
        : "Fichier téléchargé, mais incomplet\u00a0: le navigateur n’a pas donné toute sa base de données. Réessayez dans un moment.");
    });
  }

  /** Says in the card what becomes of the download. */
  function tell(text) {
    document.querySelector(".recovery [role=status]").textContent = text;
  }

  /** Gives everything of the first dossier, and beside it the others with what their list says, where there is one. */
  function gather(then) {
    var rescue = { format: "numea-rescue", complete: true };
    world(STORE, "numea", rescue, rescue, function () {
      var library = { local: fromLocal(LIST) };
      fromDatabase("numea-centres", function (found, isComplete) {
        library.database = found;
        rescue.complete = rescue.complete && isComplete;
        var ids = Object.keys(found).concat(Object.keys(library.local).map(function (key) { return key.slice(LIST.length); }));
        ids = ids.concat(Object.keys(fromLocal("numea:v1@")).map(function (key) { return key.slice(9, 17); })).filter(function (id, place, all) {
          return /^[0-9a-f]{8}$/.test(id) && id !== "00000000" && all.indexOf(id) === place;
        });
        if (!ids.length) return then(rescue);
        rescue.library = library;
        rescue.centres = {};
        (function next() {
          var id = ids.shift();
          if (!id) return then(rescue);
          rescue.centres[id] = {};
          world("numea:v1@" + id + ":", "numea:" + id, rescue.centres[id], rescue, next);
        })();
      });
    });
  }

  /** Puts what both stores hold of one dossier into `into`. */
  function world(prefix, name, into, rescue, then) {
    fromDatabase(name, function (database, isComplete) {
      rescue.complete = rescue.complete && isComplete;
      into.local = fromLocal(prefix);
      into.database = database;
      dropErased(into.local, database, prefix);
      then();
    });
  }

  function fromLocal(prefix) {
    var found = {};
    try {
      Object.keys(localStorage).forEach(function (key) {
        if (key.indexOf(prefix) === 0) found[key] = localStorage.getItem(key);
      });
    } catch (error) {
      // A store that refuses has nothing to give.
    }
    return found;
  }

  // What was erased, and a killed browser or a sleeping tab brought back, is offered to nobody. As src/domain/safekeeping/erasure.rs.

  function dropErased(local, database, prefix) {
    var marks = [mark(local[prefix + "erased"]), mark(database.erased)];
    var erasure = isNewer(marks[1], marks[0]) ? marks[1] : marks[0];
    [local, database].forEach(function (found, store) {
      Object.keys(found).forEach(function (key) {
        if (!/(^|:)erased$/.test(key) && isErased(found[key], erasure.below, marks[store])) delete found[key];
      });
    });
  }

  function mark(text) {
    var parts = /^(\d+) (\d+)$/.exec(text) || [0, 0, 0];
    return { number: Number(parts[1]), below: Number(parts[2]) };
  }

  function isNewer(one, other) {
    return one.number > other.number || (one.number === other.number && one.below < other.below);
  }

  function isErased(text, below, at) {
    if (below === 0) return false;
    var wasThere = at.number >= below;
    try {
      var record = JSON.parse(text);
      if (typeof record.body === "string" && record.revision >= below) return false;
      return !wasThere || (typeof record.body === "string" && "seal" in record);
    } catch (error) {
      return !wasThere;
    }
  }

  /** Gives everything this database holds, and whether that is all: a slow one has ten seconds, then gives what it has so far. */
  function fromDatabase(name, then) {
    var isDone = false;
    var found = {};
    function give(isComplete) {
      if (isDone) return;
      isDone = true;
      then(found, isComplete);
    }
    function fail() { give(false); }
    setTimeout(fail, 10 * 1000);
    try {
      var opening = indexedDB.open(name);
      // Never make a database that is not there.
      opening.onupgradeneeded = function () {
        opening.transaction.abort();
        give(true);
      };
      opening.onerror = fail;
      opening.onsuccess = function () {
        try {
          var cursor = opening.result.transaction("v1").objectStore("v1").openCursor();
          cursor.onerror = fail;
          cursor.onsuccess = function () {
            var at = cursor.result;
            if (!at) return give(true);
            found[at.key] = at.value;
            at.continue();
          };
        } catch (error) {
          fail();
        }
      };
    } catch (error) {
      fail();
    }
  }

  // ---- Trusted Types ----

  /** Only the scripts that the page names may be added to it, and no HTML at all: it comes back escaped. */
  function guardTypes() {
    if (!globalThis.trustedTypes) return;
    var scripts = Array.prototype.map.call(document.querySelectorAll("meta[name^=numea-]:not([name=numea-style])"), function (meta) {
      return new URL(meta.content, document.baseURI).href;
    });
    trustedTypes.createPolicy("default", {
      createScriptURL: function (url) {
        if (scripts.indexOf(new URL(url, document.baseURI).href) >= 0) return url;
        return refuse("script", url, "data:,");
      },
      createHTML: function (html) {
        // Emptying an element, as the chart's library does, adds nothing to it.
        if (html === "") return html;
        return refuse("HTML", html, html.replace(/&/g, "&amp;").replace(/</g, "&lt;"));
      },
      createScript: function (code) {
        return refuse("code", code, "");
      },
    });
  }

  /** Reported, never thrown: a throw would stop whatever was at work. */
  function refuse(what, content, instead) {
    console.error("Trusted Types: unlisted " + what + ": " + String(content).slice(0, 200));
    return instead;
  }
})();
