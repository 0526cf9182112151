/** What is suggested for a text: links in groups, made from the published index. */

import { counted, filled, grouped } from "../query/numbers.js";
import { Index } from "../index/published.js";
import { find } from "../engine/selecting.js";
import { fromParams } from "../query/state.js";
import { suggest } from "../engine/suggesting.js";

/** @typedef {{groups: HTMLElement[], count: number}} Offer the groups of links, and how many links they hold */

export class Suggested {
  /** @param {URL} list address of the list of decisions @param {Index} index @param {Object<string, any>} words */
  constructor(list, index, words) {
    this.list = list;
    this.root = new URL("../", list);
    this.index = index;
    this.words = words;
  }

  /**
   * @param {string} action address of the list of decisions
   * @returns {Promise<Suggested>}
   */
  static async load(action) {
    const list = new URL(action);
    const words = fetch(new URL("../suggest.json", list), { cache: "no-cache" }).then((answer) => answer.json());
    return new Suggested(list, await Index.open(new URL("../search/", list)), await words);
  }

  /** @param {string} text @param {AbortSignal} signal @returns {Promise<Offer>} */
  async of(text, signal) {
    const state = fromParams(new URLSearchParams({ q: text }));
    const [{ decisions, recipients, municipalities }, { count }] = await Promise.all([
      suggest(this.index, text, signal),
      find(this.index, state, signal),
    ]);
    const groups = [
      this.#group("municipalities", this.#named("kommun", municipalities)),
      this.#group("recipients", this.#named("mottagare", recipients)),
      this.#group("decisions", decisions.map((row) => this.#decision(row))),
      this.#all(text, count),
    ].filter((group) => group !== null);
    return { groups, count: decisions.length + recipients.length + municipalities.length };
  }

  /** @param {number} count @returns {string} what a reader is told who does not see the suggestions */
  announced(count) {
    return count ? counted(this.words.offered, count, this.index.lang) : this.words.nothing;
  }

  /** @param {string} name @param {HTMLElement[]} options */
  #group(name, options) {
    if (!options.length) return null;
    const group = made("div", "suggest__group", made("div", "suggest__heading", this.words[name]), ...options);
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", this.words[name]);
    /** @type {Element} */ (group.firstElementChild).setAttribute("role", "presentation");
    return group;
  }

  /** @param {any[]} row */
  #decision([id, title, , , amount, note]) {
    return option(new URL(`beslut/${id}/`, this.root), title, note ? `${amount} (${note})` : amount);
  }

  /** @param {string} folder @param {[string, string, number][]} named */
  #named(folder, named) {
    return named.map(([key, label, count]) =>
      option(new URL(`${folder}/${key}/`, this.root), label, counted(this.words.matters, count, this.index.lang)),
    );
  }

  /** @param {string} text @param {number} count */
  #all(text, count) {
    const { lang } = this.index;
    const form = count ? this.words.all[new Intl.PluralRules(lang).select(count)] : this.words.none;
    const said = filled(form, { text, count: grouped(count, lang) });
    const all = option(new URL(`?${new URLSearchParams({ q: text })}`, this.list), said, "");
    all.classList.add("suggest__all");
    return all;
  }
}

/** @param {string} name @param {string} className @param {...(string|Node)} inside @returns {HTMLElement} */
function made(name, className, ...inside) {
  const element = document.createElement(name);
  element.className = className;
  element.append(...inside);
  return element;
}

/** @param {URL} address @param {string} text @param {string} beside */
function option(address, text, beside) {
  const link = made("a", "suggest__option", made("span", "suggest__text", text));
  if (beside) link.append(" ", made("span", "suggest__beside", beside));
  link.setAttribute("href", address.href);
  link.setAttribute("role", "option");
  link.setAttribute("aria-selected", "false");
  link.tabIndex = -1;
  return link;
}
