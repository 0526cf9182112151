/**
 * A search field that suggests while a reader types: the combobox of ARIA 1.2 with a listbox. Its suggestions are links;
 * without it the form leads to the list of decisions. The search itself is loaded with the first letter.
 */

import { Suggested } from "./suggested.js";

/** How long a reader pauses before suggestions are asked for, and before they are announced: milliseconds. */
const [PAUSE, QUIET] = [120, 600];

export class Combobox {
  /** @param {HTMLInputElement} field */
  constructor(field) {
    this.field = field;
    this.form = /** @type {HTMLFormElement} */ (field.form);
    this.list = this.#made("div", { role: "listbox", id: `${field.id}-list`, hidden: "" });
    this.status = this.#made("p", { role: "status" });
    this.status.className = "suggest-status";
    this.list.className = "suggest";
    this.overtaken = new AbortController();
    this.text = "";
    /** @type {Promise<Suggested>|null} */
    this.source = null;
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id,
    })) field.setAttribute(name, value);
    this.#dress();
    this.#listen();
    if (field.value) this.#typed();
  }

  get open() {
    return !this.list.hidden;
  }

  /** @returns {HTMLAnchorElement[]} */
  get options() {
    return [...this.list.querySelectorAll("a")];
  }

  /** @param {string} name @param {Object<string, string>} attributes */
  #made(name, attributes) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  /** Puts the list into the page once its style is there, so that nothing on the page moves. */
  #dress() {
    const href = new URL("suggest.css", import.meta.url).href;
    const style = document.querySelector(`link[href="${href}"]`) ?? this.#made("link", { rel: "stylesheet", href });
    const put = () => this.form.append(this.list, this.status);
    if (/** @type {HTMLLinkElement} */ (style).sheet) return put();
    style.addEventListener("load", put, { once: true });
    document.head.append(style);
  }

  #listen() {
    this.field.addEventListener("input", () => this.#typed());
    this.field.addEventListener("keydown", (event) => this.#pressed(event));
    this.field.addEventListener("click", () => this.options.length && this.#show(true));
    this.form.addEventListener("focusout", (event) => {
      if (!this.form.contains(/** @type {Node|null} */ (event.relatedTarget))) this.#show(false);
    });
    this.list.addEventListener("pointerdown", (event) => event.pointerType === "mouse" && event.preventDefault());
    this.list.addEventListener("pointermove", (event) => {
      const option = /** @type {Element} */ (event.target).closest("a");
      if (option && event.pointerType === "mouse") this.#mark(option);
    });
  }

  #typed() {
    clearTimeout(this.waiting);
    this.overtaken.abort();
    this.#mark(null);
    if (!this.field.value.trim()) this.#fill([], 0);
    else this.waiting = setTimeout(() => this.#ask(), PAUSE);
  }

  /** Asks for suggestions; where the search cannot be had, the form still leads to the list. */
  async #ask() {
    const text = this.field.value.trim();
    const { signal } = (this.overtaken = new AbortController());
    try {
      const source = await (this.source ??= Suggested.load(this.form.action));
      const { groups, count } = await source.of(text, signal);
      if (signal.aborted || document.activeElement !== this.field) return;
      this.list.setAttribute("aria-label", source.words.label);
      this.#fill(groups, count);
      clearTimeout(this.quiet);
      this.quiet = setTimeout(() => (this.status.textContent = source.announced(count)), QUIET);
    } catch (error) {
      if (signal.aborted) return;
      this.source = null;
      this.#fill([], 0);
    }
  }

  /** @param {HTMLElement[]} groups @param {number} count */
  #fill(groups, count) {
    this.list.replaceChildren(...groups);
    this.options.forEach((option, place) => (option.id = `${this.list.id}-${place}`));
    if (!count) this.status.textContent = "";
    this.#show(this.options.length > 0);
  }

  /** @param {boolean} open */
  #show(open) {
    this.list.hidden = !open;
    this.field.setAttribute("aria-expanded", String(open));
    if (!open) this.#mark(null);
  }

  /** @param {HTMLAnchorElement|null} option the one that Enter follows; none is the field itself */
  #mark(option) {
    for (const other of this.options) other.setAttribute("aria-selected", String(other === option));
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
    this.marked = option;
  }

  /** @param {number} step down or up; past either end stands the field */
  #move(step) {
    const places = [null, ...this.options];
    const from = places.indexOf(this.marked ?? null);
    this.#show(true);
    this.#mark(places[(from + step + places.length) % places.length]);
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.isComposing) return;
    const { key } = event;
    const arrow = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (arrow && this.options.length) {
      event.preventDefault();
      if (!this.open && event.altKey) this.#show(true);
      else if (event.altKey && key === "ArrowUp") this.#show(false);
      else this.#move(arrow);
    } else if (key === "Enter" && this.marked) {
      event.preventDefault();
      this.marked.click();
    } else if (key === "Escape" && this.open) {
      event.preventDefault();
      this.#show(false);
    } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(key)) {
      this.#mark(null);
    } else if (key === "Tab") {
      this.#show(false);
    }
  }
}
