import { JsonPathError, OPERATORS, type Operator, type Path, type Step } from "./syntax.ts";
import { unquote } from "./unquote.ts";

/** What ends the name of a field or a word. */
const TERMINATORS = " \t\r\n.,[]$@{}";
const SLICE = /^(-?\d*)(:-?\d*)?(:-?\d*)?$/;

/** The steps of a path from `start` on, and where it ends: before a `}`, or at the text's end. Throws `JsonPathError`. */
export function parsePath(source: string, start: number): { readonly path: Path; readonly end: number } {
  const path: Step[] = [];
  let at = start;
  while (at < source.length && source[at] !== "}") {
    const read = readStep(source, at, path.at(-1));
    path.push(...read.steps);
    at = read.end;
  }
  return { path, end: at };
}

interface Read {
  readonly steps: Path;
  readonly end: number;
}

function readStep(source: string, at: number, before: Step | undefined): Read {
  const char = source[at] ?? "";
  if (source.startsWith("[?(", at)) return readFilter(source, at);
  if (source.startsWith("..", at)) {
    if (before?.kind === "recursive") throw new JsonPathError("`..` stands twice", at);
    const next = source[at + 2] ?? "";
    const field = /[\p{L}\p{N}_]/u.test(next) ? readField(source, at + 2) : { steps: [], end: at + 2 };
    return { steps: [{ kind: "recursive" }, ...field.steps], end: field.end };
  }
  // The object itself; paths always start there.
  if (char === " " || char === "@" || char === "$") return { steps: [], end: at + 1 };
  if (char === ".") return readField(source, at + 1);
  if (char === "[") return readBrackets(source, at);
  if (char === '"' || char === "'") {
    const end = closingQuote(source, at);
    const value = unquote(source.slice(at + 1, end), char);
    if (value === undefined) throw new JsonPathError("unknown escape in this string", at);
    return { steps: [{ kind: "constant", value }], end: end + 1 };
  }
  if (/[-+0-9]/.test(char)) return readNumber(source, at);
  if (/[\p{L}_]/u.test(char)) return readWord(source, at);
  if (char === "\n" || char === "\r") throw new JsonPathError("`{` has no `}` on its line", at);
  throw new JsonPathError(`unexpected character \`${String.fromCodePoint(source.codePointAt(at) ?? 0)}\``, at);
}

function readField(source: string, start: number): Read {
  let end = start;
  while (end < source.length && !TERMINATORS.includes(source[end] ?? "")) end += source[end] === "\\" ? 2 : 1;
  const name = source.slice(start, end);
  const step: Step = name === "*" ? { kind: "wildcard" } : { kind: "field", name: name.replaceAll("\\", "") };
  return { steps: [step], end: Math.min(end, source.length) };
}

function readNumber(source: string, at: number): Read {
  const text = /^[-+]?[\d.]*/.exec(source.slice(at))?.[0] ?? "";
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(text)) throw new JsonPathError(`invalid number \`${text}\``, at);
  return { steps: [{ kind: "constant", value: Number(text) }], end: at + text.length };
}

function readWord(source: string, at: number): Read {
  let end = at;
  while (end < source.length && !TERMINATORS.includes(source[end] ?? "")) end++;
  const word = source.slice(at, end);
  if (word === "true" || word === "false") return { steps: [{ kind: "constant", value: word === "true" }], end };
  if (word === "range" || word === "end") throw new JsonPathError(`\`${word}\` must come first in its braces`, at);
  throw new JsonPathError(`unknown word \`${word}\`; a field is \`.${word}\`, a text "${word}"`, at);
}

function readBrackets(source: string, at: number): Read {
  let end = at + 1;
  while (end < source.length && !"]\n".includes(source[end] ?? "")) end++;
  if (source[end] !== "]") throw new JsonPathError("`[` has no `]`", at);
  const items = source.slice(at + 1, end).split(",");
  const [only = ""] = items;
  if (items.length === 1) return { steps: readSubscript(only, at), end: end + 1 };
  const paths = items.map((item) => readSubscript(item.trim(), at));
  return { steps: [{ kind: "union", paths }], end: end + 1 };
}

/** What stands in brackets: `*`, an index, a slice, or a path in quotes (recorded: `['spec.node']`). */
function readSubscript(text: string, at: number): Path {
  const quoted = /^(['"])(.*)\1$/.exec(text)?.[2];
  if (quoted !== undefined) {
    const source = `.${quoted}`;
    const { path, end } = parsePath(source, 0);
    if (end < source.length) throw new JsonPathError(`unexpected character \`}\``, at);
    return path;
  }
  const match = SLICE.exec(text === "*" ? ":" : text);
  if (match === null) throw new JsonPathError(`invalid index \`${text}\``, at);
  const [, from = "", to, by = ""] = match;
  if (to === undefined) return [{ kind: "index", at: Number(from) }];
  const step = by.length > 1 ? Number(by.slice(1)) : 1;
  if (!(step > 0)) throw new JsonPathError("the step of a slice is above 0", at);
  const bounds = { ...(from !== "" && { from: Number(from) }), ...(to !== ":" && { to: Number(to.slice(1)) }) };
  return [{ kind: "slice", ...bounds, step }];
}

function readFilter(source: string, at: number): Read {
  const start = at + "[?(".length;
  let end = start;
  let operatorAt: number | undefined;
  while (end < source.length && source[end] !== ")") {
    const char = source[end] ?? "";
    if (char === "\n") break;
    if (char === '"' || char === "'") end = closingQuote(source, end);
    else if ("!<>=".includes(char)) operatorAt ??= end;
    end++;
  }
  if (!source.startsWith(")]", end)) throw new JsonPathError("`[?(` has no `)]`", at);
  const after = end + ")]".length;
  const side = (from: number, to: number): Path => wholePath(source.slice(0, to), from);
  if (operatorAt === undefined) return { steps: [{ kind: "exists", path: side(start, end) }], end: after };
  const typed = /^[!<>=]+/.exec(source.slice(operatorAt, end))?.[0] ?? "";
  const operator = OPERATORS.find((one): one is Operator => one === typed);
  if (operator === undefined)
    throw new JsonPathError(`unknown operator \`${typed}\`; it is one of ${OPERATORS.join(" ")}`, operatorAt);
  const rightAt = operatorAt + operator.length;
  for (const [from, to] of [[start, operatorAt] as const, [rightAt, end] as const])
    if (source.slice(from, to).trim() === "") throw new JsonPathError("a side of the comparison is missing", from);
  const filter: Step = { kind: "filter", left: side(start, operatorAt), operator, right: side(rightAt, end) };
  return { steps: [filter], end: after };
}

function wholePath(source: string, start: number): Path {
  const { path, end } = parsePath(source, start);
  if (end < source.length) throw new JsonPathError("unexpected character `}`", end);
  return path;
}

/** Where the string that starts at `at` ends. */
function closingQuote(source: string, at: number): number {
  for (let end = at + 1; end < source.length && source[end] !== "\n"; end++) {
    if (source[end] === "\\") end++;
    else if (source[end] === source[at]) return end;
  }
  throw new JsonPathError("this string has no closing quote", at);
}
