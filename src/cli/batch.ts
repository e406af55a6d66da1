/** What became of one item: its result, or, when the run ended early, that it is not known or was never begun. */
export type State<Result> =
  | { readonly kind: "done"; readonly result: Result }
  | { readonly kind: "unknown" }
  | { readonly kind: "not-begun" };

/** All states, in the items' order, and the fault that ended the run early, where one did. */
export interface BatchResult<Result> {
  readonly states: readonly State<Result>[];
  readonly fault?: unknown;
}

export interface BatchOptions<Item> {
  /** Items with the same key keep their order. */
  readonly key: (item: Item) => string;
  /** An item that others may depend on: it waits for all before it, and all after it wait for it. */
  readonly alone?: (item: Item) => boolean;
  /** Asked before each start; from the first yes on nothing more is begun. */
  readonly stopped: () => boolean;
  /** Told after each item, with how many are done. */
  readonly progress?: (done: number) => void;
}

/** Most items in work at once. */
const WINDOW = 16;
/** After so many items other events get their turn: an interrupt must be heard even where the store answers at once. */
const TURN = 50;
/** Smaller batches go one by one: they are quick, and revisions come in the order of the input. */
const SMALL = 32;

/**
 * Works on the items, begun in their order and several at once, with the result of one after the other. The first fault
 * ends it: what is under way is waited for, what failed so is `unknown`, the rest is not begun.
 */
export async function inFlight<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  options: BatchOptions<Item>,
): Promise<BatchResult<Result>> {
  const states = items.map((): State<Result> => ({ kind: "not-begun" }));
  const busy = new Map<string, Promise<void>>();
  const under = new Set<Promise<void>>();
  const window = items.length <= SMALL ? 1 : WINDOW;
  const faults: unknown[] = [];
  let done = 0;

  const begin = async (item: Item, at: number): Promise<void> => {
    states[at] = { kind: "unknown" };
    try {
      states[at] = { kind: "done", result: await work(item) };
      options.progress?.(++done);
    } catch (error) {
      faults.push(error);
    }
  };
  for (const [at, item] of items.entries()) {
    const alone = options.alone?.(item) ?? false;
    const key = options.key(item);
    while (under.size >= window || (alone && under.size > 0)) await Promise.race(under);
    await busy.get(key);
    if (at % TURN === TURN - 1) await new Promise((resolve) => setImmediate(resolve));
    if (faults.length > 0 || options.stopped()) break;
    const task = begin(item, at);
    const tracked = task.then(() => {
      under.delete(tracked);
      if (busy.get(key) === tracked) busy.delete(key);
    });
    under.add(tracked);
    busy.set(key, tracked);
    if (alone) await tracked;
  }
  await Promise.all(under);
  return { states, ...(faults.length > 0 && { fault: faults[0] }) };
}
