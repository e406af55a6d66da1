import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dirname, join as joined } from "node:path/posix";
import { describe, expect, test } from "vitest";
import { CODE_SECTIONS, CODE_SEVERITIES } from "../../scripts/code-list.ts";
import { referencePages } from "../../scripts/docs/reference-pages.ts";
import { commandsReporting, severitiesOf } from "../../scripts/reference/code-reports.ts";
import { prose, withOptionsAsCode } from "../../scripts/reference/markdown.ts";
import { allCommands } from "../../src/cli/shell/registry.ts";
import { HOME_PAGE } from "../../src/cli/shell/release.ts";
import { optionsOf } from "../../src/cli/shell/shared-options.ts";
import { CODES } from "../../src/generated/codes.ts";
import { allKinds, kindsInWriteOrder } from "../../src/model/kinds/kinds.ts";
import { CALICO_VERSIONS } from "../../src/model/kinds/version.ts";
import { runCli } from "../support/cli.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const pages = referencePages();
const declarations = (await allCommands()).map(({ declaration }) => declaration);
const pageOf = (path: string): string => pages.get(`reference/${path}.md`) ?? "";

test.each([
  ["--out is then, -n else; a-b -- c", "`--out` is then, `-n` else; a-b -- c"],
  ["`calicoctl --out x` and x--y, pod/-", "`calicoctl --out x` and x--y, pod/-"],
])("%j with its options as code is %j", (text, expected) => {
  expect(withOptionsAsCode(text)).toBe(expected);
});

test.each([
  ["a <b> and {{ c }} of `<d>` in *e*", "a &lt;b> and &#123;&#123; c }} of `<d>` in \\*e\\*"],
  ["[X/]NAME", "\\[X/]NAME"],
  ["``a`b`` `c|d`", "``a`b`` `c|d`"],
])("%j as Markdown is %j", (text, expected) => {
  expect(prose(text)).toBe(expected);
});

test("there is a page of every command, kind and code, a list of each, and no other page", () => {
  const paths = [
    ...["index", ...declarations.map(({ name }) => name)].map((name) => `reference/commands/${name}.md`),
    ...["index", ...allKinds().map(({ kind }) => kind)].map((name) => `reference/kinds/${name}.md`),
    ...["index", ...CODES].map((name) => `reference/codes/${name}.md`),
  ];
  expect([...pages.keys()]).toEqual(paths);
});

