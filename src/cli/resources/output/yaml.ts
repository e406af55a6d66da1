import { Document, isScalar, Scalar, visit } from "yaml";

/**
 * YAML as calicoctl prints it: keys in its natural order, sequences not indented, no line folding, strings that
 * would read back as something else in double quotes, strings that need quotes for another reason in single ones.
 * Maps, lists and common scalars are written here. The yaml package writes any other scalar; where such a scalar is a
 * key, it writes the whole document.
 */
export function goYaml(value: unknown): string {
  const empty = typeof value !== "object" || value === null || Object.keys(value).length === 0;
  const text = empty ? undefined : item(value, "");
  return text === undefined ? byPackage(value) : `${text}\n`;
}

type Fields = Readonly<Record<string, unknown>>;

/** A value as it stands behind a dash, or at the left; its further lines stand at `indent`. `undefined`: not written here. */
function item(value: unknown, indent: string): string | undefined {
  if (Array.isArray(value) && value.length > 0) return list(value, indent);
  const fields = fieldsOf(value);
  return fields === undefined || fields.length === 0 ? scalar(value, indent.slice(2)) : map(fields, indent);
}

function list(items: readonly unknown[], indent: string): string | undefined {
  const inner = `${indent}  `;
  const texts = items.map((each) => item(each, inner));
  return texts.includes(undefined) ? undefined : `- ${texts.join(`\n${indent}- `)}`;
}

function map(fields: readonly (readonly [string, unknown])[], indent: string): string | undefined {
  let text = "";
  for (const [key, value] of fields) {
    const written = AMBIGUOUS.test(key) && WORD.test(key) ? `"${key}"` : key;
    const below = behindKey(value, indent);
    if (below === undefined || (written === key && !isPlain(key)) || key.length > LONGEST_KEY) return undefined;
    text += `${text === "" ? "" : `\n${indent}`}${written}:${below}`;
  }
  return text;
}

function behindKey(value: unknown, indent: string): string | undefined {
  const isList = Array.isArray(value) && value.length > 0;
  const fields = isList ? undefined : fieldsOf(value);
  const isBlock = isList || (fields !== undefined && fields.length > 0);
  const text = isList ? list(value, indent) : isBlock ? map(fields ?? [], `${indent}  `) : scalar(value, indent);
  if (text === undefined) return undefined;
  return isList ? `\n${indent}${text}` : isBlock ? `\n${indent}  ${text}` : ` ${text}`;
}

/** The fields that are printed, in order; `undefined` for anything but a map. */
function fieldsOf(value: unknown): [string, unknown][] | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const fields = Object.entries(value as Fields).filter(([, field]) => field !== undefined);
  return fields.sort(([a], [b]) => naturalOrder(a, b));
}

/** A scalar, an empty list or an empty map; the further lines of a long one stand deeper than `indent`. */
function scalar(value: unknown, indent: string): string | undefined {
  if (typeof value === "string") return string(value).replaceAll(/\n(?=[^\n])/g, `\n${indent}`);
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "boolean" || value === null || Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === "object") return Array.isArray(value) ? "[]" : "{}";
  return undefined;
}

/** Strings as they are written below a key at the left; policies repeat most of theirs. */
const written = new Map<string, string>();
const MOST_WRITTEN = 10_000;

function string(text: string): string {
  let known = written.get(text);
  if (known === undefined) {
    if (AMBIGUOUS.test(text) && WORD.test(text)) known = `"${text}"`;
    else known = isPlain(text) ? text : byPackage({ x: text }).slice("x: ".length, -1);
    if (written.size > MOST_WRITTEN) written.clear();
    written.set(text, known);
  }
  return known;
}

const WORD = /^[\w.+:-]+$/;
const LONGEST_KEY = 200;

/** Whether a text is surely written as it is. */
function isPlain(text: string): boolean {
  return /^[A-Za-z0-9_/(][ -~]*$/.test(text) && !/: | #|[ :-]$/.test(text) && !AMBIGUOUS.test(text);
}

/** All of it as the package writes it. */
function byPackage(value: unknown): string {
  const document = new Document(sorted(value), { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      if (isScalar(node) && typeof node.value === "string") node.type = scalarStyle(node.value);
    },
  });
  const text = document.toString({ lineWidth: 0, indentSeq: false, singleQuote: true, nullStr: "null" });
  // Those above ASCII the package leaves as they are in its double quotes, and a terminal may act on them.
  return text.replaceAll(
    /[\u007f-\u0084\u0086-\u009f]/g,
    (char) => `\\x${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
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

const LETTERS = /^[A-Za-z]*$/;

/**
 * The order of the Go library's map keys: by character, but letters after other characters (before them inside a
 * number), and runs of digits by their value (`a2` before `a10`).
 */
export function naturalOrder(left: string, right: string): number {
  if (LETTERS.test(left) && LETTERS.test(right)) return left < right ? -1 : left > right ? 1 : 0;
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
