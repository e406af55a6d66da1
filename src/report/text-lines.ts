import { textWidth } from "./text-width.ts";

/** Columns where the reader has no terminal. */
const WIDTH = 80;

/**
 * A text in lines of at most `width` columns, broken at blanks; a longer word has a line of its own. The first line begins with
 * `first`, each other one with `next`.
 */
export function textLines(text: string, width: number, first = "", next = first): string[] {
  const lines: string[] = [];
  let [indent, line] = [first, ""];
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(indent + longer) > width) {
      lines.push(indent + line);
      [indent, line] = [next, word];
    } else line = longer;
  }
  return [...lines, indent + line];
}

/** A text as lines of at most so many columns. */
export function wrapped(text: string, width: number): string {
  return textLines(text, width).join("\n");
}

/** The lines of a text that is to stand behind an indent of so many columns; lines after the first are indented by two more. */
export function hangingLines(text: string, indent: number, width = WIDTH): string[] {
  return textLines(text, width - indent, "", "  ");
}
