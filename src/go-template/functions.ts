import { printf } from "./printf.ts";
import { goHtml, goJs, goQuery } from "./quoting.ts";
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
  ["slice", fn(1, 4, slice)],
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
  ["html", fn(1, many, (args) => text(goHtml(spaced(args.map(shown)))))],
  ["js", fn(1, many, (args) => text(goJs(spaced(args.map(shown)))))],
  ["urlquery", fn(1, many, (args) => text(goQuery(spaced(args.map(shown)))))],
  ["call", fn(1, many, ([value = MISSING]) => fault(`${described(value)} is not a function: resources hold none`))],
]);

function length(value: Value): number {
  if (value.kind === "string") return Buffer.byteLength(value.value);
  if (value.kind === "list") return value.items.length;
  return value.kind === "map" ? value.entries.size : fault(`${described(value)} has no length`);
}

function element(value: Value, key: Value): Value {
  if (value.kind === "map") return value.entries.get(string(key, "index")) ?? (value.texts ? text("") : MISSING);
  if (value.kind !== "list" && value.kind !== "string") return fault(`${described(value)} has no elements to index`);
  if (key.kind !== "number" || key.float) return fault(`the index of a list is a whole number, not ${described(key)}`);
  const size = length(value);
  const none = (): never =>
    fault(`there ${size === 1 ? "is 1 element" : `are ${size} elements`}, none at ${key.value}`);
  if (value.kind === "list") return value.items[key.value] ?? none();
  return integer(Buffer.from(value.value)[key.value] ?? none());
}

function slice([value = MISSING, ...bounds]: readonly Value[]): Value {
  const [from = 0, to, most] = bounds.map((bound) =>
    bound.kind === "number" && !bound.float ? bound.value : fault("the bounds of `slice` are whole numbers"),
  );
  if (value.kind !== "list" && value.kind !== "string") return fault(`${described(value)} cannot be sliced`);
  if (value.kind === "string" && most !== undefined) return fault("text is sliced with two bounds");
  const size = length(value);
  const end = to ?? size;
  if (from < 0 || from > end || end > Math.min(most ?? size, size) || (most ?? 0) > size)
    return fault(`there is nothing from ${from} to ${end} in ${described(value)} of ${size}`);
  if (value.kind === "list") return { kind: "list", items: value.items.slice(from, end) };
  return text(Buffer.from(value.value).subarray(from, end).toString());
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

/** No value is shown as such in escaped text. */
const shown = (value: Value): Value => (value.kind === "missing" ? text(printed(value)) : value);

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
