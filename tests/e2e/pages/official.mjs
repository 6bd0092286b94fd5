// The official questionnaire, read from the data file that the application embeds.
import { readFileSync } from "node:fs";

const file = new URL("../../../src/domain/school/questionnaire/official.json", import.meta.url);
const questionnaire = JSON.parse(readFileSync(file, "utf8"));

/** The six fields, each with its items. */
export const FIELDS = questionnaire.parts.flatMap((part) => part.fields);

/** The 21 items. */
export const ITEMS = FIELDS.flatMap((field) => field.items);

/** The 63 statements: number, conditions, and the official wording whole. */
export const STATEMENTS = ITEMS.flatMap((item) => item.statements.map((conditions, index) => ({
  id: `${item.id}/${index + 1}`,
  conditions,
  text: conditions.join(" "),
})));

/** The links of the source. */
export const RESOURCES = questionnaire.resources;

/** The words explained. */
export const GLOSSARY = questionnaire.glossary;

/** Every address of the application, each with the title of its screen. */
export const SCREENS = [
  { address: "#/", title: /Où en est la transition numérique/ },
  ...FIELDS.map(({ id, title }) => ({ address: `#/questionnaire/${id}`, title: `${id} ${title}` })),
  { address: "#/positionnement", title: /^Positionnement de l’établissement/ },
  { address: "#/objectifs", title: "Objectifs et échéancier" },
  // The form where the dossier holds this objective, the news that it is gone where it does not.
  { address: "#/objectifs/1", title: /^(Objectif|Cet objectif n’existe pas)$/ },
  { address: "#/equipe", title: "Équipe" },
  { address: "#/adapter", title: "Adapter le questionnaire" },
  { address: "#/reunion", title: "Réunion et compte rendu" },
  { address: "#/reseau", title: "Réseau d’établissements" },
  { address: "#/etablissement", title: "Établissement" },
  { address: "#/partage", title: "Partage" },
  { address: "#/r/AQD-YAGAAAAAAAAAAAAAAAAAAABIAY_UP1XcgCquug", title: "Positionnement reçu" },
  { address: "#/r/AQD-YAGAAAAAAAAAAAAAAA", title: "Ce lien ne peut pas être lu" },
  { address: "#/d/gQOtltsJAAAIAmdq_-WijwIhQcQVfBznwmRAInEC9vD2VXjIVaGLgzlRKoIGVnKaug", title: "Dossier reçu" },
  { address: "#/i/wQAcCFMeWPDqWUgYWdyaWNvbGUgZHUgVmFsIGTigJlBdWJyYWMAAMXlWFg", title: "Votre réponse individuelle" },
  { address: "#/i/wQAcCFMeWPDqWUgYWdyaWNvbGUgZHU", title: "Cette invitation ne peut pas être lue" },
  { address: "#/c/4QCeN3m5f0p8FQACI_Vd_z-YABgAAAAAAAAAAAAASAAAADAAFjn-Jg", title: "Une réponse individuelle" },
  { address: "#/questionnaire-vierge", title: "Questionnaire à imprimer" },
  { address: "#/fichier", title: "Aucune sauvegarde n’est ouverte" },
  { address: "#/documents", title: "Documents" },
  { address: "#/feuille-de-route", title: "Feuille de route" },
  { address: "#/rapport", title: "Rapport complet" },
  { address: "#/compte-rendu", title: "Ordre du jour et compte rendu" },
  { address: "#/evolution", title: "Évolution" },
  { address: "#/relais", title: "Passer le relais" },
  { address: "#/centres", title: "Centres" },
  { address: "#/centres/ensemble", title: "Centres côte à côte" },
  { address: "#/mentions", title: "Mentions légales" },
  { address: "#/accessibilite", title: "Accessibilité" },
  { address: "#/diagnostic", title: "Diagnostic" },
  { address: "#/aide", title: "Aide" },
  { address: "#/inconnu", title: "Cette page n’existe pas" },
];

/** « 43 % » of 9 sur 21. */
export function percentOf(reached, of) {
  return Math.round((100 * reached) / of);
}

/** White space folded, as in a text that is compared. */
export function folded(text) {
  return text.replace(/\s+/g, " ").trim();
}