test.each(declarations)("the page of $name has its options and examples", (declaration) => {
  const page = pageOf(`commands/${declaration.name}`);
  for (const { flags, hidden } of optionsOf(declaration)) {
    if (hidden !== true) expect(page).toContain(`| \`${flags.replaceAll("|", "\\|")}\` |`);
  }
  const typed = page.replaceAll(" \\\n    ", " ");
  for (const { line } of declaration.examples ?? []) expect(typed).toContain(line);
  expect(page).toMatch(/## See also\n\n- \[`/);
});

const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

test.each(kindsInWriteOrder())("the example of $kind is valid", async ({ kind, since }) => {
  for (const version of CALICO_VERSIONS.slice(since === undefined ? 0 : CALICO_VERSIONS.indexOf(since))) {
    const stdin = read(`docs/reference/kinds/${kind}.yaml`);
    const ran = await runCli(["validate", "-f", "-", "--calico-version", version], { stdin });
    expect(ran).toEqual({ code: 0, stderr: "", stdout: `Successfully validated 1 '${kind}' resource(s)\n` });
  }
});

test.each(allKinds())("the page of $kind has its example and its fields", ({ kind, aliases }) => {
  const page = pageOf(`kinds/${kind}`);
  expect(page).toContain(`\`\`\`yaml\n${read(`docs/reference/kinds/${kind}.yaml`)}\`\`\``);
  expect(page).toMatch(/\n### `spec` \{#spec\}\n[\s\S]*\n\| `\w+`/);
  for (const alias of aliases) expect(page).toContain(`\`${alias}\``);
});

test.each([
  ["GlobalNetworkPolicy", "| `tier`<br>since v3.32 | `string` | `default` (v3.32) | The tier the policy belongs to. |"],
  ["IPPool", "| `ipipMode` | `string` | `Never` |"],
  ["Tier", "| `order` | `number` | `1000000` |"],
  ["HostEndpoint", "| `ports` | `[]object` |  | Named ports, which rules can refer to. [Its fields](#spec-ports). |"],
])("the page of %s has %j", (kind, row) => {
  expect(pageOf(`kinds/${kind}`)).toContain(row);
});

test("each code has its meaning and remedy, examples where there are some, severity and commands", () => {
  for (const [code, { what, wrong, right }] of CODE_SECTIONS.flatMap(({ entries }) => entries)) {
    const page = pageOf(`codes/${code}`);
    expect(page).toContain(`# \`${code}\`\n\n${prose(what)}\n\n## What to do\n\n`);
    for (const example of [wrong, right])
      if (example !== undefined) expect(page).toContain(`\`\`\`yaml\n${example}\`\`\``);
    expect(page, code).toMatch(/\n- Severity: \w.*\n- Commands(?: that .*| with .*)?: \[/);
  }
});

/** A finding as the source makes it. */
const LITERAL = /severity: "(error|warning|info)",\s*code: "([a-z-]+\.[a-z-]+)"/g;

describe("severities", () => {
  test("are said of codes that are not always errors, in the order in which pages list them", () => {
    const said = [...CODE_SEVERITIES].map(([code, severities]) => `${code} ${severities}`);
    const allowed = ["warning", "info", "error,warning", "warning,info"];
    expect(said.filter((line) => !allowed.includes(line.split(" ")[1] ?? ""))).toEqual([]);
  });

  test("are those in the source and in expected outputs of tests", () => {
    const files = ["src", "test"].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
    );
    const sources = files.filter((name) => /\.ts$/.test(name) && !name.includes("/generated/"));
    const found = sources.flatMap((name) => [
      ...(name.startsWith("src/") ? read(name).matchAll(LITERAL) : []),
      ...read(name).matchAll(/^[^/\n]*\b(error|warning|info): [^[\n]*\[([a-z-]+\.[a-z-]+)\]/gm),
    ]);
    const codes: ReadonlySet<string> = new Set(CODES);
    const pairs = found.flatMap(([, severity = "", code = ""]) => (codes.has(code) ? [[severity, code] as const] : []));
    const wrong = pairs.filter(([severity, code]) => !severitiesOf(code).some((one) => one === severity));
    expect([...new Set(wrong.map(([severity, code]) => `${severity} ${code}`))]).toEqual([]);
    expect(pairs.length).toBeGreaterThan(100);
  });
});

test("explain names the page of each code, which the site has", async () => {
  const missing: string[] = [];
  for (const code of CODES) {
    const { stdout } = await runCli(["explain", code]);
    const [, link = ""] = /^MORE:\n {2}(\S+)$/m.exec(stdout) ?? [];
    const [page = "", anchor] = link.slice(`${HOME_PAGE}/`.length).split("#");
    const text = link.startsWith(`${HOME_PAGE}/`) ? pages.get(page.replace(/\.html$/, ".md")) : undefined;
    const isThere = text?.includes(code) && (anchor === undefined || text.includes(`id="${anchor}"`));
    if (isThere !== true) missing.push(`${code}: ${link}`);
  }
  expect(missing).toEqual([]);
});

test("a command that shows a code on a page is among those that report it", () => {
  const shown = ["docs", "docs/reference/examples"].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => /\.(?:md|txt)$/.test(name) && !["codes.md", "commands.md"].includes(name))
      .flatMap((name) =>
        read(`${folder}/${name}`)
          .split(/^(?=\$ |```)/m)
          .flatMap((text) => {
            const command = /^\$ calicoctl (?:-\S+ )*([a-z-]+)/.exec(text)?.[1];
            return [...text.matchAll(/ \[([a-z-]+\.[a-z-]+)\]$/gm)].map(([, code = ""]) => ({ name, command, code }));
          }),
      ),
  );
  const unlisted = shown.filter(
    ({ command, code }) => command !== undefined && !commandsReporting(code, declarations).names.includes(command),
  );
  expect(unlisted).toEqual([]);
  expect(shown.length).toBeGreaterThan(20);
});

/** What a reader's Markdown has outside of code: the text without blocks and spans of code. */
const outsideOfCode = (text: string): string => text.replaceAll(/^```.*\n[\s\S]*?^```$|(`+)[^`].*?\1(?!`)/gm, "");

test("nothing on a page is read as HTML or as an expression by accident", () => {
  for (const [path, text] of pages) {
    const markup = outsideOfCode(text).match(/<(?!br>)|\{\{/g);
    expect(markup, path).toBe(null);
  }
});

test("every link leads to a page or a file, and to a place that it has", () => {
  const dead = [...pages].flatMap(([path, text]) => {
    const links = [...outsideOfCode(text.replaceAll(/\[`+[^`]*`+\]/g, "[]")).matchAll(/\]\(([^)#]*)(?:#([^)]*))?\)/g)];
    expect(links.length, path).toBeGreaterThan(0);
    return links.filter(([, link = "", anchor]) => isDead(path, link, anchor)).map(([whole]) => `${path}: ${whole}`);
  });
  expect(dead).toEqual([]);
});

function isDead(from: string, link: string, anchor: string | undefined): boolean {
  if (link.startsWith("/")) return !existsSync(join(ROOT, link));
  const target = link === "" ? from : joined(dirname(from), link);
  const text = pages.get(target) ?? (existsSync(join(ROOT, "docs", target)) ? read(`docs/${target}`) : undefined);
  return text === undefined || (anchor !== undefined && !placesIn(text).includes(anchor));
}

/** What may stand behind `#` in a link to the page. */
function placesIn(text: string): readonly string[] {
  return [...text.matchAll(/^##+ (.*?)(?: \{#(.*)\})?$/gm)].map(
    ([, heading = "", id]) => id ?? heading.toLowerCase().replaceAll(/\W+/g, "-"),
  );
}
