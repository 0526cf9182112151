/** Why a decision is a hit: which words were found how, and where they stand. Asked for when it is opened. */

import { outdated } from "./failing.js";
import { filled } from "../query/numbers.js";
import { element, fill, piece, slot, words } from "./pieces.js";

/** @typedef {import("../index/published.js").Index} Index */
/** @typedef {import("../query/state.js").State} State */

/**
 * @param {Index} index
 * @param {State} state
 * @param {number} doc
 * @param {number} generation of the index that the number is of
 * @returns {HTMLElement} which says that it is `outdated` where the index is another one when it is opened
 */
export function whyOf(index, state, doc, generation) {
  const made = piece("why");
  made.addEventListener("toggle", () => tell(made, index, state, doc, generation), { once: true });
  return made;
}

/** @param {HTMLElement} made @param {Index} index @param {State} state @param {number} doc @param {number} generation */
async function tell(made, index, state, doc, generation) {
  const reasons = slot(made, "reasons");
  try {
    const { explain, snippets } = await import("../engine/explaining.js");
    const [found, where] = await Promise.all([
      explain(index, state, doc, generation),
      snippets(index, state, doc, generation),
    ]);
    const said = found.map(({ typed, kind, form, level, within }) => {
      return filled(words.why_kinds[kind], { typed, form: within ? `${form} …` : form, where: words.why_where[level] });
    });
    const lines = (said.length ? said : [words.why_kinds.filter]).map((text) => element("li", "", text));
    const quoted = where.map(({ before, hit, after }) => fill(piece("snippet"), { before, hit, after }));
    reasons.replaceChildren(...lines, ...quoted);
  } catch (error) {
    if (outdated(made, error)) return;
    reasons.replaceChildren(element("li", "", words.why_failed));
    console.warn(error);
  }
}
