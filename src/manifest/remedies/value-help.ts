import { oddSpaceIn, oddSpaceWords } from "../fixes/unicode-spaces.ts";

/** What stands in samples for a value that is still to be given: `<node>`, `${NODE}`, `$NODE`. */
const PLACEHOLDER = /<[A-Za-z][^<>]*>|\$\{[^{}]*\}|\$[A-Z][A-Z0-9_]*/;
/** Part of a template. */
const TEMPLATE = /\{\{.*?\}\}|\{%.*?%\}/s;
/** Quotes of word processors and web pages. */
const TYPOGRAPHIC = /[\u2018\u2019\u201a\u201c\u201d\u201e]/;

/** What to do with a refused text that is refused for what it visibly (or invisibly) has in it; `undefined` for others. */
export function valueHelp(text: string): string | undefined {
  const template = TEMPLATE.exec(text)?.[0];
  if (template !== undefined) return `\`${template}\` is of a template: render it first`;
  const placeholder = PLACEHOLDER.exec(text)?.[0];
  if (placeholder !== undefined) return `\`${placeholder}\` is a placeholder: fill it in`;
  const odd = oddSpaceIn(text);
  if (odd !== undefined) {
    const { name, remedy } = oddSpaceWords(odd);
    return `${name} is in it: ${remedy}`;
  }
  const quote = TYPOGRAPHIC.exec(text)?.[0];
  return quote === undefined
    ? undefined
    : `\`${quote}\` (${codePoint(quote)}) is not a quote here: type \`'\` or \`"\``;
}

function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
