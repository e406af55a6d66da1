import { textLines } from "../../../report/text-lines.ts";

/** Columns of a line where the reader has no terminal. */
export const LINE = 100;

/** The text in lines of at most `width` characters, each after `indent`; none for an empty text. */
export function wrapped(text: string, indent: string, width = LINE): string[] {
  return text === "" ? [] : textLines(text, width, indent);
}
