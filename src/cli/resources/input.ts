import type { Candidate } from "../../manifest/candidates.ts";
import type { checkManifests } from "../../manifest/check-manifests.ts";
import type { ObjectReading } from "../../manifest/foreign/object-reading.ts";
import type { ParsedManifests } from "../../manifest/parse-manifests.ts";
import { type Diagnostic, hasErrors, type SourceText } from "../../model/diagnostic.ts";
import type { JsonObject } from "../../model/json.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { API_VERSION, type Located } from "../../model/resource.ts";
import type { Io } from "../shell/io/io.ts";
import { readSources } from "../shell/io/sources.ts";
import { UsageError } from "../shell/usage.ts";

/** Why manifests are read; creating and replacing are stricter than naming what to delete. */
export type Purpose = "create" | "apply" | "replace" | "delete" | "get" | "validate" | "simulate";

/** The manifests of `-f` as they are parsed, before a Calico version is known. */
export interface ParsedInput {
  readonly manifests: ParsedManifests;
  /** What could not be read, and files without resources. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** The checked manifests of `-f`: resources (namespaces filled in), every finding, and the texts, to show the lines of findings. */
export interface Input {
  readonly resources: readonly Located[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
  /** The objects of Kubernetes, as they are written; of `simulate` only. */
  readonly objects: readonly JsonObject[];
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

/** What manifests are checked for. */
export interface CheckOptions {
  readonly purpose: Purpose;
  /** The namespace of `-n`. */
  readonly namespace: string | undefined;
  /** How objects of Kubernetes are read; absent: they are refused. */
  readonly reading?: ObjectReading | undefined;
}

/** Checks parsed manifests for a Calico version; prints nothing. */
export async function checkInput(
  { manifests, diagnostics, sources }: ParsedInput,
  calico: CalicoVersionRules,
  { purpose, namespace, reading }: CheckOptions,
): Promise<Input> {
  const { checkManifests } = await import("../../manifest/check-manifests.ts");
  const { withNamespace } = await import("../../manifest/namespace.ts");
  const convert = reading?.reads === true ? await kubernetesReader(manifests, calico, namespace) : undefined;
  const { passesOver = false, skips } = reading ?? {};
  const countsRead = purpose === "validate";
  const options = { calico, purpose, passesOver, countsRead, ...(skips && { skips }), ...(convert && { convert }) };
  const checked = checkManifests(manifests, options);
  const all: Diagnostic[] = [...diagnostics, ...checked.diagnostics];
  // A cluster's dump has objects without a namespace; -n is then of the question.
  const ofKubernetes: Diagnostic[] = [];
  const resources = checked.resources.map((located) =>
    withNamespace(located, namespace, located.madeOf === undefined ? all : ofKubernetes),
  );
  const objects =
    convert === undefined ? [] : manifests.documents.flatMap((document) => foreignObjects(document, skips));
  return { resources, diagnostics: all, sources, objects };
}

const isOurs = ({ apiVersion }: Candidate) => apiVersion === undefined || apiVersion === API_VERSION;

function foreignObjects(
  { candidates }: ParsedManifests["documents"][number],
  skips: ObjectReading["skips"] = () => false,
): JsonObject[] {
  return candidates.flatMap((candidate) => (isOurs(candidate) || skips(candidate) ? [] : [candidate.value]));
}

type Reader = NonNullable<Parameters<typeof checkManifests>[1]["convert"]>;

/** Reads objects of Kubernetes; `undefined` where there are none, so that nothing is loaded for them. */
async function kubernetesReader(
  { documents }: ParsedManifests,
  calico: CalicoVersionRules,
  namespace = "default",
): Promise<Reader | undefined> {
  if (documents.every(({ candidates }) => candidates.every(isOurs))) return undefined;
  const { readObject, readServiceObject } = await import("../../kubernetes/read-object.ts");
  return ({ value }) => readObject(value, calico, namespace) ?? readServiceObject(value);
}

/** Files with nothing in them; comments are something. */
function blank(sources: readonly SourceText[]): readonly string[] {
  return sources.flatMap(({ name, text }) => (text.trim() === "" ? [name] : []));
}
