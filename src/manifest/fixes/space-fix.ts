import { type Diagnostic, isError } from "../../model/diagnostic.ts";
import type { Locator } from "../yaml/locate.ts";
import type { RereadBudget } from "./text-fixes.ts";
import { oddSpaceIn, oddSpaceWords, withPlainSpaces } from "./unicode-spaces.ts";

/**
 * The findings of a document, with one in place of all errors that are gone where what looks like a space is one: a key that
 * begins with a no-break space is an unknown field, and the field that it looks like is missing. `check` returns the
 * findings of another text of the document; `undefined` where it cannot be read.
 */
export function withSpaceFix(
  diagnostics: readonly Diagnostic[],
  places: Locator,
  check: (text: string) => readonly Diagnostic[] | undefined,
  budget: RereadBudget,
): readonly Diagnostic[] {
  const { text } = places;
  if (oddSpaceIn(text) === undefined) return diagnostics;
  for (const change of withPlainSpaces(text)) {
    if (!budget.take(text.length)) break;
    const after = check(text.slice(0, change.from) + change.text + text.slice(change.to));
    if (after === undefined) continue;
    const left = new Set(after.map(keyOf));
    const gone = diagnostics.filter((one) => isError(one) && !left.has(keyOf(one)));
    const [first] = gone;
    const odd = oddSpaceIn(text.slice(change.from, change.to));
    if (first === undefined || odd === undefined) continue;
    const { name, remedy } = oddSpaceWords(odd);
    const own: Diagnostic = {
      severity: "error",
      code: "yaml.syntax",
      message: `${name} is not a space`,
      span: places.span(change.from, change.from + 1),
      help: remedy,
      fix: { span: places.span(change.from, change.to), text: change.text },
      ...(first.resource !== undefined && { resource: first.resource }),
    };
    return diagnostics.flatMap((one) => (one === first ? own : gone.includes(one) ? [] : one));
  }
  return diagnostics;
}

const keyOf = ({ code, message }: Diagnostic): string => `${code} ${message}`;
