/** What to drop where nothing is found. */

import { countOf } from "./counting.js";
import { parse, without } from "../query/query.js";
import { steadily } from "./selecting.js";
import { amountsText, daysText } from "../query/ranges.js";
import { FACETS, NONE } from "../query/state.js";

/**
 * @typedef {import("../query/state.js").State} State
 * @typedef {{drop: {param: string, value: string}, label: string, count: number, state: State}} Way
 *   `drop`: a value of a parameter, with a minus if it is excluded, or a part of `q` (all of it: the value is `q`);
 *   `label`: what it is called; `count`: how many decisions there are without it; `state`: what is then asked for
 */

const MOST = 6;
/** Parts of the longest query that is tried without each of them: what is pasted has hundreds, and every try takes time. */
const MOST_PARTS = 12;

/**
 * @param {import("../index/published.js").Index} index
 * @param {State} state
 * @param {AbortSignal} [signal]
 * @returns {Promise<Way[]>} what gives the most first; nothing that gives nothing
 */
export function relax(index, state, signal) {
  return steadily(index, signal, async () => {
    const facets = FACETS.some((facet) => state.include[facet] || state.exclude[facet]) ? await index.facets(signal) : {};
    const ways = [...words(state), ...values(state, facets), ...ranges(state)];
    for (const way of ways) way.count = await countOf(index, way.state, signal);
    return ways.filter(({ count }) => count).sort((one, other) => other.count - one.count).slice(0, MOST);
  });
}

/** @param {State} state @returns {Way[]} */
function words(state) {
  if (!state.q) return [];
  const chunks = parse(state.q);
  const tried = chunks.length > 1 && chunks.length <= MOST_PARTS ? chunks : [];
  const parts = tried.map((chunk) => [without(state.q, chunk), chunk]);
  const each = parts.map(([q, chunk]) => dropped("q", state.q.slice(chunk.from, chunk.to), { ...state, q }));
  return [...each, dropped("q", state.q, { ...state, q: "" })];
}

/** @param {State} state @param {Object<string, import("../index/decoding.js").Facet>} facets @returns {Way[]} */
function values(state, facets) {
  const ways = [];
  for (const facet of FACETS) {
    for (const side of /** @type {const} */ (["include", "exclude"])) {
      const chosen = state[side][facet] ?? [];
      for (const value of chosen) {
        const { [facet]: _, ...others } = state[side];
        const rest = chosen.filter((one) => one !== value);
        const kept = rest.length ? { ...others, [facet]: rest } : others;
        const { labels, places } = facets[facet];
        const label = labels[places.get(value) ?? -1] ?? (value === NONE ? NONE : value);
        ways.push(dropped(facet, side === "exclude" ? `-${value}` : value, { ...state, [side]: kept }, label));
      }
    }
  }
  return ways;
}

/** @param {State} state @returns {Way[]} */
function ranges(state) {
  const { amount, decided } = state;
  return [
    ...(amount ? [dropped("amount", amountsText(amount), { ...state, amount: null })] : []),
    ...(decided ? [dropped("decided", daysText(decided), { ...state, decided: null })] : []),
  ];
}

/** @param {string} param @param {string} value @param {State} state @param {string} [label] @returns {Way} */
const dropped = (param, value, state, label = value) => ({ drop: { param, value }, label, count: 0, state });
