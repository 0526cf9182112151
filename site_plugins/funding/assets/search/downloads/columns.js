/** What the columns of a download are: their headings, and how their cells are to be taken. */

import { filled } from "../query/numbers.js";

/**
 * @typedef {{key: string, heading: string, kind: import("./xlsx.js").Kind, said: (text: string) => string}} Column
 *   `said` gives a text of its cells in readers' words.
 */

const DATES = new Set(["decided", "meeting_date", "period_start", "period_end"]);
const AMOUNTS = new Set(["amount", "counted", "total_budget"]);
const FACETS = {
  status: "status",
  kind: "kind",
  body: "body",
  funder: "funder",
  sources: "source",
  municipalities: "municipality",
  themes: "theme",
  conditions: "condition",
  condition_states: "condition_state",
};

/**
 * Gives the columns of the published table.
 *
 * @param {string[]} keys
 * @param {{headings: Object<string, string>, costs: Object<string, string>, share: string}} told
 * @param {Object<string, import("../index/decoding.js").Facet>} facets
 * @returns {Column[]}
 */
export function columns(keys, told, facets) {
  return keys.map((key) => ({
    key,
    heading: told.headings[key],
    kind: DATES.has(key) ? "date" : AMOUNTS.has(key) ? "money" : "count",
    said: key === "shares" ? shares(told) : key in FACETS ? labelled(facets[FACETS[key]]) : as,
  }));
}

/**
 * Says rows in readers' words: "Beviljat" for granted, the name of a body for its id. What has no word stays.
 *
 * @param {Column[]} all
 * @param {AsyncIterable<unknown[][]>} slices
 * @returns {AsyncGenerator<unknown[][]>}
 */
export async function* worded(all, slices) {
  for await (const rows of slices) {
    yield rows.map((row) => row.map((cell, place) => inWords(cell, all[place].said)));
  }
}

/** @param {any} cell @param {(text: string) => string} said @returns {unknown} the texts in it as they are said */
function inWords(cell, said) {
  return typeof cell === "string" ? said(cell) : Array.isArray(cell) ? cell.map((one) => one && said(one)) : cell;
}

/** @param {string} text */
const as = (text) => text;

/** Says an id by its label; an amount that stands after it, as after a source, stays. */
function labelled({ keys, labels }) {
  const words = new Map(keys.map((key, place) => [key, labels[place]]));
  return (text) => words.get(text) ?? text.replace(/^\S+/u, (id) => words.get(id) ?? id);
}

/** Says shares of costs, "33.33 booked_costs", each wording once: a formatter of numbers takes its time. */
function shares(told) {
  const numbers = new Intl.NumberFormat(told.lang, { maximumFractionDigits: 2 });
  const known = new Map();
  return (text) => {
    if (!known.has(text)) {
      const [number, costs] = text.split(" ");
      const values = { percent: numbers.format(Number(number)), costs: told.costs[costs] };
      known.set(text, filled(costs ? told.share : told.share_unknown, values));
    }
    return known.get(text);
  };
}
