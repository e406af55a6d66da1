import { type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import { kindNamed } from "../model/kinds/kinds.ts";
import { CALICO_VERSIONS, type VersionProfile, versionProfile } from "../model/kinds/version.ts";
import { displayId, type Located, type Resource, resourceId } from "../model/resource.ts";
import { reportDiagnostics, summary } from "./output/report.ts";
import type { CommandContext } from "./shell/context.ts";
import { UsageError } from "./shell/usage.ts";
import { readSources, type Source } from "./sources.ts";

/** The namespace of resources that name none. */
export const DEFAULT_NAMESPACE = "default";

/** Why manifests are read; creating and replacing are stricter than naming what to delete. */
export type Purpose = "create" | "apply" | "replace" | "delete" | "get" | "validate" | "simulate";

/** What `-f` brought: resources (namespaces filled in), every finding, and the texts, to show the lines of findings. */
export interface Input {
  readonly resources: readonly Located[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly Source[];
}

/** The values of `-f`; a command line without one is wrong usage. */
export function filenames(options: Readonly<Record<string, unknown>>): readonly string[] {
  const names = (options.filename as readonly string[] | undefined) ?? [];
  if (names.length === 0) throw new UsageError("no file given", "name one with -f FILE, or -f - for standard input");
  return names;
}

/** How manifests are read, with the options of the command line as they come. */
export interface InputOptions {
  readonly purpose: Purpose;
  readonly recursive?: unknown;
  /** Whether files without a resource are no mistake. */
  readonly skipEmpty?: unknown;
}

/**
 * Reads and checks manifests; nothing is printed. No resource at all is an error, and so is an empty file among others
 * (recorded: create-dir-emptyfile): it may have been cut off.
 */
export async function readInput(
  names: readonly string[],
  context: CommandContext,
  { recursive, ...options }: InputOptions,
): Promise<Input> {
  const { sources, diagnostics } = readSources(names, { recursive: recursive === true }, context.io);
  return checkInput(sources, diagnostics, names, context, options);
}

/** Checks texts that have been read. */
async function checkInput(
  sources: readonly Source[],
  diagnostics: readonly Diagnostic[],
  names: readonly string[],
  context: CommandContext,
  { purpose, skipEmpty }: Omit<InputOptions, "recursive">,
): Promise<Input> {
  const { readManifests } = await import("../manifest/manifests.ts");
  const manifests = readManifests(sources, { profile: context.profile, purpose });
  const all: Diagnostic[] = [...diagnostics, ...manifests.diagnostics];
  const resources = manifests.resources.map((located) => inNamespace(located, context.namespace, all));
  if (skipEmpty !== true && !hasErrors(all)) {
    const empty = resources.length === 0 ? names : purpose === "simulate" ? [] : blank(sources);
    if (empty.length > 0) all.push(noResources(empty));
  }
  return { resources, diagnostics: all, sources };
}

/** That there is no resource in any of these files. */
export function noResources(names: readonly string[]): Diagnostic {
  const where = names.map((name) => `\`${name === "-" ? "<stdin>" : name}\``).join(", ");
  return { severity: "error", code: "input.empty", message: `no resources in ${where}` };
}

/** Says, as calicoctl does, that files which `--skip-empty` let pass were all there was; whether it is so. */
export function nothingToDo(read: readonly unknown[], skipEmpty: unknown, { io }: CommandContext): boolean {
  if (read.length > 0 || skipEmpty !== true) return false;
  io.stdout.write("No resources specified\n");
  return true;
}

/** Files with nothing in them; comments are something. */
function blank(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ name, text }) => (text.trim() === "" ? [name] : []));
}

/** Reads manifests for a command that writes: prints every finding, and gives `undefined` when there is any error. */
export async function readForWriting(
  names: readonly string[],
  context: CommandContext,
  options: InputOptions,
): Promise<readonly Located[] | undefined> {
  const input = await readForStore(names, context, options);
  reportDiagnostics(input.diagnostics, input.sources, context.io);
  if (!hasErrors(input.diagnostics)) return input.resources;
  const end = options.purpose === "get" ? "nothing was read" : "nothing was written";
  context.io.stderr.write(`${summary(input.diagnostics, input.resources)}; ${end}\n`);
  return undefined;
}

/**
 * Reads manifests as the chosen Calico version does, else as the default does, unless only another version takes them
 * and the datastore is of that version.
 */
async function readForStore(names: readonly string[], context: CommandContext, options: InputOptions): Promise<Input> {
  const input = await readInput(names, context, options);
  if (context.versionChosen || !hasErrors(input.diagnostics)) return input;
  for (const version of CALICO_VERSIONS) {
    const profile = versionProfile(version);
    if (profile === undefined || version === context.profile.version) continue;
    const other = await checkInput(input.sources, [], names, { ...context, profile }, options);
    if (hasErrors(other.diagnostics)) continue;
    const { storedProfile } = await import("./shell/with-datastore.ts");
    if ((await storedProfile(context))?.version === version) return other;
  }
  return input;
}

/**
 * Checks resources again, once the datastore has shown to be of another Calico version than they were read for; tells
 * what that version does not take. Whether they may be written.
 */
export async function recheck(
  resources: readonly Located[],
  readFor: VersionProfile,
  context: CommandContext,
  purpose: Purpose,
): Promise<boolean> {
  if (readFor.version === context.profile.version) return true;
  const { checkResources } = await import("../manifest/manifests.ts");
  const diagnostics = checkResources(resources, { profile: context.profile, purpose });
  reportDiagnostics(diagnostics, [], context.io);
  if (!hasErrors(diagnostics)) return true;
  const end = `the datastore is of Calico ${context.profile.version}; nothing was written`;
  context.io.stderr.write(`${summary(diagnostics, resources)}; ${end}\n`);
  return false;
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
