/** Makes docs/commands.md, the commands' reference on a page, from their declarations; scripts/generate.ts writes and checks it. */
import type { Declaration } from "../../src/cli/shell/command.ts";
import type { OptionDeclaration } from "../../src/cli/shell/option.ts";
import { allCommands } from "../../src/cli/shell/registry.ts";
import { TOOL } from "../../src/cli/shell/tool.ts";
import { exitCodes } from "../../src/cli/shell/usage.ts";
import { wordList } from "../../src/model/word-list.ts";
import { inCalicoctl, OPTION_GROUPS, paragraphs, shownOptions, since, usageOf } from "./command-parts.ts";
import { allExitCodes } from "./exit-code-table.ts";
import { block, code, page, prose, table } from "./markdown.ts";

const HEAD = `<!-- Made from the declarations in src/cli/commands/ by scripts/generate.ts; change those and run \`npm run generate\`. -->

# Commands

\`calicoctl [options] <command> [<args>...]\`. \`calicoctl <command> --help\` prints what this page says of a command. Long options may be
cut to any unique prefix. The last column says which Calico's calicoctl also has the option; a script that is to run with both
keeps to those.`;

/** The page, as Markdown. */
export async function commandsPage(): Promise<string> {
  const declarations = (await allCommands()).map(({ declaration }) => declaration);
  return page([
    HEAD,
    table(
      ["command", "what it does"],
      declarations.map(({ name, summary }) => [`[${code(name)}](#${name})`, prose(summary)]),
    ),
    "## Before the command",
    optionTable(Object.values(TOOL.options)),
    "## Exit codes",
    allExitCodes(declarations),
    ...declarations.flatMap(section),
    ...OPTION_GROUPS.flatMap(({ title, options }) => [`## ${title}`, optionTable(options)]),
  ]);
}

function section(declaration: Declaration): readonly string[] {
  const { name, summary, exits, examples = [], calicoctl } = declaration;
  const { own, groups } = shownOptions(declaration);
  const links = groups.map(({ title }) => `[${title.toLowerCase()}](#${title.toLowerCase().replaceAll(" ", "-")})`);
  return [
    `## ${name}`,
    `${prose(summary)}. ${inCalicoctl(declaration)}`,
    block("", usageOf(declaration)),
    argumentTable(declaration),
    own.length === 0 ? "" : optionTable(own, calicoctl !== undefined),
    `${own.length === 0 ? "Takes" : "Also takes"} the ${wordList(links, "and")}.`,
    ...paragraphs(declaration).map(prose),
    exits === undefined ? "" : exitTable(exits),
    block("sh", examples.map(({ line, shows }) => `# ${shows}\n${line}`).join("\n")),
  ];
}

/** The arguments of a command as a table; empty where it has none. */
export function argumentTable({ arguments: declared = [] }: Declaration): string {
  const rows = declared.map(({ syntax, help }) => [code(syntax), prose(help)]);
  return rows.length === 0 ? "" : table(["argument", "meaning"], rows);
}

/** Options as a table; the last column, of a command that calicoctl has, says which calicoctl has the option. */
export function optionTable(options: readonly OptionDeclaration[], inCalicoctl = true): string {
  const cells = ({ flags, help }: OptionDeclaration) => [code(flags), prose(help)];
  if (!inCalicoctl) return table(["option", "meaning"], options.map(cells));
  return table(
    ["option", "meaning", "calicoctl"],
    options.map((option) => [...cells(option), option.calicoctl === undefined ? "" : since(option.calicoctl)]),
  );
}

/** What exit codes mean, as a table. */
export function exitTable(exits?: Declaration["exits"]): string {
  return table(
    ["exit code", "meaning"],
    exitCodes(exits).map(([number, meaning]) => [number, prose(meaning)]),
  );
}
