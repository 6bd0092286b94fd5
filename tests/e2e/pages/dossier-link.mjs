// The link to the whole dossier: made on « Partage », opened elsewhere.
import { readFileSync } from "node:fs";
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

const WORDS = readFileSync(new URL("../../../src/documents/words-1.txt", import.meta.url));

export class DossierLink {
  constructor(page) {
    this.page = page;
    this.card = page.getByRole("region", { name: "Donner un lien vers tout le dossier" });
    this.show = this.card.getByRole("button", { name: "Afficher le lien du dossier" });
    this.hide = this.card.getByRole("button", { name: "Masquer le lien du dossier" });
    this.link = this.card.locator("[data-dossier-link]");
    this.told = this.card.getByRole("status").filter({ hasText: /lien/ });
    this.objectives = this.card.getByRole("checkbox", { name: "les objectifs" });
    this.names = this.card.getByRole("checkbox", { name: "les noms et les fonctions" });
    this.texts = this.card.getByRole("checkbox", { name: "les notes et les liens de preuve" });
    this.save = this.card.getByRole("button", { name: "Télécharger une sauvegarde" });
    this.notLoaded = this.card.getByText("Le lien n’a pas pu être préparé.");
  }
}

/** What a link holds, read by zlib: the bits of what was left out, and the document. */
export function unpacked(link) {
  const bytes = Buffer.from(link.split("#/d/")[1], "base64url");
  const [body, crc] = [bytes.subarray(0, -4), bytes.readUInt32BE(bytes.length - 4)];
  if (crc32(body) !== crc || body[0] !== 0x81) throw new Error("no code of format 1");
  return { leftOut: body[1], document: inflateRawSync(body.subarray(2), { dictionary: WORDS }).toString("utf8") };
}

/** The code of a whole document, made by zlib without the words that everybody has. */
export function packed(document) {
  let body = Buffer.concat([Buffer.from([0x81, 0]), deflateRawSync(document)]);
  if ((body.length + 4) % 3 === 0) body = Buffer.concat([body, Buffer.from([0])]);
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([body, crc]).toString("base64url");
}
