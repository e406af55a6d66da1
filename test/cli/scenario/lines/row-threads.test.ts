import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { answerLines } from "../../../../src/cli/scenario/lines/answer-lines.ts";
import { type RowThreads, rowThreads } from "../../../../src/cli/scenario/lines/row-threads.ts";
import type { RowTask } from "../../../../src/cli/scenario/lines/row-work.ts";
import { threadScript } from "../../../../src/cli/scenario/lines/thread-script.ts";
import { DEFAULT_CALICO } from "../../../../src/model/kinds/version.ts";
import { compileNode } from "../../../../src/policy/tables/evaluate.ts";
import { world } from "../../../../src/policy/world/world.ts";
import { testIo } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const processors = vi.hoisted(() => ({ count: 4 }));
vi.mock("node:os", async (original) => ({
  ...(await original<object>()),
  availableParallelism: () => processors.count,
}));

/** The threads that the system has for this process. */
const system = vi.hoisted(() => ({ threads: Number.POSITIVE_INFINITY }));
vi.mock("node:worker_threads", async (original) => {
  const actual = await original<typeof import("node:worker_threads")>();
  class Worker extends actual.Worker {
    constructor(...given: ConstructorParameters<typeof actual.Worker>) {
      if (system.threads-- <= 0) throw new Error("EAGAIN");
      super(...given);
    }
  }
  return { ...actual, Worker };
});

const HEADER = "from,to,protocol,srcIP,dstIP,srcPort,dstPort\n";
const ROW = "interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,443\n";
/** So many rows in a piece, and so many pieces: far more than is answered without threads. */
const [ROWS, PIECES] = [20_000, 20];

async function* manyRows(begun: Promise<unknown>) {
  yield Buffer.from(HEADER);
  for (let piece = 0; piece < PIECES; piece++) {
    // Threads may take long to start.
    if (piece === PIECES / 2) await begun;
    yield Buffer.from(ROW.repeat(ROWS));
  }
}

/** Answers rows as JSON lines. */
async function answered(
  given: RowThreads,
  rows: (begun: Promise<unknown>) => AsyncIterable<Uint8Array> = manyRows,
  stop = new AbortController(),
) {
  let hasBegun = (): void => {};
  const pieces = rows(new Promise<void>((resolve) => (hasBegun = resolve)));
  const giveTask = async (task: RowTask) => {
    const threads = await given.giveTask(task);
    hasBegun();
    return threads;
  };
  const threads = { ...given, giveTask };
  const node = compileNode(world([], { calico: DEFAULT_CALICO }).world, { node: "n1", interfaces: { eth0: [] } });
  const { io, written } = testIo();
  const context = { io, stop, shown: { step: () => {}, end: () => {} } };
  const result = await answerLines(pieces, { format: "csv", form: "json", node, threads }, context);
  await threads.close();
  return { ...result, stdout: written.stdout };
}

/** The lines that the answers are to. */
const linesOf = (text: string): number[] =>
  text
    .split("\n")
    .slice(0, -1)
    .map((line) => Number(/^\{"line":(\d+),"verdict":"allow",.*\}$/.exec(line)?.[1]));

const upTo = (last: number) => Array.from({ length: last - 1 }, (_, at) => at + 2);

describe("a thread that", () => {
  test.each([
    ["throws", "throw new Error('out of memory')", "out of memory"],
    ["ends", "process.exit(7)", "exit code 7"],
    [
      "ends when it has work",
      'require("worker_threads").parentPort.on("message", () => process.exit(0))',
      "exit code 0",
    ],
  ])("%s ends it all with the reason, and all before is answered", async (_, script, reason) => {
    const { fault, answered: last, stdout } = await answered(rowThreads({ script }));
    const message = `a thread that reads them has ended: ${reason}`;
    expect(fault?.error).toMatchObject({ name: "FileFault", message });
    expect(linesOf(stdout)).toEqual(upTo(last));
  });
});

/** Answers rows by threads that run this script and write to a file; what is in that in the end. */
async function answeredInFile(script: string, stop?: AbortController) {
  const path = join(tmpFolder(), "answers");
  const descriptor = openSync(path, "w");
  const threads = rowThreads({ script, descriptor });
  threads.start();
  const result = await answered(threads, manyRows, stop);
  closeSync(descriptor);
  return { ...result, lines: linesOf(readFileSync(path, "utf8")) };
}

/** Before the script of a thread: what it does when it is asked to write in this turn. */
const inTurn = (turn: number, what: string): string => `{
  const { BroadcastChannel, parentPort } = require("worker_threads");
  let current;
  parentPort.on("message", (order) => {
    current ??= order.output.currentTurn;
    if (order.turn === ${turn}) { ${what} }
  });
}
${threadScript()}`;

