import type { Code } from "../../model/diagnostic.ts";
import { quoteHelp } from "./quote-help.ts";
import type { ParserError } from "./syntax-problems.ts";
import type { TextProblem } from "./text-problem.ts";
import { type TextToken, tokensOf } from "./tokens.ts";

/** A tag, an anchor or an alias could begin here. */
const CANDIDATE = /(?:^|[\s[{,:])[!&*]/;
/** A tag as Go's YAML reads it: to the first character that a URI does not have. */
const TAG = /^![\w\-;/?:@&=+$,.!~*'()[\]%]*/;
/** Tags of YAML itself, and those that are written in full. */
const YAML_TAG = /^!(?:!(?:str|int|float|bool|null|binary|timestamp|map|seq|set|omap|pairs|merge)|<[^>]*>)$/;
/** The name of an anchor or alias as Go's YAML takes it. */
const NAME = /^[\w-]+$/;
/** The key before a value on the same line. */
const KEY = /(?:^|[\s{,])["']?([\w./-]+)["']?\s*:\s*$/;
/** So much of a line is searched for the key before a value. */
const WINDOW = 200;

/**
 * The findings about words that YAML reads as tags (`!x`), anchors (`&x`) and aliases (`*x`) where a text was probably meant:
 * `selector: !has(x)` is an empty selector with a tag, which both real calicoctl take; `!has(x) && y` is an anchor without a
 * name, which they refuse. Anchors that an alias uses, YAML's own tags and aliases that have their anchor are left alone.
 */
export function propertyProblems(text: string): readonly TextProblem[] {
  if (!CANDIDATE.test(text)) return [];
  const tokens = [...tokensOf(text)];
  const used = new Set(tokens.filter((token) => isProperty(token, "*")).map((token) => token.text.slice(1)));
  const problems: TextProblem[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const { run, end } = propertiesAt(tokens, at);
    if (run.length === 0) continue;
    const problem = problemOf(run, valueAt(tokens, end, text), used, text);
    if (problem !== undefined) problems.push(problem);
    at = end - 1;
  }
  return problems;
}

/** The parser's errors without those about tags that Go's YAML takes, and that are warned about: `!has(x)&&!has(y)`. */
export function withoutTakenTags(errors: readonly ParserError[], properties: readonly TextProblem[]): ParserError[] {
  const warned = new Set(properties.flatMap(({ severity, from }) => (severity === "warning" ? [from] : [])));
  return errors.filter(({ code, pos: [from] }) => code !== "TAG_RESOLVE_FAILED" || !warned.has(from));
}

/** Those problems and the parser's errors: on a line that has one of the former it is the error, since it says more. */
export function withoutDoubles(
  properties: readonly TextProblem[],
  syntax: readonly TextProblem[],
  text: string,
): readonly TextProblem[] {
  // By line: a text may have a hundred thousand of both.
  const last = new Map<number, number>();
  for (const { from } of syntax) {
    const line = lineEnd(text, from);
    last.set(line, Math.max(from, last.get(line) ?? 0));
  }
  const errors = properties.flatMap((one) => {
    if (one.severity === "error") return [one];
    const isCause = one.from <= (last.get(lineEnd(text, one.from)) ?? -1);
    return isCause ? [{ ...one, severity: "error" as const, message: unread(one, text) }] : [];
  });
  const first = new Map<number, number>();
  for (const { from } of errors) {
    const line = lineEnd(text, from);
    first.set(line, Math.min(from, first.get(line) ?? from));
  }
  const others = syntax.filter(({ from }) => from < (first.get(lineEnd(text, from)) ?? Number.POSITIVE_INFINITY));
  return [...errors, ...others].sort((a, b) => a.from - b.from);
}

function unread({ from, to, code }: Pick<TextProblem, "from" | "to" | "code">, text: string): string {
  const what = code === "yaml.tag" ? "a tag" : code === "yaml.anchor" ? "an anchor" : "an alias";
  return `\`${text.slice(from, to)}\` without quotes is ${what} of YAML, and this one cannot be read`;
}

function isProperty({ text, isPlain, isQuoted }: TextToken, sign: string): boolean {
  return !isPlain && !isQuoted && text.startsWith(sign);
}

const isAnyProperty = (token: TextToken): boolean => ["!", "&", "*"].some((sign) => isProperty(token, sign));

/** The tags, anchors and aliases from a token on, with only spaces between them, and the index behind them. */
function propertiesAt(tokens: readonly TextToken[], from: number): { run: readonly TextToken[]; end: number } {
  const run: TextToken[] = [];
  let end = from;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || !(isAnyProperty(token) || (run.length > 0 && isSpace(token)))) break;
    if (isSpace(token)) continue;
    run.push(token);
    end = at + 1;
  }
  return { run, end };
}

const isSpace = ({ text, isPlain }: TextToken): boolean => !isPlain && /^[ \t]+$/.test(text);

/** The text behind tags and anchors on their line; `""` where there is none, `undefined` for a list, a map or a block. */
function valueAt(tokens: readonly TextToken[], from: number, text: string): string | undefined {
  let at = from;
  for (let one = tokens[at]; one !== undefined && isSpace(one); one = tokens[at]) at += 1;
  const token = tokens[at];
  if (token?.isPlain || token?.isQuoted) return token.text.trim();
  if (token !== undefined && /^[[{|>]/.test(token.text)) return undefined;
  return hasBlockBelow(text, tokens[from - 1]?.offset ?? 0) ? undefined : "";
}

/** Whether the next line that is not empty is deeper than that of the offset, or an item of a list: then it is the value. */
function hasBlockBelow(text: string, offset: number): boolean {
  const indent = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;
  const own = indent(text.slice(text.lastIndexOf("\n", offset) + 1));
  const next = /^(?:[ \t]*(?:#.*)?\r?\n)*(.*)/.exec(text.slice(lineEnd(text, offset) + 1))?.[1] ?? "";
  return next.trim() !== "" && (indent(next) > own || (indent(next) === own && next.trim().startsWith("- ")));
}

function problemOf(
  run: readonly TextToken[],
  value: string | undefined,
  used: ReadonlySet<string>,
  text: string,
): TextProblem | undefined {
  const [first] = run;
  if (first === undefined) return undefined;
  const at = (token: TextToken): Pick<TextProblem, "code" | "from" | "to"> => ({
    code: CODES[token.text.charAt(0)] ?? "yaml.tag",
    from: token.offset,
    to: token.offset + token.text.length,
  });
  const help = quoteHelp(text.slice(first.offset, lineEnd(text, first.offset)));
  if (run.some((token) => isInvalid(token, text)))
    return { severity: "error", ...at(first), message: unread(at(first), text), help };
  const stray = run.find((token) => !isMeant(token, used, value));
  if (stray === undefined) return undefined;
  const what = stray.text.startsWith("!") ? "a tag" : "an anchor";
  const left = meaning(value, keyBefore(text, first.offset));
  const message = `\`${stray.text}\` without quotes is ${what} of YAML, not text: ${left}`;
  return { severity: "warning", ...at(stray), message, help };
}

const CODES: Readonly<Record<string, Code>> = { "!": "yaml.tag", "&": "yaml.anchor", "*": "yaml.alias" };

/**
 * Whether it is what YAML has it for: its own tags, anchors that are used or that stand before a list or map, and aliases,
 * whose anchors are looked for later.
 */
function isMeant({ text }: TextToken, used: ReadonlySet<string>, value: string | undefined): boolean {
  if (text.startsWith("*")) return true;
  return text.startsWith("&") ? value === undefined || used.has(text.slice(1)) : YAML_TAG.test(text);
}

/** Whether Go's YAML refuses it: a name of other characters, or a tag that does not end in a space. */
function isInvalid(token: TextToken, text: string): boolean {
  if (!token.text.startsWith("!")) return !NAME.test(token.text.slice(1));
  if (token.text === "!!") return true;
  if (token.text.startsWith("!<")) return false;
  const tag = TAG.exec(text.slice(token.offset))?.[0] ?? "";
  const next = text.charAt(token.offset + tag.length);
  return tag !== token.text || /^![\w-]+!/.test(tag) || !(next === "" || /\s/.test(next));
}

/** What is left of the value. */
function meaning(value: string | undefined, key: string | undefined): string {
  if (value === undefined) return "it is ignored";
  if (value !== "") return `the value is \`${value}\``;
  return key === "selector" ? "the selector is empty, which selects everything" : "the value is empty";
}

function keyBefore(text: string, offset: number): string | undefined {
  return KEY.exec(text.slice(Math.max(offset - WINDOW, 0), offset).replace(/^.*\n/s, ""))?.[1];
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end;
}
