/** A call that waits to be sent, and how to settle its promise. */
export interface PendingCall<Argument, Result> {
  readonly argument: Argument;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Collects the calls of one turn of the event loop and passes them to `send` together, in the order in which they were
 * made, so that they can share a request. `send` must settle every call, in any order.
 */
export function coalesce<Argument, Result>(
  send: (waiting: readonly PendingCall<Argument, Result>[]) => void,
): (argument: Argument) => Promise<Result> {
  let waiting: PendingCall<Argument, Result>[] = [];
  return (argument) =>
    new Promise((resolve, reject) => {
      waiting.push({ argument, resolve, reject });
      if (waiting.length > 1) return;
      setImmediate(() => {
        const all = waiting;
        waiting = [];
        send(all);
      });
    });
}
