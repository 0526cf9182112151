/** Swedish words: what a word is, its stem, and which spelling fits which. The index is made by the same rules. */

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const VOWELS = "aeiouyåäö";
const LEAST_STEM = 4;
const START = new RegExp(`^[^${VOWELS}]*[${VOWELS}]+[^${VOWELS}]`, "u");
const VOWEL_CONSONANT = new RegExp(`[^][${VOWELS}][^${VOWELS}]$`, "u");
const NO_ET = /(?:fab|h|pak|rak|stak|kom|iet|(?:[cdmnprstux]|al|il|iv|kv)it)$/u;
const MAIN = new RegExp(
  "(?:a|arna|erna|heterna|orna|ad|e|ade|ande|arne|are|aste|en|anden|aren|heten|ern|ar|er|heter|or|s|as|arnas|ernas|" +
    "ornas|es|ades|andes|ens|arens|hetens|erns|at|et|andet|het|ast)$",
);

/** The words of a text: lower case, soft hyphens removed. @param {string} text @returns {string[]} */
export function tokens(text) {
  return text.normalize("NFC").replaceAll("\u00ad", "").toLowerCase().match(WORD) ?? [];
}

/** @param {string} letter @returns {string} the ASCII letter below its marks, or itself */
function bare(letter) {
  if (letter === "ø") return "o";
  const split = letter.normalize("NFD");
  return /^[a-z]\p{M}+$/iu.test(split) ? split[0] : letter;
}

/** A word without dots and accents; as long as the word. @param {string} word @returns {string} */
export function plain(word) {
  return word.replace(/[^\0-\x7f]/gu, bare);
}

/** @param {string} word @returns {boolean} */
export const hasDigit = (word) => /\p{N}/u.test(word);

/** @param {string} word @returns {boolean} */
export const lettersOnly = (word) => /^\p{L}+$/u.test(word);

/** How many characters, as a reader counts them. @param {string} word @returns {number} */
export const size = (word) => (/[\ud800-\udfff]/.test(word) ? [...word].length : word.length);

/**
 * The stem of a word, always a beginning of it: the Swedish algorithm of Snowball 3 (snowballstem.org).
 * @param {string} word lower case
 * @returns {string}
 */
export function stem(word) {
  const start = START.exec(word);
  if (!start || size(word) < 3) return word;
  const third = [...word.slice(0, 6)].slice(0, 3).join("").length;
  const from = Math.max(start[0].length, third);
  const suffixed = (/** @type {RegExp} */ suffix) => suffix.exec(word.slice(from))?.[0];
  const shorten = (/** @type {number} */ letters) => (word = word.slice(0, word.length - letters));

  const ending = suffixed(MAIN);
  if (ending === "s") {
    const before = word.slice(0, -1);
    if (before.endsWith("et") && takesEt(before.slice(0, -2))) shorten(3);
    else if (/[bcdfghjklmnoprtvy]$/.test(before)) shorten(1);
  } else if (ending === "et") {
    if (takesEt(word.slice(0, -2))) shorten(2);
  } else if (ending) shorten(ending.length);

  if (suffixed(/(?:dd|gd|nn|dt|gt|kt|tt)$/)) shorten(1);

  const last = suffixed(/(?:lig|ig|els|fullt|öst)$/);
  if (last === "fullt" || (last === "öst" && /[iklnprtuv]öst$/.test(word))) shorten(1);
  else if (last && last !== "öst") shorten(last.length);
  return word;
}

/** Whether -et after this is an ending, and no part of the word itself. @param {string} before */
function takesEt(before) {
  return VOWEL_CONSONANT.test(before) && !NO_ET.test(before);
}

/**
 * What all forms of a word have in common, under which the index keeps it: one ending after the other is taken off.
 * @param {string} word
 * @returns {string} always a beginning of the plain word
 */
export function key(word) {
  const bareWord = plain(word);
  if (!lettersOnly(word)) return bareWord;
  for (let known = shortened(bareWord); ; ) {
    const next = shortened(known);
    if (next === known || (size(next) < LEAST_STEM && !known.endsWith("an"))) return known;
    known = next;
  }
}

/** A word without its last ending: -an, which the stem leaves, or what the stem takes. @param {string} word */
function shortened(word) {
  const end = word.length - 2;
  const from = START.exec(word)?.[0].length ?? word.length;
  return word.endsWith("an") && end >= Math.max(3, from) ? word.slice(0, end) : stem(word);
}

/** The beginning of a word that its key stands for, with dots. @param {string} word */
export const root = (word) => word.slice(0, key(word).length);

/**
 * Whether a word as asked for fits one that was found: å finds only å, a finds a, å and ä.
 * @param {string} asked
 * @param {string} found
 * @returns {boolean}
 */
export function fits(asked, found) {
  if (asked === found) return true;
  if (asked.length !== found.length) return false;
  const bareFound = plain(found);
  for (let at = 0; at < asked.length; at++) {
    if (asked[at] !== found[at] && asked[at] !== bareFound[at]) return false;
  }
  return true;
}

/** Whether a word as asked for is a form of another. @param {string} asked @param {string} meant @returns {boolean} */
export const isForm = (asked, meant) => asked === meant || (key(asked) === key(meant) && fits(root(asked), root(meant)));

/**
 * Whether one insertion, deletion, substitution or swap of neighbours, or none, makes one word the other.
 * @param {string} one
 * @param {string} other
 * @returns {boolean}
 */
export function isNear(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  const shortest = Math.min(one.length, other.length);
  let at = 0;
  while (at < shortest && one[at] === other[at]) at++;
  const rest = (/** @type {string} */ word, /** @type {number} */ skipped) => word.slice(at + skipped);
  if (one.length !== other.length) {
    return one.length > other.length ? rest(one, 1) === rest(other, 0) : rest(one, 0) === rest(other, 1);
  }
  if (rest(one, 1) === rest(other, 1)) return true;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && rest(one, 2) === rest(other, 2);
}

/** Text order by code points, as the index has it. @param {string} one @param {string} other @returns {number} */
export function byCodePoint(one, other) {
  const shortest = Math.min(one.length, other.length);
  for (let at = 0; at < shortest; at++) {
    let [a, b] = [one.charCodeAt(at), other.charCodeAt(at)];
    if (a === b) continue;
    if (a >= 0xd800 && b >= 0xd800) {
      // Surrogates stand for what lies above all other code units.
      a = a >= 0xe000 ? a - 0x2000 : a + 0x2000;
      b = b >= 0xe000 ? b - 0x2000 : b + 0x2000;
    }
    return a - b;
  }
  return one.length - other.length;
}
