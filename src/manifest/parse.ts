import { isTooDense } from "./density.ts";
import { tooDeep } from "./depth.ts";
import { hasOldBreak, oldBreakProblems } from "./line-breaks.ts";
import { type Locator, locator, type RecentTrees } from "./locate.ts";
import { simpleYaml } from "./simple-yaml.ts";
import type { Piece } from "./split.ts";
import { parseTree, type TextProblem, treeValue } from "./tree.ts";

/** One document read: its value, what was wrong with the text, and where things stand in it. */
export interface Parsed {
  /** Plain values; `undefined` where the text could not be read at all. */
  readonly value: unknown;
  readonly problems: readonly TextProblem[];
  readonly places: Locator;
}

/** Syntax errors shown of one document; one mistake often causes many. */
const MAX_SYNTAX_ERRORS = 5;
/** Longer texts are first read in part, so that megabytes that are no YAML are refused quickly. */
const PROBE = 64 * 1024;

/**
 * Reads one document, YAML or JSON. Never throws and never recurses deeply, whatever the text is. A long text without
 * `word`, a field that every document of the kind has, is refused unread: megabytes of anything else take minutes.
 */
export function parseDocument(source: string, piece: Piece, word: string, recent?: RecentTrees): Parsed {
  const { text } = piece;
  const places = locator(source, text, piece.line, { recent });
  const failed = (...problems: TextProblem[]): Parsed => ({ value: undefined, problems, places });

  const control = CONTROL.exec(text);
  if (control) return failed(error("yaml.control-character", controlMessage(control[0]), control.index));
  if (text.length > PROBE && !text.includes(word)) {
    const message = `there is no \`${word}\` in it`;
    return failed({ ...error("document.type", message, 0), help: "this is not the kind of file that is read here" });
  }
  const oldBreaks = hasOldBreak(text) ? oldBreakProblems(text) : [];
  if (oldBreaks.length > 0) return failed(...oldBreaks);
  const simple = simpleYaml(text);
  if (simple !== undefined) return { value: simple.value, problems: [], places };
  const deep = tooDeep(text);
  if (deep !== undefined) return failed(error("yaml.too-deep", "nested too deeply", deep));

  const directive = /^(?:[ \t\r]*(?:#[^\n]*)?\n)*%/.exec(text);
  if (directive) {
    const at = directive[0].length - 1;
    return failed({ ...error("yaml.directive", "YAML directives are not understood", at), help: "remove the line" });
  }
  const json = parseJson(text);
  if (json !== undefined) return { value: json.value, problems: [], places };

  if (isTooDense(text)) return failed(tooDense());
  const probed = text.length > PROBE ? syntaxErrors(text.slice(0, text.lastIndexOf("\n", PROBE) + 1 || PROBE)) : [];
  if (probed.length > 4 * MAX_SYNTAX_ERRORS) return failed(...limited(probed));
  try {
    const tree = parseTree(text);
    const errors = syntaxProblems(tree.errors, text);
    if (errors.length > 0) return failed(...limited(errors));
    const problems: TextProblem[] = [];
    const value = treeValue(tree, (problem) => problems.push(problem));
    return { value, problems, places: locator(source, text, piece.line, { parsed: tree.contents, recent }) };
  } catch (thrown) {
    if (thrown instanceof RangeError) return failed(error("yaml.too-deep", "nested too deeply", 0));
    throw thrown;
  }
}

function tooDense(): TextProblem {
  const message = "this is more than is read in one piece of YAML as free as this";
  const help =
    "split it into documents or files, or write it as JSON, or without anchors, tags, escapes and text over several lines";
  return { ...error("document.too-dense", message, 0), help };
}

/** Characters YAML forbids: control characters but tab and line ends, and those that are no characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFEFF\uFFFE\uFFFF]/;

function controlMessage(char: string): string {
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `the character U+${code} is not allowed; this is no text manifest`;
}

const error = (code: string, message: string, at: number): TextProblem => ({
  severity: "error",
  code,
  message,
  from: at,
  to: at + 1,
});

/**
 * JSON the quick way: the value, or `undefined` for what must go the way of YAML: anything else, repeated keys (to be
 * told of) and integers a number cannot hold.
 */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  if (!/^\s*[[{]/.test(text) || /\d{16}/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return heldKeys(value) === writtenKeys(text) ? { value } : undefined;
  } catch {
    return undefined;
  }
}

/** The keys of all objects in a JSON value. */
function heldKeys(value: unknown): number {
  if (value === null || typeof value !== "object") return 0;
  const items = Object.values(value);
  let keys = Array.isArray(value) ? 0 : items.length;
  for (const item of items) keys += heldKeys(item);
  return keys;
}

/** The colons outside strings of a JSON text, one for each key written. */
function writtenKeys(text: string): number {
  let keys = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x3a) keys += 1;
    else if (char === 0x22) {
      for (at += 1; at < text.length && text.charCodeAt(at) !== 0x22; at++) if (text.charCodeAt(at) === 0x5c) at += 1;
    }
  }
  return keys;
}

function syntaxErrors(text: string): TextProblem[] {
  try {
    return syntaxProblems(parseTree(text).errors, text);
  } catch {
    return [];
  }
}

/** The parser's errors in our words; several at one place are one. */
function syntaxProblems(errors: readonly { code: string; message: string; pos: [number, number] }[], text: string) {
  const problems: TextProblem[] = [];
  let last = -1;
  for (const { code, message, pos } of errors) {
    if (pos[0] <= last) continue;
    last = pos[0];
    const known = SYNTAX[code];
    const shown = known?.message ?? message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, "");
    const help =
      known?.help ?? (text.slice(pos[0], pos[1]).includes("\t") ? "indent with blanks, not tabs" : undefined);
    problems.push({
      severity: "error",
      code: "yaml.syntax",
      message: shown,
      from: pos[0],
      to: Math.max(pos[1], pos[0] + 1),
      ...(help !== undefined && { help }),
    });
  }
  return problems;
}

/** Friendlier words for the parser's commonest errors, by its stable codes. */
const SYNTAX: Readonly<Record<string, { readonly message: string; readonly help?: string }>> = {
  TAB_AS_INDENT: { message: "a tab cannot indent", help: "indent with blanks" },
  BAD_INDENT: { message: "this is indented wrongly" },
  MISSING_CHAR: {
    message: "something is missing here",
    help: "a `:` after a key, a closing quote or bracket, or `- `",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "a second `key: value` cannot begin here",
    help: "quote the value, or begin a new line",
  },
  MULTILINE_IMPLICIT_KEY: { message: "a key must stand on one line", help: "a `:` may be missing on the line before" },
  UNEXPECTED_TOKEN: { message: "this is not expected here" },
  MULTIPLE_DOCS: { message: "a second document begins here", help: "separate documents with a line `---`" },
};

function limited(problems: readonly TextProblem[]): readonly TextProblem[] {
  return problems.slice(0, MAX_SYNTAX_ERRORS);
}
