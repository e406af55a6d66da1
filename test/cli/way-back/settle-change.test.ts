import { join } from "node:path";
import { expect, test } from "vitest";
import type { CommandContext } from "../../../src/cli/shell/context.ts";
import { createJournal } from "../../../src/cli/way-back/journal/journal.ts";
import { settleChange } from "../../../src/cli/way-back/settle-change.ts";
import { thisProcess } from "../../../src/files/running-process.ts";
import { testIo } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { NEVER_MS, waitUntil } from "../../support/wait.ts";

const LOSS = /the process that keeps the way back has ended; this one goes on alone/;

test.each([
  ["after another session has confirmed: it is not taken for a loss", true],
  ["before anything is decided: it is a loss", false],
])("the keeper ends %s", async (_, isConfirmedFirst) => {
  const plan = { form: 2, id: "abc123", command: "apply", begun: "2026-01-01T00:00:00.000Z", seconds: 3600 } as const;
  const access = { env: {}, needs: [], timeoutMs: NEVER_MS };
  const { journal, writer } = createJournal(join(tmpFolder(), "way-back"), {
    ...plan,
    datastore: "a test",
    access,
    writer: thisProcess(),
  });
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
