import { type Block, blocksOf, isShell } from "./blocks.ts";

/** A command line that a page of the documentation shows. */
export interface ShownCommand {
  /** What is typed, without the prompt and a comment at its end; lines that a backslash continues are one. */
  readonly line: string;
  /** What the page prints below it, in a block with prompts. */
  readonly output?: string;
}

/** The command lines of a Markdown page, in their order. */
export function shownCommands(markdown: string): readonly ShownCommand[] {
  return blocksOf(markdown).filter(isShell).flatMap(commandsOf);
}

/** The commands of a block: behind prompts, with what they print, or else one below the other, a comment aside. */
function commandsOf({ lines }: Block): readonly ShownCommand[] {
  const hasPrompts = lines.some((line) => line.startsWith("$ "));
  const commands: { line: string; output?: string }[] = [];
  for (let at = 0; at < lines.length; at++) {
    const text = lines[at] ?? "";
    if (hasPrompts ? text.startsWith("$ ") : /^[^#\s]/.test(text)) {
      let line = withoutComment(hasPrompts ? text.slice(2) : text);
      while (line.endsWith("\\")) line = `${line.replace(/\s*\\$/, "")} ${withoutComment((lines[++at] ?? "").trim())}`;
      const end = /<<-?\s*['"]?(\w+)/.exec(line)?.[1];
      for (let isOpen = end !== undefined; isOpen && ++at < lines.length; isOpen = lines[at] !== end)
        line += `\n${lines[at]}`;
      commands.push(hasPrompts ? { line, output: "" } : { line });
    } else if (hasPrompts) {
      const last = commands.at(-1);
      if (last) last.output += `${text}\n`;
    }
  }
  return commands;
}

const withoutComment = (line: string): string => line.replace(/\s+# .*$/, "");

/**
 * A pattern for what a page prints: `...` alone on a line stands for any number of lines, at the end of one for its rest. Blanks at the
 * end of a line, and empty lines at the end, do not count.
 */
export function printedPattern(output: string): RegExp {
  const lines = output.trimEnd().split("\n");
  const pattern = lines.map((line) => {
    if (line.trim() === "...") return "(?:.*\\n)*?";
    const text = line.trimEnd();
    return text.endsWith("...") ? `${escaped(text.replace(/ ?\.{3}$/, ""))}.*\\n` : `${escaped(text)} *\\n`;
  });
  return new RegExp(`^${pattern.join("")}\\n*$`);
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
