// A module without the words of its panics: whatever panics stops at once, as a trap, which the guard of the page says in
// French. The sentences, their places and what lays them out are a fiftieth of the first module, for a console that nobody
// has open. A plain `trunk build`, or one in debug, keeps them.
import { Reader, find, importedFunctions, leb, section } from "./sections.mjs";

const [CUSTOM, CODE, DATA] = [0, 10, 11];
const FUNCTION_NAMES = 1;
/** No local variable; unreachable; the end. */
const TRAP = Buffer.from([0, 0x00, 0x0b]);
/** The functions that never return, by what wasm-bindgen calls them. */
const PANICS = new RegExp(`^(${[
  "core::panicking::(panic|panic_fmt|panic_bounds_check|panic_display.*|assert_failed.*|panic_const::.*)",
  "core::(option|result)::(unwrap|expect)_failed",
  "core::slice::index::slice_index_fail",
  "core::str::slice_error_fail",
  "core::cell::panic_already_.*",
  "core::cell::lazy::panic_poisoned",
  "alloc::raw_vec::(handle_error|capacity_overflow)",
  "alloc::alloc::handle_alloc_error",
  "std::panicking::begin_panic.*",
  "std::thread::local::panic_access_error",
].join("|")})$`);
/** Fewer would mean that the names have changed. */
const LEAST = 10;
/** A path, a line and a column are below these. */
const [PATH_MAX, LINES_MAX, COLUMNS_MAX] = [200, 20_000, 500];

/** The module, each function that panics being a trap, and nothing said of where. */
export function mute(module) {
  return withoutPlaces(withTraps(module));
}

function withTraps(module) {
  const mutable = panics(module);
  if (mutable.size < LEAST) throw new Error("The functions that panic have other names than before: see build/mute.mjs.");
  const imported = importedFunctions(module);
  const reader = find(module, CODE);
  const start = reader.start;
  const count = reader.number();
  const bodies = Array.from({ length: count }, (_, index) => {
    const length = reader.number();
    const body = module.subarray(reader.at, reader.at + length);
    reader.at += length;
    const kept = mutable.has(imported + index) ? TRAP : body;
    return [leb(kept.length), kept];
  });
  return Buffer.concat([module.subarray(0, start), section(CODE, [leb(count), ...bodies.flat()]), module.subarray(reader.at)]);
}

/** The numbers of the functions that panic. A name's crates have sums in brackets, and at its end one of its own. */
function panics(module) {
  const found = new Set();
  for (const reader = new Reader(module, 8); !reader.isAtEnd(); ) {
    const id = reader.byte();
    const end = reader.number() + reader.at;
    if (id === CUSTOM && reader.text() === "name") {
      while (reader.at < end) namesIn(reader, (name, index) => PANICS.test(name.replace(/\[\w+\]|::h[0-9a-f]{16}$/g, "")) && found.add(index));
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
 * The places in the source that panics would name: structures of a path's address and length, a line and a column. They and
 * the paths become zeros, which weigh nothing.
 */
function withoutPlaces(module) {
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
