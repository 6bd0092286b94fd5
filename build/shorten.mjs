// Short names for what wasm-bindgen's glue and module import and export: each of its names holds 16 random digits, twice.
import { Reader, leb, section, text } from "./sections.mjs";

/** What other modules than the glue know by name. */
const KEPT = /^(memory|__indirect_function_table|__wbindgen_start|main|__wasm_split.*)$/;
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const [IMPORTS, EXPORTS] = [2, 7];

/** The module and its glue, with short names. */
export function shorten(module, glue) {
  const names = new Names();
  const reader = new Reader(module, 8);
  const out = [module.subarray(0, 8)];
  while (!reader.isAtEnd()) {
    const start = reader.at;
    const id = reader.byte();
    const end = reader.number() + reader.at;
    if (id === IMPORTS) out.push(section(id, imports(reader, names)));
    else if (id === EXPORTS) out.push(section(id, exports(reader, names)));
    else out.push(module.subarray(start, end));
    reader.at = end;
  }
  return { module: Buffer.concat(out), glue: names.into(glue) };
}

function imports(reader, names) {
  const count = reader.number();
  const parts = [leb(count)];
  for (let turn = 0; turn < count; turn++) {
    const [module, field] = [reader.text(), reader.text()];
    const from = reader.at;
    reader.skipType();
    const name = module.endsWith("_bg.js") ? names.of("import", field) : field;
    parts.push(text(module), text(name), reader.since(from));
  }
  return parts;
}

function exports(reader, names) {
  const count = reader.number();
  const parts = [leb(count)];
  for (let turn = 0; turn < count; turn++) {
    const field = reader.text();
    const from = reader.at;
    reader.byte();
    reader.number();
    parts.push(text(KEPT.test(field) ? field : names.of("export", field)), reader.since(from));
  }
  return parts;
}

/** The short name of each name, in the order in which they are met. */
class Names {
  #short = new Map();

  of(kind, name) {
    const key = `${kind} ${name}`;
    if (!this.#short.has(key)) this.#short.set(key, { kind, name, short: lettered(this.#short.size) });
    return this.#short.get(key).short;
  }

  into(glue) {
    let result = glue;
    for (const { kind, name, short } of this.#short.values()) {
      const escaped = name.replaceAll("$", "\\$");
      const place = kind === "import" ? new RegExp(`(^\\s*)${escaped}(?=\\s*:|\\s*\\()`, "gm") : new RegExp(`(wasm\\.)${escaped}\\b`, "g");
      let isThere = false;
      result = result.replace(place, (_, before) => {
        isThere = true;
        return before + short;
      });
      if (!isThere && kind === "import") throw new Error(`${name} is nowhere in wasm-bindgen's glue: has it changed?`);
    }
    return result;
  }
}

/** a … Z, aa, ab … */
function lettered(number) {
  const rest = Math.floor(number / LETTERS.length);
  return (rest ? lettered(rest - 1) : "") + LETTERS[number % LETTERS.length];
}
