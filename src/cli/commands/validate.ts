import { hasErrors } from "../../model/diagnostic.ts";
import { displayId, resourceId } from "../../model/resource.ts";
import { filenames, readInput } from "../input.ts";
import { goJson } from "../output/json.ts";
import { reportDiagnostics, summary } from "../output/report.ts";
import { successLine } from "../output/success.ts";
import type { Common } from "../program.ts";
import { EXIT, UsageError } from "../usage.ts";

/** `validate`: every finding of every document, as text or as data; exit 1 when there is an error. */
export async function run(
  common: Common,
  _: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const output = options.output ?? "text";
  if (output !== "text" && output !== "json")
    throw new UsageError(`unknown output \`${output}\``, "validate prints text or json");
  const input = await readInput(filenames(options), common, { recursive: options.recursive, purpose: "validate" });
  const failed = hasErrors(input.diagnostics);
  if (output === "json") {
    const resources = input.resources.map(({ resource }) => displayId(resourceId(resource)));
    common.io.stdout.write(goJson({ valid: !failed, resources, diagnostics: input.diagnostics }));
  } else {
    reportDiagnostics(input.diagnostics, input.sources, common.io);
    if (failed) common.io.stderr.write(`${summary(input.diagnostics, input.resources.length)}\n`);
    else
      common.io.stdout.write(
        successLine(
          "validated",
          input.resources.length,
          input.resources.map((r) => r.resource.kind),
        ),
      );
  }
  return failed ? EXIT.failed : EXIT.ok;
}
