/** What a query means on this site: its words, phrases, names and conditions. */

import { parse } from "../query/query.js";
import { NONE } from "../query/state.js";
import { fits, isForm, plain, tokens } from "../query/swedish.js";

/**
 * A condition that decisions meet, or with `minus` do not. `places` are values of a facet, -1 for "not stated".
 * @typedef {{param: string, minus: boolean, places?: number[], range?: any}} Condition
 * @typedef {{words: string[], light: string[], phrases: string[][], minus: string[][], conditions: Condition[], names: string[],
 *   leftOut: string[], unknown: string[], fields: Told[]}} Asked `names`: keys of names; `light`: those of the words
 *   that a decision need not have
 * @typedef {{param: string, values: string[], minus: boolean, typed: string}} Told a field that the query names
 * @typedef {import("../query/query.js").Chunk} Chunk
 * @typedef {import("../index/published.js").Index} Index
 */

const NO_VALUE = [NONE, "saknas"];
const LONGEST_NAME = 60;

/**
 * @param {Index} index
 * @param {string} text
 * @param {AbortSignal} [signal]
 * @returns {Promise<Asked>}
 */
export async function interpret(index, text, signal) {
  const chunks = parse(text, index.contents.asking);
  const choices = await choicesOf(index, chunks, signal);
  /** @type {Asked} */
  const asked = {
    words: [], light: [], phrases: [], minus: [], conditions: [], names: [], leftOut: [], unknown: [], fields: [],
  };
  /** @type {string[]} */
  const typed = [];
  for (const chunk of chunks) {
    if (takeCondition(asked, chunk, choices)) continue;
    if (chunk.unknown || chunk.type === "field") asked.unknown.push(chunk.typed);
    if (chunk.minus) asked.minus.push(chunk.words);
    else {
      typed.push(chunk.typed);
      if (chunk.type === "phrase") asked.phrases.push(chunk.words);
      else asked.words.push(...chunk.words);
    }
  }
  asked.names = [...new Set([typed.join(" "), called(typed, index.contents)].flatMap((one) => nameKeys(one, index.contents.asking.leads)))];
  asked.phrases = [...new Map(asked.phrases.map((words) => [words.join(" "), words])).values()];
  leaveOut(asked, [...new Set(asked.words)], index.contents);
  return asked;
}

/** @param {Asked} asked @param {string[]} words @param {import("../index/contents.js").Contents} contents */
function leaveOut(asked, words, { stopWords, lightWords }) {
  const isStop = (/** @type {string} */ word) => isAmong(word, stopWords);
  const telling = words.filter((word) => !isStop(word));
  const keepsAll = !telling.length && !asked.phrases.length;
  asked.words = keepsAll ? words : telling;
  asked.leftOut = keepsAll ? [] : words.filter(isStop);
  const light = asked.words.filter((word) => isFormAmong(word, lightWords));
  asked.light = light.length < asked.words.length || asked.phrases.length ? light : [];
}

/** @param {string} word @param {string[]} list */
const isAmong = (word, list) => list.some((one) => fits(word, one));

/** @param {string} word @param {string[]} list @returns {boolean} whether it is a form of one of them */
const isFormAmong = (word, list) => list.some((one) => isForm(word, one));

/** @param {string} word @param {import("../index/contents.js").Contents} contents @returns {boolean} whether it tells no decision from others */
export const saysLittle = (word, { stopWords, lightWords }) => isAmong(word, stopWords) || isFormAmong(word, lightWords);

/**
 * What was typed without the words around it that say too little to belong to a name: "vad har X fått" is X.
 * @param {string[]} typed
 * @param {import("../index/contents.js").Contents} contents
 * @returns {string}
 */
function called(typed, contents) {
  const words = tokens(typed.join(" "));
  const tells = (/** @type {string} */ word) => !saysLittle(word, contents);
  return words.slice(words.findIndex(tells), words.findLastIndex(tells) + 1).join(" ");
}

/**
 * @typedef {{facet: import("../index/decoding.js").Facet, places: number[]}} Choice a facet, and those of its values that occur
 * @param {Index} index
 * @param {Chunk[]} chunks
 * @param {AbortSignal} [signal]
 * @returns {Promise<Object<string, Choice>>} of the fields that the query names
 */
async function choicesOf(index, chunks, signal) {
  const params = [...new Set(chunks.filter(({ type }) => type === "field").map(({ param = "" }) => param))];
  if (!params.length) return {};
  const [facets, ...columns] = await Promise.all([
    index.facets(signal),
    ...params.map((param) => index.values(param, signal)),
  ]);
  const entries = params.map((param, at) => [param, { facet: facets[param], places: [...new Set(columns[at].values)] }]);
  return Object.fromEntries(entries);
}

/** @param {Asked} asked @param {Chunk} chunk @param {Object<string, Choice>} choices @returns {boolean} */
function takeCondition(asked, chunk, choices) {
  const { type, param = "", value = "", minus, typed } = chunk;
  if (type === "range") {
    asked.conditions.push({ param, minus, range: chunk.range });
    asked.fields.push({ param, values: [value.trim()], minus, typed });
    return true;
  }
  if (type !== "field") return false;
  const { facet } = choices[param];
  const places = named(choices[param], value);
  if (!places.length) return false;
  asked.conditions.push({ param, minus, places });
  const labels = places.map((place) => (place < 0 ? NONE : facet.labels[place]));
  asked.fields.push({ param, values: labels, minus, typed });
  return true;
}

/** @param {Choice} choice @param {string} value as typed @returns {number[]} the places it names */
function named({ facet, places }, value) {
  const asked = even(value);
  if (NO_VALUE.includes(asked)) return [-1];
  const exact = places.filter((place) => facet.keys[place].toLowerCase() === asked);
  if (exact.length) return exact;
  const names = (/** @type {number} */ place) => [facet.labels[place], ...(facet.also[place] ?? [])];
  return places.filter((place) => names(place).some((name) => fits(asked, even(name))));
}

/** @param {string} text */
const even = (text) => text.normalize("NFC").toLowerCase().trim().replace(/\s+/gu, " ");

/**
 * The keys under which names and numbers may be known: all spellings of a number have one in common.
 * @param {string} text
 * @param {string[]} leads what may stand before a number
 * @returns {string[]}
 */
export function nameKeys(text, leads) {
  const lowered = plain(text.normalize("NFC").toLowerCase());
  const shorter = lowered.replace(/(?<![0-9])0+(?=[0-9])/g, "");
  const keys = new Set([lowered, shorter].map((one) => one.replace(/[^\p{L}\p{N}]+/gu, "")).filter(Boolean));
  for (const one of [...keys]) {
    for (const lead of leads) if (one.startsWith(lead) && one !== lead) keys.add(one.slice(lead.length));
  }
  for (const one of [...keys]) {
    const number = /^(?:(?:16)?(\d{10})|se(\d{10})01)$/.exec(one);
    if (number) keys.add(number[1] ?? number[2]);
  }
  return [...keys].map((one) => [...one].slice(0, LONGEST_NAME).join(""));
}
