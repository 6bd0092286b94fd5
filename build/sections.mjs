// The sections of a WebAssembly module, read and written.
const IMPORTS = 2;
const [FUNCTION, TABLE, MEMORY, GLOBAL, TAG] = [0, 1, 2, 3, 4];

/** Reads a WebAssembly module. */
export class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  isAtEnd() {
    return this.at >= this.bytes.length;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** An unsigned LEB128 number. */
  number() {
    let result = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      result |= (byte & 127) << shift;
      if (byte < 128) return result >>> 0;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString("utf8", this.at - length, this.at);
  }

  since(from) {
    return this.bytes.subarray(from, this.at);
  }

  /** Passes over what an import is. */
  skipType() {
    const kind = this.byte();
    if (kind === FUNCTION) this.number();
    else if (kind === GLOBAL) this.at += 2;
    else if (kind === TAG) {
      this.byte();
      this.number();
    } else {
      if (kind === TABLE) this.byte();
      else if (kind !== MEMORY) throw new Error(`An import of kind ${kind} is not known.`);
      const flags = this.number();
      this.number();
      if (flags & 1) this.number();
    }
  }
}

/** A number, as modules write it. */
export function leb(number) {
  const bytes = [];
  let rest = number;
  do {
    const low = rest & 127;
    rest >>>= 7;
    bytes.push(rest ? low | 128 : low);
  } while (rest);
  return Buffer.from(bytes);
}

/** A text, as modules write it. */
export function text(content) {
  return Buffer.concat([leb(Buffer.byteLength(content)), Buffer.from(content)]);
}

/** A section of these parts. */
export function section(id, parts) {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([id]), leb(content.length), content]);
}

/** A reader at the start of this section's content; none where the module has no such section. */
export function find(module, id) {
  const reader = new Reader(module, 8);
  while (!reader.isAtEnd()) {
    const start = reader.at;
    const found = reader.byte();
    const end = reader.number() + reader.at;
    if (found === id) return Object.assign(reader, { start });
    reader.at = end;
  }
}

/** How many functions the module imports: they are numbered before its own. */
export function importedFunctions(module) {
  const reader = find(module, IMPORTS);
  let functions = 0;
  for (let left = reader?.number() ?? 0; left > 0; left--) {
    reader.text();
    reader.text();
    if (module[reader.at] === FUNCTION) functions++;
    reader.skipType();
  }
  return functions;
}
