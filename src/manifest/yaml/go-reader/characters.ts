/** The character codes that YAML 1.1 distinguishes; the end of a text is 0, which no text holds. */
export const END = 0;
export const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const RETURN = 0x0d;
export const SPACE = 0x20;
export const HASH = 0x23;

/** Whether the character is a space or a tab. */
export const isBlank = (code: number): boolean => code === SPACE || code === TAB;

/** Whether the character ends a line: U+0085, U+2028 and U+2029 do too. */
export const isBreak = (code: number): boolean =>
  code === LINE_FEED || code === RETURN || (code >= 0x85 && (code === 0x85 || code === 0x2028 || code === 0x2029));

/** Whether a word ends before the character. */
export const isBlankOrEnd = (code: number): boolean => code === END || isBlank(code) || isBreak(code);

/** Whether the character may stand in the name of an anchor or of a tag's handle. */
export const isWordCharacter = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  code === 0x5f ||
  code === 0x2d;
