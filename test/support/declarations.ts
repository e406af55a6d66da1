import type { Declaration } from "../../src/cli/shell/command.ts";
import { commandNamed } from "../../src/cli/shell/registry.ts";
import { TOOL } from "../../src/cli/shell/tool.ts";

/** The declaration of the command of that name, or of the tool itself for none; throws where there is no such command. */
export async function declarationOf(name: string): Promise<Declaration> {
  if (name === "") return TOOL;
  const command = await commandNamed(name);
  if (command === undefined) throw new Error(`no command ${name}`);
  return command.declaration;
}
