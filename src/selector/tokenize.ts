/** One token; `offset` is where it starts, in UTF-16 units from 0. */
export interface Token {
  readonly kind: TokenKind;
  /** A label's name (`label`, `has`) or a string's contents (`string`); empty for the others. */
  readonly text: string;
  readonly offset: number;
}

/** What the language is made of; `has` and `all` and `global` include their parentheses. */
export type TokenKind =
  | "label"
  | "string"
  | "has"
  | "all"
  | "global"
  | "=="
  | "!="
  | "contains"
  | "starts with"
  | "ends with"
  | "in"
  | "not in"
  | "!"
  | "&&"
  | "||"
  | "("
  | ")"
  | "{"
  | "}"
  | ","
  | "end";

/** The tokens, the last being `end`, or where and why the text cannot be cut into tokens. */
export type TokenizeResult =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly message: string; readonly offset: number };

const SYMBOLS = ["==", "!=", "&&", "||", "!", "(", ")", "{", "}", ","] as const;
/** Longest label name that is one token (recorded: 600 characters are refused). */
const MAX_LABEL = 512;

// Sticky patterns without nested repetition: each reads its input once.
const BLANKS = /[ \t]*/y;
const LABEL = /[A-Za-z0-9_./-]+/y;
const CALLS = [
  ["has", /has\(\s*([A-Za-z0-9_./-]+)\s*\)/y],
  ["all", /all\(\s*\)/y],
  ["global", /global\(\s*\)/y],
] as const;
const OPERATORS = [
  ["contains", /contains/y],
  ["starts with", /starts\s*with/y],
  ["ends with", /ends\s*with/y],
  ["not in", /not\s*in\b/y],
  ["in", /in\b/y],
] as const;

/**
 * Cuts a selector into tokens. Words are operators only right after a label, so that `in`, `not` and `contains` can
 * be label names; blanks are spaces and tabs. Recorded: `flows-selectors`, `flows-rejects` (a newline is refused).
 */
export function tokenize(text: string): TokenizeResult {
  const tokens: Token[] = [];
  let offset = blanksEnd(text, 0);
  while (offset < text.length) {
    const read = readToken(text, offset, tokens.at(-1)?.kind);
    if (typeof read === "string") return { ok: false, message: read, offset };
    tokens.push(read.token);
    offset = blanksEnd(text, read.end);
  }
  tokens.push({ kind: "end", text: "", offset: text.length });
  return { ok: true, tokens };
}

interface Read {
  readonly token: Token;
  readonly end: number;
}

function readToken(text: string, offset: number, previous: TokenKind | undefined): Read | string {
  const first = text[offset] ?? "";
  if (first === "'" || first === '"') {
    const close = text.indexOf(first, offset + 1);
    if (close < 0) return "this string has no closing quote";
    return { token: { kind: "string", text: text.slice(offset + 1, close), offset }, end: close + 1 };
  }
  for (const kind of SYMBOLS) {
    if (text.startsWith(kind, offset)) return { token: { kind, text: "", offset }, end: offset + kind.length };
  }
  for (const [kind, pattern] of previous === "label" ? OPERATORS : CALLS) {
    const match = matchAt(pattern, text, offset);
    const name = match?.[1] ?? "";
    if (match && name.length <= MAX_LABEL) {
      return { token: { kind, text: name, offset }, end: offset + match[0].length };
    }
  }
  const label = previous === "label" ? undefined : matchAt(LABEL, text, offset)?.[0];
  if (label === undefined) return unexpected(text, offset, previous);
  if (label.length > MAX_LABEL) return `a label name has at most ${MAX_LABEL} characters`;
  return { token: { kind: "label", text: label, offset }, end: offset + label.length };
}

function unexpected(text: string, offset: number, previous: TokenKind | undefined): string {
  const word = matchAt(LABEL, text, offset)?.[0];
  if (previous === "label") {
    return `unknown operator \`${(word ?? String.fromCodePoint(text.codePointAt(offset) ?? 0)).slice(0, 40)}\``;
  }
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  if (character === "\n" || character === "\r") return "a selector must be on one line";
  const hint = { "=": "; equality is `==`", "&": "; and is `&&`", "|": "; or is `||`" }[character] ?? "";
  return `unexpected character \`${character}\`${hint}`;
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

function blanksEnd(text: string, offset: number): number {
  return offset + (matchAt(BLANKS, text, offset)?.[0].length ?? 0);
}
