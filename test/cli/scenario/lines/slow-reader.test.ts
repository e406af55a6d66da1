import { setImmediate } from "node:timers";
import { expect, test } from "vitest";
import { answerLines } from "../../../../src/cli/scenario/lines/answer-lines.ts";
import { rowThreads } from "../../../../src/cli/scenario/lines/row-threads.ts";
import { SLOT_BYTES } from "../../../../src/cli/scenario/lines/row-work.ts";
import { DEFAULT_CALICO } from "../../../../src/model/kinds/version.ts";
import { compileNode } from "../../../../src/policy/tables/evaluate.ts";
import { world } from "../../../../src/policy/world/world.ts";
import { testIo } from "../../../support/cli.ts";

/** So many turns of the event loop pass before a reader takes what is written: all that can be evaluated before is. */
const TURNS = 100;

const HEADER = "from,to,protocol,srcIP,dstIP,srcPort,dstPort,name\n";
/** Few rows fill a slot, which are read at once. */
const ROW = `interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,443,${"x".repeat(1000)}\n`;
const ROWS = Math.floor(SLOT_BYTES / ROW.length) - 1;
/** A line that the slot of those rows has no room for. */
const BAD = Buffer.concat([Buffer.from("x".repeat(3 * ROW.length)), Buffer.from([0xc3, 0x28, 10])]);

async function* pieces() {
  yield Buffer.from(HEADER + ROW);
  yield Buffer.from(ROW.repeat(ROWS));
  yield BAD;
}

test("where a slot begins with a line that is not UTF-8, those before it are answered, however slow the reader is", async () => {
  const { io, written } = testIo();
  const writeBytes = async (bytes: Uint8Array) => {
    for (let turn = 0; turn < TURNS; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
    await io.stdout.writeBytes(bytes);
  };
  const slow = { ...io, stdout: { ...io.stdout, writeBytes } };
  const node = compileNode(world([], { calico: DEFAULT_CALICO }).world, { node: "n1", interfaces: { eth0: [] } });
  const { answered, fault } = await answerLines(
    pieces(),
    { format: "csv", form: "json", node, threads: rowThreads({ script: "" }) },
    { io: slow, stop: new AbortController(), shown: { step: () => {}, end: () => {} } },
  );
  expect(String(fault?.error)).toMatch(/encoded data was not valid/);
  expect({ answered, lines: written.stdout.split("\n").length - 1 }).toEqual({ answered: ROWS + 2, lines: ROWS + 1 });
});
