// A module without the words of its panics: whatever panics stops at once, as a trap, which the guard of the page says in
// French. The sentences, their places and what lays them out are 5 kB of the first visit, for a console that nobody
// has open. A plain `trunk build`, or one in debug, keeps them.
import { Reader, find, importedFunctions, leb, section, text } from "./sections.mjs";

const [CUSTOM, CODE, DATA] = [0, 10, 11];
const FUNCTION_NAMES = 1;
const [NO_LOCALS, UNREACHABLE, NOTHING, END] = [0x00, 0x00, 0x01, 0x0b];
/** The kinds of relocation that have an addend. */
const WITH_ADDEND = new Set([3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23, 25]);
/** The functions that never return, by what is in the compiler's names of them. */
const PANICS = new RegExp([
  "4core9panicking\\d",
  "4core(6option|6result)13(unwrap|expect)_failed",
  "4core5slice5index16slice_index_fail",
  "4core3str16slice_error_fail",
  "4core4cell\\d+panic_already",
  "4core4cell4lazy14panic_poisoned",
  "5alloc7raw_vec(12handle_error|17capacity_overflow)",
  "5alloc5alloc18handle_alloc_error",
  "3std9panicking11begin_panic",
  "3std6thread5local18panic_access_error",
].join("|"));
/** Fewer would mean that the names have changed. */
const LEAST = 10;
/** A path, a line and a column are below these. */
const [PATH_MAX, LINES_MAX, COLUMNS_MAX] = [200, 20_000, 500];

/**
 * The module that the compiler linked, each function that panics being a trap. It still has its relocations: those of a body
 * that is no longer there go, so that what it alone called for goes too.
 */
export function mute(module) {
  const mutable = panics(module);
  if (mutable.size < LEAST) throw new Error("The functions that panic have other names than before: see build/mute.mjs.");
  const result = Buffer.from(module);
  const imported = importedFunctions(result);
  const reader = find(result, CODE);
  const start = reader.at;
  const gone = [];
  const count = reader.number();
  for (let index = 0; index < count; index++) {
    const length = reader.number();
    if (mutable.has(imported + index)) {
      trap(result.subarray(reader.at, reader.at + length));
      gone.push([reader.at - start, reader.at - start + length]);
    }
    reader.at += length;
  }
  return withoutRelocations(result, (offset) => gone.some(([from, to]) => offset >= from && offset < to));
}

/** The body keeps its length, so that everything behind it stays where it is. */
function trap(body) {
  body.fill(NOTHING);
  body[0] = NO_LOCALS;
  body[1] = UNREACHABLE;
  body[body.length - 1] = END;
}

function withoutRelocations(module, isGone) {
  const reader = new Reader(module, 8);
  while (!reader.isAtEnd()) {
    const start = reader.at;
    const id = reader.byte();
    const end = reader.number() + reader.at;
    if (id === CUSTOM && reader.text() === "reloc.CODE") {
      const target = reader.number();
      const kept = [];
      for (let left = reader.number(); left > 0; left--) {
        const from = reader.at;
        const kind = reader.byte();
        const offset = reader.number();
        reader.number();
        if (WITH_ADDEND.has(kind)) reader.number();
        if (!isGone(offset)) kept.push(module.subarray(from, reader.at));
      }
      const shorter = section(CUSTOM, [text("reloc.CODE"), leb(target), leb(kept.length), ...kept]);
      return Buffer.concat([module.subarray(0, start), shorter, module.subarray(end)]);
    }
    reader.at = end;
  }
  throw new Error("The module has no relocations: is NUMEA_PARTS set?");
}

/** The numbers of the functions that panic. */
function panics(module) {
  const found = new Set();
  for (const reader = new Reader(module, 8); !reader.isAtEnd(); ) {
    const id = reader.byte();
    const end = reader.number() + reader.at;
    if (id === CUSTOM && reader.text() === "name") {
      while (reader.at < end) namesIn(reader, (name, index) => PANICS.test(name) && found.add(index));
    }
    reader.at = end;
  }
  return found;
}

function namesIn(reader, tell) {
  const kind = reader.byte();
  const end = reader.number() + reader.at;
  if (kind === FUNCTION_NAMES) {
    for (let left = reader.number(); left > 0; left--) {
      const index = reader.number();
      tell(reader.text(), index);
    }
  }
  reader.at = end;
}

/**
 * The module without the places in the source that panics would name: structures of a path's address and length, a line and a
 * column. They and the paths become zeros, which weigh nothing.
 */
export function withoutPlaces(module) {
  const result = Buffer.from(module);
  const segments = [...dataSegments(result)];
  const ends = new Set(segments.flatMap(({ bytes, address }) => [...bytes.toString("latin1").matchAll(/\.rs/g)].map((match) => address + match.index + match[0].length)));
  const paths = new Map();
  for (const { bytes } of segments) {
    for (let at = 0; at + 16 <= bytes.length; at += 4) {
      const [address, length, line, column] = [0, 4, 8, 12].map((offset) => bytes.readUInt32LE(at + offset));
      const isPlace = ends.has(address + length) && length < PATH_MAX && line > 0 && line < LINES_MAX && column > 0 && column < COLUMNS_MAX;
      if (!isPlace) continue;
      paths.set(address, length);
      bytes.fill(0, at, at + 16);
    }
  }
  for (const [start, length] of paths) {
    const { bytes, address } = segments.find(({ bytes, address }) => start >= address && start + length <= address + bytes.length);
    bytes.fill(0, start - address, start - address + length);
  }
  if (paths.size < LEAST) throw new Error("The places that panics name are laid out otherwise than before: see build/mute.mjs.");
  return result;
}

/** The pieces of memory that the module brings, as views into it, each with its address. */
function* dataSegments(module) {
  const reader = find(module, DATA);
  for (let left = reader.number(); left > 0; left--) {
    const kind = reader.number();
    let address;
    if (kind === 0) {
      reader.byte();
      address = reader.number();
      reader.byte();
    }
    const length = reader.number();
    if (address !== undefined) yield { bytes: module.subarray(reader.at, reader.at + length), address };
    reader.at += length;
  }
}
