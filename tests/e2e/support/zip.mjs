// Reads a zip, such as a workbook: its central directory, then each file, inflated.
import { inflateRawSync } from "node:zlib";

const DIRECTORY_END = 0x06054b50;
const STORED = 0;

/** The texts of the files of a zip, by name. */
export function unzipped(bytes) {
  let end = bytes.length - 22;
  while (bytes.readUInt32LE(end) !== DIRECTORY_END) end -= 1;
  const files = new Map();
  let entry = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [bytes.readUInt16LE(entry + 10), bytes.readUInt32LE(entry + 20)];
    const [name, extra, comment] = [28, 30, 32].map((at) => bytes.readUInt16LE(entry + at));
    const header = bytes.readUInt32LE(entry + 42);
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    const content = bytes.subarray(start, start + size);
    files.set(bytes.toString("utf8", entry + 46, entry + 46 + name), (method === STORED ? content : inflateRawSync(content)).toString("utf8"));
    entry += 46 + name + extra + comment;
  }
  return files;
}
