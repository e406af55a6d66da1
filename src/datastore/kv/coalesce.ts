/** One thing asked of a store, and where its answer goes. */
export interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Collects what is asked in one turn of the event loop, so that `send` can answer it together: the caller goes on
 * asking one thing at a time. `send` is to settle each, in whatever order; the order it gets is that of the asking.
 */
export function burst<Asked, Answer>(
  send: (waiting: readonly Waiting<Asked, Answer>[]) => void,
): (asked: Asked) => Promise<Answer> {
  let waiting: Waiting<Asked, Answer>[] = [];
  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      if (waiting.length > 1) return;
      setImmediate(() => {
        const all = waiting;
        waiting = [];
        send(all);
      });
    });
}
