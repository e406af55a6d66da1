import type { Candidate } from "../../manifest/candidates.ts";
import type { ParsedManifests } from "../../manifest/parse-manifests.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { METADATA_ANNOTATION } from "../../model/kinds/defaults.ts";
import { kindNamed } from "../../model/kinds/kinds.ts";
import { KUBERNETES_KINDS, SERVICE_KINDS, STORED_API } from "../../model/kinds/kubernetes-kinds.ts";
import {
  type CalicoVersionRules,
  calicoVersionRules,
  DEFAULT_CALICO,
  NEWEST_CALICO,
} from "../../model/kinds/version.ts";
import type { CommandContext } from "../shell/context.ts";

const ANOTHER = "--calico-version chooses another version";
const OF_KUBERNETES = "a Kubernetes cluster, or for one, and do not name its Calico";

/** The Calico version that files are read for where no datastore is used, and what to say of it. */
export interface FilesVersion {
  readonly calico: CalicoVersionRules;
  readonly notes: readonly Diagnostic[];
}

/**
 * The chosen version; else the one of the cluster that the files were saved of, as a datastore's own: the release in its
 * ClusterInformation, or its tiers show it; else the one that brought a kind or field of theirs. Of files that say nothing it is
 * the newest where `newest` means them, else the default: Kubernetes' objects where they are converted, and what is written for a
 * cluster.
 */
export async function versionOfFiles(
  { documents }: Pick<ParsedManifests, "documents">,
  { chosenVersion }: Pick<CommandContext, "chosenVersion">,
  newest: "of Kubernetes" | "always" | "never",
): Promise<FilesVersion> {
  if (chosenVersion !== undefined) return { calico: chosenVersion, notes: [] };
  const candidates = documents.flatMap((document) => document.candidates);
  const release = candidates.map(releaseIn).find((text) => text !== "");
  const tiers = candidates.some(isClustersTier);
  if (release === undefined && !tiers) {
    const newer = candidates.some(isPrefixedPolicy) ? undefined : await newerPart(candidates);
    if (newer !== undefined) return newer;
    const isMeant = newest === "always" || (newest === "of Kubernetes" && candidates.some(isOfKubernetes));
    const isOfCluster = isMeant && !candidates.some(isPrefixedPolicy);
    return isOfCluster
      ? { calico: NEWEST_CALICO, notes: [note(OF_KUBERNETES, NEWEST_CALICO)] }
      : { calico: DEFAULT_CALICO, notes: [] };
  }
  const { layoutOf } = await import("../../datastore/layout.ts");
  const named = layoutOf({ tiers: false, ...(release !== undefined && { calicoVersion: release }) });
  const calico = named ?? layoutOf({ tiers }) ?? DEFAULT_CALICO;
  if (calico === named && calico === DEFAULT_CALICO) return { calico, notes: [] };
  const of = release === undefined ? "a cluster with tiers" : `a cluster of Calico ${release}`;
  const isExact = release === undefined || named !== undefined;
  return { calico, notes: [note(of, calico, isExact)] };
}

/** The version that a kind or field of the files needs, where the default does not know it. */
async function newerPart(candidates: readonly Candidate[]): Promise<FilesVersion | undefined> {
  const { newerPartOf } = await import("../../manifest/newer-parts.ts");
  const part = newerPartOf(candidates, DEFAULT_CALICO);
  const calico = part && calicoVersionRules(part.since);
  if (part === undefined || calico === undefined) return undefined;
  const message = `${part.what} is not in Calico ${DEFAULT_CALICO.version}: the files are read for ${calico.version}`;
  return { calico, notes: [{ severity: "info", code: "version.chosen", message, help: ANOTHER }] };
}

/** What the files are of, and as which version they are read. */
function note(of: string, { version }: CalicoVersionRules, isExact = true): Diagnostic {
  const message = `the files are of ${of}: they are read as Calico ${version} reads them${isExact ? "" : ", the nearest that is known"}`;
  return { severity: isExact ? "info" : "warning", code: "kubernetes.version", message, help: ANOTHER };
}

/** Whether it is an object of Kubernetes that Calico reads: the older conversion is for those who ask for it. */
function isOfKubernetes({ kind, apiVersion }: Candidate): boolean {
  const known: readonly string[] = [...KUBERNETES_KINDS, ...SERVICE_KINDS];
  return apiVersion === STORED_API || known.includes(`${apiVersion} ${kind}`);
}

/** Whether it is a policy as only releases before the tiers store it. */
function isPrefixedPolicy({ kind, apiVersion, value }: Candidate): boolean {
  const { name, annotations } = objectOrEmpty(value.metadata);
  const isPolicy = apiVersion === STORED_API && kind !== undefined && kindNamed(kind)?.tiered === true;
  const own = textOrEmpty(objectOrEmpty(annotations)[METADATA_ANNOTATION]);
  return isPolicy && textOrEmpty(name).startsWith("default.") && !own.includes('"name"');
}

/** The release of the cluster that a ClusterInformation names; empty for others. */
function releaseIn({ kind, value }: Candidate): string {
  return kind === "ClusterInformation" ? textOrEmpty(objectOrEmpty(value.spec).calicoVersion) : "";
}

/** Whether it is a tier that a cluster returned, as Kubernetes stores it or with a UID; people write tiers for any version. */
function isClustersTier({ kind, apiVersion, value }: Candidate): boolean {
  if (kind !== "Tier") return false;
  return apiVersion === STORED_API || textOrEmpty(objectOrEmpty(value.metadata).uid) !== "";
}
