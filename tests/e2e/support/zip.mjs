// Reads a zip, such as a workbook: its central directory, then each file, inflated. And writes one, of the same files.
import { deflateRawSync, inflateRawSync } from "node:zlib";

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

/** A zip of files, by name: texts or bytes. `declared` is the size that its directory says of each, where that is a lie. */
export function zipped(files, declared) {
  const [locals, entries] = [[], []];
  let at = 0;
  for (const [name, text] of files) {
    const [content, path] = [Buffer.from(text), Buffer.from(name)];
    const deflated = deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(deflated.length, 14);
    head.writeUInt32LE(declared ?? content.length, 18);
    head.writeUInt16LE(path.length, 22);
    locals.push(Buffer.from("PK\x03\x04", "latin1"), head, path, deflated);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    entries.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), head, place, path);
    at += 30 + path.length + deflated.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.size, 4);
  end.writeUInt16LE(files.size, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06", "latin1"), end]);
}

function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 255] ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit += 1) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte;
});
