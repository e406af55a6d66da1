import { parseDocument } from "../../src/manifest/yaml/document.ts";
import { readFastBlock } from "../../src/manifest/yaml/fast/fast-block.ts";
import { readFastJson } from "../../src/manifest/yaml/fast/fast-json.ts";
import { readAsGo } from "../../src/manifest/yaml/go-reader/read-nodes.ts";
import { composeValue } from "../../src/manifest/yaml/nodes/compose-value.ts";
import type { TextProblem } from "../../src/manifest/yaml/text-problem.ts";
import { parseTree, treeValue } from "../../src/manifest/yaml/tree.ts";
import { canonicalOf } from "./canonical.ts";

/** How this tool's reading of a text compares with Go's. */
export type Verdict =
  | { readonly kind: "same" | "both refuse" }
  /** Go reads it, and this tool refuses it with this code. */
  | { readonly kind: "refused"; readonly code: string }
  /** This tool reads something else, or what Go refuses, or its ways of reading differ. */
  | { readonly kind: "fault"; readonly what: string };

/** Compares every way of reading a text with Go's answer: its JSON in canonical form, `undefined` where Go refuses the text. */
export function judge(text: string, answer: string | undefined): Verdict {
  const fast = readFastBlock(text) ?? readFastJson(text);
  if (fast !== undefined && canonicalOf(fast.value) !== answer) return fault("fast", canonicalOf(fast.value), answer);
  if (fast !== undefined) {
    const errors: string[] = [];
    const tree = parseTree(text);
    const value = treeValue(tree, text, ({ severity, code }) => errors.push(...(severity === "error" ? [code] : [])));
    const shown = [...tree.errors.map(({ code }) => code), ...errors].join() || canonicalOf(value);
    if (shown !== answer) return fault("package", shown, answer);
  }
  const go = goReading(text);
  if (go !== undefined && go !== answer) return fault("reader", go, answer);
  const { value, diagnostics } = parseDocument("text", { text, line: 0 }, "");
  const error = diagnostics.find(({ severity }) => severity === "error");
  if (error !== undefined)
    return answer === undefined ? { kind: "both refuse" } : { kind: "refused", code: error.code };
  const read = canonicalOf(value);
  return read === answer ? { kind: "same" } : fault("whole", read, answer);
}

/** What the reader by Go's grammar makes of a text, without the package; `undefined` where it or its values are refused. */
function goReading(text: string): string | undefined {
  const reading = CONTROL.test(text) ? undefined : readAsGo(text);
  if (reading?.ok !== true) return undefined;
  const errors: TextProblem[] = [];
  const value = composeValue(reading.node, text, (problem) => problem.severity === "error" && errors.push(problem));
  return errors.length === 0 ? canonicalOf(value) : undefined;
}

/** Characters that are refused before anything is read. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFEFF\uFFFE\uFFFF]/;

const fault = (way: string, read: string, answer = "refused"): Verdict => ({
  kind: "fault",
  what: `${way}: read as ${read}, by Go as ${answer}`,
});
