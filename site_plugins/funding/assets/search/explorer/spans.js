/** The filters with a lower and an upper limit: two fields, and a small picture of where the decisions lie. */

import { rangeSaid } from "./chips.js";
import { filled } from "../query/numbers.js";
import { fill, money, number, piece, slot, words } from "./pieces.js";
import { amounts, amountsText, days, daysText } from "../query/ranges.js";
import { asking } from "./offering.js";
import { dayTyped } from "./typed.js";

const SVG = "http://www.w3.org/2000/svg";
const [WIDTH, HEIGHT, GAP] = [100, 24, 0.6];

const KINDS = {
  amount: { typed: (/** @type {string} */ text) => asking().amount(text), valid: (/** @type {any} */ range) => amounts(amountsText(range)), shown: number, said: (/** @type {any} */ value) => money(value) },
  decided: { typed: dayTyped, valid: (/** @type {any} */ range) => days(daysText(range)), shown: String, said: String },
};

/** @typedef {import("../query/state.js").State} State */

export class Span {
  /**
   * @param {"amount"|"decided"} name the parameter
   * @param {boolean} open
   * @param {(change: (state: State) => State) => void} choose
   */
  constructor(name, open, choose) {
    this.name = name;
    this.kind = KINDS[name];
    this.choose = choose;
    this.element = fill(piece("span"), {
      label: words.facets[name],
      "from-label": words.from,
      "to-label": words.to,
      hint: words[`${name}_hint`],
    });
    this.details = /** @type {HTMLDetailsElement} */ (this.element);
    this.details.open = open;
    this.details.dataset.facet = name;
    this.ends = ["from", "to"].map((end) => this.#field(end));
  }

  /** @param {string} end @returns {HTMLInputElement} */
  #field(end) {
    const field = /** @type {HTMLInputElement} */ (slot(this.element, end));
    field.id = `${this.name}-${end}`;
    slot(this.element, `${end}-label`).htmlFor = field.id;
    const [hint, fault] = [slot(this.element, "hint"), slot(this.element, "fault")];
    hint.id = `${this.name}-hint`;
    fault.id = `${this.name}-fault`;
    field.setAttribute("aria-describedby", `${hint.id} ${fault.id}`);
    field.addEventListener("change", () => this.#read());
    field.addEventListener("keydown", (event) => event.key === "Enter" && this.#read());
    return field;
  }

  #read() {
    const values = this.ends.map((field) => this.kind.typed(field.value));
    const wrong = values.indexOf(undefined);
    const range = /** @type {[any, any]} */ (values);
    const empty = range.every((value) => value === null);
    const turned = wrong < 0 && !empty && !this.kind.valid(range);
    this.ends.forEach((field, place) => field.setAttribute("aria-invalid", String(turned || values[place] === undefined)));
    const fault = filled(words[`${this.name}_fault`], { typed: this.ends[wrong]?.value ?? "" });
    fill(this.element, { fault: wrong >= 0 ? fault : turned ? words.turned_fault : "" });
    if (wrong >= 0 || turned) return;
    this.#show(empty ? null : range);
    this.choose((state) => ({ ...state, [this.name]: empty ? null : range }));
  }

  /** What was read here shows already, and what is typed since then stays. @param {State} state */
  render(state) {
    if (JSON.stringify(state[this.name]) !== this.last) this.#show(state[this.name]);
  }

  /** A field that somebody is typing in is left alone. @param {[any, any]|null} range */
  #show(range) {
    this.last = JSON.stringify(range);
    this.ends.forEach((field, place) => {
      if (field === document.activeElement) return;
      const value = range?.[place] ?? null;
      field.value = value === null ? "" : this.kind.shown(/** @type {never} */ (value));
      field.setAttribute("aria-invalid", "false");
    });
    fill(this.element, { fault: "", chosen: range ? rangeSaid(range, this.kind.said) : "" });
    if (range && !this.details.open) this.details.open = true;
  }

  /** @param {{from: any, to: any, count: number}[]} bins */
  draw(bins) {
    const picture = slot(this.element, "histogram");
    const most = Math.max(0, ...bins.map((bin) => bin.count));
    const width = WIDTH / Math.max(bins.length, 1);
    picture.replaceChildren(...bins.map((bin, place) => bar(place * width, width - GAP, bin.count / (most || 1))));
    picture.toggleAttribute("hidden", bins.length < 2);
    const top = bins.find((bin) => bin.count === most);
    fill(this.element, { spread: top && most ? spreadSaid(top, this.kind.said) : "" });
  }
}

/**
 * Says where most decisions lie; whole years as years.
 * @param {{from: any, to: any, count: number}} bin
 * @param {(end: any) => string} said
 */
function spreadSaid({ from, to, count }, said) {
  const whole = /-01-01$/u.test(from) && /-12-31$/u.test(to);
  const [first, last] = [from, to].map((end) => (whole ? end.slice(0, 4) : said(end)));
  return filled(first === last ? words.spread_one : words.spread, { from: first, to: last, count: number(count) });
}

/** @param {number} x @param {number} width @param {number} share of the highest */
function bar(x, width, share) {
  const made = document.createElementNS(SVG, "rect");
  const height = share > 0 ? Math.max(share * HEIGHT, 1) : 0;
  const places = { x, y: HEIGHT - height, width, height };
  for (const [name, value] of Object.entries(places)) made.setAttribute(name, value.toFixed(2));
  return made;
}
