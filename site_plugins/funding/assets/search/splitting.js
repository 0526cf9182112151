/** Compounds: which two words of the site a word is made of. The index divides its words by the same rules. */

import { fits, key, lettersOnly, root } from "./swedish.js";

const LEAST_WHOLE = 6;
const LEAST_PART = 3;
const LINKS = "seaou";

/**
 * The best division: the shorter half as long as possible, then the right one.
 * @param {import("./published.js").Index} index
 * @param {string} word
 * @param {AbortSignal} [signal]
 * @returns {Promise<[string, string]|null>}
 */
export async function split(index, word, signal) {
  const letters = [...word];
  if (letters.length < LEAST_WHOLE || !lettersOnly(word)) return null;
  const divisions = [];
  for (let at = LEAST_PART; at <= letters.length - LEAST_PART; at++) {
    const left = letters.slice(0, at).join("");
    const linked = LINKS.includes(letters[at - 1]) && at > LEAST_PART;
    const lefts = linked ? [left, left.slice(0, -1)] : [left];
    divisions.push({ lefts, right: letters.slice(at).join(""), shorter: Math.min(at, letters.length - at), at });
  }
  divisions.sort((one, other) => other.shorter - one.shorter || one.at - other.at);

  const isLeft = await among(index, word, divisions.flatMap(({ lefts }) => lefts), signal);
  const possible = divisions.filter(({ lefts }) => lefts.some(isLeft));
  const isRight = await among(index, word, possible.map(({ right }) => right), signal);
  const best = possible.find(({ right }) => isRight(right));
  return best ? [/** @type {string} */ (best.lefts.find(isLeft)), best.right] : null;
}

/**
 * @param {import("./published.js").Index} index
 * @param {string} whole the word that is divided
 * @param {string[]} parts
 * @param {AbortSignal} [signal]
 * @returns {Promise<(part: string) => boolean>} whether a part is another word of the site
 */
async function among(index, whole, parts, signal) {
  const allowed = parts.filter((part) => !index.splitless.has(key(part)));
  const entries = await index.terms(allowed.map(key), signal);
  const found = new Set(
    allowed.filter((part) => {
      const entry = entries.get(key(part));
      return entry?.isWord && entry.forms.some(({ text }) => text !== whole && fits(root(part), root(text)));
    }),
  );
  return (part) => found.has(part);
}
