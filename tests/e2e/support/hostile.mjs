// Texts that hurt somewhere: forty of the kinds of tests/it/hostile.rs, and the dossiers that are full of them.
import { ITEMS } from "../pages/official.mjs";

export const HOSTILE = [
  "<script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "\"><svg onload=alert(1)>",
  "' onfocus=alert(1) autofocus '",
  "</textarea></title></style><iframe srcdoc='<script>alert(1)</script>'>",
  "<!--",
  "]]>",
  "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  "&lt;script&gt;&#x27;&amp;amp;",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\tscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "//exemple.fr/x",
  "https://exemple.fr/\u202egpj.exe",
  "https://u:p@exemple.fr:443/#/r/AQAA",
  "=HYPERLINK(\"http://exemple.fr\";\"clic\")",
  "+1+1",
  "@SUM(A1)",
  "=cmd|' /C calc'!A0",
  "\u202erenversé",
  "\u2066isolé\u2067",
  "a\u200b\u200d\ufeff\u00ad\u2060z",
  "a\u0001\u0008\u000b\u001b\u001f\u007f\u0085\u009fz",
  "a\u2028b\u2029c",
  "e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a",
  "👨‍👩‍👧🏿🇫🇷",
  "\ufffd\ufffe\uffff\u{10ffff}\ue000",
  "شجرة עץ 木 ต้นไม้ дерево",
  "\\\"\\u0000\\ud800\\",
  "\",\"plan\":{\"lastId\":4294967295},\"x\":\"",
  "__proto__",
  "${7*7}{{7*7}}<%= 7*7 %>#{7*7}",
  "'; DROP TABLE dossier; --",
  "../../../../etc/passwd",
  "%s%n%x%d {0} {} \\0",
  "%00%23%2Fr%2F%252525",
  "x".repeat(1_900),
  "Un deux ".repeat(240).trim(),
];

/** A dossier with this text in every field. */
export function fullOf(text) {
  const line = [...text].slice(0, 200).join("");
  const answer = { state: "unknown", note: text, proofs: [text, `https://exemple.fr/${text}`] };
  const objective = {
    description: [...text].slice(0, 500).join(""), field: "1.1", item: "1.1.1", indicator: line, target: line, lead: line, means: [...text].slice(0, 500).join(""),
    status: "ongoing", due: "2027-06-30",
  };
  const contacts = ["schoolLead", "drtic", "regionalLead", "draafSrfd", "authority", "maintenance", "others"];
  return {
    format: "numea-dossier",
    version: 1,
    editedAt: "2026-11-23T10:42:05",
    answers: Object.fromEntries(ITEMS.map(({ id }) => [id, answer])),
    identity: { school: line, centre: "cfa", centreName: line, schoolYear: 2026, positionedOn: "2026-11-24", body: line, team: `${line}\n${line}` },
    plan: { lastId: 2, objectives: { 1: objective, 2: { ...objective, description: "" } } },
    contacts: Object.fromEntries(contacts.map((kind) => [kind, line])),
  };
}
