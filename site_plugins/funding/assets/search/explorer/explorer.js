/** The list of all decisions comes alive: what is asked for, its result, and the address of it. */

import { addressOf, untouched } from "./choosing.js";
import { renderChips, renderReading } from "./chips.js";
import { failed } from "./failing.js";
import { filled } from "../query/numbers.js";
import { offersOf } from "./offering.js";
import { count, number, readWords, words } from "./pieces.js";
import { Index } from "../index/published.js";
import { FIRST, headingOf, hitsOf, nothingOf, renderFigures, shownSaid, STEP, sumOf } from "./results.js";
import { find, summed } from "../engine/selecting.js";
import { fromParams, isFiltered } from "../query/state.js";
import { titleOf } from "./title.js";
import { Tools } from "./tools.js";

/** @typedef {import("../query/state.js").State} State */
/** @typedef {import("../engine/selecting.js").Found} Found */
/** @typedef {import("../engine/selecting.js").Selection} Selection */

/** A query that may name a year. */
const YEAR = /\d{4}/u;
/** How long a reader pauses before a result is read aloud: milliseconds. */
const QUIET = 700;

class Explorer {
  /** @param {HTMLElement} root @param {Index} index */
  constructor(root, index) {
    this.root = root;
    this.index = index;
    this.at = (/** @type {string} */ name) => /** @type {any} */ (root.querySelector(`[data-${name}]`));
    this.field = /** @type {HTMLInputElement} */ (root.querySelector("#q"));
    this.standing = [...this.at("list").childNodes];
    // The figures never take less place than at first: the list below them stays where it is.
    this.height = `${this.at("figures").firstElementChild.getBoundingClientRect().height}px`;
    this.overtaken = new AbortController();
    this.tools = new Tools(root, (change) => this.choose(change(this.state)));
    this.state = this.#addressed(new URLSearchParams(location.search));
    this.typing = false;
    this.#listen();
  }

