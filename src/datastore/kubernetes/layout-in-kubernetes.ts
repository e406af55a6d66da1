import { type CalicoVersionRules, NEWEST_CALICO } from "../../model/kinds/version.ts";
import { API_VERSION } from "../../model/resource.ts";
import { DatastoreError, ForbiddenError, ifAllowed } from "../datastore-error.ts";
import type { KeyValueStore } from "../kv/kv.ts";
import {
  checkRelease,
  conflictHelp,
  type LayoutEvidence,
  layoutConflict,
  layoutOf,
  readLayoutEvidence,
  readReportedVersion,
  unknownVersion,
  versionRulesFor,
} from "../layout.ts";
import type { OpenOptions } from "../open-options.ts";
import type { RefusalReason } from "../resources/resource-store.ts";
import type { StoredGroup } from "./api-resources.ts";

/**
 * The version rules to use a cluster with, and why it must only be read with them. ClusterInformation alone is read where it
 * names a version, as calicoctl does: the rights that each command needs stay those of its kind.
 */
export async function layoutInKubernetes(
  kvFor: (calico: CalicoVersionRules) => KeyValueStore,
  group: StoredGroup,
  options: OpenOptions,
): Promise<{ readonly calico: CalicoVersionRules; readonly conflict: RefusalReason | undefined }> {
  const kv = kvFor(NEWEST_CALICO);
  const evidence = await evidenceIn(kv, options);
  const isNative = group === API_VERSION;
  // A cluster in which nothing says so is a new one: releases that still serve it store resources as the newest does.
  const newest = layoutOf(evidence) === undefined ? NEWEST_CALICO : undefined;
  const calico = versionRulesFor(evidence, options.calico ?? newest);
  if (isNative && !calico.tiers) throw notInThisVersion(calico);
  if (options.allowVersionMismatch !== true) checkRelease(evidence, calico);
  const reason = layoutConflict(evidence, calico);
  return { calico, conflict: reason === undefined ? undefined : { reason, help: conflictHelp(calico) } };
}

/** That a version does not know the API in which the cluster has the resources, and would find nothing there. */
function notInThisVersion({ version }: CalicoVersionRules): DatastoreError {
  const message = `Calico ${version} does not read \`${API_VERSION}\` of a cluster`;
  const help = `use --calico-version ${NEWEST_CALICO.version}, or set CALICO_API_GROUP for the API that it reads`;
  return new DatastoreError("store.refused", message, help);
}

async function evidenceIn(kv: KeyValueStore, { calico, allowVersionMismatch }: OpenOptions): Promise<LayoutEvidence> {
  const reported = readReportedVersion(kv);
  // v3.32 does nothing without having seen which release the cluster runs (recorded: rbac-hep-read).
  const mustKnow = calico?.clusterRelease !== undefined && allowVersionMismatch !== true;
  const calicoVersion = await (mustKnow ? seen(reported) : ifAllowed(reported));
  const known = calicoVersion === undefined ? undefined : layoutOf({ calicoVersion, tiers: false });
  if (calicoVersion === undefined || known === undefined)
    return readLayoutEvidence(kv, calico !== undefined, CHOOSE_WITHOUT);
  return { calicoVersion, tiers: known.tiers };
}

const CHOOSE_WITHOUT =
  "name the version with --calico-version and add --allow-version-mismatch, so that it need not be read,";

/** What is reported; the error of a missing right says how to do without. */
async function seen(reported: Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await reported;
  } catch (error) {
    if (!(error instanceof ForbiddenError)) throw error;
    throw unknownVersion(error, "use --allow-version-mismatch, so that it need not be read,");
  }
}
