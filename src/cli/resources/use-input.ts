import type { Datastore } from "../../datastore/datastore.ts";
import type { ObjectReading } from "../../manifest/foreign/object-reading.ts";
import type { Purpose } from "../../manifest/validate.ts";
import { hasErrors } from "../../model/diagnostic.ts";
import { type CalicoVersionRules, DEFAULT_CALICO } from "../../model/kinds/version.ts";
import type { Located } from "../../model/resource.ts";
import { errorSummary } from "../../report/findings/summary.ts";
import { type CommandContext, versionWithoutStore } from "../shell/context.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { EXIT } from "../shell/usage.ts";
import { versionOfFiles } from "./files-version.ts";
import { checkInput, type Input, isInputWrong, type ParsedInput, type ParseOptions, parseInput } from "./input.ts";

/** What a command does with checked manifests; `W` is its work where they are valid. */
export interface InputUse<W> {
  readonly purpose: Purpose;
  /** How objects of Kubernetes are read; absent: they are refused. */
  readonly reading?: ObjectReading;
  /** Whether files that no datastore is used for, and no version is chosen for, are of the version that they show. */
  readonly showsVersion?: boolean;
  /** Reports manifests with errors, and returns the exit code. `version` is a remark on the Calico version they were checked for. */
  readonly refused: (input: Input, version?: string) => number;
  readonly work: W;
}

/** Checks parsed manifests and uses them without a datastore: for the chosen Calico version, else that of the files or the default. */
export async function withInputOffline(
  parsed: ParsedInput,
  context: CommandContext,
  {
    purpose,
    reading,
    showsVersion,
    refused,
    work,
  }: InputUse<(input: Input, calico: CalicoVersionRules) => number | Promise<number>>,
): Promise<number> {
  const unknown = { calico: versionWithoutStore(context), notes: [] };
  const { calico, notes } = showsVersion === true ? await versionOfFiles(parsed.manifests, context, "never") : unknown;
  const noted = { ...parsed, diagnostics: [...parsed.diagnostics, ...notes] };
  const input = await checkInput(noted, calico, { purpose, namespace: context.namespace, reading });
  return hasErrors(input.diagnostics) ? refused(input) : work(input, calico);
}

/**
 * Checks parsed manifests once and uses them on the datastore: for the chosen Calico version, then the datastore is
 * opened only where they are valid; else for the datastore's. Where it cannot be opened, its fault and the findings for
 * the default version are reported. Texts that no version takes open no datastore.
 */
export async function withInput(
  parsed: ParsedInput,
  context: CommandContext,
  use: InputUse<(input: Input, store: Datastore) => Promise<number>>,
): Promise<number> {
  const { withDatastore } = await import("../shell/with-datastore.ts");
  const options = { purpose: use.purpose, namespace: context.namespace, reading: use.reading };
  if ((await isInputWrong(parsed)) || context.chosenVersion !== undefined) {
    const input = await checkInput(parsed, versionWithoutStore(context), options);
    if (hasErrors(input.diagnostics)) return use.refused(input);
    return withDatastore(context, (store) => use.work(input, store));
  }
  let isChecked = false;
  const code = await withDatastore(context, async (store) => {
    const calico = store.calico;
    const input = await checkInput(parsed, calico, options);
    isChecked = true;
    const version = calico === DEFAULT_CALICO ? undefined : `the datastore is of Calico ${calico.version}`;
    return hasErrors(input.diagnostics) ? use.refused(input, version) : use.work(input, store);
  });
  if (isChecked) return code;
  const input = await checkInput(parsed, DEFAULT_CALICO, options);
  if (!hasErrors(input.diagnostics)) return code;
  return use.refused(input, `checked for Calico ${DEFAULT_CALICO.version}, the default`);
}

/** The files of `-f`, and how they are read. */
export interface ManifestFiles extends ParseOptions {
  readonly files: readonly string[];
  readonly skipEmpty: boolean;
}

/** What a command does with the resources of `-f`. */
export interface ResourceUse {
  readonly purpose: Purpose;
  /** How objects of Kubernetes are read; absent: they are refused. */
  readonly reading?: ObjectReading;
  /** Whether files that no datastore is used for, and no version is chosen for, are of the version that they show. */
  readonly showsVersion?: boolean;
  /** The end of the line that counts errors: `nothing was written`. */
  readonly refusal: string;
  readonly work: (resources: readonly Located[], store: Datastore) => Promise<number>;
  /** The work where no datastore is used; the manifests are then checked for the chosen version. */
  readonly offline?:
    | ((resources: readonly Located[], calico: CalicoVersionRules) => number | Promise<number>)
    | undefined;
}

/** Parses, checks and uses the resources of `-f`; prints the findings. No work is done where there are errors. */
export async function useResources(
  { files, ...options }: ManifestFiles,
  { purpose, reading, showsVersion, refusal, work, offline }: ResourceUse,
  context: CommandContext,
): Promise<number> {
  const parsed = await parseInput(files, context.io, options);
  if (await nothingToDo(parsed, options.skipEmpty, context)) return EXIT.ok;
  const use = { purpose, ...(reading && { reading }), ...(showsVersion && { showsVersion }) };
  const refused = (input: Input, version?: string): number => {
    reportInput(input, context, refusal, version);
    return EXIT.failed;
  };
  const resources = (input: Input): readonly Located[] => {
    printDiagnostics(input.diagnostics, input.sources, context.io);
    return input.resources;
  };
  if (offline !== undefined)
    return withInputOffline(parsed, context, { ...use, refused, work: (input, of) => offline(resources(input), of) });
  return withInput(parsed, context, { ...use, refused, work: (input, store) => work(resources(input), store) });
}

/**
 * Reports, as calicoctl does, that files which `--skip-empty` accepts were all there was; whether it is so. A file that
 * cannot be read is not an empty one.
 */
export async function nothingToDo(
  { manifests, diagnostics }: ParsedInput,
  skipEmpty: boolean,
  { io }: CommandContext,
): Promise<boolean> {
  const { hasNoResources, hasTextErrors } = await import("../../manifest/parse-manifests.ts");
  if (!skipEmpty || hasErrors(diagnostics) || !hasNoResources(manifests) || hasTextErrors(manifests)) return false;
  io.stdout.write("No resources specified\n");
  return true;
}

/** Reports the findings of manifests and, where there are errors, how many and the consequence: `nothing was written`. */
export function reportInput(input: Input, { io }: CommandContext, end: string, version?: string): void {
  printDiagnostics(input.diagnostics, input.sources, io);
  if (!hasErrors(input.diagnostics)) return;
  const ends = version === undefined ? end : `${version}; ${end}`;
  io.stderr.write(`${errorSummary(input.diagnostics, input.resources)}; ${ends}\n`);
}
