/** A fenced block of a Markdown page. */
export interface Block {
  /** The word behind the fence, or nothing. */
  readonly language: string;
  readonly lines: readonly string[];
  /** The number of its first line in the page. */
  readonly at: number;
}

/** A block that is a file: its first line is a comment with the file's name, `# policies/web.yaml` or `// query.mjs`. */
export interface NamedFile {
  readonly name: string;
  readonly text: string;
}

const FENCE = /^( *)(`{3,})([^\s`]*)[^\n`]*\n([\s\S]*?)^\1\2 *$/gm;
const FILE_NAME = /^(?:#|\/\/) ((?:[\w.-]+\/)*[\w.-]+\.(?:yaml|json|mjs|ts|csv|ndjson|txt))$/;
const SHELL = ["console", "sh", "bash", "shell"];

/** The fenced blocks of a page, in their order; those in lists are moved to the left. */
export function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(FENCE)].map(({ index, 1: indent = "", 3: language = "", 4: text = "" }) => ({
    language,
    lines: text
      .trimEnd()
      .split("\n")
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)),
    at: markdown.slice(0, index).split("\n").length + 1,
  }));
}

/** Whether a block has command lines: its language is a shell's, or it has none and looks so. */
export function isShell({ language, lines }: Block): boolean {
  return SHELL.includes(language) || (language === "" && lines.some((line) => /^(?:\$ |calicoctl )/.test(line)));
}

/** The file that a block is, if it says so. */
export function namedFile({ lines }: Block): NamedFile | undefined {
  const name = FILE_NAME.exec(lines[0] ?? "")?.[1];
  return name === undefined ? undefined : { name, text: `${lines.slice(1).join("\n")}\n` };
}
