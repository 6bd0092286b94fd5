// Each call of each store failing in turn, in each of its ways: the page opens, everything works, the badge says the truth.
import { WHOLE } from "./pages/files.mjs";
import { expect, test, tried } from "./support/fixtures.mjs";

const FAULTS = "a call of a storage failing in one way: everything works, the badge tells the truth";

const LOCAL = ["getItem", "setItem", "removeItem", "key", "length"];
const WAYS = ["throws", "lies"];
const DATABASE = [
  ["open", "throws"], ["open", "errs"], ["open", "is blocked"], ["open", "is silent"],
  ["transaction", "throws"], ["objectStore", "throws"],
  ["get", "throws"], ["get", "errs"], ["get", "is silent"], ["get", "lies"],
  ["put", "throws"], ["put", "errs"], ["put", "is over quota"], ["commit", "aborts"],
];
/** Faults under which the database keeps nothing: the badge must not say that it does. */
const UNKEPT = (call, way) => !(call === "get" && way === "lies");

for (const call of LOCAL) {
  for (const way of WAYS) {
    test(`localStorage.${call} ${way}: everything works and is kept in the database`, async ({ context, app, questionnaire }) => {
      await context.addInitScript(breakLocal, [call, way]);
      await works(app, questionnaire, "saved");
      await app.reload();
      await expect(questionnaire.item("1.1.2").statement(1)).toBeChecked();
    });
  }
}

for (const [call, way] of DATABASE) {
  test(`IndexedDB, ${call} ${way}: everything works, the badge says the truth, and it comes back`, async ({ context, app, questionnaire }) => {
    await context.addInitScript(breakDatabase, [call, way]);
    await works(app, questionnaire, UNKEPT(call, way) ? "failed" : "saved");
    await app.reload();
    await expect(questionnaire.item("1.1.2").statement(1)).toBeChecked();
  });
}

test("both stores failing at every call: everything works, and the badge says that nothing is kept", async ({ context, app, questionnaire }) => {
  await context.addInitScript(breakLocal, ["setItem", "throws"]);
  await context.addInitScript(breakDatabase, ["put", "is over quota"]);
  await works(app, questionnaire, "failed");
  await expect(app.saveState).toHaveText("Non enregistré");
  await expect(app.messages.getByRole("alert")).toContainText("Le navigateur a refusé d’enregistrer");
});

for (const [call, way] of [
  ["getAllKeys", "throws"], ["getAllKeys", "errs"], ["getAllKeys", "is silent"], ["getAllKeys", "lies"],
  ["delete", "throws"], ["delete", "errs"],
]) {
  test(`IndexedDB, ${call} ${way}: the copies cost nothing else, and what is not deleted is said`, async ({ context, app, questionnaire, files }) => {
    await context.addInitScript(breakDatabase, [call, way]);
    await works(app, questionnaire, "saved");
    await app.choose("Partage");
    await files.choose(WHOLE);
    await files.makeOwn();
    await app.hasSaved();
    await app.choose("Partage");
    await expect(app.heading).toHaveText("Partage");
    if (call === "delete") {
      const copy = files.copies.getByRole("listitem");
      await copy.getByRole("button", { name: /^Supprimer/ }).click();
      await expect(copy).toContainText("a refusé de supprimer");
      await app.reload();
      await expect(copy).toHaveCount(1);
    }
    await app.undo.click();
    await app.choose("Positionnement");
    await app.showsFigures([1, 0, 0]);
  });
}

for (const [what, ...fault] of [
  ["the lock of the pen throws", "LockManager", "request", "throws"],
  ["the lock of the pen is refused", "LockManager", "request", "rejects"],
  ["the lock of the pen is never answered", "LockManager", "request", "is silent"],
  ["the channel between tabs cannot be made", "window", "BroadcastChannel", "throws"],
  ["the channel between tabs refuses words", "BroadcastChannel", "postMessage", "throws"],
  ["asking to keep the data throws", "StorageManager", "persist", "throws"],
  ["asking to keep the data is refused", "StorageManager", "persist", "rejects"],
  ["asking to keep the data is never answered", "StorageManager", "persist", "is silent"],
  ["asking whether the data are kept is refused", "StorageManager", "persisted", "rejects"],
]) {
  test(`${what}: everything works and is kept`, async ({ context, app, questionnaire }) => {
    await context.addInitScript(breakOther, fault);
    await works(app, questionnaire, "saved");
    await app.reload();
    await expect(questionnaire.item("1.1.2").statement(1)).toBeChecked();
    for (const address of ["#/partage", "#/diagnostic", "#/"]) await app.open(address);
  });
}

