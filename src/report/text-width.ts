import { eastAsianWidth } from "get-east-asian-width";

/**
 * The columns a terminal needs for a text: none for colours and combining marks, two for East Asian wide characters and
 * emoji.
 */
export function textWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  // Made when it is first needed, as the properties of Unicode in it take long.
  noWidth ??= /^[\p{Mn}\p{Me}]$/u;
  let width = 0;
  for (const char of text.replaceAll(COLOUR, ""))
    width += noWidth.test(char) ? 0 : eastAsianWidth(char.codePointAt(0) ?? 0);
  return width;
}

const ASCII = /^[ -~]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const COLOUR = /\u001b\[[0-9;]*m/g;
/** What stands on the character before it. */
let noWidth: RegExp | undefined;
