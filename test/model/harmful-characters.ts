/**
 * What no output may show, written down here a second time, as ranges: controls, soft hyphen, direction marks, zero-width
 * and invisible characters, line separators, variation selectors, tags, halves of pairs.
 */
const RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xd800, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xe0000, 0xe007f],
  [0xe0100, 0xe01ef],
];

/** Each of these characters. */
export const HARMFUL_CHARACTERS: readonly string[] = RANGES.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)),
);

const codes = new Set(HARMFUL_CHARACTERS.map((char) => char.codePointAt(0)));

/** The first such character of an output, with what stands around it; `undefined` where there is none. Lines end, and nothing else is allowed. */
export function harmfulIn(output: string): string | undefined {
  let at = 0;
  for (const char of output) {
    const code = char.codePointAt(0) ?? 0;
    if (char !== "\n" && (code < 0x20 || code > 0x7e) && codes.has(code))
      return `U+${code.toString(16).padStart(4, "0")} in ${JSON.stringify(output.slice(Math.max(0, at - 60), at + 20))}`;
    at += char.length;
  }
  return undefined;
}
