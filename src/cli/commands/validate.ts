import { isStdin } from "../../files/read-text.ts";
import { objectReading } from "../../manifest/foreign/object-reading.ts";
import { type Diagnostic, hasErrors, isError, warningsAsErrors } from "../../model/diagnostic.ts";
import { nameInFindings } from "../../model/resource.ts";
import { errorSummary } from "../../report/findings/summary.ts";
import { goJson } from "../../report/json.ts";
import { findingsAsSarif, findingsForGitlab, printExplanation } from "../resources/explain/explain-code.ts";
import { versionOfFiles } from "../resources/files-version.ts";
import { checkInput, filenames, type Input, type ParsedInput, parseInput } from "../resources/input.ts";
import { successLine } from "../resources/output/success.ts";
import { nothingToDo } from "../resources/use-input.ts";
import { declare, type Line } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { flag, oneOf } from "../shell/option.ts";
import {
  CLUSTER_OPTIONS,
  EXPLAIN,
  MANIFEST_OPTIONS,
  SKIP_EMPTY,
  SKIP_KIND,
  WARNINGS_AS_ERRORS,
} from "../shell/shared-options.ts";
import { EXIT, UsageError } from "../shell/usage.ts";

const FORMATS = ["text", "json", "sarif", "junit", "github", "gitlab"] as const;
type Format = (typeof FORMATS)[number];

/** `validate` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "validate",
  summary: "Check manifests; no datastore needed",
  calicoctl: "v3.32",
  arguments: [{ syntax: "[files...]", help: "more files, as pre-commit passes them" }],
  takesFiles: "words or a pipe",
  options: {
    ...MANIFEST_OPTIONS,
    output: oneOf("-o, --output <format>", "text, json, sarif, junit, github or gitlab", FORMATS),
    skipEmpty: SKIP_EMPTY,
    skipKind: SKIP_KIND,
    warningsAsErrors: WARNINGS_AS_ERRORS,
    explain: EXPLAIN,
    fix: flag("--fix", "mend the files where an error leaves nothing to decide, and report what is left"),
    dryRun: flag("--dry-run", "with --fix: print what would change, and write nothing"),
    strict: flag("--strict", "refuse kinds that Calico does not read, instead of passing them over"),
    allowVersionMismatch: CLUSTER_OPTIONS.allowVersionMismatch,
  },
  exits: { 0: "no errors", 1: "an error, or a warning with --warnings-as-errors" },
  examples: [
    {
      line: "calicoctl validate -f policies/ -R",
      shows: "every finding of every document; exit code 1 when there is an error",
      before: ["sed -i s/443/443443/ policies/https.yaml"],
    },
    {
      line: "calicoctl validate -f policies/ -o github",
      shows: "as annotations of a GitHub workflow",
      before: ["sed -i s/443/443443/ policies/https.yaml"],
    },
    {
      line: "calicoctl validate -f policies/ --fix --dry-run",
      shows: "a diff of what `--fix` would change in the files",
      before: ["sed -i s/selector:/selectr:/ policies/https.yaml"],
    },
    {
      line: "kustomize build . | calicoctl validate -f - --skip-kind Deployment,Secret",
      shows: "what Calico reads of it; without a word of the kinds that are named",
    },
  ],
});

/** What `validate` reads, and how it prints its findings. */
export interface ValidateOptions {
  readonly files: readonly string[];
  readonly recursive: boolean;
  readonly skipEmpty: boolean;
  /** The code that is explained, instead of all else. */
  readonly explain: string | undefined;
  /** The kinds that are not looked at: `Deployment`, `apps/Deployment` or several with commas. */
  readonly skipKinds: readonly string[];
  /** Whether kinds that Calico does not read are errors. */
  readonly strict: boolean;
  readonly warningsAsErrors: boolean;
  /** Whether files are mended; `dry`: only shown how. */
  readonly fixes: "no" | "dry" | "written";
  readonly format: Format;
}

