// What the browser keeps for the application, also seen and changed from a page of the site where it does not run.
import { crc32 } from "node:zlib";
import { expect } from "@playwright/test";

/** Where the dossier is, in localStorage. */
export const LOCAL_KEY = "numea:v1:dossier";
const DATABASE = { name: "numea", store: "v1", key: "dossier" };
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
  async leaveApp() {
    await this.page.route(/\/empty-page$/, (route) => route.fulfill({ contentType: "text/html", body: EMPTY }));
    await this.page.goto("empty-page");
  }

  local() {
    return this.page.evaluate((key) => localStorage.getItem(key), LOCAL_KEY);
  }

  putLocal(text, key = LOCAL_KEY) {
    return this.page.evaluate(([key, text]) => localStorage.setItem(key, text), [key, text]);
  }

  dropLocal() {
    return this.page.evaluate(() => localStorage.clear());
  }

  /** Every text in localStorage, under whatever key. */
  everyLocal() {
    return this.page.evaluate(() => Object.keys(localStorage).map((key) => localStorage.getItem(key)));
  }

  async database() {
    return this.#inDatabase("get");
  }

  async putDatabase(text) {
    await this.#inDatabase("put", text);
  }

  /** Every text in the database, under whatever key. */
  async everyInDatabase() {
    return this.#inDatabase("getAll");
  }

  /** Checks that both stores keep the same thing. */
  async agree() {
    await expect.poll(async () => await this.local() === await this.database()).toBe(true);
  }

  #inDatabase(action, text) {
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
        const actions = { get: () => place.get(key), getAll: () => place.getAll(), put: () => place.put(text, key) };
        return await settled(actions[action]());
      } finally {
        database.close();
      }
    }, { ...DATABASE, action, text });
  }
}
