// Waiting, and finding programs.
import { accessSync, constants, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const PATIENCE = 20_000;

/** What the question gives once it gives something. */
export async function until(question, what) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(100)) {
    const answer = await question();
    if (answer) return answer;
  }
  throw new Error(`never: ${what}`);
}

/** The first of these programs that is on the path. */
export const found = (...names) => names.flatMap((name) => process.env.PATH.split(delimiter).map((folder) => join(folder, name))).find(isProgram);

/** What is in a folder, whole paths; nothing where there is none. */
export function list(folder) {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
