// Codes of individual answers, version 1, as a respondent's device writes them.
import { crc32 } from "node:zlib";
import { FIELDS } from "../pages/official.mjs";

export const ROLES = ["teachers", "school-life", "administration", "pupils", "families"];
const STATES = ["", "none", "unknown", "not-applicable"];

/**
 * The code of one person. `said` gives for each item `none`, `unknown`, `not-applicable`, or the stages that are ticked whole,
 * as a list; an item that it does not name stays unanswered.
 */
export function code({ id, revision = 1, role = "teachers", day = [2026, 11, 20], said = {}, fields = FIELDS.map((field) => field.id) }) {
  const bits = [];
  const push = (value, length) => { for (let place = length - 1; place >= 0; place--) bits.push(Number(BigInt(value) >> BigInt(place) & 1n)); };
  push(0xe1, 8);
  push(0, 8);
  push(BigInt(id), 64);
  push(revision, 16);
  push(ROLES.indexOf(role), 3);
  push(day[0], 14);
  push(day[1], 4);
  push(day[2], 5);
  for (const field of FIELDS) push(fields.includes(field.id) ? 1 : 0, 1);
  for (const item of FIELDS.filter((field) => fields.includes(field.id)).flatMap((field) => field.items)) {
    const answer = said[item.id] ?? [];
    const state = Array.isArray(answer) ? 0 : STATES.indexOf(answer);
    push(state, 2);
    if (state > 0) continue;
    item.statements.forEach((conditions, index) => conditions.forEach(() => push(answer.includes(index + 1) ? 1 : 0, 1)));
  }
  while (bits.length % 8) bits.push(0);
  const bytes = [];
  for (let at = 0; at < bits.length; at += 8) bytes.push(Number.parseInt(bits.slice(at, at + 8).join(""), 2));
  if ((bytes.length + 4) % 3 === 0) bytes.push(0);
  const body = Buffer.from(bytes);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([body, sum]).toString("base64url");
}

/** Five people who agree on 1.1.2, and do not on 1.1.3. */
export const FIVE = [
  { id: 0x1001, said: { "1.1.2": [1], "1.1.3": [1, 2, 3], "1.1.4": "none" } },
  { id: 0x1002, said: { "1.1.2": [1], "1.1.3": [1, 2], "1.1.4": [1] } },
  { id: 0x1003, role: "school-life", said: { "1.1.2": [1], "1.1.3": [1], "1.1.4": "unknown" } },
  { id: 0x1004, role: "administration", said: { "1.1.2": [1], "1.1.3": "none", "1.1.4": "not-applicable" } },
  { id: 0x1005, role: "pupils", said: { "1.1.2": [1], "1.1.3": [1, 3] } },
];
