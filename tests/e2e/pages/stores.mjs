// What the browser keeps for the application, also seen and changed from a page of the site where it does not run.
import { crc32 } from "node:zlib";
import { expect } from "@playwright/test";

const PREFIX = "numea:v1:";
/** The two slots of each store: a revision is written where the newest one is not. */
const SLOTS = ["dossier", "dossier-b"];
/** The first of them, in localStorage. */
export const LOCAL_KEY = PREFIX + SLOTS[0];
/** The mark that an erasure leaves in each store: two numbers. It is no text of the dossier. */
const MARK = /^\d+ \d+$/;
const DATABASE = { name: "numea", store: "v1" };
const EMPTY = '<!doctype html><html lang="fr"><link rel="icon" href="data:,"><title>Page vide</title></html>';

/** A record as the application keeps one, whatever its body holds. */
export function record(revision, body) {
  const crc = crc32(body).toString(16).padStart(8, "0");
  return JSON.stringify({ revision, crc, body });
}

export class Stores {
  constructor(page) {
    this.page = page;
  }

  /** Leaves the application for an empty page of the same site, from which the stores can be reached. */
  async leaveApp(base = "") {
    await this.page.route(/\/empty-page$/, (route) => route.fulfill({ contentType: "text/html", body: EMPTY }));
    await this.page.goto(`${base}empty-page`);
  }

  /** The newest text of the dossier in localStorage; the last that is no record where there is no record. */
  async local() {
    return newest(await this.page.evaluate((keys) => keys.map((key) => localStorage.getItem(key)), SLOTS.map((slot) => PREFIX + slot)));
  }

  putLocal(text, key = LOCAL_KEY) {
    return this.page.evaluate(([key, text]) => localStorage.setItem(key, text), [key, text]);
  }

  /** The same text in both slots of localStorage. */
  async putLocalSlots(text) {
    for (const slot of SLOTS) await this.putLocal(text, PREFIX + slot);
  }

  dropLocal() {
    return this.page.evaluate(() => localStorage.clear());
  }

  /** Every text in localStorage, under whatever key, but the mark of an erasure. */
  async everyLocal() {
    const texts = await this.page.evaluate(() => Object.keys(localStorage).map((key) => localStorage.getItem(key)));
    return texts.filter((text) => !MARK.test(text));
  }

  /** Everything in localStorage, as it is; and puts that there again, in place of what there is, as a browser does that is killed. */
  snapshotLocal() {
    return this.page.evaluate(() => ({ ...localStorage }));
  }

  async bringBackLocal(snapshot) {
    await this.page.evaluate((kept) => {
      localStorage.clear();
      for (const [key, text] of Object.entries(kept)) localStorage.setItem(key, text);
    }, snapshot);
  }

  async database() {
    const texts = [];
    for (const slot of SLOTS) texts.push(await this.#inDatabase("get", slot));
    return newest(texts);
  }

  async putDatabase(text, slot = SLOTS[0]) {
    await this.#inDatabase("put", slot, text);
  }

  /** The same text in both slots of the database. */
  async putDatabaseSlots(text) {
    for (const slot of SLOTS) await this.putDatabase(text, slot);
  }

  /** Every text that is kept, in either store, under whatever key. */
  async everywhere() {
    return [...await this.everyLocal(), ...await this.everyInDatabase()];
  }

  /** The records that are kept as dated copies, in either store. */
  async copies() {
    const local = await this.page.evaluate((start) => Object.keys(localStorage).filter((key) => key.startsWith(start)), `${PREFIX}copy:`);
    return [...local, ...(await this.#inDatabase("getAllKeys")).filter((key) => key.startsWith("copy:"))];
  }

  /** What can be undone and done again, as the database keeps it. */
  history() {
    return this.#inDatabase("get", "history");
  }

  /** The same text under each of these keys of the database, in one call. */
  async putDatabaseUnder(keys, text) {
    await this.putDatabase(text, keys[0]);
    await this.page.evaluate(async ({ name, store, keys, text }) => {
      const opening = indexedDB.open(name, 1);
      await new Promise((done, fail) => Object.assign(opening, { onsuccess: done, onerror: fail }));
      const transaction = opening.result.transaction(store, "readwrite");
      for (const key of keys) transaction.objectStore(store).put(text, key);
      await new Promise((done, fail) => Object.assign(transaction, { oncomplete: done, onabort: fail }));
      opening.result.close();
    }, { ...DATABASE, keys, text });
  }

  async putHistory(text) {
    await this.#inDatabase("put", "history", text);
  }

  /** Every text in the database, under whatever key, but the mark of an erasure. */
  async everyInDatabase() {
    return (await this.#inDatabase("getAll")).filter((text) => !MARK.test(text));
  }

  /** Checks that both stores keep the same thing. */
  async agree() {
    await expect.poll(async () => await this.local() === await this.database()).toBe(true);
  }

  #inDatabase(action, key, text) {
    return this.page.evaluate(async ({ name, store, key, action, text }) => {
      const settled = (request) => new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
      const opening = indexedDB.open(name, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(store);
      const database = await settled(opening);
      try {
        const place = database.transaction(store, action === "put" ? "readwrite" : "readonly").objectStore(store);
        const actions = { get: () => place.get(key), getAll: () => place.getAll(), getAllKeys: () => place.getAllKeys(), put: () => place.put(text, key) };
        return await settled(actions[action]());
      } finally {
        database.close();
      }
    }, { ...DATABASE, key, action, text });
  }
}

function newest(texts) {
  const found = texts.filter((text) => text !== null && text !== undefined);
  const revision = (text) => {
    try {
      return JSON.parse(text).revision ?? -1;
    } catch {
      return -1;
    }
  };
  return found.sort((one, other) => revision(one) - revision(other)).at(-1) ?? null;
}

/** Runs in the page: the database answers once `window.answer()` lets it. */
export function answerLate() {
  const { open } = IDBFactory.prototype;
  const { set } = Object.getOwnPropertyDescriptor(IDBRequest.prototype, "onsuccess");
  const asked = new Promise((done) => { window.answer = done; });
  IDBFactory.prototype.open = function slow(...values) {
    const request = open.apply(this, values);
    Object.defineProperty(request, "onsuccess", {
      set(handler) { set.call(request, (event) => asked.then(() => handler.call(request, event))); },
    });
    return request;
  };
}
