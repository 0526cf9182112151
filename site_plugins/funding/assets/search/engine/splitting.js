/** Compounds: which two words a typed word is made of, and which compounds two typed words may make. */

import { fits, key, lettersOnly, root, size } from "../query/swedish.js";

const LEAST_WHOLE = 6;
const LEAST_PART = 3;
const LINKS = "seaou";

/**
 * What two words that stand side by side may make, with any linking letter, also for the last vowel of the first; not
 * what is only the first with an ending.
 * @param {string} left
 * @param {string} right
 * @returns {string[]}
 */
export function joined(left, right) {
  if (![left, right].every((word) => lettersOnly(word) && size(word) >= LEAST_PART)) return [];
  const starts = /[ae]$/.test(left) && size(left) > LEAST_PART ? [left, left.slice(0, -1)] : [left];
  const firsts = starts.flatMap((start) => ["", ...LINKS].map((link) => start + link));
  return firsts.filter((first) => size(key(first + right)) >= size(first) + LEAST_PART).map((first) => first + right);
}

/**
 * The best division: the shorter half as long as possible, then the right one.
 * @param {import("../index/published.js").Index} index
 * @param {string} word
 * @param {AbortSignal} [signal]
 * @returns {Promise<[string, string]|null>}
 */
export async function split(index, word, signal) {
  const letters = [...word];
  if (letters.length < LEAST_WHOLE || !lettersOnly(word)) return null;
  const entry = (await index.terms([key(word)], signal)).get(key(word));
  if (entry?.forms.some(({ text, isCompound }) => text === word && !isCompound)) return null;
  const divisions = [];
  for (let at = LEAST_PART; at <= letters.length - LEAST_PART; at++) {
    const left = letters.slice(0, at).join("");
    const linked = LINKS.includes(letters[at - 1]) && at > LEAST_PART;
    const lefts = linked ? [left, left.slice(0, -1)] : [left];
    divisions.push({ lefts, right: letters.slice(at).join(""), shorter: Math.min(at, letters.length - at), at });
  }
  divisions.sort((one, other) => other.shorter - one.shorter || one.at - other.at);

  const isLeft = await among(index, word, divisions.flatMap(({ lefts }) => lefts), signal);
  for (const { lefts, right } of divisions) {
    // One after the other: what is not fetched for a worse division is saved.
    const left = lefts.find(isLeft);
    if (left && (await among(index, word, [right], signal))(right)) return [left, right];
  }
  return null;
}

/**
 * @param {import("../index/published.js").Index} index
 * @param {string} whole the word that is divided
 * @param {string[]} parts
 * @param {AbortSignal} [signal]
 * @returns {Promise<(part: string) => boolean>} whether a part is another word of the site, or stands in
 *   compounds of it
 */
async function among(index, whole, parts, signal) {
  const allowed = parts.filter((part) => !index.contents.splitless.has(key(part)));
  const entries = await index.terms(allowed.map(key), signal);
  const found = new Set(
    allowed.filter((part) => {
      const entry = entries.get(key(part));
      const asked = root(part);
      const isWord = entry?.isWord && entry.forms.some(({ text }) => text !== whole && fits(asked, root(text)));
      return isWord || entry?.parts.some(({ text }) => fits(asked, text));
    }),
  );
  return (part) => found.has(part);
}
