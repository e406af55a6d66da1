import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import release from "../../package.json" with { type: "json" };
import { manPages } from "../../scripts/reference/man-pages.ts";
import { roff, roffText } from "../../scripts/reference/roff.ts";
import { relatedCommands } from "../../scripts/reference/see-also.ts";
import { brokenLine } from "../../scripts/reference/shell-lines.ts";
import { allCommands } from "../../src/cli/shell/registry.ts";
import { optionsOf } from "../../src/cli/shell/shared-options.ts";
import { TOOL } from "../../src/cli/shell/tool.ts";
import { tmpFolder } from "../support/tmp.ts";

const commands = (await allCommands()).map(({ declaration }) => declaration);
const pages = manPages({ version: "1.2.3", date: "2026-01-02", tool: TOOL, commands });
const names = [...pages.keys()];

test.each([
  ["--dry-run", "\\-\\-dry\\-run"],
  ["a\\nb", "a\\enb"],
  [".TH\n'x", "\\&.TH\n\\&'x"],
])("%j in a manual page is %j", (text, expected) => {
  expect(roff(text)).toBe(expected);
});

test.each([
  ["`get -o` prints. It ends", "\\fBget \\-o\\fR prints.\nIt ends"],
  [`${"word ".repeat(15)}.hidden file`, `${"word ".repeat(15).trimEnd()}\n\\&.hidden file`],
])("the text %j in a manual page is %j", (text, expected) => {
  expect(roffText(text)).toBe(expected);
});

test.each([
  ["calicoctl get hep", "calicoctl get hep"],
  ["calicoctl get hep -o yaml --selector 'a b'", "calicoctl get hep \\\n    -o yaml \\\n    --selector 'a b'"],
])("%j in 25 columns", (line, expected) => {
  expect(brokenLine(line, 25)).toBe(expected);
});

test("there is a page of the tool and one a command, and the package names them all", () => {
  expect(names).toEqual(["calicoctl.1", ...commands.map(({ name }) => `calicoctl-${name}.1`)]);
  expect(release.man).toEqual(names.map((name) => `dist/man/${name}`).sort());
});

test.each(commands)("the page of $name has all that is declared", (declaration) => {
  const page = pages.get(`calicoctl-${declaration.name}.1`) ?? "";
  const [text = "", overview = ""] = [page, pages.get("calicoctl.1") ?? ""].map(words);
  for (const { flags, help, hidden } of optionsOf(declaration)) {
    if (hidden === true) continue;
    expect(text).toContain(roff(flags));
    const described = `${roff(flags)} ${roff(help.replaceAll("`", ""))}`;
    expect(
      [text, overview].some((one) => one.includes(described)),
      described,
    ).toBe(true);
  }
  for (const { syntax, help } of declaration.arguments ?? [])
    expect(text).toContain(`${roff(syntax)} ${roff(help.replaceAll("`", ""))}`);
  for (const meaning of Object.values(declaration.exits ?? {}))
    expect(text).toContain(roff(meaning.replaceAll("`", "")));
  const examples = page.slice(page.indexOf(".SH EXAMPLES")).replaceAll(" \\\\e\n    ", " ");
  for (const { line } of declaration.examples ?? [])
    expect(examples.replaceAll(/ \\e\n {4}/g, " ")).toContain(`.EX\n${roff(line)}\n`);
  expect(relatedCommands(declaration.name).length).toBeGreaterThan(0);
  for (const [, other = ""] of page.matchAll(/^\.BR (\S+) \(1\)/gm))
    expect(names).toContain(`${other.replaceAll("\\", "")}.1`);
});

test("the page of the tool lists every command", () => {
  for (const { name } of commands) expect(pages.get("calicoctl.1")).toContain(`.BR ${roff(`calicoctl-${name}`)} (1)\n`);
});

test("pages have only requests of man(7)", () => {
  const requests = new Set(
    [...pages.values()]
      .join("\n")
      .split("\n")
      .flatMap((line) => /^[.'][A-Za-z]*/.exec(line)?.[0] ?? []),
  );
  expect([...requests].sort()).toEqual([
    ".B",
    ".BR",
    ".EE",
    ".EX",
    ".PP",
    ".RE",
    ".RS",
    ".SH",
    ".SS",
    ".TH",
    ".TP",
    ".ad",
    ".nh",
  ]);
});

/** A page's text on one line, without fonts. */
const words = (page: string): string => page.replaceAll(/\\&|\\f[BIR]/g, "").replaceAll(/\s+/g, " ");

/** Text in which a character struck twice is bold. */
function withoutOverstrike(text: string): string {
  const parts = text.split("\b");
  return parts.map((part, i) => (i < parts.length - 1 ? part.slice(0, -1) : part)).join("");
}

/** Programs that read manual pages, and what each must not find. */
const READERS: Readonly<Record<string, readonly string[]>> = {
  mandoc: ["-T", "lint"],
  groff: ["-man", "-ww", "-z"],
};

describe.each(Object.entries(READERS))("%s", (program, argv) => {
  const missing = spawnSync(program, argv, { input: "" }).error !== undefined;
  test.skipIf(missing)(`has nothing to complain about${missing ? ` [skipped: no ${program}]` : ""}`, () => {
    const folder = tmpFolder(Object.fromEntries(pages));
    const { stdout, stderr, status } = spawnSync(program, [...argv, ...names], { cwd: folder, encoding: "utf8" });
    expect([status, `${stdout}${stderr}`]).toEqual([0, ""]);
  });
});

const noMandoc = spawnSync("mandoc", ["-T", "lint"], { input: "" }).error !== undefined;
test.skipIf(noMandoc)(`every line fits into 80 columns${noMandoc ? " [skipped: no mandoc]" : ""}`, () => {
  const folder = tmpFolder(Object.fromEntries(pages));
  for (const name of names) {
    const { stdout } = spawnSync("mandoc", ["-T", "ascii", "-O", "width=78", join(folder, name)], { encoding: "utf8" });
    const shown = withoutOverstrike(stdout);
    expect(
      shown.split("\n").filter((line) => line.length > 80),
      name,
    ).toEqual([]);
    expect(shown).toContain("EXIT STATUS");
  }
});
