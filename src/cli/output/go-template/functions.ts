import { printf } from "./printf.ts";
import { integer, isTrue, MISSING, printed, text, truth, type Value } from "./values.ts";

/** A function of templates: its fewest and most arguments, and what it makes of them; a string it throws is what is wrong. */
export interface TemplateFunction {
  readonly least: number;
  readonly most: number;
  readonly call: (args: readonly Value[]) => Value;
}

/** What a function cannot do with its arguments. */
export class FunctionFault extends Error {}

function fault(message: string): never {
  throw new FunctionFault(message);
}

const fn = (least: number, most: number, call: (args: readonly Value[]) => Value): TemplateFunction => ({
  least,
  most,
  call,
});
const many = Number.POSITIVE_INFINITY;
const at = (args: readonly Value[], i: number): Value => args[i] ?? MISSING;

/** Functions of Go's templates, and those calicoctl adds (`join`, `joinAndTruncate`). `and` and `or` are the evaluator's. */
export const FUNCTIONS: ReadonlyMap<string, TemplateFunction> = new Map([
  ["not", fn(1, 1, (args) => truth(!isTrue(at(args, 0))))],
  ["len", fn(1, 1, (args) => integer(length(at(args, 0))))],
  ["index", fn(1, many, ([value = MISSING, ...keys]) => keys.reduce(element, value))],
  ["slice", fn(1, 3, slice)],
  ["print", fn(0, many, (args) => text(spaced(args)))],
  ["println", fn(0, many, (args) => text(`${args.map((arg) => printed(arg, false)).join(" ")}\n`))],
  ["printf", fn(1, many, ([format = MISSING, ...args]) => text(printf(string(format, "printf"), args)))],
  ["eq", fn(2, many, ([first = MISSING, ...others]) => truth(others.some((other) => equal(first, other))))],
  ["ne", fn(2, 2, (args) => truth(!equal(at(args, 0), at(args, 1))))],
  ["lt", fn(2, 2, (args) => truth(compare(args) < 0))],
  ["le", fn(2, 2, (args) => truth(compare(args) <= 0))],
  ["gt", fn(2, 2, (args) => truth(compare(args) > 0))],
  ["ge", fn(2, 2, (args) => truth(compare(args) >= 0))],
  ["join", fn(2, 2, (args) => text(join(args)))],
  ["joinAndTruncate", fn(3, 3, joinAndTruncate)],
  ["html", fn(1, many, (args) => text(html(spaced(args))))],
  ["urlquery", fn(1, many, (args) => text(encodeURIComponent(spaced(args)).replaceAll("%20", "+")))],
]);

function length(value: Value): number {
  if (value.kind === "string") return Buffer.byteLength(value.value);
  if (value.kind === "list") return value.items.length;
  return value.kind === "map" ? value.entries.size : fault(`${described(value)} has no length`);
}

function element(value: Value, key: Value): Value {
  if (value.kind === "map") return value.entries.get(string(key, "index")) ?? text("");
  if (value.kind !== "list") return fault(`${described(value)} has no elements to index`);
  if (key.kind !== "number") return fault(`the index of a list is a number, not ${described(key)}`);
  return value.items[key.value] ?? fault(`the list has ${value.items.length} elements, none at ${key.value}`);
}

function slice([value = MISSING, ...bounds]: readonly Value[]): Value {
  const [from = 0, to] = bounds.map((bound) =>
    bound.kind === "number" ? bound.value : fault("the bounds of `slice` are numbers"),
  );
  const size = length(value);
  if (value.kind === "map" || from < 0 || (to ?? size) > size || from > (to ?? size))
    fault(`there is nothing from ${from} to ${to ?? size} in ${described(value)}`);
  if (value.kind === "list") return { kind: "list", items: value.items.slice(from, to) };
  return text(Buffer.from(printed(value)).subarray(from, to).toString());
}

/** As Go's Print: a blank between two arguments unless one of them is text. */
function spaced(args: readonly Value[]): string {
  return args
    .map((arg, i) => {
      const before = args[i - 1];
      const gap = before !== undefined && before.kind !== "string" && arg.kind !== "string" ? " " : "";
      return gap + printed(arg, false);
    })
    .join("");
}

function equal(a: Value, b: Value): boolean {
  const absent = (value: Value) => value.kind === "nil" || value.kind === "missing";
  if (absent(a) || absent(b)) return absent(a) && absent(b);
  if (a.kind !== b.kind || !("value" in a) || !("value" in b)) {
    return fault(`${described(a)} and ${described(b)} cannot be compared`);
  }
  return a.value === b.value;
}

function compare(args: readonly Value[]): number {
  const [a, b] = [at(args, 0), at(args, 1)];
  if (a.kind === "number" && b.kind === "number") return a.value - b.value;
  if (a.kind === "string" && b.kind === "string") return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
  return fault(`${described(a)} and ${described(b)} have no order`);
}

function join(args: readonly Value[]): string {
  const [list, separator] = [at(args, 0), string(at(args, 1), "join")];
  if (list.kind === "nil" || list.kind === "missing") return "";
  if (list.kind !== "list") return fault(`\`join\` takes a list, not ${described(list)}`);
  return list.items.map((item) => printed(item, false)).join(separator);
}

/** Joined, and cut to the width with `...` at its end, as calicoctl's tables are. */
function joinAndTruncate(args: readonly Value[]): Value {
  const width = at(args, 2);
  if (width.kind !== "number") return fault(`the width is a number, not ${described(width)}`);
  const joined = join(args);
  return text(joined.length > width.value ? `${joined.slice(0, Math.max(0, width.value - 3))}...` : joined);
}

const HTML: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
const html = (value: string): string => value.replace(/[&<>"']/g, (char) => HTML[char] ?? char);

function string(value: Value, name: string): string {
  return value.kind === "string" ? value.value : fault(`\`${name}\` takes text here, not ${described(value)}`);
}

/** What a value is, for messages. */
export function described(value: Value): string {
  switch (value.kind) {
    case "nil":
    case "missing":
      return "nothing";
    case "string":
    case "time":
      return "text";
    case "number":
    case "boolean":
      return printed(value);
    case "list":
    case "map":
      return `a ${value.kind}`;
    case "struct":
      return "an object";
  }
}