  /** @param {URLSearchParams} params by whatever names they are called here @returns {State} */
  #addressed(params) {
    return fromParams(this.index.contents.asking.canonical(params));
  }

  #listen() {
    this.root.addEventListener("click", (event) => this.#followed(event));
    this.field.addEventListener("input", () => this.#typed());
    this.field.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#typed();
    });
    this.at("clear").addEventListener("click", () => {
      this.field.value = "";
      this.field.focus();
      this.#typed();
    });
    this.at("more").querySelector("button").addEventListener("click", () => this.#more());
    addEventListener("popstate", () => {
      const state = this.#addressed(new URLSearchParams(location.search));
      // A step to another place on the page changes nothing.
      if (addressOf(state) === addressOf(this.state)) return;
      this.typing = false;
      this.show(state, history.state?.shown);
    });
    this.root.addEventListener("outdated", () => this.show(this.state, this.shown));
    addEventListener("pagehide", () => history.replaceState({ ...history.state, from: scrollY }, ""));
  }

  /** A link that stands for a choice is followed here, unless it is to open elsewhere. @param {MouseEvent} event */
  #followed(event) {
    const link = /** @type {Element} */ (event.target).closest?.("a[data-go]");
    if (!(link instanceof HTMLAnchorElement) || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.choose(this.#addressed(new URL(link.href).searchParams));
  }

  /** What is typed shows at once, and takes one step of the browser's history. */
  #typed() {
    this.at("clear").hidden = this.field.value === "";
    const state = this.#addressed(new URLSearchParams(location.search));
    const asked = { ...state, q: this.field.value.trim() };
    if (asked.q === state.q) return;
    history[this.typing ? "replaceState" : "pushState"]({}, "", addressOf(asked));
    this.typing = true;
    this.show(asked);
  }

  /** @param {State} state */
  choose(state) {
    this.typing = false;
    if (addressOf(state) !== addressOf(this.state)) history.pushState({}, "", addressOf(state));
    this.show(state);
  }

  /**
   * Makes the view of a state: its hits, then what they come to, then what stands beside. A later one overtakes it.
   * @param {State} state
   * @param {number} [shown] how many hits
   */
  async show(state, shown = FIRST) {
    this.overtaken.abort();
    const { signal } = (this.overtaken = new AbortController());
    for (const step of ["listed", "settled", "counted"]) delete this.root.dataset[step];
    this.state = state;
    const { generation } = this.index;
    try {
      const found = await this.#listed(state, shown, signal);
      if (signal.aborted) return;
      const selection = await summed(this.index, found, signal);
      if (signal.aborted) return;
      this.#settle(state, selection);
      const { Beside } = await import("./beside.js");
      this.beside ??= new Beside(this.root, (change) => this.choose(change(this.state)));
      await this.beside.show(this.index, state, selection, this.typing, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (this.index.generation === generation) failed(this.root, error);
      else await this.show(state, shown);
    }
  }

  /** Shows what is found; its sum has its place, and nothing in it. @param {State} state @param {number} shown @param {AbortSignal} signal */
  async #listed(state, shown, signal) {
    // Names of choices are fetched only where one is to be told.
    const named = isFiltered(state) || YEAR.test(state.q) ? this.index.facets(signal) : {};
    const [found, facets] = await Promise.all([find(this.index, state, signal), named]);
    const standing = untouched(state);
    const hits = standing ? [] : await this.#hits(found, 0, shown, signal);
    const meant = offersOf(state, this.index.contents);
    const [ways, offers] = found.count ? [[], []] : await (await import("../engine/relaxing.js")).waysOut(this.index, state, meant, signal);
    if (signal.aborted) return found;
    const focused = /** @type {HTMLElement} */ (document.activeElement);
    this.found = found;
    this.#render(state, found, facets, found.count ? meant : []);
    this.#list(standing, found.count ? hits : [], ways, offers, facets);
    if (focused !== document.activeElement) (focused.isConnected ? focused : this.at("heading")).focus({ preventScroll: true });
    this.root.classList.add("explorer--alive");
    document.documentElement.classList.remove("asked");
    this.at("failed").hidden = true;
    this.root.dataset.listed = "";
    return found;
  }

  /** @param {Found} found @param {number} from @param {number} to @param {AbortSignal} signal */
  #hits(found, from, to, signal) {
    return hitsOf(this.index, this.state, found, this.root.dataset.site ?? "", from, to, signal);
  }

  /**
   * @param {State} state
   * @param {Found} found
   * @param {Object<string, any>} facets
   * @param {any[]} offers those that stand in the reading; where nothing is found they stand in the list
   */
  #render(state, found, facets, offers) {
    if (document.activeElement !== this.field || !this.typing) this.field.value = state.q;
    this.at("clear").hidden = this.field.value === "";
    this.root.dataset.resultCount = String(found.count);
    this.at("heading").textContent = headingOf(state, found);
    document.title = titleOf(state, facets);
    renderChips(this.at("chips"), state, facets);
    renderReading(this.at("reading"), state, found.reading, facets, offers, this.index.contents);
    this.tools.render(state, found.count);
    this.at("figures").hidden = found.count === 0;
  }

  /**
   * @param {boolean} standing whether it is the list that the page came with
   * @param {HTMLElement[]} hits
   * @param {any[]} ways
   * @param {any[]} offers
   * @param {Object<string, any>} facets
   */
  #list(standing, hits, ways, offers, facets) {
    const list = this.at("list");
    if (standing) {
      if (list.firstChild !== this.standing[0]) list.replaceChildren(...this.standing);
    } else if (hits.length) {
      const made = document.createElement("ol");
      made.className = this.state.view === "cards" ? "decisions decisions--cards" : "decisions";
      made.append(...hits);
      list.replaceChildren(made);
    } else {
      list.replaceChildren(nothingOf(this.state, ways, offers, facets));
    }
    this.#left(standing ? this.found.count : hits.length);
  }

  /** @param {number} shown how many of the hits are shown */
  #left(shown) {
    const [all, more] = [this.found.count, this.at("more")];
    this.shown = shown;
    more.hidden = shown >= all;
    more.querySelector("button").textContent = count(words.more, Math.min(STEP, all - shown));
    this.at("shown").textContent = shownSaid(shown, all);
  }

  async #more() {
    const { signal } = this.overtaken;
    const from = this.shown;
    const { generation } = this.found;
    try {
      const hits = await this.#hits(this.found, from, from + STEP, signal);
      this.at("list").firstElementChild.append(...hits);
      this.#left(from + hits.length);
      history.replaceState({ ...history.state, shown: this.shown }, "");
      hits[0].querySelector("a").focus({ preventScroll: true });
      this.#announce(filled(words.more_shown, { shown: number(this.shown), count: number(this.found.count) }));
    } catch (error) {
      if (signal.aborted) return;
      if (this.index.generation === generation) failed(this.root, error);
      else await this.show(this.state, from + STEP);
    }
  }

  /** Shows what the hits come to. @param {State} state @param {Selection} selection */
  #settle(state, selection) {
    this.root.dataset.resultSum = String(selection.sum);
    renderFigures(this.at("figures"), selection);
    this.at("figures").firstElementChild.style.minBlockSize = this.height;
    this.#announce(filled(words.announced, { hits: headingOf(state, selection), sum: sumOf(selection) }));
    this.root.dataset.settled = "";
  }

  /** @param {string} text */
  #announce(text) {
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => (this.at("announced").textContent = text), QUIET);
  }
}

/** Opens the index and shows what the address asks for. */
async function begin() {
  readWords(document);
  const root = /** @type {HTMLElement} */ (document.querySelector(".explorer"));
  try {
    const index = await Index.open(new URL(root.dataset.index ?? "", location.href));
    const explorer = new Explorer(root, index);
    const { shown, from } = history.state ?? {};
    if (!untouched(explorer.state)) history.replaceState(history.state, "", addressOf(explorer.state));
    await explorer.show(explorer.state, shown);
    if (from) scrollTo({ top: from });
  } catch (error) {
    failed(root, error);
  }
}

await begin();
