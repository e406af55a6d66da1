import { decodeResource } from "./codec.ts";
import { kindPrefix, resourceKey } from "./keys.ts";
import type { KeyValueStore } from "./kv.ts";

/** Kinds whose resources belong to the node their `spec.node` names. HostEndpoints stay (recorded: `_node_cascade`). */
const OWNED_BY_NODE = ["WorkloadEndpoint", "BGPPeer"];
/** Kinds that hold a node's own configuration as `node.NAME`. */
const NODE_CONFIGURATION = ["FelixConfiguration", "BGPConfiguration"];

/**
 * Deletes what v3.9 deletes with a Node, before the Node itself, so that an interrupted delete can be repeated. Address
 * assignments (`/calico/ipam`) are left alone: releasing them is a matter of their blocks too.
 */
export async function removeNodeConfiguration(kv: KeyValueStore, node: string): Promise<void> {
  for (const kind of OWNED_BY_NODE) {
    for (const entry of (await kv.list(kindPrefix(kind))).kvs) {
      const decoded = decodeResource(kind, entry);
      if (decoded.ok && decoded.resource.spec?.node === node) await kv.drop(entry.key);
    }
  }
  for (const kind of NODE_CONFIGURATION) await kv.drop(resourceKey({ kind, name: `node.${node}` }));
}
