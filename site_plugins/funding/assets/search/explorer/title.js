/** The title of the page, which tells one tab and one step of the history from another: what is asked for, then its own. */

import { valueSaid } from "./chips.js";
import { FACETS } from "../query/state.js";

const OWN = document.title;

/** @param {import("../query/state.js").State} state @param {Object<string, import("../index/decoding.js").Facet>} facets */
export function titleOf(state, facets) {
  const { q, include, exclude, amount, decided } = state;
  const said = (/** @type {string} */ param, /** @type {string} */ value) => valueSaid(state, facets, param, value);
  const asked = [
    ...(q ? [q] : []),
    ...FACETS.flatMap((facet) => [
      ...(include[facet] ?? []).map((key) => said(facet, key)),
      ...(exclude[facet] ?? []).map((key) => said(facet, `-${key}`)),
    ]),
    ...(amount ? [said("amount", "")] : []),
    ...(decided ? [said("decided", "")] : []),
  ];
  return asked.length ? `${asked.join(", ")} – ${OWN}` : OWN;
}
