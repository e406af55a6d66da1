import type { Datastore } from "../../datastore/datastore.ts";
import type { ParsedManifests } from "../../manifest/parse-manifests.ts";
import { type Diagnostic, hasErrors } from "../../model/diagnostic.ts";
import { kindNamed } from "../../model/kinds/kinds.ts";
import { DEFAULT_PROFILE, type VersionProfile } from "../../model/kinds/version.ts";
import { displayId, type Located, type Resource, resourceId } from "../../model/resource.ts";
import { errorSummary } from "../../report/findings/summary.ts";
import { type CommandContext, versionWithoutStore } from "../shell/context.ts";
import type { Io } from "../shell/io/io.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { readSources, type Source } from "../shell/io/sources.ts";
import { EXIT, UsageError } from "../shell/usage.ts";

/** The namespace of resources that name none. */
export const DEFAULT_NAMESPACE = "default";

/** Why manifests are read; creating and replacing are stricter than naming what to delete. */
export type Purpose = "create" | "apply" | "replace" | "delete" | "get" | "validate" | "simulate";

/** The manifests of `-f` as they are parsed, before a Calico version is known. */
export interface ParsedInput {
  readonly manifests: ParsedManifests;
  /** What could not be read, and files without resources. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly Source[];
}

/** The checked manifests of `-f`: resources (namespaces filled in), every finding, and the texts, to show the lines of findings. */
export interface Input {
  readonly resources: readonly Located[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly Source[];
}

/** The values of `-f`; throws `UsageError` where there is none. */
export function filenames({ filename }: { readonly filename: readonly string[] }): readonly string[] {
  if (filename.length === 0) throw new UsageError("no file given", "name one with -f FILE, or -f - for standard input");
  return filename;
}

/** How manifests are parsed, with the options of the command line. */
export interface ParseOptions {
  readonly recursive: boolean;
  /** Whether files without a resource are not a mistake. */
  readonly skipEmpty?: boolean;
  /** Whether an empty file among others is not a mistake. */
  readonly allowBlank?: boolean;
}

/**
 * Reads and parses the files of `-f`; prints nothing. No resource at all is an error, and so is an empty file among others
 * (recorded: create-dir-emptyfile): it may have been cut off.
 */
export async function parseInput(names: readonly string[], io: Io, options: ParseOptions): Promise<ParsedInput> {
  const { hasNoResources, hasTextErrors, parseManifests } = await import("../../manifest/parse-manifests.ts");
  const { sources, diagnostics } = readSources(names, { recursive: options.recursive }, io);
  const manifests = parseManifests(sources);
  const isWrong = hasErrors(diagnostics) || hasTextErrors(manifests);
  if (isWrong || options.skipEmpty === true) return { manifests, diagnostics, sources };
  const empty = hasNoResources(manifests) ? names : options.allowBlank === true ? [] : blank(sources);
  return { manifests, diagnostics: empty.length > 0 ? [...diagnostics, noResources(empty)] : diagnostics, sources };
}

/** What manifests are checked for. */
export interface CheckOptions {
  readonly purpose: Purpose;
  /** The namespace of `-n`. */
  readonly namespace: string | undefined;
}

/** Checks parsed manifests for a Calico version; prints nothing. */
export async function checkInput(
  { manifests, diagnostics, sources }: ParsedInput,
  calico: VersionProfile,
  { purpose, namespace }: CheckOptions,
): Promise<Input> {
  const { checkManifests } = await import("../../manifest/check-manifests.ts");
  const checked = checkManifests(manifests, { profile: calico, purpose });
  const all: Diagnostic[] = [...diagnostics, ...checked.diagnostics];
  const resources = checked.resources.map((located) => inNamespace(located, namespace, all));
  return { resources, diagnostics: all, sources };
}

/** What a command does with checked manifests; `W` is its work where they are valid. */
export interface InputUse<W> {
  readonly purpose: Purpose;
  /** Reports manifests with errors, and returns the exit code. `version` is a remark on the Calico version they were checked for. */
  readonly refused: (input: Input, version?: string) => number;
  readonly work: W;
}

/** Checks parsed manifests and uses them without a datastore: for the chosen Calico version, else the default. */
export async function withInputOffline(
  parsed: ParsedInput,
  context: CommandContext,
  { purpose, refused, work }: InputUse<(input: Input, calico: VersionProfile) => number | Promise<number>>,
): Promise<number> {
  const calico = versionWithoutStore(context);
  const input = await checkInput(parsed, calico, { purpose, namespace: context.namespace });
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
  const { hasTextErrors } = await import("../../manifest/parse-manifests.ts");
  const options = { purpose: use.purpose, namespace: context.namespace };
  const isWrong = hasErrors(parsed.diagnostics) || hasTextErrors(parsed.manifests);
  if (isWrong || context.chosenVersion !== undefined) {
    const input = await checkInput(parsed, versionWithoutStore(context), options);
    if (hasErrors(input.diagnostics)) return use.refused(input);
    return withDatastore(context, (store) => use.work(input, store));
  }
  let isChecked = false;
  const code = await withDatastore(context, async (store) => {
    const calico = store.profile;
    const input = await checkInput(parsed, calico, options);
    isChecked = true;
    const version = calico === DEFAULT_PROFILE ? undefined : `the datastore is of Calico ${calico.version}`;
    return hasErrors(input.diagnostics) ? use.refused(input, version) : use.work(input, store);
  });
  if (isChecked) return code;
  const input = await checkInput(parsed, DEFAULT_PROFILE, options);
  if (!hasErrors(input.diagnostics)) return code;
  return use.refused(input, `checked for Calico ${DEFAULT_PROFILE.version}, the default`);
}

/** The files of `-f`, and how they are read. */
export interface ManifestFiles extends ParseOptions {
  readonly files: readonly string[];
  readonly skipEmpty: boolean;
}

/** What a command does with the resources of `-f`. */
export interface ResourceUse {
  readonly purpose: Purpose;
  /** The end of the line that counts errors: `nothing was written`. */
  readonly refusal: string;
  readonly work: (resources: readonly Located[], store: Datastore) => Promise<number>;
  /** The work where no datastore is used; the manifests are then checked for the chosen version. */
  readonly offline?: ((resources: readonly Located[]) => number) | undefined;
}

/** Parses, checks and uses the resources of `-f`; prints the findings. No work is done where there are errors. */
export async function useResources(
  { files, ...options }: ManifestFiles,
  { purpose, refusal, work, offline }: ResourceUse,
  context: CommandContext,
): Promise<number> {
  const parsed = await parseInput(files, context.io, options);
  if (await nothingToDo(parsed, options.skipEmpty, context)) return EXIT.ok;
  const refused = (input: Input, version?: string): number => {
    reportInput(input, context, refusal, version);
    return EXIT.failed;
  };
  const resources = (input: Input): readonly Located[] => {
    printDiagnostics(input.diagnostics, input.sources, context.io);
    return input.resources;
  };
  if (offline !== undefined)
    return withInputOffline(parsed, context, { purpose, refused, work: (input) => offline(resources(input)) });
  return withInput(parsed, context, { purpose, refused, work: (input, store) => work(resources(input), store) });
}

/** The finding that none of these files has a resource. */
export function noResources(names: readonly string[]): Diagnostic {
  const where = names.map((name) => `\`${name === "-" ? "<stdin>" : name}\``).join(", ");
  return { severity: "error", code: "input.empty", message: `no resources in ${where}` };
}

/** Reports, as calicoctl does, that files which `--skip-empty` accepts were all there was; whether it is so. */
export async function nothingToDo(
  { manifests }: ParsedInput,
  skipEmpty: boolean,
  { io }: CommandContext,
): Promise<boolean> {
  const { hasNoResources, hasTextErrors } = await import("../../manifest/parse-manifests.ts");
  if (!skipEmpty || !hasNoResources(manifests) || hasTextErrors(manifests)) return false;
  io.stdout.write("No resources specified\n");
  return true;
}

/** Files with nothing in them; comments are something. */
function blank(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ name, text }) => (text.trim() === "" ? [name] : []));
}

