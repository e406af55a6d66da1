import { join } from "node:path";
import { expect, test } from "vitest";
import { createJournal } from "../../../src/cli/way-back/journal/journal.ts";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { PLAN } from "./journal/plan.ts";

/** What shells complete of two changes, the second of which is confirmed already. */
test.each([
  ["rollback ''", "0a1b2c apply, begun 2026-01-01T00:00:00.000Z\n"],
  ["confirm 0a", "0a1b2c apply, begun 2026-01-01T00:00:00.000Z\n"],
  ["confirm 1", ""],
  ["rollback 0a1b2c ''", ""],
])("`%s`: %j", async (line, shown) => {
  const state = tmpFolder();
  const folder = join(state, "way-back");
  createJournal(folder, PLAN);
  createJournal(folder, { ...PLAN, id: "1a1b2c" }).journal.decide({ kind: "confirmed", why: "by its user" });
  const run = session(tmpFolder(), { env: { CALICOCTL_STATE_DIR: state } });
  expect(await run(`__complete --describe -- ${line}`)).toEqual({ code: 0, stdout: shown, stderr: "" });
});

test("where the journals cannot be read nothing is completed", async () => {
  const run = session(tmpFolder(), { env: { CALICOCTL_STATE_DIR: "no-absolute-path" } });
  expect(await run("__complete -- rollback ''")).toEqual({ code: 0, stdout: "", stderr: "" });
});
