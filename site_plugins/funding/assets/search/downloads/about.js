/** Says what a selection is: for the file that it is downloaded as, and for that file's name. */

import { amountsText, daysText } from "../query/ranges.js";
import { NONE, order, toParams } from "../query/state.js";

/**
 * @typedef {{param: string, label: string, values: string[], without: boolean}} Filter
 * @typedef {{query: string, filters: Filter[], link: string, day: string, sort: string, count: number, sum: number,
 *   ours: number, approximate: boolean, withoutAmount: number, foreign: [string, number][]}} About
 */

const NAME_LENGTH = 60;

/**
 * Describes a selection.
 *
 * @param {{asOf: string, facets: Object<string, import("../index/decoding.js").Facet>}} data
 * @param {import("../engine/selecting.js").Selection} selection
 * @param {import("../query/state.js").State} state
 * @param {{filters: Object<string, string>, not_stated: string}} words
 * @param {string} page The address of the page that shows the selection.
 * @returns {About}
 */
export function describe(data, selection, state, words, page) {
  const link = new URL(page);
  link.search = toParams(state).toString();
  link.hash = "";
  const { count, sum, ours, approximate, withoutAmount, foreign } = selection;
  return {
    query: state.q,
    filters: [
      ...chosen(state.include, false, data.facets, words),
      ...chosen(state.exclude, true, data.facets, words),
      ...range("amount", state.amount && amountsText(state.amount), words),
      ...range("decided", state.decided && daysText(state.decided), words),
    ],
    link: link.href,
    day: data.asOf,
    sort: order(state),
    ...{ count, sum, ours, approximate, withoutAmount, foreign },
  };
}

/**
 * Names a file after what is selected and the day of the data; ASCII, so that every system can keep it.
 *
 * @param {About} about
 * @param {string} kind What the file holds: "beslut".
 * @param {string} suffix
 * @returns {string}
 */
export function fileName(about, kind, suffix) {
  const said = [about.query, ...about.filters.flatMap(({ values, without }) => (without ? [] : values))];
  const slug = said
    .join(" ")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .slice(0, NAME_LENGTH)
    .replace(/^-|-$/gu, "");
  return [kind, slug, about.day].filter(Boolean).join("-") + suffix;
}

/**
 * Gives the description as the data of a JSON file.
 *
 * @param {About} about
 * @param {{name: string, url: string}} licence
 * @param {string} publisher
 * @returns {Object<string, unknown>}
 */
export function asData(about, licence, publisher) {
  return {
    publisher,
    licence,
    link: about.link,
    as_of: about.day,
    query: about.query,
    filters: about.filters.map(({ param, values, without }) => ({ param, values, without })),
    sort: about.sort,
    count: about.count,
    sum: about.sum,
    sum_granted_by_publisher: about.ours,
    approximate: about.approximate,
    without_amount: about.withoutAmount,
    other_currencies: Object.fromEntries(about.foreign),
  };
}

/**
 * @param {Object<string, string[]>} values
 * @param {boolean} without
 * @param {Object<string, import("../index/decoding.js").Facet>} facets
 * @param {{filters: Object<string, string>, not_stated: string}} words
 * @returns {Filter[]}
 */
function chosen(values, without, facets, words) {
  return Object.entries(values).map(([param, keys]) => {
    const { places, labels } = facets[param];
    const label = (key) => (key === NONE ? words.not_stated : (labels[places.get(key)] ?? key));
    return { param, label: words.filters[param], values: keys.map(label), without };
  });
}

/** @param {string} param @param {string|null} text @param {{filters: Object<string, string>}} words @returns {Filter[]} */
function range(param, text, words) {
  return text ? [{ param, label: words.filters[param], values: [text], without: false }] : [];
}