describe("what ends the writing ends it for all threads", () => {
  test("one that ends before its turn is over", async () => {
    const { fault, lines } = await answeredInFile(inTurn(5, "process.exit(7)"));
    expect(fault?.error).toMatchObject({ message: "a thread that reads them has ended: exit code 7" });
    expect(lines).toEqual(upTo(1 + lines.length));
  });

  test("one whose answers the system does not take: those behind them are not written, whatever there is room for", async () => {
    const full = `const fs = require("fs"); const { writeSync } = fs;
      fs.writeSync = () => { fs.writeSync = writeSync; throw Object.assign(new Error(), { code: "ENOSPC" }); };`;
    const { answered: last, lines } = await answeredInFile(inTurn(5, full));
    expect(lines).toEqual(upTo(last));
    expect(last).toBeLessThan(ROWS * PIECES);
  });

  test("an interruption, however many answers were to be written after it", async () => {
    const stop = new AbortController();
    const channel = new BroadcastChannel("interruption");
    channel.onmessage = () => stop.abort();
    const interrupt = `new BroadcastChannel("interruption").postMessage("");
      for (let looks = 0; looks < 1e9 && Atomics.load(current, 0) >= 0; looks++);`;
    const { answered: last, lines } = await answeredInFile(inTurn(2, interrupt), stop);
    channel.close();
    expect(lines).toEqual(upTo(last));
    // Two slots of a MiB.
    expect(last).toBeLessThan((2 * 2 ** 20) / ROW.length + 2);
  });
});

test.each([0, 1])("a process that may have no more threads than %i does with those", async (count) => {
  system.threads = count;
  const threads = rowThreads({ script: threadScript() });
  threads.start();
  const { fault, answered: last, stdout } = await answered(threads);
  system.threads = Number.POSITIVE_INFINITY;
  expect({ fault, last }).toEqual({ fault: undefined, last: ROWS * PIECES + 1 });
  expect(linesOf(stdout)).toEqual(upTo(last));
});

describe("threads write answers", () => {
  test.each([
    ["behind those that were answered without them", false],
    ["all of them where they were started before", true],
  ])("in the order of the lines, each once, %s", async (_, areStarted) => {
    const path = join(tmpFolder(), "answers");
    const descriptor = openSync(path, "w");
    const threads = rowThreads({ script: threadScript(), descriptor });
    if (areStarted) threads.start();
    const { fault, answered: last, stdout } = await answered(threads);
    closeSync(descriptor);
    expect({ fault, last }).toEqual({ fault: undefined, last: ROWS * PIECES + 1 });
    const byThreads = readFileSync(path, "utf8");
    if (areStarted) expect(stdout).toBe("");
    expect(byThreads).not.toBe("");
    expect(linesOf(stdout + byThreads)).toEqual(upTo(last));
  });

  test("of those where nothing can be written none is counted as answered", async () => {
    const descriptor = openSync("/dev/full", "w");
    const { answered: last, stdout } = await answered(rowThreads({ script: threadScript(), descriptor }));
    closeSync(descriptor);
    expect(linesOf(stdout)).toEqual(upTo(last));
  });
});

/** Rows whose answers are five times as long as they are, and each like no other: more than are remembered, and than a slot has room for. */
async function* rowsWithLongAnswers() {
  const row = (at: number) => `interface:eth0,process,TCP,10.0.0.2,10.0.0.1,1,${at}x${"\u0001".repeat(80)}\n`;
  yield Buffer.from(HEADER + Array.from({ length: LONG_ANSWERS }, (_, at) => row(at)).join(""));
}
const LONG_ANSWERS = 80_000;

test.each([
  ["without threads", 1, false],
  ["by threads into slots", 4, false],
  ["by threads to the output", 4, true],
])("answers that are too long for a slot are those of their lines, written %s", async (_, count, isOutput) => {
  processors.count = count;
  const path = join(tmpFolder(), "answers");
  const descriptor = openSync(path, "w");
  const threads = rowThreads({ script: threadScript(), descriptor: isOutput ? descriptor : undefined });
  if (count > 1) threads.start();
  const { stdout } = await answered(threads, rowsWithLongAnswers);
  closeSync(descriptor);
  const lines = (stdout + readFileSync(path, "utf8")).split("\n").slice(0, -1);
  expect(lines).toHaveLength(LONG_ANSWERS);
  const rowOf = (line: string) => Number(/^\{"line":\d+,.*`dstPort` is `(\d+)x.*\}\}$/.exec(line)?.[1]);
  expect(lines.findIndex((line, at) => rowOf(line) !== at)).toBe(-1);
});
