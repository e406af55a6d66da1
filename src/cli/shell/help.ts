import type { Declaration } from "./command.ts";

/** The part of a command's help below its options: notes, then examples; empty where it has neither. */
export function helpAfter({ notes = [], examples = [] }: Declaration): string {
  const lines = examples.map(({ line, shows }) => `  # ${shows}\n  ${line}`);
  const blocks = lines.length === 0 ? notes : [...notes, `Examples:\n${lines.join("\n")}`];
  return blocks.map((block) => `\n${block}`).join("\n");
}
