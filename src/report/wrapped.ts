import { textWidth } from "./text-width.ts";

const WIDTH = 80;

/** A text on lines that fit behind an indent, broken at blanks; lines after the first are indented by two more. */
export function wrapped(text: string, indent: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && line.trim() !== "" && textWidth(longer) > WIDTH - indent) {
      lines.push(line);
      line = `  ${word}`;
    } else line = longer;
  }
  return [...lines, line];
}
