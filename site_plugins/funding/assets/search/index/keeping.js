/** What was fetched or worked out, kept for the next keystroke; and work that several wait for. */

/** Keeps what was last used, up to a weight. @template T */
export class Kept {
  /** @param {number} most the weight of all that is kept together */
  constructor(most) {
    this.most = most;
    this.weight = 0;
    /** @type {Map<string, {value: T, weight: number}>} */
    this.entries = new Map();
  }

  /** @param {string} name @returns {T|undefined} */
  get(name) {
    const found = this.entries.get(name);
    if (!found) return undefined;
    this.entries.delete(name);
    this.entries.set(name, found);
    return found.value;
  }

  /** @param {string} name @param {T} value @param {number} weight */
  set(name, value, weight) {
    this.weight += weight - (this.entries.get(name)?.weight ?? 0);
    this.entries.delete(name);
    this.entries.set(name, { value, weight });
    for (const [oldest, entry] of this.entries) {
      if (this.weight <= this.most || oldest === name) break;
      this.entries.delete(oldest);
      this.weight -= entry.weight;
    }
  }
}

/** Work that several may wait for; it is given up when none does any more. @template T */
export class Shared {
  constructor() {
    /** @type {Map<string, {work: Promise<T>, waiting: number, giveUp: AbortController}>} */
    this.going = new Map();
  }

  /** @param {string} name @returns {boolean} whether it is being worked on */
  has(name) {
    return this.going.has(name);
  }

  /**
   * @param {string} name the same name is worked on once
   * @param {AbortSignal|undefined} signal of the one who waits
   * @param {(signal: AbortSignal) => Promise<T>} begin
   * @returns {Promise<T>} rejects with the signal's reason as soon as that is given
   */
  async wait(name, signal, begin) {
    signal?.throwIfAborted();
    let one = this.going.get(name);
    if (!one) {
      const giveUp = new AbortController();
      const started = { work: begin(giveUp.signal), waiting: 0, giveUp };
      const ended = () => this.going.get(name) === started && this.going.delete(name);
      started.work.then(ended, ended);
      this.going.set(name, (one = started));
    }
    const mine = one;
    mine.waiting++;
    if (!signal) return mine.work;
    return new Promise((resolve, reject) => {
      const leave = () => {
        if (--mine.waiting === 0) {
          mine.giveUp.abort();
          if (this.going.get(name) === mine) this.going.delete(name);
        }
        reject(signal.reason);
      };
      signal.addEventListener("abort", leave, { once: true });
      mine.work.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
    });
  }
}
