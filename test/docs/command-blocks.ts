/** A command line that a page of the documentation shows. */
export interface ShownCommand {
  /** What is typed, without the prompt and a comment at its end; lines that a backslash continues are one. */
  readonly line: string;
  /** What the page prints below it, in a block with prompts. */
  readonly output?: string;
}

/** The text of a fenced block of code, with the word behind its fence. */
interface Block {
  readonly language: string;
  readonly lines: readonly string[];
}

const COMMAND = /^(?:\$ )?(?:[A-Z_]+=\S+ )*calicoctl\b/;

/** The command lines of `calicoctl` in a Markdown page, in their order. */
export function shownCommands(markdown: string): readonly ShownCommand[] {
  return blocksOf(markdown).flatMap((block) => {
    if (!["", "console", "sh", "bash"].includes(block.language)) return [];
    return block.lines.some((line) => line.startsWith("$ ")) ? transcript(block.lines) : plainCommands(block.lines);
  });
}

function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```(\S*)\n([\s\S]*?)^```$/gm)].map(([, language = "", text = ""]) => ({
    language,
    lines: text.trimEnd().split("\n"),
  }));
}

/** Commands with prompts, and what each prints. */
function transcript(lines: readonly string[]): readonly ShownCommand[] {
  const commands: { line: string; output: string }[] = [];
  let isContinued = false;
  for (const text of lines) {
    const last = commands.at(-1);
    if (text.startsWith("$ ")) commands.push({ line: text.slice(2), output: "" });
    else if (last !== undefined && isContinued) last.line = joined(last.line, text);
    else if (last !== undefined) last.output += `${text}\n`;
    isContinued = text.endsWith("\\");
  }
  return commands.map(({ line, output }) => ({ line: withoutComment(line), output }));
}

/** Commands one below the other, without what they print. */
function plainCommands(lines: readonly string[]): readonly ShownCommand[] {
  const commands: string[] = [];
  let isContinued = false;
  for (const text of lines) {
    if (isContinued) commands.push(joined(commands.pop() ?? "", text));
    else if (COMMAND.test(text)) commands.push(text);
    isContinued = (isContinued || COMMAND.test(text)) && text.endsWith("\\");
  }
  return commands.map((line) => ({ line: withoutComment(line) }));
}

const joined = (line: string, next: string): string => `${line.replace(/\s*\\$/, "")} ${next.trim()}`;

const withoutComment = (line: string): string => line.replace(/\s+# .*$/, "");

/** A pattern for what a page prints: `...` alone on a line stands for any number of lines. */
export function printedPattern(output: string): RegExp {
  const lines = output.trimEnd().split("\n");
  const pattern = lines.map((line) => (line.trim() === "..." ? "(?:.*\\n)*?" : `${escaped(line)}\\n`));
  return new RegExp(`^${pattern.join("")}$`);
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
