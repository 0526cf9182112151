/** The filters: what there is to choose in each, how many decisions each choice has, and what is chosen. */

import { addressOf, has, toggled } from "./choosing.js";
import { labelOf } from "./chips.js";
import { filled } from "../query/numbers.js";
import { arrange, count, fill, number, piece, slot, words } from "./pieces.js";
import { NONE } from "../query/state.js";
import { plain } from "../query/swedish.js";

/** @typedef {import("../query/state.js").State} State */
/** @typedef {import("../index/decoding.js").Facet} Facet */

/** The values that a filter shows before more are asked for, and after. */
const [FEW, MANY] = [6, 60];
/** A filter with more values than this can be searched. */
const SEARCHED = 12;
/** Whose values stand in an order of their own; those of the others stand by how many decisions they have. */
const OWN_ORDER = new Set(["status", "kind", "year", "condition_state"]);

export class FacetList {
  /**
   * @param {string} name the parameter
   * @param {Facet} facet
   * @param {boolean} open
   */
  constructor(name, facet, open) {
    this.name = name;
    this.facet = facet;
    this.most = FEW;
    /** Whether there is anything to choose on the whole site, if not in this selection. */
    this.several = facet.keys.length > 1;
    /** @type {Map<string, HTMLElement>} the rows that have been shown, by key */
    this.rows = new Map();
    this.element = fill(piece("facet"), { label: words.facets[name] });
    this.details = /** @type {HTMLDetailsElement} */ (this.element);
    this.details.open = open;
    this.details.dataset.facet = name;
    this.field = /** @type {HTMLInputElement} */ (slot(this.element, "find-field"));
    this.field.id = `hitta-${name}`;
    slot(this.element, "find-label").htmlFor = this.field.id;
    fill(this.element, { "find-label": filled(words.find, { facet: words.facets[name] }) });
    slot(this.element, "find").hidden = OWN_ORDER.has(name) || facet.keys.length <= SEARCHED;
    this.field.placeholder = filled(words.find, { facet: words.facets[name].toLowerCase() });
    this.field.addEventListener("input", () => this.#show());
    slot(this.element, "more").addEventListener("click", () => this.#toggleMore());
    this.details.addEventListener("toggle", () => this.#show());
    this.details.addEventListener("keydown", pressed);
  }

  /** @param {State} state @param {Map<string, number>} counts */
  render(state, counts) {
    this.state = state;
    this.counts = counts;
    const chosen = [...(state.include[this.name] ?? []), ...(state.exclude[this.name] ?? [])];
    fill(this.element, { chosen: chosen.length ? count(words.chosen_values, chosen.length) : "" });
    this.chosen = new Set(chosen);
    this.several ||= counts.size > 1;
    this.element.hidden = chosen.length === 0 && !(this.several && counts.size);
    if (chosen.length && !this.told) this.details.open = true;
    this.told = chosen.length > 0;
    this.#show();
  }

  #toggleMore() {
    this.most = this.most === FEW ? MANY : FEW;
    this.#show();
  }

  #show() {
    if (!this.details.open || !this.state) return;
    const asked = plain(this.field.value.trim().toLowerCase());
    const all = this.#ordered();
    const fitting = asked ? all.filter(({ key }) => this.#fits(key, asked)) : all;
    const limit = asked ? MANY : fitting.length <= FEW + 2 ? fitting.length : this.most;
    const shown = fitting.filter(({ key }, place) => place < limit || this.chosen?.has(key));
    arrange(slot(this.element, "values"), shown.map(({ key, depth }) => this.#row(key, asked ? 0 : depth)));
    const found = fitting.length ? count(words.found, fitting.length) : words.not_found;
    fill(this.element, { found: asked ? found : "", more: this.most === FEW ? words.more_values : words.fewer_values });
    slot(this.element, "more").hidden = asked !== "" || fitting.length <= FEW + 2;
  }

  /** @returns {{key: string, depth: number}[]} the values that have a decision or are chosen, parents before their parts */
  #ordered() {
    const { keys, parents } = this.facet;
    const counts = /** @type {Map<string, number>} */ (this.counts);
    const seen = (/** @type {string} */ key) => counts.has(key) || this.chosen?.has(key);
    const places = keys.map((_, place) => place).filter((place) => seen(keys[place]));
    if (!OWN_ORDER.has(this.name)) places.sort((a, b) => (counts.get(keys[b]) ?? 0) - (counts.get(keys[a]) ?? 0) || a - b);
    const known = new Set(places);
    /** @type {Map<number, number[]>} */
    const below = new Map();
    for (const place of places) {
      const parent = known.has(parents[place]) ? parents[place] : -1;
      below.set(parent, [...(below.get(parent) ?? []), place]);
    }
    /** @type {{key: string, depth: number}[]} */
    const ordered = [];
    const walk = (/** @type {number} */ parent, /** @type {number} */ depth) => {
      for (const place of below.get(parent) ?? []) {
        ordered.push({ key: keys[place], depth });
        walk(place, depth + 1);
      }
    };
    walk(-1, 0);
    for (const key of [NONE, ...(this.chosen ?? [])]) {
      if (seen(key) && !this.facet.places.has(key) && !ordered.some((one) => one.key === key)) ordered.push({ key, depth: 0 });
    }
    return ordered;
  }

  /** @param {string} key @param {string} asked @returns {boolean} */
  #fits(key, asked) {
    const place = this.facet.places.get(key) ?? -1;
    const names = [labelOf({ [this.name]: this.facet }, this.name, key), ...(this.facet.also[place] ?? [])];
    return names.some((name) => plain(name.toLowerCase()).includes(asked));
  }

  /** @param {string} key @param {number} depth @returns {HTMLElement} */
  #row(key, depth) {
    const row = this.rows.get(key) ?? piece("value");
    this.rows.set(key, row);
    const state = /** @type {State} */ (this.state);
    const label = labelOf({ [this.name]: this.facet }, this.name, key);
    const found = this.counts?.get(key) ?? 0;
    const [chosen, excluded] = [has(state, this.name, key, "include"), has(state, this.name, key, "exclude")];
    fill(row, {
      label,
      count: number(found),
      "exclude-label": filled(excluded ? words.include_again : words.exclude, { label }),
    });
    row.dataset.value = key;
    row.dataset.depth = String(Math.min(depth, 2));
    row.classList.toggle("value--chosen", chosen);
    row.classList.toggle("value--excluded", excluded);
    const [choose, exclude] = [slot(row, "choose"), slot(row, "exclude")];
    choose.href = addressOf(toggled(state, this.name, key, "include"));
    choose.title = filled(chosen ? words.drop : words.choose, { label });
    exclude.href = addressOf(toggled(state, this.name, key, "exclude"));
    exclude.title = filled(excluded ? words.include_again : words.exclude, { label });
    mark(choose, chosen);
    mark(exclude, excluded);
    return row;
  }
}

/** A value looks like what is ticked: Space chooses it as Enter does, and does not scroll the page. @param {KeyboardEvent} event */
function pressed(event) {
  const link = /** @type {Element} */ (event.target).closest("a[data-go]");
  if (event.key !== " " || !(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  if (!event.repeat) link.click();
}

/** @param {HTMLElement} link @param {boolean} on */
function mark(link, on) {
  if (on) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
}
