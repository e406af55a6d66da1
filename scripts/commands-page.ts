/** Makes docs/commands.md, the commands' reference, from their declarations; scripts/generate.ts writes and checks it. */
import type { Declaration } from "../src/cli/shell/command.ts";
import type { OptionDeclaration } from "../src/cli/shell/option.ts";
import { allCommands } from "../src/cli/shell/registry.ts";
import { DATASTORE_OPTIONS, FACTS_OPTIONS, optionsOf, VERSION_OPTION } from "../src/cli/shell/shared-options.ts";
import { TOOL } from "../src/cli/shell/tool.ts";
import { CALICO_VERSIONS, type CalicoVersion } from "../src/model/kinds/version.ts";

const HEAD = `<!-- Made from the declarations in src/cli/commands/ by scripts/generate.ts; change those and run \`npm run generate\`. -->

# Commands

\`calicoctl [options] <command> [<args>...]\`. \`calicoctl <command> --help\` prints what this page says of a command. Long options may be
cut to any unique prefix. The last column says which Calico's calicoctl also has the option; a script that is to run with both
keeps to those.
`;

/** Options that many commands share are listed once. */
const GROUPS: readonly { readonly title: string; readonly options: readonly OptionDeclaration[] }[] = [
  { title: "Datastore options", options: Object.values(DATASTORE_OPTIONS) },
  { title: "Facts options", options: Object.values(FACTS_OPTIONS) },
  { title: "Options of every command", options: [VERSION_OPTION] },
];

/** The page, as Markdown. */
export async function commandsPage(): Promise<string> {
  const declarations = (await allCommands()).map(({ declaration }) => declaration);
  const contents = declarations.map(({ name, summary }) => `| [\`${name}\`](#${name}) | ${cell(summary)} |`);
  const shared = GROUPS.map(({ title, options }) => `## ${title}\n\n${optionTable(options)}\n`);
  return [
    HEAD,
    `| command | |\n| --- | --- |\n${contents.join("\n")}\n`,
    `## Before the command\n\n${optionTable(Object.values(TOOL.options))}\n`,
    ...declarations.map(section),
    ...shared,
  ].join("\n");
}

function section(declaration: Declaration): string {
  const { name, summary, arguments: declared = [], notes = [], examples = [], calicoctl } = declaration;
  const options = optionsOf(declaration).filter(({ hidden }) => hidden !== true);
  const groups = GROUPS.filter((group) => group.options.every((option) => options.includes(option)));
  const own = options.filter((option) => !groups.some((group) => group.options.includes(option)));
  const usage = ["calicoctl", name, "[options]", ...declared.map(({ syntax }) => syntax)].join(" ");
  const links = groups.map(({ title }) => `[${title.toLowerCase()}](#${title.toLowerCase().replaceAll(" ", "-")})`);
  const also = `${own.length === 0 ? "Takes" : "Also takes"} the ${links.join(", ")}.`;
  return [
    `## ${name}`,
    `${summary}. ${calicoctl === undefined ? "Only in this tool." : `In calicoctl ${since(calicoctl)}.`}`,
    `\`\`\`\n${usage}\n\`\`\``,
    ...(declared.length === 0
      ? []
      : [
          table(
            ["argument", ""],
            declared.map(({ syntax, help }) => [`\`${syntax}\``, help]),
          ),
        ]),
    ...(own.length === 0 ? [] : [optionTable(own, calicoctl !== undefined)]),
    also,
    ...notes,
    `\`\`\`sh\n${examples.map(({ line, shows }) => `# ${shows}\n${line}`).join("\n")}\n\`\`\``,
  ]
    .map((block) => `${block}\n`)
    .join("\n");
}

function optionTable(options: readonly OptionDeclaration[], inCalicoctl = true): string {
  if (!inCalicoctl)
    return table(
      ["option", ""],
      options.map(({ flags, help }) => [`\`${flags}\``, help]),
    );
  const rows = options.map(({ flags, help, calicoctl }) => [
    `\`${flags}\``,
    help,
    calicoctl === undefined ? "" : since(calicoctl),
  ]);
  return table(["option", "", "calicoctl"], rows);
}

const since = (version: CalicoVersion): string => CALICO_VERSIONS.slice(CALICO_VERSIONS.indexOf(version)).join(" and ");

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const cell = (text: string): string => text.replaceAll("|", "\\|");
