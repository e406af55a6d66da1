import { fileReason } from "../../files/file-reason.ts";
import { rewriteFile } from "../../files/rewrite-file.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { printable, printableLines } from "../../model/printable.ts";
import type { Input, ParsedInput } from "../resources/input.ts";
import { unifiedDiff } from "../resources/output/line-diff.ts";
import type { CommandContext } from "../shell/context.ts";
import { styleFor } from "../shell/io/print-diagnostics.ts";
import { type FileChange, fixedInput } from "./fixed-input.ts";

/**
 * Makes the fixes of all errors in the files, which are written only where their text is still the one that was read; a dry
 * run prints what would change. Returns what is left to report.
 */
export async function fixFiles(
  parsed: ParsedInput,
  check: (parsed: ParsedInput) => Promise<Input>,
  isDryRun: boolean,
  { io }: CommandContext,
): Promise<Input> {
  const { input, changes, count } = await fixedInput(parsed, check);
  const failures = isDryRun ? [] : changes.flatMap(rewritten);
  if (isDryRun) {
    const { red: removed, green: added, cyan: place } = styleFor(io.stdout);
    const style = { removed, added, place };
    for (const { name, before, after } of changes) {
      const sides = [before, after].map((text) => ({ name: printable(name), text: printableLines(text) }));
      const [old, next] = sides;
      if (old !== undefined && next !== undefined) io.stdout.write(unifiedDiff(old, next, style));
    }
  }
  if (failures.length === 0) {
    const files = `${changes.length} ${changes.length === 1 ? "file" : "files"}`;
    const made = `${count} ${count === 1 ? "fix" : "fixes"}`;
    const line = isDryRun ? `Dry run: would make ${made} in ${files}` : `made ${made} in ${files}`;
    io.stderr.write(`${count === 0 ? "nothing to fix" : line}\n`);
  }
  return { ...input, diagnostics: [...input.diagnostics, ...failures] };
}

function rewritten({ name, before, after }: FileChange): readonly Diagnostic[] {
  try {
    if (rewriteFile(name, before, after)) return [];
    const help = "another program has changed it: run the command again";
    return [{ severity: "error", code: "fix.changed", message: `\`${name}\` was not written`, help }];
  } catch (error) {
    return [{ severity: "error", code: "fix.unwritable", message: `cannot write \`${name}\`: ${fileReason(error)}` }];
  }
}
