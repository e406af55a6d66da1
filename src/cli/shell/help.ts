import { textLines, wrapped } from "../../report/text-lines.ts";
import type { Declaration } from "./command.ts";
import { exitCodes } from "./usage.ts";

/**
 * The part of a command's help below its options, in so many columns: notes, exit codes where they are declared, then examples,
 * which are not broken; empty where it has none of them.
 */
export function helpAfter({ notes = [], exits, examples = [] }: Declaration, width: number): string {
  const codes = exits === undefined ? [] : exitCodes(exits).flatMap((row) => exitLines(row, width));
  const lines = examples.map(({ line, shows }) => `  # ${shows}\n  ${line}`);
  const blocks = [
    ...notes.map((note) => wrappedNote(note, width)),
    ...(codes.length === 0 ? [] : [`Exit codes:\n${codes.join("\n")}`]),
    ...(lines.length === 0 ? [] : [`Examples:\n${lines.join("\n")}`]),
  ];
  return blocks.map((block) => `\n${block}`).join("\n");
}

const exitLines = ([code, meaning]: readonly [string, string], width: number): string[] =>
  textLines(meaning, width, `  ${code}  `, "     ");

/** A note, whose lines go on in the next one unless they end in a full stop or a colon. */
function wrappedNote(note: string, width: number): string {
  const paragraphs = note.replaceAll(/(?<![.:])\n(?! )/g, " ").split("\n");
  return paragraphs.map((text) => (text.startsWith(" ") ? text : wrapped(text, width))).join("\n");
}
