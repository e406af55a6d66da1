/** A table; its cells are Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Characters outside of code that Markdown or Vue would read as markup. */
const MARKUP: Readonly<Record<string, string>> = { "<": "&lt;", "*": "\\*", "{{": "&#123;&#123;", "[": "\\[" };

/** A text with code in backticks as Markdown: all else stands there as it is. */
export function prose(text: string): string {
  return text.replace(/(`+)[^`].*?\1(?!`)|<|\*|\{\{|\[/gs, (found) => MARKUP[found] ?? found);
}

/** A text with the options that it names in backticks: a browser breaks them behind their hyphens otherwise. */
export function withOptionsAsCode(text: string): string {
  return text.replace(/(`+)[^`].*?\1(?!`)|(?<![\w-])--?[a-z][a-z-]*\b/gs, (found, fence) =>
    fence === undefined ? code(found) : found,
  );
}

/** A word as code; one with backticks in it as well. */
export function code(text: string): string {
  const fence = "`".repeat(1 + Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length)));
  return fence === "`" ? `\`${text}\`` : `${fence} ${text} ${fence}`;
}

/** A block of code. */
export const block = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

/** A list. */
export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join("\n");

/** Blocks of Markdown as a page, without those that are empty. */
export const page = (blocks: readonly string[]): string => `${blocks.filter((text) => text !== "").join("\n\n")}\n`;
