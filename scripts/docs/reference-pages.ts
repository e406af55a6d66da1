/**
 * The pages that are generated from declarations and schemas: Markdown by the path on the site
 * (`reference/commands/apply.md`). Links between pages are relative, as in docs/. They are files like all other pages when
 * VitePress starts, because its search finds nothing on pages of dynamic routes.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { allCommands } from "../../src/cli/shell/registry.ts";
import { TOOL } from "../../src/cli/shell/tool.ts";
import { allKinds } from "../../src/model/kinds/kinds.ts";
import { CODE_SECTIONS } from "../code-list.ts";
import { codePage, codesIndex } from "../reference/code-page.ts";
import { commandPage, commandsIndex } from "../reference/command-page.ts";
import { kindPage } from "../reference/kind-page.ts";
import { kindsIndex } from "../reference/kinds-index.ts";
import { ROOT } from "../schema-files.ts";

const DOCS = join(ROOT, "docs");
const declarations = (await allCommands()).map(({ declaration }) => declaration);

/** Every page of the reference: a page a command, a kind and a code, and the lists of them. */
export function referencePages(): ReadonlyMap<string, string> {
  const titles = pageTitles();
  const codes = CODE_SECTIONS.flatMap(({ entries }) => entries);
  const names = codes.map(([code]) => code);
  return new Map([
    ["reference/commands/index.md", commandsIndex(declarations, TOOL)],
    ...declarations.map(
      (one) =>
        [`reference/commands/${one.name}.md`, commandPage(one, data(`examples/${one.name}.txt`), titles)] as const,
    ),
    ["reference/kinds/index.md", kindsIndex(allKinds())],
    ...allKinds().map(
      (info) => [`reference/kinds/${info.kind}.md`, kindPage(info, data(`kinds/${info.kind}.yaml`))] as const,
    ),
    ["reference/codes/index.md", codesIndex(CODE_SECTIONS)],
    ...codes.map(
      ([code, explanation]) =>
        [`reference/codes/${code}.md`, codePage(code, explanation, names, declarations)] as const,
    ),
  ]);
}

/** What docs/reference has for a page: examples, as they were recorded or written. */
function data(name: string): string {
  const file = join(DOCS, "reference", name);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** The headings of the pages of docs/, by their files. */
function pageTitles(): ReadonlyMap<string, string> {
  const names = readdirSync(DOCS).filter((name) => name.endsWith(".md"));
  return new Map(names.map((name) => [name, /^# (.*)$/m.exec(readFileSync(join(DOCS, name), "utf8"))?.[1] ?? name]));
}
