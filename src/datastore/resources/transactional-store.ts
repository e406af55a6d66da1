import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { Datastore } from "../datastore.ts";
import type { KeyValueStore } from "../kv/kv.ts";
import { type RefusalReason, resourceStore } from "./resource-store.ts";

/**
 * Resources in a store with transactions: each change is one, from the first read to the last write, so that no other writer
 * can come in between and none is lost or refused. `undefined` for a store without them. Arguments as of `resourceStore`.
 */
export function transactionalStore(
  kv: KeyValueStore,
  calico: CalicoVersionRules,
  readOnlyBecause: RefusalReason | undefined,
): Datastore | undefined {
  const { transaction } = kv;
  if (transaction === undefined) return undefined;
  const outside = resourceStore(kv, calico, readOnlyBecause);
  // One for each transaction: it remembers what it found to be there (the initial resources), until it is undone.
  const inside = new WeakMap<KeyValueStore, Datastore>();
  const storeOf = (inner: KeyValueStore): Datastore => {
    const store = inside.get(inner) ?? resourceStore(inner, calico, readOnlyBecause);
    inside.set(inner, store);
    return store;
  };
  const change = <T>(work: (store: Datastore) => Promise<T>): Promise<T> =>
    transaction.call(kv, (inner) => work(storeOf(inner))) as Promise<T>;
  return {
    description: outside.description,
    timeoutMs: outside.timeoutMs,
    calico,
    get: (id, options) => outside.get(id, options),
    list: (kind, options) => outside.list(kind, options),
    watch: (scopes, signal) => outside.watch(scopes, signal),
    create: (resource) => change((store) => store.create(resource)),
    update: (resource, options) => change((store) => store.update(resource, options)),
    apply: (resource, options) => change((store) => store.apply(resource, options)),
    delete: (id, options) => change((store) => store.delete(id, options)),
    transaction: change,
    dryRun: (onChange) => outside.dryRun(onChange),
    close: () => outside.close(),
  };
}
