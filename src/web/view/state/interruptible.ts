import type { PageData } from "../../engine/page-data.ts";
import type { Question } from "../../engine/protocol.ts";
import type { EngineClient, Receiver, StoppableEngine } from "./engine-types.ts";

/** A question that was asked; without `receive` nobody waits for it any more. */
interface Waiting {
  readonly question: Question;
  receive: Receiver | undefined;
  /** Takes it back from the engine; absent until it was handed over. */
  cancel?: () => void;
}

/** What a start is taken to cost until one was measured. */
const FIRST_START_MILLISECONDS = 1000;

/**
 * An engine for what takes seconds, which starts with the first question. It answers one after the other, and cannot be told to
 * leave one: where nobody waits for the one that it is at any more and others wait behind it, another engine takes its place once
 * that has gone on for as long as a start costs. So nobody waits more than twice as long as with the better of both, whichever
 * that is; how long a start takes is measured at each.
 */
export function interruptible(data: PageData, start: (data: PageData) => StoppableEngine): EngineClient {
  let current = data;
  let engine: StoppableEngine | undefined;
  let startMilliseconds = FIRST_START_MILLISECONDS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** In the order in which they are answered: the first is the one that the engine is at. */
  let queue: Waiting[] = [];

  const begin = (): StoppableEngine => {
    const begun = performance.now();
    const started = start(current);
    // Needs all that every other question needs, which is kept for these.
    started.ask({ kind: "names" }, () => {
      startMilliseconds = performance.now() - begun;
    });
    return started;
  };
  const handOver = (waiting: Waiting): void => {
    engine ??= begin();
    waiting.cancel = engine.ask(waiting.question, (result) => {
      queue = queue.filter((one) => one !== waiting);
      clearTimeout(timer);
      timer = undefined;
      waiting.receive?.(result);
      watch();
    });
  };
  const startAnother = (): void => {
    timer = undefined;
    engine?.stop();
    engine = undefined;
    queue = queue.filter(({ receive }) => receive !== undefined);
    for (const waiting of queue) handOver(waiting);
  };
  /** Waits no longer than a start costs for an answer that nobody waits for. */
  const watch = (): void => {
    const [first, ...others] = queue;
    if (first === undefined || first.receive !== undefined || others.length === 0) {
      clearTimeout(timer);
      timer = undefined;
    } else timer ??= setTimeout(startAnother, startMilliseconds);
  };

  return {
    open: (next) => {
      current = next;
      engine?.open(next);
    },
    ask: (question, receive) => {
      const waiting: Waiting = { question, receive };
      queue.push(waiting);
      handOver(waiting);
      watch();
      return () => {
        waiting.receive = undefined;
        if (queue[0] !== waiting && queue.includes(waiting)) {
          queue = queue.filter((one) => one !== waiting);
          waiting.cancel?.();
        }
        watch();
      };
    },
  };
}