/** The options of `validate`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ words, options }: Line<typeof declaration.options>): ValidateOptions {
  const {
    recursive,
    skipEmpty,
    strict,
    warningsAsErrors,
    explain,
    fix,
    dryRun,
    output: format = "text",
    skipKind: skipKinds,
  } = options;
  const files = explain !== undefined ? [] : filenames({ filename: [...options.filename, ...words] });
  if (dryRun && !fix) throw new UsageError("--dry-run goes with --fix", "without --fix nothing is written");
  if (fix && files.some(isStdin))
    throw new UsageError("--fix mends files, not standard input", "name the file with -f");
  const fixes = !fix ? "no" : dryRun ? "dry" : "written";
  return { files, recursive, skipEmpty, skipKinds, strict, warningsAsErrors, fixes, format, explain };
}

/** `validate`: every finding of every document, as text, as data, or as CI services read it; exit 1 when there is an error. */
export async function run(options: ValidateOptions, context: CommandContext): Promise<number> {
  const { files, recursive, skipEmpty, format, explain } = options;
  if (explain !== undefined) return printExplanation(explain, context.io);
  const parsed = await parseInput(files, context.io, { recursive, skipEmpty });
  const checked = await checkedOrMended(parsed, options, context);
  const found = hasOnlyPassedOver(checked) ? [...checked.diagnostics, await noneRead(files)] : checked.diagnostics;
  const diagnostics = options.warningsAsErrors ? warningsAsErrors(found) : found;
  const input = { ...checked, diagnostics };
  if (format === "text" && !hasErrors(input.diagnostics) && (await nothingToDo(parsed, skipEmpty, context)))
    return EXIT.ok;
  await print(format, input, options.fixes === "dry", context);
  return hasErrors(input.diagnostics) ? EXIT.failed : EXIT.ok;
}

/** What the checks find, with `--fix` in the files as they are mended. */
async function checkedOrMended(parsed: ParsedInput, options: ValidateOptions, context: CommandContext): Promise<Input> {
  const check = async (texts: ParsedInput): Promise<Input> => {
    const { calico, notes } = await versionOfFiles(texts.manifests, context, "never");
    const reading = objectReading(texts.manifests, options);
    const { namespace } = context;
    const noted = { ...texts, diagnostics: [...texts.diagnostics, ...notes] };
    return checkInput(noted, calico, { purpose: "validate", namespace, reading });
  };
  if (options.fixes === "no") return check(parsed);
  const { fixFiles } = await import("../fixes/fix-files.ts");
  return fixFiles(parsed, check, options.fixes === "dry", context);
}

/** Whether all that was given is of kinds that Calico does not read. */
function hasOnlyPassedOver({ resources, diagnostics }: Input): boolean {
  const codes = diagnostics.map(({ code }) => code);
  return resources.length === 0 && codes.includes("kubernetes.passed-over") && !codes.includes("kubernetes.converted");
}

async function noneRead(files: readonly string[]): Promise<Diagnostic> {
  const { noResources } = await import("../../manifest/parse-manifests.ts");
  return {
    ...noResources(files),
    help: "Calico reads none of these kinds; leave kinds out with --skip-kind",
  };
}

async function print(
  format: Format,
  { resources, diagnostics, sources }: Input,
  isDryRun: boolean,
  { io }: CommandContext,
): Promise<void> {
  const names = resources.map(({ resource }) => nameInFindings(resource));
  switch (format) {
    case "json":
      io.stdout.writeData(goJson({ valid: !hasErrors(diagnostics), resources: names, diagnostics }));
      return;
    case "sarif":
      io.stdout.writeData(await findingsAsSarif(diagnostics));
      return;
    case "junit": {
      const { junit } = await import("../../report/findings/findings-junit.ts");
      const suite = { command: "calicoctl validate", fails: isError };
      io.stdout.writeData(junit(suite, names, diagnostics));
      return;
    }
    case "github":
      io.stdout.writeData((await import("../../report/findings/github.ts")).github(diagnostics));
      return;
    case "gitlab":
      io.stdout.writeData(await findingsForGitlab(diagnostics));
      return;
    case "text": {
      printDiagnostics(diagnostics, sources, io);
      const kinds = resources.map(({ resource }) => resource.kind);
      if (hasErrors(diagnostics)) io.stderr.write(`${errorSummary(diagnostics, resources)}\n`);
      else if (!isDryRun) io.stdout.write(successLine("validated", resources.length, kinds));
    }
  }
}
