/**
 * The characters that Go writes in quotes as a backslash and a letter, by that letter (https://go.dev/ref/spec, "Rune literals");
 * quotes are apart.
 */
export const GO_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["a", "\u0007"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["\\", "\\"],
]);
