import { Lexer } from "yaml";

/** A token of a YAML text. */
export interface TextToken {
  readonly text: string;
  readonly offset: number;
  /** Whether it is text in single or double quotes, closed or not. */
  readonly isQuoted: boolean;
  /** Whether it is text without quotes, or of a block (`|`). */
  readonly isPlain: boolean;
}

/** Marks among the tokens that are not part of the text: of a document, of a scalar without quotes, of unclosed brackets. */
const DOCUMENT = "\x02";
const SCALAR = "\x1f";
const FLOW_END = "\x18";

/** Cuts a YAML text into its tokens; together they are the text. */
export function* tokensOf(text: string): Generator<TextToken> {
  let offset = 0;
  let previous = "";
  for (const token of new Lexer().lex(text)) {
    if (token !== DOCUMENT && token !== SCALAR && token !== FLOW_END) {
      yield { text: token, offset, isQuoted: previous !== SCALAR && /^["']/.test(token), isPlain: previous === SCALAR };
      offset += token.length;
    }
    previous = token;
  }
}

/** The first tag (`!`), anchor (`&`) or alias (`*`) of a text: its sign and its place. */
export function firstProperty(text: string): { readonly sign: string; readonly at: number } | undefined {
  if (!/[!&*]/.test(text)) return undefined;
  for (const { text: token, offset, isPlain, isQuoted } of tokensOf(text))
    if (!isPlain && !isQuoted && /^[!&*]/.test(token)) return { sign: token.charAt(0), at: offset };
  return undefined;
}
