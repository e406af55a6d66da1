import type { Candidate } from "../../manifest/candidates.ts";
import type { ParsedManifests } from "../../manifest/parse-manifests.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { STORED_API } from "../../model/kinds/kubernetes-kinds.ts";
import { type CalicoVersionRules, DEFAULT_CALICO } from "../../model/kinds/version.ts";
import type { CommandContext } from "../shell/context.ts";

/** The Calico version that files are read for where no datastore is used, and what to say of it. */
export interface FilesVersion {
  readonly calico: CalicoVersionRules;
  readonly notes: readonly Diagnostic[];
}

/**
 * The chosen version; else the one of the cluster that the files were saved of, as a datastore's own: the release in its
 * ClusterInformation, or its tiers show it; else the default.
 */
export async function versionOfFiles(
  { documents }: Pick<ParsedManifests, "documents">,
  { chosenVersion }: Pick<CommandContext, "chosenVersion">,
): Promise<FilesVersion> {
  if (chosenVersion !== undefined) return { calico: chosenVersion, notes: [] };
  const candidates = documents.flatMap((document) => document.candidates);
  const release = candidates.map(releaseIn).find((text) => text !== "");
  const tiers = candidates.some(isClustersTier);
  if (release === undefined && !tiers) return { calico: DEFAULT_CALICO, notes: [] };
  const { layoutOf } = await import("../../datastore/layout.ts");
  const named = layoutOf({ tiers: false, ...(release !== undefined && { calicoVersion: release }) });
  const calico = named ?? layoutOf({ tiers }) ?? DEFAULT_CALICO;
  if (calico === named && calico === DEFAULT_CALICO) return { calico, notes: [] };
  const of = release === undefined ? "a cluster with tiers" : `a cluster of Calico ${release}`;
  const isExact = release === undefined || named !== undefined;
  const message = `the files are of ${of}: they are read as Calico ${calico.version} reads them${isExact ? "" : ", the nearest that is known"}`;
  const help = "--calico-version chooses another version";
  return { calico, notes: [{ severity: isExact ? "info" : "warning", code: "kubernetes.version", message, help }] };
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
