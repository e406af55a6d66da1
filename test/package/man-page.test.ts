import { expect, test } from "vitest";
import { manPage, roff } from "../../scripts/man-page.ts";
import { allCommands } from "../../src/cli/shell/registry.ts";
import { TOOL } from "../../src/cli/shell/tool.ts";

test.each([
  ["--dry-run", "\\-\\-dry\\-run"],
  ["a\\nb", "a\\enb"],
  [".TH\n'x", "\\&.TH\n\\&'x"],
])("%j in a manual page is %j", (text, expected) => {
  expect(roff(text)).toBe(expected);
});

test("the manual page has every command and option, and only requests of man(7)", async () => {
  const commands = (await allCommands()).map(({ declaration }) => declaration);
  const page = manPage({ version: "1.2.3", options: Object.values(TOOL.options), commands });
  for (const { name, options } of commands) {
    expect(page).toContain(`.SS calicoctl ${roff(name)} `);
    for (const { flags, hidden } of Object.values(options ?? {})) {
      if (hidden !== true) expect(page).toContain(`.B ${roff(flags)}\n`);
    }
  }
  const requests = new Set(page.split("\n").flatMap((line) => /^[.'][A-Z]*/.exec(line)?.[0] ?? []));
  expect([...requests].sort()).toEqual([".B", ".EE", ".EX", ".PP", ".SH", ".SS", ".TH", ".TP"]);
});
