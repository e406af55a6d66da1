import type { Candidate } from "../manifest/candidates.ts";
import { type CheckOptions, checkManifests } from "../manifest/check-manifests.ts";
import type { ObjectReading } from "../manifest/foreign/object-reading.ts";
import { inNamespaces } from "../manifest/namespace.ts";
import type { ParsedManifests } from "../manifest/parse-manifests.ts";
import type { Purpose } from "../manifest/validate.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { JsonObject } from "../model/json.ts";
import type { CalicoVersionRules } from "../model/kinds/version.ts";
import { API_VERSION, type Located } from "../model/resource.ts";

/** What manifests are checked for. */
export interface InputOptions {
  readonly purpose: Purpose;
  /** The namespace of `-n`. */
  readonly namespace: string | undefined;
  /** How objects of Kubernetes are read; absent: they are refused. */
  readonly reading?: ObjectReading | undefined;
  /** Reads an object of Kubernetes; needed where there are any that `reading` reads. */
  readonly convert?: CheckOptions["convert"] | undefined;
}

/** Checked manifests: resources (namespaces filled in), every finding, and the objects of Kubernetes. */
export interface CheckedInput {
  readonly resources: readonly Located[];
  readonly diagnostics: readonly Diagnostic[];
  /** The objects of Kubernetes, as they are written; none where they are not converted. */
  readonly objects: readonly JsonObject[];
}

/** Checks parsed manifests for a Calico version. */
export function checkParsed(
  manifests: ParsedManifests,
  calico: CalicoVersionRules,
  { purpose, namespace, reading, convert }: InputOptions,
): CheckedInput {
  const { passesOver = false, skips } = reading ?? {};
  const countsRead = purpose === "validate";
  const options = { calico, purpose, passesOver, countsRead, ...(skips && { skips }), ...(convert && { convert }) };
  const checked = checkManifests(manifests, options);
  // A cluster's dump has objects without a namespace; -n is then of the question.
  const { resources, diagnostics } = inNamespaces(checked.resources, namespace, checked.diagnostics);
  const objects =
    convert === undefined ? [] : manifests.documents.flatMap((document) => foreignObjects(document, skips));
  return { resources, diagnostics, objects };
}

/** Whether it is a resource of Calico's own API, or may be one. */
export function isCalicos({ apiVersion }: Candidate): boolean {
  return apiVersion === undefined || apiVersion === API_VERSION;
}

function foreignObjects(
  { candidates }: ParsedManifests["documents"][number],
  skips: ObjectReading["skips"] = () => false,
): JsonObject[] {
  return candidates.flatMap((candidate) => (isCalicos(candidate) || skips(candidate) ? [] : [candidate.value]));
}
