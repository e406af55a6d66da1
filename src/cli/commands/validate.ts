import { hasErrors } from "../../model/diagnostic.ts";
import { displayId, resourceId } from "../../model/resource.ts";
import { errorSummary } from "../../report/findings/summary.ts";
import { goJson } from "../../report/json.ts";
import { checkInput, filenames, type Input, parseInput } from "../resources/input.ts";
import { successLine } from "../resources/output/success.ts";
import { nothingToDo } from "../resources/use-input.ts";
import { declare, type Line } from "../shell/command.ts";
import { type CommandContext, versionWithoutStore } from "../shell/context.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { oneOf } from "../shell/option.ts";
import { VERSION } from "../shell/release.ts";
import { CLUSTER_OPTIONS, MANIFEST_OPTIONS, SKIP_EMPTY } from "../shell/shared-options.ts";
import { EXIT } from "../shell/usage.ts";

const FORMATS = ["text", "json", "sarif", "junit", "github"] as const;
type Format = (typeof FORMATS)[number];

/** `validate` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "validate",
  summary: "Check manifests; no datastore needed",
  calicoctl: "v3.32",
  arguments: [{ syntax: "[files...]", help: "more files, as pre-commit passes them" }],
  options: {
    ...MANIFEST_OPTIONS,
    output: oneOf("-o, --output <format>", "text, json, sarif, junit or github", FORMATS),
    skipEmpty: SKIP_EMPTY,
    allowVersionMismatch: CLUSTER_OPTIONS.allowVersionMismatch,
  },
  examples: [
    {
      line: "calicoctl validate -f policies/ -R",
      shows: "every finding of every document; exit code 1 when there is an error",
    },
    { line: "calicoctl validate -f policies/ -o github", shows: "as annotations of a GitHub workflow" },
  ],
});

/** What `validate` reads, and how it prints its findings. */
export interface ValidateOptions {
  readonly files: readonly string[];
  readonly recursive: boolean;
  readonly skipEmpty: boolean;
  readonly format: Format;
}

/** The options of `validate`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ words, options }: Line<typeof declaration.options>): ValidateOptions {
  const { recursive, skipEmpty, output: format = "text" } = options;
  return { files: filenames({ filename: [...options.filename, ...words] }), recursive, skipEmpty, format };
}

/** `validate`: every finding of every document, as text, as data, or as CI services read it; exit 1 when there is an error. */
export async function run(options: ValidateOptions, context: CommandContext): Promise<number> {
  const { files, recursive, skipEmpty, format } = options;
  const parsed = await parseInput(files, context.io, { recursive, skipEmpty });
  const calico = versionWithoutStore(context);
  const input = await checkInput(parsed, calico, { purpose: "validate", namespace: context.namespace });
  if (format === "text" && !hasErrors(input.diagnostics) && (await nothingToDo(parsed, skipEmpty, context)))
    return EXIT.ok;
  await print(format, input, context);
  return hasErrors(input.diagnostics) ? EXIT.failed : EXIT.ok;
}

async function print(
  format: Format,
  { resources, diagnostics, sources }: Input,
  { io }: CommandContext,
): Promise<void> {
  const names = resources.map(({ resource }) => displayId(resourceId(resource)));
  switch (format) {
    case "json":
      io.stdout.writeData(goJson({ valid: !hasErrors(diagnostics), resources: names, diagnostics }));
      return;
    case "sarif":
      io.stdout.writeData((await import("../../report/findings/sarif.ts")).sarif(diagnostics, VERSION));
      return;
    case "junit":
      io.stdout.writeData((await import("../../report/findings/findings-junit.ts")).junit(names, diagnostics));
      return;
    case "github":
      io.stdout.writeData((await import("../../report/findings/github.ts")).github(diagnostics));
      return;
    case "text": {
      printDiagnostics(diagnostics, sources, io);
      const kinds = resources.map(({ resource }) => resource.kind);
      if (hasErrors(diagnostics)) io.stderr.write(`${errorSummary(diagnostics, resources)}\n`);
      else io.stdout.write(successLine("validated", resources.length, kinds));
    }
  }
}
