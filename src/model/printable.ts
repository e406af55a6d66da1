/**
 * The one list of characters that no output shows as they are: what a terminal acts on (controls), what turns text round
 * (direction marks), what is not seen at all (Unicode's default ignorable characters: zero-width ones, soft hyphen, word
 * joiner, variation selectors, tags), line separators, annotation marks, and halves of pairs. Two names that differ in
 * one of these would look the same.
 */
function harmful(): RegExp {
  harmfulPattern ??=
    /\p{Cc}|\p{Default_Ignorable_Code_Point}|[\u2028-\u202E\uFFF9-\uFFFB]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;
  return harmfulPattern;
}

/** Made when it is first needed: that takes as long as a hundred modules, for the properties of Unicode in it. */
let harmfulPattern: RegExp | undefined;

/** Texts without any of these, most of them by far: `printable` returns them as they are. */
const HARMLESS = /^[ -~]*$/;
const HARMLESS_LINES = /^[\n -~]*$/;

const NAMED: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * The text with every such character written as an escape (`\n`, `\x1b`, `\u202e`, `\u{e0041}`): manifests and stores are hostile
 * input.
 */
export function printable(text: string): string {
  if (HARMLESS.test(text)) return text;
  return text.replace(harmful(), (char) => {
    const code = (char.codePointAt(0) ?? 0).toString(16);
    if (code.length > 4) return `\\u{${code}}`;
    return NAMED[char] ?? (code.length > 2 ? `\\u${code.padStart(4, "0")}` : `\\x${code.padStart(2, "0")}`);
  });
}

/** As `printable`, but lines end. */
export function printableLines(text: string): string {
  return HARMLESS_LINES.test(text) ? text : text.split("\n").map(printable).join("\n");
}

/**
 * JSON text with every such character of its strings as `\u` and four digits, so that a reader gets the same value; its own line
 * ends stay.
 */
export function printableJson(json: string): string {
  if (HARMLESS_LINES.test(json)) return json;
  return json.replace(harmful(), (char) => (char === "\n" ? char : utf16Escape(char)));
}

/** Whether the text has such a character besides line ends. */
export function hasHarmful(text: string): boolean {
  return !HARMLESS_LINES.test(text) && text.replaceAll("\n", "").search(harmful()) >= 0;
}

/** A character as JSON writes it in a string: `\u202e`, and two of these above U+FFFF. */
function utf16Escape(char: string): string {
  return Array.from({ length: char.length }, (_, at) => {
    return `\\u${char.charCodeAt(at).toString(16).padStart(4, "0")}`;
  }).join("");
}

/** The text, cut where it is longer than so many characters: a name of megabytes must not fill the screen. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}...`;
}
