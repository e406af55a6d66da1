import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const PAGE = readFileSync(join(import.meta.dirname, "..", "..", "..", "docs", "way-back.md"), "utf8");
/** The unit that the page shows. */
const UNIT = /```ini\n(# \S+\n[^`]+)```/.exec(PAGE)?.[1] ?? "";
const hasSystemd = spawnSync("systemd-analyze", ["--version"]).status === 0;

test("the unit that the page shows runs a command that is quiet where nothing is to be taken back", async () => {
  const [, line = ""] = /^ExecStart=\/usr\/bin\/calicoctl (.+)$/m.exec(UNIT) ?? [];
  const folder = tmpFolder();
  const run = session(folder, { env: { CALICOCTL_STATE_DIR: folder } });
  expect(await run(line)).toEqual({ code: 0, stdout: "", stderr: "" });
});

const skipped = hasSystemd ? "" : " [skipped: no systemd-analyze]";
test.skipIf(!hasSystemd)(`systemd accepts it${skipped}`, () => {
  const path = join(tmpFolder(), "calicoctl-rollback.service");
  writeFileSync(path, UNIT.replace("/usr/bin/calicoctl", "/bin/true"));
  const { status, stderr } = spawnSync("systemd-analyze", ["verify", path], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
