import { Document, isScalar, Scalar, visit } from "yaml";

/**
 * YAML as calicoctl prints it: keys in its natural order, sequences not indented, no line folding, strings that
 * would read back as something else in double quotes, strings that need quotes for another reason in single ones.
 */
export function goYaml(value: unknown): string {
  const document = new Document(sorted(value), { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      if (isScalar(node) && typeof node.value === "string") node.type = scalarStyle(node.value);
    },
  });
  return document.toString({ lineWidth: 0, indentSeq: false, singleQuote: true, nullStr: "null" });
}

/** Everything YAML 1.1 (and the Go library) reads as a boolean, null, number, date or merge key when unquoted. */
const AMBIGUOUS =
  /^(|~|null|Null|NULL|<<|=|y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF|true|True|TRUE|false|False|FALSE|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?|[-+]?\.[0-9_]+([eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?|\d{4}-\d\d?-\d\d?([Tt \t].*)?)$/;

/** What the Go library calls not printable: such text is always in double quotes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u0084\u0086-\u009f\ufeff]/;

function scalarStyle(text: string): Scalar.Type {
  if (AMBIGUOUS.test(text) || CONTROL.test(text)) return Scalar.QUOTE_DOUBLE;
  return text.includes("\n") ? Scalar.BLOCK_LITERAL : Scalar.PLAIN;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return new Map(entries.sort(([a], [b]) => naturalOrder(a, b)).map(([key, field]) => [key, sorted(field)]));
}

const isDigit = (character: string): boolean => character >= "0" && character <= "9";
const isLetter = (character: string): boolean => /\p{L}/u.test(character);

/**
 * The order of the Go library's map keys: by character, but letters after other characters (before them inside a
 * number), and runs of digits by their value (`a2` before `a10`).
 */
export function naturalOrder(left: string, right: string): number {
  const a = [...left];
  const b = [...right];
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  const [x, y] = [a[i], b[i]];
  if (x === undefined || y === undefined) return a.length - b.length;
  if (isLetter(x) && isLetter(y)) return x < y ? -1 : 1;
  if (isLetter(x) || isLetter(y)) return isLetter(x) === isDigit(a[i - 1] ?? "") ? -1 : 1;
  let start = i;
  while (start > 0 && isDigit(a[start - 1] ?? "")) start--;
  const number = (text: string[]) => Number(/^\d*/.exec(text.slice(start).join(""))?.[0] || "0");
  const difference = number(a) - number(b);
  return difference !== 0 ? difference : x < y ? -1 : 1;
}
