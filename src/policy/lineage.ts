/** What a key has after some of the changes of a lineage, each until the next of them. */
interface History<V> {
  /** How many changes were looked at. */
  seen: number;
  readonly after: number[];
  readonly values: V[];
}

/**
 * What keys have in states each of which is the one before with a change, where what a key has in a state follows from what it
 * had in the state before and from the change. Each change is looked at once for a key, when a state after it is asked for,
 * and noted only where it gives the key something else.
 */
export class Lineage<K extends object, V, C> {
  readonly #first: (key: K) => V;
  readonly #next: (key: K, had: V, change: C) => V;
  readonly #changes: C[] = [];
  readonly #histories = new WeakMap<K, History<V>>();

  /** `first`: what a key has before any change; `next`: what it has after one, the same object where it is no other. */
  constructor(first: (key: K) => V, next: (key: K, had: V, change: C) => V) {
    this.#first = first;
    this.#next = next;
  }

  /** How many changes there are. */
  get length(): number {
    return this.#changes.length;
  }

  /** Adds a change, and returns how many there are now. */
  add(change: C): number {
    return this.#changes.push(change);
  }

  /** What a key has after so many changes. */
  after(changes: number, key: K): V {
    const history = this.#historyOf(key);
    const { after, values } = history;
    while (history.seen < changes) {
      const had = values.at(-1) as V;
      const now = this.#next(key, had, this.#changes[history.seen] as C);
      history.seen++;
      if (now === had) continue;
      after.push(history.seen);
      values.push(now);
    }
    let at = after.length - 1;
    while ((after[at] as number) > changes) at--;
    return values[at] as V;
  }

  #historyOf(key: K): History<V> {
    const known = this.#histories.get(key);
    if (known !== undefined) return known;
    const history = { seen: 0, after: [0], values: [this.#first(key)] };
    this.#histories.set(key, history);
    return history;
  }
}
