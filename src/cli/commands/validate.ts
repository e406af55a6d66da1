import { hasErrors } from "../../model/diagnostic.ts";
import { displayId, resourceId } from "../../model/resource.ts";
import { goJson } from "../../report/json.ts";
import type { Common } from "../common.ts";
import { filenames, type Input, nothingToDo, readInput } from "../input.ts";
import { reportDiagnostics, summary } from "../output/report.ts";
import { successLine } from "../resources/output/success.ts";
import { EXIT, UsageError } from "../usage.ts";

const FORMATS = ["text", "json", "sarif", "junit", "github"] as const;
type Format = (typeof FORMATS)[number];

/** `validate`: every finding of every document, as text, as data, or as CI services read it; exit 1 when there is an error. */
export async function run(
  common: Common,
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const format = formatOf(options.output ?? "text");
  const named = (options.filename as readonly string[] | undefined) ?? [];
  const names = filenames({ filename: [...named, ...args] });
  const { recursive, skipEmpty } = options;
  const input = await readInput(names, common, { recursive, skipEmpty, purpose: "validate" });
  if (format === "text" && !hasErrors(input.diagnostics) && nothingToDo(input.resources, skipEmpty, common))
    return EXIT.ok;
  await print(format, input, common);
  return hasErrors(input.diagnostics) ? EXIT.failed : EXIT.ok;
}

function formatOf(output: unknown): Format {
  const format = FORMATS.find((known) => known === output);
  if (format !== undefined) return format;
  throw new UsageError(`unknown output \`${String(output)}\``, "validate prints text, json, sarif, junit or github");
}

async function print(format: Format, { resources, diagnostics, sources }: Input, { io }: Common): Promise<void> {
  const names = resources.map(({ resource }) => displayId(resourceId(resource)));
  switch (format) {
    case "json":
      io.stdout.write(goJson({ valid: !hasErrors(diagnostics), resources: names, diagnostics }));
      return;
    case "sarif":
      io.stdout.write((await import("../output/findings.ts")).sarif(diagnostics));
      return;
    case "junit":
      io.stdout.write((await import("../output/findings.ts")).junit(names, diagnostics));
      return;
    case "github":
      io.stdout.write((await import("../output/findings.ts")).github(diagnostics));
      return;
    case "text": {
      reportDiagnostics(diagnostics, sources, io);
      const kinds = resources.map(({ resource }) => resource.kind);
      if (hasErrors(diagnostics)) io.stderr.write(`${summary(diagnostics, resources)}\n`);
      else io.stdout.write(successLine("validated", resources.length, kinds));
    }
  }
}