/** A change, its figures, undoing and the theme; then what the badge says. */
async function works(app, questionnaire, state) {
  tried(FAULTS);
  await app.open("#/questionnaire/1.1");
  await app.page.evaluate(work);
  await expect(questionnaire.item("1.1.2").statement(1)).toBeChecked();
  await app.showsFigures([1, 0, 0]);
  await expect(app.saveState).toHaveAttribute("data-save-state", state, { timeout: 10_000 });
}

// These run in the page.

/** A change, its figures, undoing and the theme, in one call: forty tests do this. */
async function work() {
  const frame = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
  const press = (item) => document.querySelector(`[data-item="${item}"][data-stage="1"]:not([data-condition])`).click();
  const button = (start) => document.querySelector(`header button[aria-label^="${start}"]`);
  const shows = async (count) => {
    const figure = () => document.querySelector('[data-figure="stage-1"]').textContent.replace(/\s+/g, " ");
    for (const end = performance.now() + 10_000; !figure().includes(`${count} sur 21`); await frame()) {
      if (performance.now() > end) throw new Error(`« ${figure()} » instead of ${count}`);
    }
  };
  press("1.1.1");
  press("1.1.2");
  await shows(2);
  button("Annuler").click();
  await shows(1);
  button("Annuler").click();
  await shows(0);
  press("1.1.2");
  button("Changer de thème").click();
  await shows(1);
}

function breakLocal([call, way]) {
  const thrown = () => { throw new DOMException("no", "UnknownError"); };
  const lies = () => ({ garbage: true });
  const fault = way === "throws" ? thrown : lies;
  if (call === "length") Object.defineProperty(Storage.prototype, "length", { get: fault });
  else Storage.prototype[call] = fault;
}

function breakDatabase([call, way]) {
  const owners = { open: IDBFactory, transaction: IDBDatabase, objectStore: IDBTransaction };
  const owner = (owners[call] ?? IDBObjectStore).prototype;
  const working = owner?.[call];
  const refusal = (name) => new DOMException("no", name);
  const faults = {
    throws: () => { throw refusal("InvalidStateError"); },
    /** The request fails: a database of a later version is there already, or a text of that key, or the read is aborted. */
    errs(...values) {
      if (call === "put") {
        working.apply(this, values);
        return this.add(...values);
      }
      if (call === "get" || call === "getAllKeys" || call === "delete") return faults["is over quota"].apply(this, values);
      const later = working.call(this, values[0], 9);
      later.onsuccess = () => later.result.close();
      return working.apply(this, values);
    },
    "is blocked"() {
      const request = { set onblocked(handler) { setTimeout(() => handler(new Event("blocked"))); }, set onsuccess(_) {}, set onerror(_) {}, set onupgradeneeded(_) {} };
      return Object.setPrototypeOf(request, IDBOpenDBRequest.prototype);
    },
    "is silent"() {
      const request = { set onsuccess(_) {}, set onerror(_) {}, set onupgradeneeded(_) {} };
      return Object.setPrototypeOf(request, IDBRequest.prototype);
    },
    lies(...values) {
      const request = working.apply(this, values);
      Object.defineProperty(request, "result", { get: () => 42 });
      return request;
    },
    "is over quota"(...values) {
      const request = working.apply(this, values);
      this.transaction.abort();
      return request;
    },
  };
  if (call === "commit") {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function late(...values) {
      const request = put.apply(this, values);
      const { transaction } = this;
      request.addEventListener("success", () => transaction.abort());
      return request;
    };
  } else {
    owner[call] = faults[way];
  }
}

function breakOther([owner, call, way]) {
  const refusal = new DOMException("no", "SecurityError");
  const faults = {
    throws: function refuse() { throw refusal; },
    rejects: () => Promise.reject(refusal),
    "is silent": () => new Promise(() => {}),
  };
  const place = owner === "window" ? window : window[owner].prototype;
  Object.defineProperty(place, call, { value: faults[way] });
}
