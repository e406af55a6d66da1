const ESCAPED = /[<>&\u2028\u2029]/g;

/** Texts that are written as they are, most of them by far: printable ASCII without quotes, `\`, `<`, `>` and `&`. */
const AS_IT_IS = /^[ !#-%'-;=?-[\]-~]*$/;

/** A string as Go's encoding/json writes it: `<`, `>`, `&` and the line separators escaped, broken UTF-16 as U+FFFD. */
export function encodeString(text: string): string {
  if (AS_IT_IS.test(text)) return `"${text}"`;
  return JSON.stringify(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    ESCAPED,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A map of strings as Go writes it: its keys in order. */
export function encodeTexts(texts: Readonly<Record<string, string>>): string {
  const keys = Object.keys(texts).sort();
  return `{${keys.map((key) => `${encodeString(key)}:${encodeString(texts[key] ?? "")}`).join(",")}}`;
}
