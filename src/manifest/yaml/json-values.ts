import { isJson } from "../../model/json.ts";

/** Where the first of several JSON values in a text ends, and where the second one begins and ends. */
export interface JsonValues {
  readonly firstEnd: number;
  readonly second: { readonly from: number; readonly to: number };
}

/**
 * Whether a text is several JSON objects or lists one after another, of which Calico reads only the first; `undefined` for
 * any other text.
 */
export function severalJsonValues(text: string): JsonValues | undefined {
  const ends: number[] = [];
  const starts: number[] = [];
  for (let at = nextText(text, 0); at < text.length; at = nextText(text, at)) {
    const end = endOfValue(text, at);
    if (end === undefined || !isJson(text.slice(at, end))) return undefined;
    starts.push(at);
    ends.push(end);
    at = end;
  }
  const [[firstEnd, to], [, from]] = [ends, starts];
  return firstEnd === undefined || from === undefined || to === undefined
    ? undefined
    : { firstEnd, second: { from, to } };
}

/** The place of the next character that is not blank. */
function nextText(text: string, start: number): number {
  let at = start;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}

/** The end of the object or list that begins there; `undefined` where none does, or it does not end. */
function endOfValue(text: string, start: number): number | undefined {
  if (!/[[{]/.test(text.charAt(start))) return undefined;
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"') {
      for (at++; at < text.length && text.charAt(at) !== '"'; at++) if (text.charAt(at) === "\\") at++;
    } else if (char === "{" || char === "[") depth++;
    else if ((char === "}" || char === "]") && --depth === 0) return at + 1;
  }
  return undefined;
}
