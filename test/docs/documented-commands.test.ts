import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

/** Pages whose blocks of `console` are commands with their output, by the folder that they are run in. */
const PAGES: readonly (readonly [page: string, folder: string])[] = [["docs/exposure.md", "examples/exposure"]];

const commands = PAGES.flatMap(([page, folder]) =>
  [...readFileSync(join(ROOT, page), "utf8").matchAll(/^```console\n\$ calicoctl (.*)\n([\s\S]*?)^```$/gm)].map(
    ([, line = "", output = ""]) => ({ page, folder, line, output }),
  ),
);

test.each(commands)("$page: calicoctl $line", ({ folder, line, output }) => {
  const tool = join(ROOT, "bin/calicoctl");
  const ran = spawnSync("sh", ["-c", `"$0" "$1" ${line}`, process.execPath, tool], {
    cwd: join(ROOT, folder),
    encoding: "utf8",
  });
  expect(ran.stdout).toBe(output);
});

test("pages have commands", () => expect(commands.length).toBeGreaterThan(2));
