/** The columns of the index: for every decision its values, amount, days and how it counts. */

import { Alphabet, Reader, utf8 } from "./reading.js";
import { plain } from "../query/swedish.js";

/**
 * Values of a facet: those of decision d are `values[starts[d]]` up to `values[starts[d + 1]]`, as places in the list.
 * @typedef {{starts: Uint32Array, values: Uint32Array}} Values
 * @typedef {{distinct: Float64Array, of: Uint32Array}} AmountColumn `of`: place in `distinct` + 1, 0 for none
 * @typedef {{first: Int32Array, last: Int32Array}} DayColumn of the decisions that have a day, which come first
 * @typedef {{keys: string[], labels: string[], parents: number[], also: Object<string, string[]>,
 *   places: Map<string, number>}} Facet
 */

/** Facets of which a decision has at most one value. */
export const SINGLE = new Set(["status", "kind", "year"]);

/** @param {string} facet @param {number} documents @returns {(bytes: Uint8Array) => Values} */
export const valuesOf = (facet, documents) => (bytes) => {
  const reader = new Reader(bytes);
  const starts = new Uint32Array(documents + 1);
  const values = new Uint32Array(bytes.length);
  let at = 0;
  for (let doc = 0; doc < documents; doc++) {
    if (SINGLE.has(facet)) {
      const value = reader.number();
      if (value) values[at++] = value - 1;
    } else {
      for (let left = reader.number(); left; left--) values[at++] = reader.number();
    }
    starts[doc + 1] = at;
  }
  return { starts, values: values.slice(0, at) };
};

/** @param {number} documents @returns {(bytes: Uint8Array) => AmountColumn} */
export const amountsOf = (documents) => (bytes) => {
  const reader = new Reader(bytes);
  const distinct = new Float64Array(reader.number());
  for (let at = 0, amount = 0; at < distinct.length; at++) distinct[at] = amount += reader.number();
  return { distinct, of: numbers(reader, documents) };
};

/** @param {Uint8Array} bytes @returns {DayColumn} */
export function daysOf(bytes) {
  const reader = new Reader(bytes);
  const first = new Int32Array(reader.number());
  for (let doc = 0, day = 0; doc < first.length; doc++) {
    const step = reader.number();
    first[doc] = day = doc ? day - step : step;
  }
  const last = first.slice();
  for (let left = reader.number(), doc = -1; left; left--) {
    doc += reader.number();
    last[doc] += reader.number();
  }
  return { first, last };
}

/** @param {number} documents @returns {(bytes: Uint8Array) => Uint32Array} each decision's rank */
export const ranksOf = (documents) => (bytes) => numbers(new Reader(bytes), documents);

/** @param {Reader} reader @param {number} count @returns {Uint32Array} */
function numbers(reader, count) {
  const found = new Uint32Array(count);
  for (let at = 0; at < count; at++) found[at] = reader.number();
  return found;
}

/** @param {Uint8Array} bytes @returns {Map<string, Map<number, boolean>>} per name its decisions, and whether strong */
export function namesOf(bytes) {
  const reader = new Reader(bytes);
  const alphabet = new Alphabet();
  const found = new Map();
  while (reader.more) {
    const name = alphabet.next(reader);
    const documents = new Map();
    for (let left = reader.number(), doc = -1; left; left--) {
      const step = reader.number();
      documents.set((doc += step >>> 1), (step & 1) === 1);
    }
    found.set(name, documents);
  }
  return found;
}

/** @typedef {{word: string, bare: string, documents: number}} Known a word of the site; `bare` is without dots */

/** @param {Uint8Array} bytes @returns {Known[]} words of one length */
export function lengthsOf(bytes) {
  const reader = new Reader(bytes);
  return Array.from({ length: reader.number() }, () => {
    const word = reader.text();
    return { word, bare: plain(word), documents: reader.number() };
  });
}

/** @param {Uint8Array} bytes @returns {any} */
export const jsonOf = (bytes) => JSON.parse(utf8(bytes));

/** @param {Uint8Array} bytes @returns {Object<string, Facet>} */
export function facetsOf(bytes) {
  const { also, ...lists } = jsonOf(bytes);
  /** @param {[string, [string, string, number][]]} entry @returns {[string, Facet]} */
  const facet = ([name, list]) => {
    const keys = list.map(([key]) => key);
    const places = new Map(keys.map((key, place) => [key, place]));
    const [labels, parents] = [list.map(([, label]) => label), list.map(([, , parent]) => parent)];
    return [name, { keys, labels, parents, also: also?.[name] ?? {}, places }];
  };
  return Object.fromEntries(Object.entries(lists).map(facet));
}
