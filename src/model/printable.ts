/** Characters a terminal acts on, hides or cannot show: controls, separators, direction marks, halves of pairs. */
const HARMFUL =
  /\p{Cc}|[\u200B-\u200F\u2028-\u202E\u2066-\u2069\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

const NAMED: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** The text with every such character written as an escape (`\n`, `\x1b`, `\u202e`): manifests and stores are hostile input. */
export function printable(text: string): string {
  return text.replace(HARMFUL, (char) => {
    const code = char.charCodeAt(0).toString(16);
    return NAMED[char] ?? (code.length > 2 ? `\\u${code.padStart(4, "0")}` : `\\x${code.padStart(2, "0")}`);
  });
}
