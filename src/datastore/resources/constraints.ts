import { DEFAULT_ALLOW, isInitialTier } from "../../model/kinds/built-in.ts";
import { TIER_LABEL } from "../../model/kinds/defaults.ts";
import { allKinds, hasKind, kindNamed } from "../../model/kinds/kinds.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { type Cidr, cidrsOverlap, parseNet } from "../../model/net/address.ts";
import type { Resource } from "../../model/resource.ts";
import type { WriteResult } from "../datastore.ts";
import { DatastoreError, unreadableHelp } from "../datastore-error.ts";
import { kindPrefix, resourceKey } from "../keys.ts";
import type { KeyValueStore } from "../kv/kv.ts";
import { decodeResource } from "../values/codec.ts";

/** Throws `DatastoreError` for a kind that this Calico version does not have, which an empty answer would hide. */
export function requireKind(kind: string, calico: CalicoVersionRules): void {
  const info = kindNamed(kind);
  if (info === undefined || hasKind(info, calico)) return;
  throw new DatastoreError(
    "kind.version",
    `Calico ${calico.version} has no ${kind}`,
    `use --calico-version ${info.since}`,
  );
}

type Refused = Extract<WriteResult, { kind: "refused" }>;

/** The result of a write that the store refuses. */
export function refuse(reason: string, help?: string): Refused {
  return { kind: "refused", reason, ...(help !== undefined && { help }) };
}

/** Why a resource of that kind and name is never written: ClusterInformation, and v3.32's built-in profile. */
export function readOnly(kind: string, name: string, { storedNames }: CalicoVersionRules): Refused | undefined {
  if (kind === "ClusterInformation") return refuse("ClusterInformation is read-only: Calico writes it itself");
  if (kind === "Profile" && name === DEFAULT_ALLOW && storedNames === "plain")
    return refuse(`the profile \`${DEFAULT_ALLOW}\` is built into Calico`, "give yours another name");
  return undefined;
}

/** Why a resource of that namespace is not stored, though calicoctl stores it: with a `/` in it no node and no list finds the key. */
export function namespaceFault({ metadata: { namespace = "" } }: Resource): Refused | undefined {
  if (!namespace.includes("/")) return undefined;
  return refuse(`no node would find a resource in the namespace \`${namespace}\``, "a namespace has no `/`");
}

/** Why a BGPPeer cannot be stored: a filter it names does not exist (recorded: bp-spec-12). */
export async function filterFault(
  kv: KeyValueStore,
  { kind, spec }: Resource,
  { storedNames }: CalicoVersionRules,
): Promise<Refused | undefined> {
  const filters = kind === "BGPPeer" && Array.isArray(spec?.filters) ? spec.filters.map(String) : [];
  for (const name of filters) {
    if ((await kv.get(resourceKey({ kind: "BGPFilter", name }, storedNames))).kvs.length > 0) continue;
    return refuse(`BGPFilter \`${name}\` does not exist`, "create it first");
  }
  return undefined;
}

/** The tier of a policy whose defaults are filled in; `undefined` for other kinds. */
export function tierOf(resource: Resource): string | undefined {
  const { tier } = resource.spec ?? {};
  return kindNamed(resource.kind)?.tiered && typeof tier === "string" ? tier : undefined;
}

/** Why a tier cannot be deleted: it is an initial tier, or policies belong to it (recorded: tier-delete-inuse). */
export async function tierInUse(
  kv: KeyValueStore,
  tier: string,
  calico: CalicoVersionRules,
): Promise<Refused | undefined> {
  if (isInitialTier(tier)) return refuse(`the tier \`${tier}\` is Calico's own`);
  for (const { kind, tiered } of allKinds(calico)) {
    if (!tiered) continue;
    for (const entry of (await kv.list(kindPrefix(kind))).kvs) {
      const decoded = decodeResource(kind, entry, calico.storedNames);
      if (!decoded.ok)
        return refuse(
          `the value of \`${entry.place ?? entry.key}\` cannot be read, and may be a policy of it`,
          unreadableHelp(entry.place ?? entry.key),
        );
      const { metadata, spec } = decoded.resource;
      if ((spec?.tier ?? metadata.labels?.[TIER_LABEL]) !== tier) continue;
      return refuse(
        `policies belong to it, ${kind} \`${metadata.name}\` for one`,
        "delete them, or move them to another tier",
      );
    }
  }
  return undefined;
}

/**
 * Why a pool cannot be stored: its addresses overlap those of another pool, or a field changes that must not
 * (recorded: ippool-overlap, ippool-blocksize-change; uses: libcalico-go/lib/clientv3, ippool, on update).
 */
export async function poolFault(
  kv: KeyValueStore,
  pool: Resource,
  current: Resource | undefined,
  { storedNames }: CalicoVersionRules,
): Promise<Refused | undefined> {
  for (const field of ["cidr", "blockSize"] as const) {
    const stored = current?.spec?.[field];
    if (stored === undefined || stored === pool.spec?.[field]) continue;
    return refuse(
      `\`${field}\` of a pool cannot be changed; it is \`${String(stored)}\``,
      "make a new pool, and disable this one",
    );
  }
  if (isForBalancers(current) && !isForBalancers(pool)) {
    return refuse("a pool for load balancers cannot be changed to other uses", "make a new pool, and disable this one");
  }
  const cidr = cidrOf(pool);
  if (current !== undefined || cidr === undefined) return undefined;
  for (const entry of (await kv.list(kindPrefix("IPPool"))).kvs) {
    const decoded = decodeResource("IPPool", entry, storedNames);
    const other =
      decoded.ok && decoded.resource.metadata.name !== pool.metadata.name ? cidrOf(decoded.resource) : undefined;
    if (other === undefined || !decoded.ok || !cidrsOverlap(cidr, other)) continue;
    const { metadata, spec } = decoded.resource;
    return refuse(`its addresses overlap those of IPPool \`${metadata.name}\`, \`${String(spec?.cidr)}\``);
  }
  return undefined;
}

function isForBalancers(pool: Resource | undefined): boolean {
  const uses = pool?.spec?.allowedUses;
  return Array.isArray(uses) && uses.includes("LoadBalancer");
}

function cidrOf({ spec }: Resource): Cidr | undefined {
  return typeof spec?.cidr === "string" ? parseNet(spec.cidr) : undefined;
}
