/** Columns of a line where the reader has no terminal. */
export const LINE = 100;

/** The text in lines of at most `width` characters, each after `indent`; none for an empty text. */
export function wrapped(text: string, indent: string, width = LINE): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, indent + line];
}
