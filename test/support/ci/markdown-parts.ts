import { marked, type Token } from "marked";

/** What a reader of Markdown, as GitHub has it, makes of a text. */
export interface MarkdownParts {
  /** What is text, in which GitHub looks for names of users and issues. */
  readonly texts: readonly string[];
  /** What is code, where it does not. */
  readonly code: readonly string[];
  readonly links: readonly string[];
  /** HTML, but for line breaks and comments. */
  readonly html: readonly string[];
  /** The rows of each table, its head first, as their cells' texts. */
  readonly tables: readonly (readonly (readonly string[])[])[];
}

/** Reads Markdown as GitHub does. */
export function markdownParts(markdown: string): MarkdownParts {
  const tokens: Token[] = [];
  void marked.walkTokens(marked.lexer(markdown), (token) => void tokens.push(token));
  const textsOf = (...types: readonly string[]) =>
    tokens.flatMap((token) => (types.includes(token.type) && "text" in token ? [String(token.text)] : []));
  const leaves = tokens.filter((token) => token.type === "text" && !("tokens" in token && token.tokens));
  return {
    texts: leaves.map((token) => ("text" in token ? String(token.text) : "")),
    code: textsOf("codespan", "code"),
    links: textsOf("link", "image"),
    html: textsOf("html").filter((text) => !/^(?:<br>|<!--[^>]*-->)\s*$/.test(text)),
    tables: tokens.flatMap((token) =>
      token.type === "table"
        ? [[token.header, ...token.rows].map((row) => row.map((cell: { text: string }) => cell.text))]
        : [],
    ),
  };
}
