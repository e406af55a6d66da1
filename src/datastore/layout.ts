import { isObject } from "../model/json.ts";
import { METADATA_ANNOTATION } from "../model/kinds/defaults.ts";
import {
  type CalicoVersionRules,
  calicoVersionRules,
  DEFAULT_CALICO,
  type StoredNames,
  versionThatStores,
} from "../model/kinds/version.ts";
import { DatastoreError, ForbiddenError, ifAllowed } from "./datastore-error.ts";
import { kindPrefix } from "./keys.ts";
import { ABSENT, type KeyValue, type KeyValueStore, type RangeResult } from "./kv/kv.ts";

const NOTHING: RangeResult = { kvs: [], revision: ABSENT };
const CHOOSE = "name the version with --calico-version or CALICO_VERSION, so that it need not be read,";

/** What the contents of a store show of the Calico version that wrote it. */
export interface LayoutEvidence {
  /** ClusterInformation's `spec.calicoVersion`, unless it is empty. */
  readonly calicoVersion?: string;
  readonly tiers: boolean;
  /** How policies are stored, by one of each kind; absent without policies. */
  readonly policies?: StoredNames;
}

/** The version that ClusterInformation names; `undefined` where it names none, or there is none. One short read. */
export async function readReportedVersion(kv: KeyValueStore): Promise<string | undefined> {
  return reportedVersion(await kv.get(`${kindPrefix("ClusterInformation")}default`));
}

function reportedVersion({ kvs }: RangeResult): string | undefined {
  const reported = fieldOf(kvs[0], "spec", "calicoVersion");
  return typeof reported === "string" && reported !== "" ? reported : undefined;
}

/**
 * Reads the evidence; four short reads, at the same time. Where a version is `chosen`, what the user may not read is left
 * out; else the error says how a version can be chosen.
 */
export async function readLayoutEvidence(kv: KeyValueStore, chosen = false, how = CHOOSE): Promise<LayoutEvidence> {
  const read = async (range: Promise<RangeResult>): Promise<RangeResult> => {
    if (chosen) return (await ifAllowed(range)) ?? NOTHING;
    try {
      return await range;
    } catch (error) {
      if (!(error instanceof ForbiddenError)) throw error;
      throw unknownVersion(error, how);
    }
  };
  const [cluster, tiers, ...policies] = await Promise.all([
    read(kv.get(`${kindPrefix("ClusterInformation")}default`)),
    read(kv.list(kindPrefix("Tier"), 1)),
    read(kv.list(kindPrefix("GlobalNetworkPolicy"), 1)),
    read(kv.list(kindPrefix("NetworkPolicy"), 1)),
  ]);
  const calicoVersion = reportedVersion(cluster);
  const names = policies.flatMap(({ kvs }) => kvs.flatMap((entry) => namesOf(entry) ?? []));
  return {
    tiers: tiers.kvs.length > 0,
    ...(calicoVersion !== undefined && { calicoVersion }),
    ...(names[0] !== undefined && { policies: names.includes("plain") ? "plain" : "prefixed" }),
  };
}

/** A missing right of what shows the Calico version; `otherwise` is what can be done without it. */
export function unknownVersion({ code, message, help, effect }: ForbiddenError, otherwise: string): ForbiddenError {
  return new ForbiddenError(code, `${message}, which shows the Calico version`, `${otherwise}\n  or ${help}`, effect);
}

/**
 * The Calico version whose layout the store has: the one in its ClusterInformation, else v3.32 if there are tiers or
 * policies under their own names, else v3.7 if there are policies with the prefix; `undefined` if nothing shows it.
 */
export function layoutOf({ calicoVersion = "", tiers, policies }: LayoutEvidence): CalicoVersionRules | undefined {
  const reported = calicoVersionRules(release(calicoVersion));
  if (reported !== undefined) return reported;
  if (tiers) return versionThatStores("plain");
  return policies === undefined ? undefined : versionThatStores(policies);
}

/** The version rules to use a store with: the chosen ones, else those of its layout, else the default. */
export function versionRulesFor(evidence: LayoutEvidence, chosen: CalicoVersionRules | undefined): CalicoVersionRules {
  return chosen ?? layoutOf(evidence) ?? DEFAULT_CALICO;
}

/**
 * The version rules of the layout that the store has, by its contents; `undefined` where nothing in it shows the layout.
 */
export async function detectLayout(kv: KeyValueStore): Promise<CalicoVersionRules | undefined> {
  return layoutOf(await readLayoutEvidence(kv));
}

/** Why nothing may be written with these version rules: the store has the other layout; `undefined` where it has not. */
export function layoutConflict(
  { tiers, policies }: LayoutEvidence,
  { version, storedNames }: CalicoVersionRules,
): string | undefined {
  if (storedNames === "prefixed") {
    if (!tiers && policies !== "plain") return undefined;
    return `the datastore is laid out by a later Calico than ${version}: it has ${tiers ? "tiers" : "policies without the prefix `default.`"}`;
  }
  if (tiers || policies !== "prefixed") return undefined;
  return `the datastore is laid out by an earlier Calico than ${version}: its policies are stored with the prefix \`default.\``;
}

/** What to do about a conflict of layouts. */
export function conflictHelp({ storedNames }: CalicoVersionRules): string {
  const other = versionThatStores(storedNames === "prefixed" ? "plain" : "prefixed");
  return `use --calico-version ${other.version}; writing both layouts into one datastore would leave policies that one of them does not see`;
}

/**
 * Throws `DatastoreError` where the cluster runs another release than that of the version rules, as v3.32 does (recorded: mismatch-*).
 * What follows a `-` and a leading `v` do not count.
 */
export function checkRelease({ calicoVersion }: LayoutEvidence, { clusterRelease }: CalicoVersionRules): void {
  if (clusterRelease === undefined || calicoVersion === undefined) return;
  const cluster = release(calicoVersion);
  if (cluster === clusterRelease) return;
  throw new DatastoreError(
    "store.version-mismatch",
    `the cluster runs Calico v${cluster}, not v${clusterRelease}`,
    "use --allow-version-mismatch to continue, or choose the version with --calico-version",
  );
}

/** A release without a leading `v` and without what follows a `-`. */
function release(version: string): string {
  return version.replace(/^v/, "").split("-", 1)[0] ?? "";
}

/**
 * Whether a stored policy is of the older layout (`default.NAME`, without the newer one's annotation); `undefined` where its name
 * does not say.
 */
function namesOf(entry: KeyValue): StoredNames | undefined {
  const name = entry.key.slice(entry.key.lastIndexOf("/") + 1);
  if (/^(knp|ossg)\./.test(name)) return undefined;
  if (!name.startsWith("default.")) return "plain";
  return fieldOf(entry, "metadata", "annotations", METADATA_ANNOTATION) === undefined ? "prefixed" : "plain";
}

/** A field of a stored value; `undefined` if it is absent, or the value is not JSON. */
function fieldOf(entry: KeyValue | undefined, ...path: readonly string[]): unknown {
  try {
    let value: unknown = JSON.parse(entry?.value ?? "null");
    for (const name of path) {
      if (!isObject(value) || !Object.hasOwn(value, name)) return undefined;
      value = value[name];
    }
    return value;
  } catch {
    return undefined;
  }
}
