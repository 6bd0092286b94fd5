// Schools of a network, made by number: the same for the same seed. And counts of them, from what they hold alone.
import { ITEMS } from "../pages/official.mjs";

const CENTRES = ["lycee", "cfa", "cfppa", "farm", "workshop"];
const NAMES = [
  "EPLEFPA « Les Grands Champs » de la Haute-Vallée de l’Aveyron et du Lévézou",
  "Établissement public local d’enseignement agricole des Trois-Rivières",
  "Lycée agricole Saint-Étienne-du-Bois",
  "EPL du Val",
];

/** Numbers that look like any (mulberry32). */
export function dice(seed) {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * sides);
  };
}

/** The dossier of the school of this number. `answered` is how many of its items have an answer at most. */
export function school(number, { seed = 20261127, answered = ITEMS.length, notes = 0 } = {}) {
  const roll = dice(seed + 7919 * number);
  const strength = 20 + roll(80);
  const answers = {};
  for (const { id, statements } of ITEMS.slice(0, answered)) {
    const answer = answerTo(roll, statements, strength);
    if (answer) answers[id] = notes > 0 ? { ...answer, note: "Réuni en conseil pédagogique. ".repeat(notes) } : answer;
  }
  const year = 2025 + roll(2);
  const objectives = Object.fromEntries(Array.from({ length: roll(4) }, (_, index) => {
    const { id } = ITEMS[roll(ITEMS.length)];
    return [index + 1, { field: id.slice(0, 3), item: id, status: "to-start", description: "Charte signée par tous" }];
  }));
  return {
    format: "numea-dossier", version: 1, editedAt: `${year}-12-01T08:00:00`, answers,
    identity: { school: `${NAMES[number % NAMES.length]} n° ${number}`, centre: CENTRES[roll(CENTRES.length)], schoolYear: year, positionedOn: `${year}-11-${10 + roll(18)}` },
    plan: { lastId: Object.keys(objectives).length, objectives },
  };
}

function answerTo(roll, statements, strength) {
  const state = [undefined, "unknown", "not-applicable", "none"][roll(20)];
  if (state) return { state };
  const ticked = {};
  for (const [index, conditions] of statements.entries()) {
    const isWhole = roll(100) < strength / (index + 1);
    const numbers = conditions.map((_, place) => place + 1).filter(() => isWhole || roll(100) < 30);
    if (numbers.length > 0) ticked[index + 1] = numbers;
  }
  return Object.keys(ticked).length > 0 ? { ticked } : undefined;
}

/** « 37 sur 120 » for each statement, counted from the dossiers alone. */
export function counts(dossiers) {
  return new Map(ITEMS.flatMap(({ id, statements }) => statements.map((conditions, index) => {
    const concerned = dossiers.filter(({ answers }) => answers[id]?.state !== "not-applicable");
    const reached = concerned.filter(({ answers }) => answers[id]?.ticked?.[index + 1]?.length === conditions.length);
    return [`${id}/${index + 1}`, `${reached.length} sur ${concerned.length}`];
  })));
}