/** Reports the findings of manifests and, where there are errors, how many and the consequence: `nothing was written`. */
export function reportInput(input: Input, { io }: CommandContext, end: string, version?: string): void {
  printDiagnostics(input.diagnostics, input.sources, io);
  if (!hasErrors(input.diagnostics)) return;
  const ends = version === undefined ? end : `${version}; ${end}`;
  io.stderr.write(`${errorSummary(input.diagnostics, input.resources)}; ${ends}\n`);
}

/**
 * The resource in its namespace: its own, else `-n`'s, else `default`; a difference between the first two, and a
 * namespace for a kind that has none, are findings (recorded: create-np-ns-mismatch, create-ns-in-clusterscoped).
 */
function inNamespace(located: Located, flag: string | undefined, diagnostics: Diagnostic[]): Located {
  const { resource } = located;
  const own = resource.metadata.namespace || undefined;
  const namespaced = kindNamed(resource.kind)?.namespaced ?? false;
  const find = (code: string, message: string, help: string) => {
    const span = located.locate(["metadata", own === undefined ? "name" : "namespace"]);
    const name = displayId(resourceId(resource));
    diagnostics.push({ severity: "error", code, message, help, resource: name, ...(span && { span }) });
  };
  if (!namespaced) {
    if (own === undefined && flag !== undefined) {
      find("namespace.not-namespaced", `${resource.kind} has no namespace`, "leave out --namespace");
    }
    return located;
  }
  if (own !== undefined && flag !== undefined && own !== flag) {
    find("namespace.mismatch", `namespace \`${own}\` is not the \`${flag}\` of --namespace`, "leave one of them out");
  }
  const metadata = { ...resource.metadata, namespace: own ?? flag ?? DEFAULT_NAMESPACE };
  return { ...located, resource: { ...resource, metadata } satisfies Resource };
}
