/** The list of all decisions comes alive: what is asked for, its result, and the address of it. */

import { addressOf, untouched } from "./choosing.js";
import { renderChips, renderReading } from "./chips.js";
import { filled } from "../query/numbers.js";
import { count, number, words } from "./pieces.js";
import { Index } from "../index/published.js";
import { FIRST, headingOf, hitsOf, nothingOf, renderFigures, shownSaid, STEP, sumOf } from "./results.js";
import { select } from "../engine/selecting.js";
import { fromParams } from "../query/state.js";
import { Tools } from "./tools.js";

/** @typedef {import("../query/state.js").State} State */
/** @typedef {import("../engine/selecting.js").Selection} Selection */

/** How long a reader pauses before a result is read aloud: milliseconds. */
const QUIET = 700;

class Explorer {
  /** @param {HTMLElement} root @param {Index} index @param {Object<string, any>} facets */
  constructor(root, index, facets) {
    this.root = root;
    this.index = index;
    this.facets = facets;
    this.at = (/** @type {string} */ name) => /** @type {any} */ (root.querySelector(`[data-${name}]`));
    this.field = /** @type {HTMLInputElement} */ (root.querySelector("#q"));
    this.standing = [...this.at("list").childNodes];
    this.overtaken = new AbortController();
    this.tools = new Tools(root, (change) => this.choose(change(this.state)));
    this.state = fromParams(new URLSearchParams(location.search));
    this.typing = false;
    this.#listen();
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
      this.typing = false;
      this.show(fromParams(new URLSearchParams(location.search)), history.state?.shown);
    });
    addEventListener("pagehide", () => history.replaceState({ ...history.state, from: scrollY }, ""));
  }

  /** A link that stands for a choice is followed here, unless it is to open elsewhere. @param {MouseEvent} event */
  #followed(event) {
    const link = /** @type {Element} */ (event.target).closest?.("a[data-go]");
    if (!(link instanceof HTMLAnchorElement) || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.choose(fromParams(new URL(link.href).searchParams));
  }

  /** What is typed shows at once, and takes one step of the browser's history. */
  #typed() {
    this.at("clear").hidden = this.field.value === "";
    const state = fromParams(new URLSearchParams(location.search));
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
   * Makes the view of a state; a later one overtakes it.
   * @param {State} state
   * @param {number} [shown] how many hits
   */
  async show(state, shown = FIRST) {
    this.overtaken.abort();
    const { signal } = (this.overtaken = new AbortController());
    delete this.root.dataset.settled;
    delete this.root.dataset.counted;
    this.state = state;
    const { generation } = this.index;
    try {
      const selection = await select(this.index, state, signal);
      const standing = untouched(state);
      const hits = standing ? [] : await this.#hits(selection, 0, shown, signal);
      const ways = selection.count ? [] : await (await import("../engine/relaxing.js")).relax(this.index, state, signal);
      if (signal.aborted) return;
      const focused = /** @type {HTMLElement} */ (document.activeElement);
      this.selection = selection;
      this.#render(state, selection);
      this.#list(standing, selection.count ? hits : [], ways);
      if (focused !== document.activeElement) (focused.isConnected ? focused : this.at("heading")).focus({ preventScroll: true });
      this.#settle();
      await this.#beside(state, selection, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (this.index.generation === generation) failed(this.root, error);
      else await this.show(state, shown);
    }
  }

  /** @param {Selection} selection @param {number} from @param {number} to @param {AbortSignal} signal */
  #hits(selection, from, to, signal) {
    return hitsOf(this.index, this.state, selection, this.root.dataset.site ?? "", this.facets, from, to, signal);
  }

  /** @param {State} state @param {Selection} selection */
  #render(state, selection) {
    if (document.activeElement !== this.field || !this.typing) this.field.value = state.q;
    this.at("clear").hidden = this.field.value === "";
    this.root.dataset.resultCount = String(selection.count);
    this.root.dataset.resultSum = String(selection.sum);
    this.at("heading").textContent = headingOf(state, selection);
    renderFigures(this.at("figures"), selection);
    renderChips(this.at("chips"), state, this.facets);
    renderReading(this.at("reading"), state, selection.reading, this.facets);
    this.tools.render(state, selection.count);
    this.at("figures").hidden = selection.count === 0;
    this.#announce(filled(words.announced, { hits: headingOf(state, selection), sum: sumOf(selection) }));
  }

  /** @param {boolean} standing whether it is the list that the page came with @param {HTMLElement[]} hits @param {any[]} ways */
  #list(standing, hits, ways) {
    const list = this.at("list");
    if (standing) {
      if (list.firstChild !== this.standing[0]) list.replaceChildren(...this.standing);
    } else if (hits.length) {
      const made = document.createElement("ol");
      made.className = this.state.view === "cards" ? "decisions decisions--cards" : "decisions";
      made.append(...hits);
      list.replaceChildren(made);
    } else {
      list.replaceChildren(nothingOf(this.state, ways, this.facets));
    }
    this.#left(standing ? this.selection.count : hits.length);
  }

  /** @param {number} shown how many of the hits are shown */
  #left(shown) {
    const [all, more] = [this.selection.count, this.at("more")];
    this.shown = shown;
    more.hidden = shown >= all;
    more.querySelector("button").textContent = count(words.more, Math.min(STEP, all - shown));
    this.at("shown").textContent = shownSaid(shown, all);
  }

  async #more() {
    const { signal } = this.overtaken;
    const from = this.shown;
    const { generation } = this.selection;
    try {
      if (this.index.generation !== generation) return await this.show(this.state, from + STEP);
      const hits = await this.#hits(this.selection, from, from + STEP, signal);
      this.at("list").firstElementChild.append(...hits);
      this.#left(from + hits.length);
      history.replaceState({ ...history.state, shown: this.shown }, "");
      hits[0].querySelector("a").focus({ preventScroll: true });
      this.#announce(filled(words.more_shown, { shown: number(this.shown), count: number(this.selection.count) }));
    } catch (error) {
      if (signal.aborted) return;
      if (this.index.generation === generation) failed(this.root, error);
      else await this.show(this.state, from + STEP);
    }
  }

  #settle() {
    this.root.classList.add("explorer--alive");
    document.documentElement.classList.remove("asked");
    this.at("failed").hidden = true;
    this.root.dataset.settled = "";
  }

  /** What stands beside the result and may come a moment later. @param {State} state @param {Selection} selection @param {AbortSignal} signal */
  async #beside(state, selection, signal) {
    this.panel ??= import("./panel.js").then(({ Panel }) => {
      return new Panel(this.at("facets"), this.facets, (change) => this.choose(change(this.state)));
    });
    const panel = await this.panel;
    if (signal.aborted) return;
    await panel.show(this.index, state, this.at("heading"), signal);
    if (signal.aborted) return;
    this.root.dataset.counted = "";
    const [{ renderPictures }, { renderDownloads }] = await Promise.all([import("./pictures.js"), import("../downloads/downloads.js")]);
    if (signal.aborted) return;
    await renderPictures(this.at("pictures"), this.index, selection, state);
    await renderDownloads(this.at("downloads"), this.index, selection, state);
  }

  /** @param {string} text */
  #announce(text) {
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => (this.at("announced").textContent = text), QUIET);
  }
}

/** The list that the page came with stays, and a reader is told why. @param {HTMLElement} root @param {unknown} error */
function failed(root, error) {
  console.warn(error);
  document.documentElement.classList.remove("asked");
  const notice = /** @type {HTMLElement} */ (root.querySelector("[data-failed]"));
  /** @type {HTMLAnchorElement} */ (notice.querySelector("[data-retry]")).href = location.href;
  notice.hidden = false;
}

/** Opens the index and shows what the address asks for. */
async function begin() {
  const root = /** @type {HTMLElement} */ (document.querySelector(".explorer"));
  try {
    const index = await Index.open(new URL(root.dataset.index ?? "", location.href));
    const explorer = new Explorer(root, index, await index.facets());
    const { shown, from } = history.state ?? {};
    await explorer.show(explorer.state, shown);
    if (from) scrollTo({ top: from });
  } catch (error) {
    failed(root, error);
  }
}

await begin();
