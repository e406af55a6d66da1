/** A command line that is longer than `width` as lines that a backslash continues, broken at blanks outside of quotes. */
export function brokenLine(line: string, width: number): string {
  const words = line.match(/(?:'[^']*'|"[^"]*"|\S)+/g) ?? [];
  const lines: string[] = [];
  for (const word of joinedPairs(words)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > width - 2) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join(" \\\n    ");
}

/** Options with their values as one word, which no break parts. */
function joinedPairs(words: readonly string[]): readonly string[] {
  const pairs: string[] = [];
  for (const [i, word] of words.entries()) {
    const before = words[i - 1] ?? "";
    if (/^-/.test(before) && !/^[-|<>]/.test(word) && !before.includes("=")) pairs.push(`${pairs.pop()} ${word}`);
    else pairs.push(word);
  }
  return pairs;
}
