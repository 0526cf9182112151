/** The words of the index: for each key its forms, the decisions that have them, and where it stands in compounds. */

import { Alphabet, Reader } from "./reading.js";

/**
 * Postings are the decisions that have a word, as bytes: per decision the step from the one before and the level.
 * @typedef {{text: string, documents: number, isCompound: boolean, postings: Uint8Array, place: number}} Form
 *   `place`: its number in the entry
 * @typedef {{text: string, documents: number, postings: Uint8Array, compounds: string[]}} Part
 *   `text` is the beginning of a word as it stands in compounds; `compounds` some of those, the most common first
 * @typedef {{key: string, forms: Form[], parts: Part[], isWord: boolean}} Entry
 */

/** A stretch of the alphabet of keys. */
export class TermBlock {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    /** @type {Map<string, {at: number, number: number}>} */
    this.places = new Map();
    this.bytes = bytes;
    const reader = new Reader(bytes);
    const alphabet = new Alphabet();
    for (let number = 0; reader.more; number++) {
      const key = alphabet.next(reader);
      const size = reader.number();
      this.places.set(key, { at: reader.at, number });
      reader.slice(size);
    }
  }

  /** @param {string} key @returns {Entry|null} */
  entry(key) {
    const found = this.places.get(key);
    if (!found) return null;
    const reader = new Reader(this.bytes, found.at);
    const forms = [];
    for (let place = 0, count = reader.number(); place < count; place++) {
      const [text, told] = [reader.text(), reader.number()];
      const [documents, isCompound] = [told >>> 1, (told & 1) === 1];
      forms.push({ text, documents, isCompound, postings: reader.slice(reader.number()), place });
    }
    const parts = [];
    for (let left = reader.number(); left; left--) {
      const text = reader.text();
      const compounds = Array.from({ length: reader.number() }, () => reader.text());
      parts.push({ text, compounds, documents: reader.number(), postings: reader.slice(reader.number()) });
    }
    return { key, forms, parts, isWord: reader.number() === 1 };
  }

  /** @param {string} start @returns {Entry[]} the entries whose keys begin with it */
  beginning(start) {
    const keys = [...this.places.keys()].filter((key) => key.startsWith(start));
    return keys.map((key) => /** @type {Entry} */ (this.entry(key)));
  }
}

/**
 * The places of each form of each entry of a block of terms: bytes that hold, for each decision of its postings, how
 * many places there are, then for each the step from the one before and the level of its text.
 */
export class PlaceBlock {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.entries = framed(bytes);
  }

  /** @param {number} entry its number in the block of terms @param {number} form @returns {Reader} */
  of(entry, form) {
    return new Reader(framed(this.entries[entry])[form]);
  }
}

/** @param {Uint8Array} bytes @returns {Uint8Array[]} the parts, each of which has its length before it */
function framed(bytes) {
  const reader = new Reader(bytes);
  const found = [];
  while (reader.more) found.push(reader.slice(reader.number()));
  return found;
}
