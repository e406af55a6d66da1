import { wrapped } from "../../report/text-lines.ts";
import type { Declaration } from "./command.ts";

/** The part of a command's help below its options, in so many columns: notes, then examples, which are not broken; empty where it has neither. */
export function helpAfter({ notes = [], examples = [] }: Declaration, width: number): string {
  const lines = examples.map(({ line, shows }) => `  # ${shows}\n  ${line}`);
  const paragraphs = notes.map((note) => wrappedNote(note, width));
  const blocks = lines.length === 0 ? paragraphs : [...paragraphs, `Examples:\n${lines.join("\n")}`];
  return blocks.map((block) => `\n${block}`).join("\n");
}

/** A note, whose lines go on in the next one unless they end in a full stop or a colon. */
function wrappedNote(note: string, width: number): string {
  const paragraphs = note.replaceAll(/(?<![.:])\n(?! )/g, " ").split("\n");
  return paragraphs.map((text) => (text.startsWith(" ") ? text : wrapped(text, width))).join("\n");
}
