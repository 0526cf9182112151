/** What the columns of a download are: their headings, and how their cells are to be taken. */

import { filled } from "./numbers.js";

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
};

/**
 * Gives the columns of the published table.
 *
 * @param {string[]} keys
 * @param {{headings: Object<string, string>, costs: Object<string, string>, share: string}} told
 * @param {Object<string, import("./decoding.js").Facet>} facets
 * @returns {Column[]}
 */
export function columns(keys, told, facets) {
  return keys.map((key) => ({
    key,
    heading: told.headings[key],
    kind: DATES.has(key) ? "date" : AMOUNTS.has(key) ? "money" : "count",
    said: key === "shares" ? (text) => share(text, told) : key in FACETS ? labelled(facets[FACETS[key]]) : as,
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

function inWords(cell, said) {
  return typeof cell === "string" ? said(cell) : Array.isArray(cell) ? cell.map((one) => one && said(one)) : cell;
}

/** @param {string} text */
const as = (text) => text;

/** Says an id by its label; an amount that stands after it, as after a source, stays. */
function labelled({ keys, labels }) {
  const words = new Map(keys.map((key, place) => [key, labels[place]]));
  return (text) => {
    const [id, ...after] = text.split(" ");
    return [words.get(id) ?? id, ...after].join(" ");
  };
}

/** Says a share of costs: "33.33 booked_costs". */
function share(text, told) {
  const [percent, costs] = text.split(" ");
  const number = Number(percent).toLocaleString(told.lang, { maximumFractionDigits: 2 });
  return filled(costs ? told.share : told.share_unknown, { percent: number, costs: told.costs[costs] });
}
