import { type CalicoVersionRules, DEFAULT_CALICO } from "../../model/kinds/version.ts";
import { ifAllowed } from "../datastore-error.ts";
import type { KeyValueStore } from "../kv/kv.ts";
import {
  checkRelease,
  conflictHelp,
  type LayoutEvidence,
  layoutConflict,
  layoutOf,
  readLayoutEvidence,
  readReportedVersion,
  versionRulesFor,
} from "../layout.ts";
import type { OpenOptions } from "../open-options.ts";
import type { RefusalReason } from "../resources/resource-store.ts";

/**
 * The version rules to use a cluster with, and why it must only be read with them. ClusterInformation alone is read where it
 * names a version, as calicoctl does: the rights that each command needs stay those of its kind.
 */
export async function layoutInKubernetes(
  kvFor: (calico: CalicoVersionRules) => KeyValueStore,
  options: OpenOptions,
): Promise<{ readonly calico: CalicoVersionRules; readonly conflict: RefusalReason | undefined }> {
  const kv = kvFor(options.calico ?? DEFAULT_CALICO);
  const evidence = await evidenceIn(kv, options);
  const calico = versionRulesFor(evidence, options.calico);
  if (options.allowVersionMismatch !== true) checkRelease(evidence, calico);
  const reason = layoutConflict(evidence, calico);
  return { calico, conflict: reason === undefined ? undefined : { reason, help: conflictHelp(calico) } };
}

async function evidenceIn(kv: KeyValueStore, { calico, allowVersionMismatch }: OpenOptions): Promise<LayoutEvidence> {
  const reported = readReportedVersion(kv);
  // v3.32 does nothing without having seen which release the cluster runs (recorded: rbac-hep-read).
  const mustKnow = calico?.clusterRelease !== undefined && allowVersionMismatch !== true;
  const calicoVersion = await (mustKnow ? reported : ifAllowed(reported));
  const known = calicoVersion === undefined ? undefined : layoutOf({ calicoVersion, tiers: false });
  if (calicoVersion === undefined || known === undefined) return readLayoutEvidence(kv, calico !== undefined);
  return { calicoVersion, tiers: known.tiers };
}
