import { expect, test } from "vitest";
import { optionName } from "../../../src/cli/shell/option.ts";
import { COMMANDS } from "../../../src/cli/shell/registry.ts";
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
  const { summary, arguments: declared = [], notes = [], examples = [] } = declaration;
  const options = optionsOf(declaration);
  const shown = options.filter(({ hidden }) => hidden !== true);
  const texts = [
    `${summary}.`,
    ...declared.flatMap((argument) => [argument.syntax, argument.help]),
    ...shown.flatMap((option) => [option.flags, option.help]),
    ...notes,
    ...examples.flatMap(({ line, shows }) => [line, shows]),
  ];
  for (const text of texts) expect(help).toContain(text.replaceAll(/\s+/g, " "));
  for (const { flags, hidden } of options) if (hidden) expect(help).not.toContain(` ${optionName(flags)} `);
});

test("the tool's own help lists every command", async () => {
  const { stdout } = await runCli(["--help"]);
  for (const name of Object.keys(COMMANDS)) expect(stdout).toContain(`\n  ${name} [options]`);
});

test.each(Object.keys(COMMANDS))("`%s` has examples of itself", async (name) => {
  const { examples = [] } = await declarationOf(name);
  expect(examples.length).toBeGreaterThan(0);
  for (const { line } of examples) expect(line).toContain(`calicoctl ${name}`);
});
