import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { answerLines } from "../../../../src/cli/scenario/lines/answer-lines.ts";
import type { ThreadStart } from "../../../../src/cli/scenario/lines/row-threads.ts";
import { threadScript } from "../../../../src/cli/scenario/lines/thread-script.ts";
import { DEFAULT_CALICO } from "../../../../src/model/kinds/version.ts";
import { compileNode } from "../../../../src/policy/tables/evaluate.ts";
import { world } from "../../../../src/policy/world/world.ts";
import { testIo } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

vi.mock("node:os", async (original) => ({ ...(await original<object>()), availableParallelism: () => 4 }));

const HEADER = "from,to,protocol,srcIP,dstIP,srcPort,dstPort\n";
const ROW = "interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,443\n";
/** So many rows in a piece, and so many pieces: far more than is answered without threads. */
const [ROWS, PIECES] = [20_000, 40];

async function* pieces() {
  yield Buffer.from(HEADER);
  for (let piece = 0; piece < PIECES; piece++) yield Buffer.from(ROW.repeat(ROWS));
}

/** Answers the rows as JSON lines, with three threads. */
async function answered(threads: ThreadStart) {
  const node = compileNode(world([], { calico: DEFAULT_CALICO }).world, { node: "n1", interfaces: { eth0: [] } });
  const { io, written } = testIo();
  const context = { io, stop: new AbortController(), shown: { step: () => {}, end: () => {} } };
  const result = await answerLines(pieces(), { format: "csv", form: "json", node, threads }, context);
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
    const { fault, answered: last, stdout } = await answered({ script });
    const message = `a thread that reads them has ended: ${reason}`;
    expect(fault?.error).toMatchObject({ name: "FileFault", message });
    expect(linesOf(stdout)).toEqual(upTo(last));
  });
});

describe("threads write answers", () => {
  test("in the order of the lines, each once, behind those that were answered without them", async () => {
    const path = join(tmpFolder(), "answers");
    const descriptor = openSync(path, "w");
    const { fault, answered: last, stdout } = await answered({ script: threadScript(), descriptor });
    closeSync(descriptor);
    expect({ fault, last }).toEqual({ fault: undefined, last: ROWS * PIECES + 1 });
    const byThreads = readFileSync(path, "utf8");
    expect(byThreads.length).toBeGreaterThan(stdout.length);
    expect(linesOf(stdout + byThreads)).toEqual(upTo(last));
  });

  test("of those where nothing can be written none is counted as answered", async () => {
    const descriptor = openSync("/dev/full", "w");
    const { answered: last, stdout } = await answered({ script: threadScript(), descriptor });
    closeSync(descriptor);
    expect(linesOf(stdout)).toEqual(upTo(last));
  });
});
