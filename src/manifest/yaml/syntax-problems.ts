import type { TextProblem } from "./tree.ts";

/** The parser's errors in this tool's words; of several at one place the first. */
export function syntaxProblems(
  errors: readonly { code: string; message: string; pos: [number, number] }[],
  text: string,
) {
  const problems: TextProblem[] = [];
  let last = -1;
  for (const { code, message, pos } of errors) {
    if (pos[0] <= last) continue;
    last = pos[0];
    const known = SYNTAX[code];
    const shown = known?.message ?? message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, "");
    const help =
      known?.help ?? (text.slice(pos[0], pos[1]).includes("\t") ? "indent with spaces, not tabs" : undefined);
    problems.push({
      severity: "error",
      code: "yaml.syntax",
      message: shown,
      from: pos[0],
      to: Math.max(pos[1], pos[0] + 1),
      ...(help !== undefined && { help }),
    });
  }
  return problems;
}

/** Clearer messages for the parser's most frequent errors, by its stable codes. */
const SYNTAX: Readonly<Record<string, { readonly message: string; readonly help?: string }>> = {
  TAB_AS_INDENT: { message: "a tab cannot indent", help: "indent with spaces" },
  BAD_INDENT: { message: "wrong indentation" },
  MISSING_CHAR: {
    message: "something is missing here",
    help: "a `:` after a key, a closing quote or bracket, or `- `",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "a second `key: value` cannot begin here",
    help: "quote the value, or begin a new line",
  },
  MULTILINE_IMPLICIT_KEY: { message: "a key must be on one line", help: "a `:` may be missing on the line before" },
  UNEXPECTED_TOKEN: { message: "unexpected text" },
  MULTIPLE_DOCS: { message: "a second document begins here", help: "separate documents with a line `---`" },
};
