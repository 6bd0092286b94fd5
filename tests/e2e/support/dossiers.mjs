// Dossiers that a browser kept before the test begins.
import { readFileSync } from "node:fs";
import { record } from "../pages/stores.mjs";

/** An identity whose every text is given, with names as long as real ones. */
export const IDENTITY = {
  school: "EPLEFPA « Les Grands Champs » de la Haute\\Vallée",
  centre: "cfppa",
  centreName: "Centre de promotion agricole de Saint-Étienne-du-Bois",
  schoolYear: 2026,
  positionedOn: "2026-11-24",
  body: "Conseil de l’éducation et de la formation (CEF)",
  team: "Directrice adjointe\nProfesseur TIM\n\nSecrétaire générale",
};

const fixture = (name) => JSON.parse(readFileSync(new URL(`../../it/fixtures/${name}.json`, import.meta.url), "utf8"));

/** Every kind of answer, an identity, objectives and contacts, frozen with the file format. */
export const FULL = {
  identity: fixture("dossier-1-plan").identity,
  plan: fixture("dossier-1-plan").plan,
  contacts: fixture("dossier-1-contacts").contacts,
  answers: fixture("dossier-1").answers,
};

/** Opens the application with this dossier, as if it had been filled before. */
export async function openWith({ app, stores }, members, address) {
  const body = JSON.stringify({ format: "numea-dossier", version: 1, editedAt: "2026-11-23T10:42:05", ...members });
  await stores.leaveApp();
  await stores.putLocal(record(1, body));
  await app.open(address);
}
