import { isDirectory } from "../../files/folder.ts";
import { hasNoResources, hasTextErrors } from "../../manifest/parse-manifests.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { ParsedInput } from "../resources/input.ts";

/** One side of a comparison: what was given for it, and what was read. */
interface Side {
  readonly names: readonly string[];
  readonly parsed: ParsedInput;
}

/** What is wrong with a folder of which nothing was read. */
const EMPTY: ReadonlySet<string> = new Set(["input.empty", "source.empty-directory"]);

/**
 * What was read for two sides of a comparison, where one may be a folder without resources: nothing there, with a warning, as
 * before the first policy or after the last. Where both are, an error is left, and so it is of a file, which may have been cut off.
 */
export function comparedSides(sides: readonly [Side, Side]): readonly [ParsedInput, ParsedInput] {
  const [before, after] = sides;
  const isOneEmpty = isEmptyFolder(before) !== isEmptyFolder(after);
  const compared = (side: Side): ParsedInput =>
    isOneEmpty && isEmptyFolder(side) ? countedAsNothing(side) : withHelp(side);
  return [compared(before), compared(after)];
}

function isEmptyFolder({ names, parsed: { manifests, diagnostics } }: Side): boolean {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const isFolder = names.length > 0 && names.every(isDirectory);
  return (
    isFolder && hasNoResources(manifests) && !hasTextErrors(manifests) && errors.every(({ code }) => EMPTY.has(code))
  );
}

function countedAsNothing({ names, parsed }: Side): ParsedInput {
  const where = names.map((name) => `\`${name}\``).join(", ");
  const warning: Diagnostic = {
    severity: "warning",
    code: "diff.empty-side",
    message: `no resources in ${where}: all of the other side is taken to be new or removed`,
  };
  return { ...parsed, diagnostics: [...parsed.diagnostics.filter(({ code }) => !EMPTY.has(code)), warning] };
}

/** A side that is not there may be a typing error: it must be made a folder on purpose. */
function withHelp({ names, parsed }: Side): ParsedInput {
  const shown = new Set(names.map((name) => `cannot read \`${name}\`: `));
  const help = "if nothing was there, name an empty folder";
  const diagnostics = parsed.diagnostics.map((one) => {
    const isSide = one.code === "source.unreadable" && [...shown].some((start) => one.message.startsWith(start));
    return isSide && one.help === undefined ? { ...one, help } : one;
  });
  return { ...parsed, diagnostics };
}
