import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Question } from "../../../src/web/engine/protocol.ts";
import type { Result, StoppableEngine } from "../../../src/web/view/state/engine-types.ts";
import { interruptible } from "../../../src/web/view/state/interruptible.ts";
import { EMPTY_PAGE } from "../engine/page-of.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** What a start and each question take, in milliseconds. */
const START = 300;
type Named = Question & { readonly kind: "manifest" };
const question = (name: string): Named => ({ kind: "manifest", name });

/** Engines that answer one question after the other, and what they did. */
function engines(takes: Readonly<Record<string, number>>) {
  const log: string[] = [];
  let count = 0;
  const start = (): StoppableEngine => {
    const number = ++count;
    let [free, isOver] = [Date.now() + START, false];
    log.push(`start ${number}`);
    return {
      open: () => log.push(`open ${number}`),
      ask: (asked, receive) => {
        const name = asked.kind === "manifest" ? asked.name : "";
        free = Math.max(free, Date.now()) + (takes[name] ?? 0);
        let isCancelled = false;
        setTimeout(() => {
          if (isOver || isCancelled) return;
          receive({ kind: "fault", message: name });
        }, free - Date.now());
        return () => {
          isCancelled = true;
          log.push(`cancel ${name}`);
        };
      },
      stop: () => {
        isOver = true;
        log.push(`stop ${number}`);
      },
    };
  };
  const client = interruptible(EMPTY_PAGE, start);
  const ask = (name: string) =>
    client.ask(question(name), (result: Result) => log.push(`${name} at ${Date.now() - begun}: ${result.kind}`));
  const begun = Date.now();
  return { client, log, ask };
}

test("starts with the first question, and answers in order", async () => {
  const { client, log, ask } = engines({ a: 100, b: 50 });
  client.open(EMPTY_PAGE);
  expect(log).toEqual([]);
  ask("a");
  ask("b");
  await vi.runAllTimersAsync();
  expect(log).toEqual(["start 1", "a at 400: fault", "b at 450: fault"]);
});

test("leaves a question that nobody waits for once it has gone on for as long as a start costs, and hands on those behind it", async () => {
  const { log, ask } = engines({ first: 0, long: 60_000, short: 50, other: 10 });
  ask("first");
  await vi.advanceTimersByTimeAsync(1000);
  const cancel = ask("long");
  const cancelOther = ask("other");
  await vi.advanceTimersByTimeAsync(1000);
  cancel();
  cancelOther();
  await vi.advanceTimersByTimeAsync(1000);
  expect(log).toEqual(["start 1", "first at 300: fault", "cancel other"]);
  ask("short");
  await vi.advanceTimersByTimeAsync(START - 1);
  expect(log).not.toContain("stop 1");
  await vi.runAllTimersAsync();
  expect(log.slice(3)).toEqual(["stop 1", "start 2", `short at ${3000 + START + START + 50}: fault`]);
});

test("keeps an engine that is done with the question before that", async () => {
  const { log, ask } = engines({ long: START + 100, short: 50 });
  ask("")();
  await vi.advanceTimersByTimeAsync(START);
  const cancel = ask("long");
  await vi.advanceTimersByTimeAsync(200);
  cancel();
  ask("short");
  await vi.runAllTimersAsync();
  expect(log).toEqual(["start 1", `short at ${START + START + 150}: fault`]);
});

test("never leaves a question that someone waits for", async () => {
  const { log, ask } = engines({ long: 60_000, short: 50 });
  ask("long");
  ask("short");
  await vi.runAllTimersAsync();
  expect(log).toEqual(["start 1", "long at 60300: fault", "short at 60350: fault"]);
});
