/**
 * The state of one item: its result; or, when the run ended early, that the result is unknown, or that it was certainly
 * not done: never started, or refused by a store, or started on a store that could not be reached.
 */
export type ItemState<Result> =
  | { readonly kind: "done"; readonly result: Result }
  | { readonly kind: "unknown" }
  | { readonly kind: "not-done" };

/** All states, in the items' order, and the fault that ended the run early, where one did. */
export interface BatchResult<Result> {
  readonly states: readonly ItemState<Result>[];
  readonly fault?: unknown;
}

/** The order of a batch, and what is called while it runs. */
export interface BatchOptions<Item> {
  /** Items with the same key keep their order. */
  readonly key: (item: Item) => string;
  /** An item that others may depend on: it waits for all before it, and all after it wait for it. */
  readonly alone?: (item: Item) => boolean;
  /** Called before each start; once it returns true, nothing more is started. */
  readonly stopped: () => boolean;
  /** Once it resolves, nothing is awaited any more: items in flight are `unknown`. */
  readonly givenUp?: Promise<void>;
  /** Called after each item with the number of items done. */
  readonly progress?: (done: number) => void;
}

/**
 * Items started per turn of the event loop; the calls of one turn share a transaction, which holds as many. Between two
 * turns other events are handled, such as an interrupt.
 */
const TURN = 128;
/**
 * Most items in work at once: two transactions, so that one is prepared while the other is in flight. If the connection drops,
 * in-flight writes have unknown results.
 */
const WINDOW = 2 * TURN;
/** Smaller batches go one by one: they are quick, and revisions come in the order of the input. */
const SMALL = 32;

/**
 * Works on the items, started in their order and several at once, with the results of one after the other. The first fault
 * ends it: items in flight are awaited, those that failed are `unknown` unless the fault states that it changed nothing,
 * and the rest is not started.
 */
export function runBatch<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  options: BatchOptions<Item>,
): Promise<BatchResult<Result>> {
  const states = items.map((): ItemState<Result> => ({ kind: "not-done" }));
  const ended = workOnAll(items, work, options, states);
  const { givenUp } = options;
  return givenUp === undefined ? ended : Promise.race([ended, givenUp.then(() => ({ states: [...states] }))]);
}

async function workOnAll<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  options: BatchOptions<Item>,
  states: ItemState<Result>[],
): Promise<BatchResult<Result>> {
  const busy = new Map<string, Promise<void>>();
  const small = items.length <= SMALL;
  const faults: unknown[] = [];
  let under = 0;
  let done = 0;
  let ended: (() => void) | undefined;

  const begin = async (item: Item, at: number): Promise<void> => {
    under++;
    states[at] = { kind: "unknown" };
    try {
      states[at] = { kind: "done", result: await work(item) };
      options.progress?.(++done);
    } catch (error) {
      if (isWithoutEffect(error)) states[at] = { kind: "not-done" };
      faults.push(error);
    }
    under--;
    ended?.();
  };
  /** Waits until at most `most` are in flight. */
  const until = async (most: number): Promise<void> => {
    while (under > most) {
      await new Promise<void>((resolve) => {
        ended = resolve;
      });
    }
  };
  for (const [at, item] of items.entries()) {
    const alone = options.alone?.(item) ?? false;
    const key = options.key(item);
    if (at > 0 && at % TURN === 0) {
      await new Promise((resolve) => setImmediate(resolve));
      await until(WINDOW - TURN);
    }
    if (alone || small) await until(0);
    await busy.get(key);
    if (faults.length > 0 || options.stopped()) break;
    const task = begin(item, at).then(() => {
      if (busy.get(key) === task) busy.delete(key);
    });
    busy.set(key, task);
    if (alone) await task;
  }
  await until(0);
  return { states, ...(faults.length > 0 && { fault: faults[0] }) };
}

/** Whether it is a fault of the datastore that certainly changed nothing. */
function isWithoutEffect(error: unknown): boolean {
  return error instanceof Error && "effect" in error && error.effect !== "unknown";
}
