import { availableParallelism } from "node:os";
import { describe, expect, test } from "vitest";
import { answerLines } from "../../../../src/cli/scenario/lines/answer-lines.ts";
import { DEFAULT_CALICO } from "../../../../src/model/kinds/version.ts";
import { compileNode } from "../../../../src/policy/tables/evaluate.ts";
import { world } from "../../../../src/policy/world/world.ts";
import { testIo } from "../../../support/cli.ts";

const HEADER = "from,to,protocol,srcIP,dstIP,srcPort,dstPort\n";
const ROWS = "interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,443\n".repeat(20_000);

/** Far more than is answered without threads. */
async function* pieces() {
  yield Buffer.from(HEADER);
  for (let piece = 0; piece < 100; piece++) yield Buffer.from(ROWS);
}

// On one processor there are none.
describe.skipIf(availableParallelism() === 1)("a thread that", () => {
  test.each([
    ["throws", "throw new Error('out of memory')", "out of memory"],
    ["ends", "process.exit(7)", "exit code 7"],
    [
      "ends when it has work",
      'require("worker_threads").parentPort.on("message", () => process.exit(0))',
      "exit code 0",
    ],
  ])("%s ends it all with the reason, and all before is answered", async (_, script, reason) => {
    const node = compileNode(world([], { calico: DEFAULT_CALICO }).world, { node: "n1", interfaces: { eth0: [] } });
    const { io, written } = testIo();
    const context = { io, stop: new AbortController(), shown: { step: () => {}, end: () => {} } };
    const { answered, fault } = await answerLines(pieces(), { format: "csv", form: "csv", node, script }, context);
    const message = `a thread that reads them has ended: ${reason}`;
    expect(fault?.error).toMatchObject({ name: "FileFault", message });
    // The heading is the answer to the header.
    expect(written.stdout.split("\n").slice(0, -1)).toHaveLength(answered);
  });
});
