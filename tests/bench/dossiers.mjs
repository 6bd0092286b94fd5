// Dossiers of three sizes: that of a school which just begins, of one that uses everything, and the fullest that the
// limits allow.
import { ITEMS } from "../e2e/pages/official.mjs";

/** The sizes, smallest first. */
export const SIZES = ["an empty dossier", "a usual dossier", "the fullest dossier"];

const WORDS = "Commission numérique, charte des usages, équipement des salles et accompagnement des équipes pédagogiques. ";

/** The document of that size, as text. */
export function dossierOf(size) {
  const [, usual, fullest] = SIZES;
  const members = size === fullest ? whole({ note: 4_000, proofs: 10, proof: 2_000, objectives: 500, description: 2_000, means: 1_000 })
    : size === usual ? whole({ note: 400, proofs: 1, proof: 80, objectives: 12, description: 250, means: 120 }) : {};
  return JSON.stringify({ format: "numea-dossier", version: 1, editedAt: "2026-11-23T10:42:05", ...members });
}

/** A dossier of ten years: 300 objectives. As text. */
export function longLived() {
  const members = whole({ note: 400, proofs: 1, proof: 80, objectives: 300, description: 250, means: 120 });
  return JSON.stringify({ format: "numea-dossier", version: 1, editedAt: "2026-11-23T10:42:05", ...members });
}

function whole({ note, proofs, proof, objectives, description, means }) {
  const answers = ITEMS.map(({ id, statements }, row) => [id, {
    ticked: Object.fromEntries([2, 3].filter((stage) => (row + stage) % 2).map((stage) => [stage, statements[stage - 1].map((_, place) => place + 1)])),
    note: text(note),
    proofs: Array.from({ length: proofs }, (_, place) => `https://ent.example.fr/${row}/${place}/${"a".repeat(Math.max(0, proof - 40))}`),
  }]);
  const list = Array.from({ length: objectives }, (_, place) => ({
    field: ITEMS[place % ITEMS.length].id.slice(0, 3),
    status: "to-start",
    description: text(description),
    lead: "Professeur TIM",
    indicator: text(Math.min(description, 200)),
    target: "8 classes sur 10",
    means: text(means),
    start: "2026-09-01",
    due: `2027-0${1 + (place % 9)}-15`,
  }));
  return { answers: Object.fromEntries(answers), plan: { lastId: list.length, objectives: { ...[undefined, ...list] } } };
}

function text(length) {
  return WORDS.repeat(Math.ceil(length / WORDS.length)).slice(0, length);
}
