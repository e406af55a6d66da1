import { type TextToken, tokensOf } from "../yaml/tokens.ts";
import type { TextChange } from "./text-change.ts";

const CLOSING: Readonly<Record<string, string>> = { "[": "]", "{": "}" };

/** A bracket that is open at some place of a text. */
export interface OpenBracket {
  readonly sign: string;
  readonly offset: number;
}

/**
 * Where the brackets may end that are open at a place of the text: before a closing bracket of the other kind, at the end of a
 * line, or before the next field of the object around them. Only those of the first place at which none fits are looked for.
 */
export function closingBrackets(text: string, until: number): readonly TextChange[] {
  const places: TextChange[] = [];
  const open: OpenBracket[] = [];
  const tokens = [...tokensOf(text)];
  const root = tokens.find((one) => !isSpace(one));
  let last: TextToken | undefined;
  for (const [at, token] of tokens.entries()) {
    if (token.offset >= until && until < text.length && open.length === 0) break;
    const before = last;
    if (!isSpace(token)) last = token;
    if (token.isPlain || token.isQuoted) continue;
    const { text: sign, offset } = token;
    if (sign === "[" || sign === "{") open.push({ sign, offset });
    if (sign === "]" || sign === "}") {
      const last = open.findLastIndex((one) => CLOSING[one.sign] === sign);
      if (last === -1) continue;
      const missing = closers(open.slice(last + 1));
      if (missing !== "") return [{ from: offset, to: offset, text: missing }];
      open.pop();
    }
    if (open.length === 0) {
      places.length = 0;
      continue;
    }
    const [around, inner] = open.slice(-2);
    if (sign === "," && inner !== undefined && (around?.sign === "[" || isField(tokens, at + 1)))
      places.push({ from: offset, to: offset, text: closers([inner]) });
    // A document that is in brackets as a whole may have been cut off.
    const mayEnd = offset < until && open[0]?.offset !== root?.offset;
    if (mayEnd && /^[\r\n]/.test(sign)) places.push(...behindValue(before, open));
  }
  return places;
}

/** The bracket that the text leaves open at a place: the innermost of those that are open there. */
export function openBracketAt(text: string, until: number): OpenBracket | undefined {
  const open: OpenBracket[] = [];
  for (const token of tokensOf(text)) {
    if (token.offset >= until) break;
    if (token.isPlain || token.isQuoted) continue;
    if (token.text === "[" || token.text === "{") open.push({ sign: token.text, offset: token.offset });
    if ((token.text === "]" || token.text === "}") && CLOSING[open.at(-1)?.sign ?? ""] === token.text) open.pop();
  }
  return open.at(-1);
}

function closers(open: readonly OpenBracket[]): string {
  return open
    .toReversed()
    .map(({ sign }) => CLOSING[sign])
    .join("");
}

/** The closing brackets behind a value; none behind a comma or a bracket, where more was to follow, as an empty list may mean much. */
function behindValue(last: TextToken | undefined, open: readonly OpenBracket[]): readonly TextChange[] {
  if (last === undefined || (!last.isPlain && !last.isQuoted && !/^[\]}]$/.test(last.text))) return [];
  const at = last.offset + last.text.trimEnd().length;
  return [{ from: at, to: at, text: closers(open) }];
}

/** Whether a token is space, a line break or a comment. */
function isSpace({ text, isPlain }: TextToken): boolean {
  return !isPlain && /^(?:[ \t\r\n]|#)/.test(text);
}

/** Whether a key and its colon follow. */
function isField(tokens: readonly TextToken[], from: number): boolean {
  const [key, colon] = tokens.slice(from, from + 4).filter(({ text }) => text.trim() !== "");
  return (key?.isPlain === true || key?.isQuoted === true) && colon?.text === ":";
}
