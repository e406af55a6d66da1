import type { ParsedManifests } from "../../manifest/parse-manifests.ts";
import { type Diagnostic, hasErrors, type SourceText } from "../../model/diagnostic.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { CheckedInput, InputOptions } from "../../scenario/check-input.ts";
import type { Io } from "../shell/io/io.ts";
import { readSources } from "../shell/io/sources.ts";
import { UsageError } from "../shell/usage.ts";

/** The manifests of `-f` as they are parsed, before a Calico version is known. */
export interface ParsedInput {
  readonly manifests: ParsedManifests;
  /** What could not be read, and files without resources. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** The checked manifests of `-f`, with the findings of reading them, and the texts, to show the lines of findings. */
export interface Input extends CheckedInput {
  readonly sources: readonly SourceText[];
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

/** No files; what reads and checks manifests is not loaded for them. */
const NO_FILES: ParsedInput = {
  manifests: { documents: [], diagnostics: [], sources: [] },
  diagnostics: [],
  sources: [],
};

/**
 * Reads and parses the files of `-f`; prints nothing. No resource at all is an error, and so is an empty file among others
 * (recorded: create-dir-emptyfile): it may have been cut off.
 */
export async function parseInput(names: readonly string[], io: Io, options: ParseOptions): Promise<ParsedInput> {
  if (names.length === 0) return NO_FILES;
  const { hasNoResources, hasTextErrors, noResources, parseManifests } = await import(
    "../../manifest/parse-manifests.ts"
  );
  const { sources, diagnostics } = readSources(names, { recursive: options.recursive }, io);
  const manifests = parseManifests(sources);
  const isWrong = hasErrors(diagnostics) || hasTextErrors(manifests);
  if (isWrong || options.skipEmpty === true) return { manifests, diagnostics, sources };
  const empty = hasNoResources(manifests) ? names : options.allowBlank === true ? [] : blank(sources);
  return { manifests, diagnostics: empty.length > 0 ? [...diagnostics, noResources(empty)] : diagnostics, sources };
}

/** Whether a file cannot be read, or a text itself is wrong, so that no Calico version takes it. */
export async function isInputWrong({ manifests, diagnostics }: ParsedInput): Promise<boolean> {
  if (manifests.sources.length === 0 || hasErrors(diagnostics)) return hasErrors(diagnostics);
  const { hasTextErrors } = await import("../../manifest/parse-manifests.ts");
  return hasTextErrors(manifests);
}

/** What manifests are checked for, and how objects of Kubernetes among them are read. */
export type CheckOptions = Omit<InputOptions, "convert">;

/** Checks parsed manifests for a Calico version; prints nothing. */
export async function checkInput(
  { manifests, diagnostics, sources }: ParsedInput,
  calico: CalicoVersionRules,
  options: CheckOptions,
): Promise<Input> {
  if (manifests.sources.length === 0) return { resources: [], objects: [], diagnostics, sources };
  const { checkParsed, isCalicos } = await import("../../scenario/check-input.ts");
  const { reading, namespace = "default" } = options;
  const isForeign = reading?.reads === true && manifests.documents.some((one) => !one.candidates.every(isCalicos));
  // Nothing is loaded for objects of Kubernetes where there are none.
  const convert = isForeign ? await kubernetesReader(calico, namespace) : undefined;
  const checked = checkParsed(manifests, calico, { ...options, convert });
  return { ...checked, diagnostics: [...diagnostics, ...checked.diagnostics], sources };
}

async function kubernetesReader(calico: CalicoVersionRules, namespace: string): Promise<InputOptions["convert"]> {
  const { readObject, readServiceObject } = await import("../../kubernetes/read-object.ts");
  return ({ value }) => readObject(value, calico, namespace) ?? readServiceObject(value);
}

/** Files with nothing in them; comments are something. */
function blank(sources: readonly SourceText[]): readonly string[] {
  return sources.flatMap(({ name, text }) => (text.trim() === "" ? [name] : []));
}
