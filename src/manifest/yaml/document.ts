import type { Code, Diagnostic } from "../../model/diagnostic.ts";
import { RereadBudget, withFixes } from "../fixes/text-fixes.ts";
import { readFastBlock } from "./fast/fast-block.ts";
import { readFastJson } from "./fast/fast-json.ts";
import { type GoReading, readAsGo } from "./go-reader/read-nodes.ts";
import { type JsonValues, severalJsonValues } from "./json-values.ts";
import { isTooDense, offsetTooDeep } from "./limits.ts";
import { hasHiddenBreak, hiddenBreakProblems } from "./line-breaks.ts";
import { type Locator, locator, type RecentTrees } from "./locate.ts";
import { composeValue } from "./nodes/compose-value.ts";
import { firstDifference } from "./nodes/difference.ts";
import type { YamlNode } from "./nodes/node.ts";
import { propertyProblems, withoutDoubles, withoutTakenTags } from "./properties.ts";
import type { DocumentText } from "./split.ts";
import { MOST_SYNTAX_PROBLEMS, syntaxProblems } from "./syntax-problems.ts";
import { templateProblem } from "./template.ts";
import { type TextProblem, textDiagnostic } from "./text-problem.ts";
import { parseTree, treeNodes } from "./tree.ts";

/** A document as it is read: its value, the findings about its text, and the places of its fields. */
export interface DocumentValue {
  /** Plain values; `undefined` where the text could not be read at all. */
  readonly value: unknown;
  /** What is wrong with the text. */
  readonly diagnostics: readonly Diagnostic[];
  readonly places: Locator;
}

/** A document as it is read, before the places of findings are known. */
interface DocumentReading {
  readonly value: unknown;
  readonly problems: readonly TextProblem[];
  readonly places: Locator;
}

/** Syntax errors shown of one document; one mistake often causes many. */
const MAX_SYNTAX_ERRORS = 5;
/** Of longer texts the beginning is parsed first, so that megabytes that are not YAML are refused quickly. */
const PROBE = 64 * 1024;

/**
 * Reads one document, YAML or JSON. Never throws and never recurses deeply, whatever the text is. A long text without
 * `word`, a field that every document of the kind has, is refused unread: megabytes of anything else take minutes.
 */
export function parseDocument(
  source: string,
  piece: DocumentText,
  word: string,
  recent?: RecentTrees,
  budget: RereadBudget = new RereadBudget(),
): DocumentValue {
  const { value, problems, places } = readDocument(source, piece, word, recent);
  if (problems.length === 0) return { value, diagnostics: [], places };
  const again = (text: string) => readDocument(source, { ...piece, text }, word);
  const own = locator(source, piece.text, piece.line);
  const mended = withFixes({ value, problems }, piece.text, again, budget);
  return { value, diagnostics: mended.map((one) => textDiagnostic(one, own)), places };
}

