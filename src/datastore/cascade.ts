import type { Resource } from "../model/resource.ts";
import { API_VERSION } from "../model/resource.ts";
import type { VersionProfile } from "../model/version.ts";
import { decodeResource } from "./codec.ts";
import type { Datastore } from "./datastore.ts";
import { kindPrefix, resourceKey } from "./keys.ts";
import type { KeyValueStore } from "./kv.ts";

/** Kinds whose resources belong to the node their `spec.node` names; HostEndpoints do from v3.32 on (recorded: `_node_cascade`). */
const OWNED_BY_NODE = ["WorkloadEndpoint", "BGPPeer"];
const OWNED_BY_NODE_3_32 = [...OWNED_BY_NODE, "HostEndpoint"];
/** Kinds that hold a node's own configuration as `node.NAME`. */
const NODE_CONFIGURATION = ["FelixConfiguration", "BGPConfiguration"];

/**
 * Deletes what Calico deletes with a Node, before the Node itself, so that an interrupted delete can be repeated. Address
 * assignments (`/calico/ipam`) are left alone: releasing them is a matter of their blocks too.
 */
export async function removeNodeConfiguration(kv: KeyValueStore, node: string, profile: VersionProfile): Promise<void> {
  const { version, storedNames } = profile;
  for (const kind of version === "v3.7" ? OWNED_BY_NODE : OWNED_BY_NODE_3_32) {
    for (const entry of (await kv.list(kindPrefix(kind))).kvs) {
      const decoded = decodeResource(kind, entry, storedNames);
      if (decoded.ok && decoded.resource.spec?.node === node) await kv.drop(entry.key);
    }
  }
  for (const kind of NODE_CONFIGURATION) await kv.drop(resourceKey({ kind, name: `node.${node}` }, storedNames));
}

/** With the first pool that uses VXLAN, v3.9 turns VXLAN on for all nodes, unless that is decided already (recorded: ipp-vxlan-00). */
export async function enableVxlan(pool: Resource, store: Datastore, { version }: VersionProfile): Promise<void> {
  const mode = pool.spec?.vxlanMode;
  if (version !== "v3.7" || mode === undefined || mode === "Never") return;
  const id = { kind: "FelixConfiguration", name: "default" };
  const current = await store.get(id);
  if (current?.spec?.vxlanEnabled !== undefined) return;
  const fresh: Resource = { apiVersion: API_VERSION, kind: id.kind, metadata: { name: id.name } };
  const changed = { ...(current ?? fresh), spec: { ...current?.spec, vxlanEnabled: true } };
  await (current === undefined ? store.create(changed) : store.update(changed));
}
