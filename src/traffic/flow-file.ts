import { parseDocument } from "../manifest/yaml/document.ts";
import { offsetTooDeep } from "../manifest/yaml/limits.ts";
import { locator } from "../manifest/yaml/locate.ts";
import type { Part } from "../manifest/yaml/pointed.ts";
import { splitDocuments, textOf } from "../manifest/yaml/split.ts";
import { parseTree, treeValue } from "../manifest/yaml/tree.ts";
import { type Diagnostic, hasErrors, type SourceText, type Span } from "../model/diagnostic.ts";
import type { FlowFile } from "../model/flow.ts";
import { isObject } from "../model/json.ts";
import { type FieldPath, formatPath } from "../model/resource.ts";
import { checkFlowFile } from "./flow-file-check.ts";
import { flowPlaces } from "./flow-file-places.ts";

/**
 * A flow file that can be evaluated; `locate` returns the place of a field of one flow, by the flow's index, and
 * `locateAssertion` that of a field of one assertion.
 */
export interface FlowFileResult {
  readonly file: FlowFile | undefined;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: (flow: number, path: FieldPath) => Span;
  readonly locateAssertion: (list: AssertionList, index: number, path: FieldPath) => Span;
  /** Frees the parsed text, which takes a hundred times the text's memory; `locate` parses it again. */
  readonly forget: () => void;
}

/** The lists of assertions that a flow file may have. */
export type AssertionList = "forbid" | "permit";

/** Most findings of one file that are reported. */
const MOST = 100;
/** Texts more than twice as long are first read so far, so that a megabyte of mistakes is refused quickly. */
const PROBE = 32 * 1024;
/** Findings that only the end of a text which was cut off may bring. */
const CUT = 20;

/**
 * Reads a flow file (`schemas/simulate/flows.schema.json`), YAML or JSON; a bare list is a file of flows alone. What
 * the schema cannot say of a flow (its addresses, its ends) is reported when it is evaluated. No text makes it throw.
 */
export function readFlowFile(source: SourceText): FlowFileResult {
  const text = textOf(source.text);
  const refused = probe(source.name, text);
  if (refused !== undefined) return refused;
  const { value: given, places, ...read } = parseDocument(source.name, { text, line: 0 }, "protocol");
  const value = asFile(given);
  const diagnostics = [...read.diagnostics];
  const second = splitDocuments(text).pieces[1];
  if (second !== undefined) {
    const start = { line: second.line + 1, column: 1 };
    diagnostics.push({
      severity: "error",
      code: "document.second",
      message: "a flow file is one document, and a second one begins here",
      span: { source: source.name, start, end: start },
      help: "put its flows into a file of their own",
    });
  }
  const locate = flowPlaces(source.name, text, given, places);
  const problems = given === undefined ? [] : findings(given, locate, MOST);
  diagnostics.push(...problems.slice(0, MOST));
  diagnostics.sort(byPlace);
  if (problems.length > MOST) {
    const message = `this file has more errors; the first ${MOST} findings are reported`;
    diagnostics.push({ severity: "error", code: "document.findings", message, span: places.span(0, 1) });
  }
  if (!hasErrors(diagnostics) && isObject(value) && isWithout(value, "flows", "forbid", "permit")) {
    const help = "an expectation that is not there cannot fail";
    const span = places.span(0, 1);
    diagnostics.push({ severity: "error", code: "flow.none", message: "there are no flows", span, help });
  }
  return {
    file: given === undefined || hasErrors(diagnostics) ? undefined : { flows: [], ...(value as Partial<FlowFile>) },
    diagnostics,
    locate: (flow, path) => locate(["flows", flow, ...path]),
    locateAssertion: (list, index, path) => locate([list, index, ...path]),
    forget: () => places.forget(),
  };
}

/** Whether an object has nothing in any of these lists. */
function isWithout(value: Readonly<Record<string, unknown>>, ...lists: readonly string[]): boolean {
  return lists.every((name) => value[name] === undefined || (Array.isArray(value[name]) && value[name].length === 0));
}

/** The value with its flows in `flows`. */
function asFile(value: unknown): unknown {
  return Array.isArray(value) ? { flows: value } : value;
}

/** What the schema finds, and where; not many more than `most` are looked for. */
function findings(value: unknown, locate: (path: FieldPath, part?: Part) => Span, most: number): Diagnostic[] {
  return checkFlowFile(asFile(value), most).map(({ code, message, help, path, part }) => {
    const span = locate(path, part);
    const shown = path.length > 0 && { path: formatPath(path) };
    return { severity: "error", code, message, span, ...shown, ...(help !== undefined && { help }) };
  });
}

function byPlace({ span: a }: Diagnostic, { span: b }: Diagnostic): number {
  if (a === undefined || b === undefined) return 0;
  return a.start.line - b.start.line || a.start.column - b.start.column;
}

/** The findings of the beginning of a long text, where it alone has more than are reported; the rest is then not read. */
function probe(name: string, text: string): FlowFileResult | undefined {
  if (text.length <= 2 * PROBE) return undefined;
  const head = text.slice(0, text.lastIndexOf("\n", PROBE) + 1 || PROBE);
  const read = readHead(head);
  if (read === undefined) return undefined;
  const places = locator(name, head, 0, { parsed: read.contents });
  const isList = Array.isArray(read.value);
  const locate = (path: FieldPath, part?: Part) => places.locate(isList ? path.slice(1) : path, part);
  const problems = findings(read.value, locate, MOST + CUT).sort(byPlace);
  const own = problems.filter(({ message }) => message !== "`flows` is missing");
  if (own.length <= MOST + CUT) return undefined;
  const message = `this file has more errors; the first ${MOST} findings are reported, and only its beginning was read`;
  const more: Diagnostic = { severity: "error", code: "document.findings", message, span: places.span(0, 1) };
  return {
    file: undefined,
    diagnostics: [...own.slice(0, MOST), more],
    locate: () => places.span(0, 1),
    locateAssertion: () => places.span(0, 1),
    forget: () => places.forget(),
  };
}

/** What the beginning of a text holds as far as it can be read; brackets that are cut off may be open. */
function readHead(head: string) {
  if (offsetTooDeep(head) !== undefined) return undefined;
  try {
    const tree = parseTree(head);
    return tree.errors.length > 4 ? undefined : { value: treeValue(tree, head, () => {}), contents: tree.contents };
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}
