import { Command as Commander } from "commander";
import { expect, test } from "vitest";
import { addCommand } from "../../../src/cli/shell/commander.ts";
import { optionName } from "../../../src/cli/shell/option.ts";
import { COMMANDS, commandNamed } from "../../../src/cli/shell/registry.ts";
import { optionsOf } from "../../../src/cli/shell/shared-options.ts";
import { runCli } from "../../support/cli.ts";
import { declarationOf } from "../../support/declarations.ts";

test.each(["", ...Object.keys(COMMANDS)])("the help of `%s` has everything that is declared", async (name) => {
  const declaration = await declarationOf(name);
  expect(declaration.name).toBe(name);
  const { code, stdout, stderr } = await runCli(name === "" ? ["--help"] : [name, "--help"]);
  expect([code, stderr]).toEqual([0, ""]);
  // Commander breaks lines, so blanks do not count.
  const help = stdout.replaceAll(/\s+/g, " ");
  const { summary, arguments: declared = [], notes = [], exits = {}, examples = [] } = declaration;
  const options = optionsOf(declaration);
  const shown = options.filter(({ hidden }) => hidden !== true);
  const texts = [
    `${summary}.`,
    ...declared.flatMap((argument) => [argument.syntax, argument.help]),
    ...shown.flatMap((option) => [option.flags, option.help]),
    ...notes,
    ...Object.entries(exits).map(([code, meaning]) => `${code} ${meaning}`),
    ...examples.flatMap(({ line, shows }) => [line, shows]),
  ];
  for (const text of texts) expect(help).toContain(text.replaceAll(/\s+/g, " "));
  for (const { flags, hidden } of options) if (hidden) expect(help).not.toContain(` ${optionName(flags)} `);
});

test.each(["", ...Object.keys(COMMANDS)])(
  "the help of `%s` is at most 80 columns wide, but for examples",
  async (name) => {
    const { stdout } = await runCli(name === "" ? ["--help"] : [name, "--help"]);
    const [help = ""] = stdout.split("\nExamples:\n");
    expect(help.split("\n").filter((line) => line.length > 80)).toEqual([]);
  },
);

test("the tool's own help lists every command", async () => {
  const { stdout } = await runCli(["--help"]);
  for (const name of Object.keys(COMMANDS)) expect(stdout).toMatch(new RegExp(`\\n  ${name} +[A-Z]`));
});

/** The words of an example's command, up to a redirection. */
function wordsOf(line: string): string[] {
  const [command = ""] = line.slice(line.indexOf("calicoctl")).split(/ [<>|] |\)$/);
  const words = command.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? [];
  return words.map((word) => word.replaceAll(/'([^']*)'|"([^"]*)"/g, "$1$2"));
}

test.each(Object.keys(COMMANDS))("`%s` has examples of itself, which it accepts", async (name) => {
  const command = await commandNamed(name);
  if (command === undefined) throw new Error(`no command ${name}`);
  const { declaration } = command;
  const { examples = [] } = declaration;
  expect(examples.length).toBeGreaterThan(0);
  for (const { line } of examples) {
    const root = new Commander();
    const parsed: unknown[] = [];
    addCommand(root, declaration, optionsOf(declaration), async (words, kept) => {
      parsed.push(command.parse(words, kept));
    });
    const [tool, ...words] = wordsOf(line);
    expect(tool).toBe("calicoctl");
    await root.parseAsync(words, { from: "user" });
    expect(parsed, line).toHaveLength(1);
  }
});
