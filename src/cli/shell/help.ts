import type { Declaration } from "./command.ts";

/** What help says of a command below its options: notes, then examples; empty where it has neither. */
export function helpAfter({ notes = [], examples = [] }: Declaration): string {
  const lines = examples.map(({ line, shows }) => `  # ${shows}\n  ${line}`);
  const blocks = lines.length === 0 ? notes : [...notes, `Examples:\n${lines.join("\n")}`];
  return blocks.map((block) => `\n${block}`).join("\n");
}
