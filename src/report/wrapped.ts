import { textWidth } from "./text-width.ts";

/** Columns where the reader has no terminal. */
const WIDTH = 80;

/** A text on lines that fit behind an indent, broken at blanks; lines after the first are indented by two more. */
export function wrapped(text: string, indent: number, width = WIDTH): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && line.trim() !== "" && textWidth(longer) > width - indent) {
      lines.push(line);
      line = `  ${word}`;
    } else line = longer;
  }
  return [...lines, line];
}
