/** Makes the page of a command from its declaration and its recorded examples. */
import type { Declaration } from "../../src/cli/shell/command.ts";
import { inCalicoctl, paragraphs, shownOptions, usageOf } from "./command-parts.ts";
import { argumentTable, exitTable, optionTable } from "./commands-page.ts";
import { block, code, list, page, prose, table, withOptionsAsCode } from "./markdown.ts";
import { relatedCommands, relatedPages } from "./see-also.ts";

/** The page; `examples` is Markdown with what each example prints, `pages` are those of docs/ by their files. */
export function commandPage(declaration: Declaration, examples: string, pages: ReadonlyMap<string, string>): string {
  const { name, summary, exits, calicoctl, examples: lines = [] } = declaration;
  const { own, groups } = shownOptions(declaration);
  const isCalicoctls = calicoctl !== undefined;
  return page([
    `---\ntitle: calicoctl ${name}\n---`,
    `# calicoctl ${name}`,
    `${prose(summary)}. ${inCalicoctl(declaration)}`,
    block("sh", usageOf(declaration)),
    ...paragraphs(declaration).map((text) => prose(withOptionsAsCode(text))),
    "## Examples",
    WORLD,
    examples === "" ? block("sh", lines.map(({ line, shows }) => `# ${shows}\n${line}`).join("\n")) : examples,
    "## Options",
    argumentTable(declaration),
    own.length === 0 ? "" : optionTable(own, isCalicoctls),
    ...groups.flatMap(({ title, options }) => [`### ${title}`, optionTable(options, isCalicoctls)]),
    "## Exit codes",
    exitTable(exits),
    "## See also",
    seeAlso(name, pages),
  ]);
}

const WORLD =
  "They run in a copy of [examples/reference](/examples/reference/stored.yaml), with what `stored.yaml` holds in the datastore; see [how to try them](index.md#try-the-examples).";

function seeAlso(name: string, pages: ReadonlyMap<string, string>): string {
  const commands = relatedCommands(name).map((other) => `[${code(other)}](${other}.md)`);
  const others = relatedPages(name).map((file) => `[${pages.get(file) ?? file}](../../${file})`);
  return list([commands.join(", "), ...others, code(`man calicoctl-${name}`)]);
}

/** The list of all commands, and what their pages have in common. */
export function commandsIndex(declarations: readonly Declaration[], tool: Declaration): string {
  return page([
    "---\ntitle: Commands\n---",
    "# Commands",
    "`calicoctl [options] <command> [<args>...]`. `calicoctl <command> --help` and `man calicoctl-<command>` print what the page of a command says, on a terminal. Long options may be cut to any unique prefix.",
    table(
      ["command", "what it does", "calicoctl"],
      declarations.map((one) => [
        `[${code(one.name)}](${one.name}.md)`,
        prose(one.summary),
        one.calicoctl === undefined ? "" : inCalicoctl(one).replace(/^In calicoctl (.*)\.$/, "$1"),
      ]),
    ),
    "The last column says which Calico's own calicoctl also has the command, and on the page of a command which of its options: a script that is to run with both keeps to those.",
    "## Before the command",
    optionTable(Object.values(tool.options)),
    "## Exit codes",
    "Where the page of a command says no more:",
    exitTable(),
    "## Try the examples",
    "The examples of the commands run in a copy of the folder [examples/reference](/examples/reference/stored.yaml) of the repository, with what its `stored.yaml` holds in a datastore. A file is one, which needs no server:",
    block("sh", TRY),
  ]);
}

/** The lines that make what the examples need, in a copy of examples/reference. */
export const TRY = `cp -r examples/reference try
cp examples/kubernetes/cluster.yaml try
cp -r examples/node-facts try/saved
cd try
export DATASTORE_TYPE=embedded EMBEDDED_PATH=$PWD/store.db
calicoctl create -f stored.yaml`;
