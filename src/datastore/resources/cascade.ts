import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { displayId, type ResourceId } from "../../model/resource.ts";
import { DatastoreError, type Effect } from "../datastore-error.ts";
import { kindPrefix, resourceKey } from "../keys.ts";
import type { DropResult, KeyValue, KeyValueStore } from "../kv/kv.ts";
import { decodeResource } from "../values/codec.ts";
import { attempts } from "./attempts.ts";

/** Kinds that hold a node's own configuration as `node.NAME`. */
const NODE_CONFIGURATION = ["FelixConfiguration", "BGPConfiguration"];

/**
 * Deletes a Node. Without `expected` its dependents go first, so that an interrupted delete can be repeated; with it the Node
 * goes first, so that a lost compare-and-swap changes nothing. A fault after that says that the Node is deleted, because a
 * repeated delete returns `missing`.
 */
export async function dropNode(
  kv: KeyValueStore,
  node: string,
  expected: string | undefined,
  calico: CalicoVersionRules,
): Promise<DropResult> {
  const key = resourceKey({ kind: "Node", name: node }, calico.storedNames);
  const [current] = (await kv.get(key)).kvs;
  if (current === undefined) return { kind: "missing" };
  if (expected === undefined) {
    await removeNodeConfiguration(kv, node, calico);
    return kv.drop(key);
  }
  const dropped = await kv.drop(key, expected);
  if (dropped.kind !== "deleted") return dropped;
  try {
    await removeNodeConfiguration(kv, node, calico);
  } catch (error) {
    throw halfDone(error, `Node ${node} is deleted, and deleting what belongs to it failed`, "unknown");
  }
  return dropped;
}

/** Deletes a pool that was just disabled, at that revision; a fault says that the pool is disabled. */
export async function dropPool(
  kv: KeyValueStore,
  id: ResourceId,
  revision: string | undefined,
  { storedNames }: CalicoVersionRules,
): Promise<DropResult> {
  try {
    return await kv.drop(resourceKey(id, storedNames), revision);
  } catch (error) {
    throw halfDone(error, `${displayId(id)} is disabled, and deleting it failed`);
  }
}

/**
 * The fault of a step, with the effect of the steps before it in its message; other errors than `DatastoreError` are returned
 * unchanged.
 */
function halfDone(error: unknown, done: string, effect?: Effect): unknown {
  if (!(error instanceof DatastoreError)) return error;
  return new DatastoreError(error.code, `${done}: ${error.message}`, error.help, effect ?? error.effect);
}

/**
 * Deletes what Calico deletes with a Node. Address assignments (`/calico/ipam`) are kept: releasing them would
 * change their blocks too.
 */
async function removeNodeConfiguration(kv: KeyValueStore, node: string, calico: CalicoVersionRules): Promise<void> {
  const { deletedWithNode, storedNames } = calico;
  for (const kind of deletedWithNode) {
    const owned = (entry: KeyValue): boolean => {
      const decoded = decodeResource(kind, entry, storedNames);
      return decoded.ok && decoded.resource.spec?.node === node;
    };
    for (const entry of (await kv.list(kindPrefix(kind))).kvs) await dropOwned(kv, entry, owned);
  }
  for (const kind of NODE_CONFIGURATION) await kv.drop(resourceKey({ kind, name: `node.${node}` }, storedNames));
}

/**
 * Deletes a value at its revision if it belongs to the node; if another writer changed it, the new value is checked again.
 * Throws `DatastoreError` if it still belongs to the node, and other writers keep changing it.
 */
async function dropOwned(kv: KeyValueStore, entry: KeyValue, owned: (entry: KeyValue) => boolean): Promise<void> {
  const again = attempts(kv.timeoutMs);
  let current: KeyValue | undefined = entry;
  while (current !== undefined && owned(current)) {
    const dropped = await kv.drop(current.key, current.modRevision);
    if (dropped.kind !== "mismatch") return;
    if (!(await again()))
      throw new DatastoreError("store.conflict", `other writers keep changing the key \`${entry.key}\``, "try again");
    current = (await kv.get(entry.key)).kvs[0];
  }
}
