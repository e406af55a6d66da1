import { join } from "node:path";
import { expect, test } from "vitest";
import { createJournal } from "../../../../src/cli/way-back/journal/journal.ts";
import type { ProcessIdentity } from "../../../../src/files/running-process.ts";
import { thisProcess } from "../../../../src/files/running-process.ts";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";
import { PLAN } from "./plan.ts";

const ENDED: ProcessIdentity = { pid: 4_000_000, started: "1", boot: "an earlier start" };

/** Who writes, whether all is written, and the exit code of `confirm`. */
test.each<readonly [name: string, writer: ProcessIdentity, all: boolean, code: number]>([
  ["while it is written: half of it would stay", thisProcess(), false, 1],
  ["when all is written", thisProcess(), true, 0],
  ["of a command that has ended while it wrote: what is there stays", ENDED, false, 0],
])("confirm %s", async (_, writer, all, code) => {
  const folder = tmpFolder();
  const made = createJournal(join(folder, "way-back"), { ...PLAN, writer });
  const key = "/calico/resources/v3/projectcalico.org/hostendpoints/a";
  made.writer.begin([{ key, before: undefined, value: "x" }], 1, true);
  if (all) made.writer.all(1);
  made.writer.close();
  const ran = await session(folder, { env: { CALICOCTL_STATE_DIR: folder } })("confirm");
  expect(ran.code, ran.stderr).toBe(code);
  expect(made.journal.decision()?.kind).toBe(code === 0 ? "confirmed" : undefined);
});