function readDocument(source: string, piece: DocumentText, word: string, recent?: RecentTrees): DocumentReading {
  const { text } = piece;
  const places = locator(source, text, piece.line, { recent });
  const failed = (...problems: TextProblem[]): DocumentReading => ({ value: undefined, problems, places });

  const control = CONTROL.exec(text);
  if (control) return failed(error("yaml.control-character", controlMessage(control[0]), control.index));
  if (text.length > PROBE && !text.includes(word)) {
    const message = `there is no \`${word}\` in it`;
    return failed({ ...error("document.type", message, 0), help: "this is not the kind of file that is read here" });
  }
  const oldBreaks = hasHiddenBreak(text) ? hiddenBreakProblems(text) : [];
  if (oldBreaks.length > 0) return failed(...oldBreaks);
  const simple = readFastBlock(text);
  if (simple !== undefined) return { value: simple.value, problems: [], places };
  const deep = offsetTooDeep(text);
  if (deep !== undefined) return failed(error("yaml.too-deep", "nested too deeply", deep));

  const directive = /^(?:[ \t\r]*(?:#[^\n]*)?\n)*%/.exec(text);
  if (directive) {
    const at = directive[0].length - 1;
    return failed({ ...error("yaml.directive", "YAML directives are not supported", at), help: "remove the line" });
  }
  const json = readFastJson(text);
  if (json !== undefined) return { value: json.value, problems: [], places };
  const several = severalJsonValues(text);
  if (several !== undefined) {
    const first = readDocument(source, { ...piece, text: text.slice(0, several.firstEnd) }, word, recent);
    return { ...first, problems: [...first.problems, furtherValue(several)] };
  }

  if (isTooDense(text)) return failed(tooDense());
  const probed = text.length > PROBE ? syntaxErrors(text.slice(0, text.lastIndexOf("\n", PROBE) + 1 || PROBE)) : [];
  if (probed.length > MOST_SYNTAX_PROBLEMS) return failed(...limited(probed));
  try {
    const tree = parseTree(text);
    const properties = propertyProblems(text);
    const refused = withoutTakenTags(tree.errors, properties);
    const errors = withoutDoubles(properties, syntaxProblems(refused, text), text);
    const template = templateProblem(text);
    if (errors.length > 0) return failed(...(template === undefined ? limited(errors) : [template]));
    const problems: TextProblem[] = [...properties];
    const report = (problem: TextProblem): number => problems.push(problem);
    const nodes = treeNodes(tree, text, report);
    const go = readAsGo(text);
    const value = composeValue(go.ok ? go.node : nodes, text, report);
    const differs = problems.some(({ severity }) => severity === "error") ? undefined : differenceFromGo(nodes, go);
    if (differs !== undefined) report(differs);
    if (template !== undefined && problems.some(({ severity }) => severity === "error")) return failed(template);
    return { value, problems, places: locator(source, text, piece.line, { parsed: tree.contents, recent }) };
  } catch (thrown) {
    if (thrown instanceof RangeError) return failed(error("yaml.too-deep", "nested too deeply", 0));
    throw thrown;
  }
}

/** What Go's reader refuses that the package takes, or where it reads something else: what a reviewer sees would not be what counts. */
function differenceFromGo(nodes: YamlNode, reading: GoReading): TextProblem | undefined {
  if (!reading.ok) {
    const { code, message, from, to, help } = reading.refusal;
    return { severity: "error", code, message, from, to, ...(help !== undefined && { help }) };
  }
  const node = firstDifference(nodes, reading.node);
  if (node === undefined) return undefined;
  const message = "Calico's YAML reader reads this differently than others do";
  return { ...error("yaml.ambiguous", message, node.from), to: node.to, help: "write it in quotes, on one line" };
}

/** Calico reads the first value of a document, and says nothing of the others. */
function furtherValue({ second }: JsonValues): TextProblem {
  const message = "a second JSON value is ignored, and all that follows it";
  const help = "put a line `---` between the values, or make a list of them";
  return { severity: "warning", code: "json.further-value", message, ...second, help };
}

function tooDense(): TextProblem {
  const message = "this document is too large for YAML with anchors, tags, escapes or text over several lines";
  const help = "split it into documents or files, or write it as JSON or without them";
  return { ...error("document.too-dense", message, 0), help };
}

/** What YAML forbids: control characters other than tab and line ends, and code points that are not characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFEFF\uFFFE\uFFFF]/;

function controlMessage(char: string): string {
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `the character U+${code} is not allowed; this is not a text manifest`;
}

const error = (code: Code, message: string, at: number): TextProblem => ({
  severity: "error",
  code,
  message,
  from: at,
  to: at + 1,
});

function syntaxErrors(text: string): readonly TextProblem[] {
  try {
    return syntaxProblems(parseTree(text).errors, text);
  } catch {
    return [];
  }
}

function limited(problems: readonly TextProblem[]): readonly TextProblem[] {
  return problems.slice(0, MAX_SYNTAX_ERRORS);
}
