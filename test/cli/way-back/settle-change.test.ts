import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CommandContext } from "../../../src/cli/shell/context.ts";
import { keyboardOn } from "../../../src/cli/shell/io/enter-key.ts";
import { createJournal } from "../../../src/cli/way-back/journal/journal.ts";
import { settleChange } from "../../../src/cli/way-back/settle-change.ts";
import { thisProcess } from "../../../src/files/running-process.ts";
import { testIo } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { NEVER_MS, waitUntil } from "../../support/wait.ts";

const LOSS = /the process that keeps the way back has ended; this one goes on alone/;

/** What was typed before the question is read for that long, in ms. */
const FORGET_MS = 200;

/** A change that waits for its confirmation for an hour. */
function changeOfTest() {
  const plan = { form: 2, id: "abc123", command: "apply", begun: "2026-01-01T00:00:00.000Z", seconds: 3600 } as const;
  const access = { env: {}, needs: [], timeoutMs: NEVER_MS };
  const whole = { ...plan, datastore: "a test", access, writer: thisProcess() };
  return createJournal(join(tmpFolder(), "way-back"), whole);
}

test.each([
  ["after another session has confirmed: it is not taken for a loss", true],
  ["before anything is decided: it is a loss", false],
])("the keeper ends %s", async (_, isConfirmedFirst) => {
  const { journal, writer } = changeOfTest();
  let end = (): void => {};
  const gone = new Promise<void>((resolve) => {
    end = resolve;
  });
  const keeper = { gone, send: () => {}, nextMessage: async () => undefined, onMessage: () => {}, close: () => {} };
  const { io, written } = testIo();
  const ended = settleChange({ journal, writer: { ...writer, count: () => 1 }, keeper }, 0, { io } as CommandContext);
  await waitUntil(() => written.stderr.includes("not confirmed yet"));
  const confirm = () => journal.decide({ kind: "confirmed", why: "it was confirmed in another session" });
  if (isConfirmedFirst) confirm();
  end();
  if (!isConfirmedFirst) {
    await waitUntil(() => LOSS.test(written.stderr));
    confirm();
  }
  expect(await ended).toBe(0);
  expect(LOSS.test(written.stderr)).toBe(!isConfirmedFirst);
  expect(written.stderr).toMatch(/confirmed: what was written stays\n$/);
});

test("an Enter of before the question does not confirm, also where the process stands still before it has read it", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const terminal = connect(server.address() as { port: number });
  const [[typing]] = (await Promise.all([once(server, "connection"), once(terminal, "connect")])) as [
    [Socket],
    unknown,
  ];
  const { journal, writer } = changeOfTest();
  const openKeyboard = () => {
    typing.write("\r");
    // As soon as it waits.
    queueMicrotask(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2 * FORGET_MS));
    return keyboardOn(terminal, () => void terminal.destroy());
  };
  const { io, written } = testIo();
  const context = { io: { ...io, openKeyboard } } as CommandContext;
  const ended = settleChange({ journal, writer: { ...writer, count: () => 1 }, keeper: undefined }, 0, context);
  await waitUntil(() => written.stderr.includes("press Enter"));
  await waitUntil(() => terminal.bytesRead > 0);
  expect(journal.decision()).toBeUndefined();
  typing.write("\r");
  expect(await ended).toBe(0);
  typing.destroy();
  server.close();
});
