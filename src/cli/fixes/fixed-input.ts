import { applyEdits } from "../../manifest/fixes/apply-edits.ts";
import { parseManifests } from "../../manifest/parse-manifests.ts";
import { type Diagnostic, STDIN, type TextEdit } from "../../model/diagnostic.ts";
import type { Input, ParsedInput } from "../resources/input.ts";

/** A fix may let another finding be seen; so often the texts are read again. */
const MOST_PASSES = 10;

/** The files as the fixes of errors leave them, and the findings that remain. */
export interface FixedInput {
  readonly input: Input;
  /** The texts by their files, before and after, of those that change. */
  readonly changes: readonly FileChange[];
  /** How many fixes were made. */
  readonly count: number;
}

/** What becomes of one file's text. */
export interface FileChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Makes the fixes of all errors in the texts, again where a mended text shows more, until there are none. A warning is about
 * what means something already, so that it is left. Standard input is left as it is.
 */
export async function fixedInput(
  parsed: ParsedInput,
  check: (parsed: ParsedInput) => Promise<Input>,
): Promise<FixedInput> {
  let current = parsed;
  let input = await check(current);
  let count = 0;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const edits = editsBySource(input.diagnostics);
    if (edits.size === 0) break;
    const sources = current.sources.map(({ name, text }) => ({ name, text: applyEdits(text, edits.get(name) ?? []) }));
    if (sources.every(({ text }, at) => text === current.sources[at]?.text)) break;
    count += [...edits.values()].flat().length;
    current = { ...current, manifests: parseManifests(sources), sources };
    input = await check(current);
  }
  const changes = current.sources.flatMap(({ name, text: after }, at) => {
    const before = parsed.sources[at]?.text ?? after;
    return before === after ? [] : [{ name, before, after }];
  });
  return { input, changes, count };
}

function editsBySource(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly TextEdit[]> {
  const edits = new Map<string, TextEdit[]>();
  for (const { severity, fix } of diagnostics) {
    if (severity !== "error" || fix === undefined || fix.span.source === STDIN) continue;
    const known = edits.get(fix.span.source);
    if (known === undefined) edits.set(fix.span.source, [fix]);
    else known.push(fix);
  }
  return edits;
}
