/**
 * Writes zip files (PKWARE APPNOTE 6.3.10) of a few files: what an XLSX file is.
 *
 * Each file is deflated by the browser, or stored where the browser cannot. Names are ASCII; no file may reach 4 GB.
 */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const STORED = 0;
const DEFLATED = 8;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit++) {
    value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return value;
});

/**
 * Carries on the checksum of some bytes (CRC-32, ISO 3309) with more of them; the first ones carry on 0.
 *
 * @param {number} before
 * @param {Uint8Array} bytes
 * @returns {number}
 */
function crc32(before, bytes) {
  let crc = ~before;
  for (const byte of bytes) {
    crc = CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

/**
 * Makes a zip file.
 *
 * @param {{name: string, parts: AsyncIterable<string>|Iterable<string>}[]} files Each with its text, piece by piece.
 * @param {string} day The day that the files get as theirs, as YYYY-MM-DD: no clock is asked, so that the same files
 *   give the same zip.
 * @param {string} type The media type of the whole.
 * @returns {Promise<Blob>}
 */
export async function zip(files, day, type) {
  const written = [];
  const central = [];
  let offset = 0;
  for (const { name, parts } of files) {
    const packed = await pack(parts);
    const entry = { name: new TextEncoder().encode(name), day: dosDay(day), offset, ...packed };
    const head = header(entry, LOCAL);
    written.push(head, packed.data);
    central.push(header(entry, CENTRAL));
    offset += head.length + packed.data.size;
  }
  const size = central.reduce((sum, one) => sum + one.length, 0);
  return new Blob([...written, ...central, end(files.length, size, offset)], { type });
}

/**
 * Deflates the text of a file, and tells what its header must say of it: checksum, bytes before, method.
 *
 * @param {AsyncIterable<string>|Iterable<string>} parts
 * @returns {Promise<{crc: number, length: number, method: number, data: Blob}>}
 */
async function pack(parts) {
  const encoder = new TextEncoder();
  let crc = 0;
  let length = 0;
  const deflating = "CompressionStream" in globalThis;
  const { readable, writable } = deflating ? new CompressionStream("deflate-raw") : new TransformStream();
  const data = new Response(readable).blob();
  const writer = writable.getWriter();
  for await (const part of parts) {
    const bytes = encoder.encode(part);
    crc = crc32(crc, bytes);
    length += bytes.length;
    await writer.write(bytes);
  }
  await writer.close();
  return { crc, length, method: deflating ? DEFLATED : STORED, data: await data };
}

/** Gives a day as MS-DOS writes it: seven bits of years since 1980, four of the month, five of the day. */
function dosDay(day) {
  const [year, month, date] = day.split("-").map(Number);
  return ((year - 1980) << 9) | (month << 5) | date;
}

/** Writes what stands before a file's bytes, or about it in the list at the end. */
function header(entry, signature) {
  const central = signature === CENTRAL;
  const fixed = new DataView(new ArrayBuffer(central ? 46 : 30));
  fixed.setUint32(0, signature, true);
  let at = 4;
  const write16 = (...values) => values.forEach((value) => fixed.setUint16((at += 2) - 2, value, true));
  const write32 = (...values) => values.forEach((value) => fixed.setUint32((at += 4) - 4, value, true));
  write16(...(central ? [VERSION, VERSION] : [VERSION]), 0, entry.method, 0, entry.day);
  write32(entry.crc, entry.data.size, entry.length);
  write16(entry.name.length, 0);
  if (central) {
    write16(0, 0, 0);
    write32(0, entry.offset);
  }
  return joined(new Uint8Array(fixed.buffer), entry.name);
}

/** Writes the end of the list of files: how many they are, and the bytes of the list and before it. */
function end(count, size, offset) {
  const fixed = new DataView(new ArrayBuffer(22));
  fixed.setUint32(0, END, true);
  fixed.setUint16(8, count, true);
  fixed.setUint16(10, count, true);
  fixed.setUint32(12, size, true);
  fixed.setUint32(16, offset, true);
  return new Uint8Array(fixed.buffer);
}

/** @param {Uint8Array} first @param {Uint8Array} second @returns {Uint8Array} */
function joined(first, second) {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
