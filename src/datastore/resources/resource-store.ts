import { withDefaults } from "../../model/kinds/defaults.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { type Resource, type ResourceId, resourceId } from "../../model/resource.ts";
import type {
  Datastore,
  DeleteResult,
  ListOptions,
  ReadOptions,
  ResourceEvent,
  ResourceList,
  StoredChange,
  WatchScope,
  WriteResult,
} from "../datastore.ts";
import { unreadableHelp } from "../datastore-error.ts";
import { kindPrefix, resourceKey } from "../keys.ts";
import { dryRunStore } from "../kv/dry.ts";
import { ABSENT, type DropResult, type KeyValue, type KeyValueStore } from "../kv/kv.ts";
import { decodeResource, encodeResource } from "../values/codec.ts";
import { attempts } from "./attempts.ts";
import { dropNode, dropPool } from "./cascade.ts";
import {
  filterFault,
  namespaceFault,
  poolFault,
  readOnly,
  refuse,
  requireKind,
  tierInUse,
  tierOf,
} from "./constraints.ts";
import { announceCluster, identified, initialise } from "./initial-resources.ts";
import { KnownTiers } from "./known-tiers.ts";
import { enableTunnels } from "./pool-tunnels.ts";
import { defaultAllow, isBuiltIn, resourceList } from "./resource-list.ts";
import { shareRunning } from "./share-running.ts";
import { asRead, readBack, readResource, resourceToStore, storedChange } from "./stored-resource.ts";
import { mergedMetadata, type ReplaceOptions, writtenResult } from "./swap.ts";

type Refused = Extract<WriteResult, { kind: "refused" }>;

/** Why nothing may be written to a store, and what to do about it. */
export interface RefusalReason {
  readonly reason: string;
  readonly help: string;
}

/**
 * Resources on top of a key-value store, with all of Calico's rules, in the layout of the version of `calico`. With
 * `readOnlyBecause` the store is only read, and every write is refused for that reason.
 */
export function resourceStore(
  kv: KeyValueStore,
  calico: CalicoVersionRules,
  readOnlyBecause?: RefusalReason,
): Datastore {
  return new ResourceStore(kv, calico, readOnlyBecause);
}

class ResourceStore implements Datastore {
  readonly description: string;
  readonly timeoutMs: number;
  readonly calico: CalicoVersionRules;
  readonly #kv: KeyValueStore;
  readonly #readOnlyBecause: RefusalReason | undefined;
  /** Settles when the resources that every store of the layout has are there. */
  #initialised: Promise<void> | undefined;
  readonly #tiers: KnownTiers;
  readonly #announce = shareRunning(() => announceCluster(this.#kv, this.calico));
  /** How many resources are being applied, and whether the last of them existed. */
  #applying = 0;
  #lastExisted = false;

  constructor(kv: KeyValueStore, calico: CalicoVersionRules, readOnlyBecause: RefusalReason | undefined) {
    this.#kv = kv;
    this.calico = calico;
    this.#readOnlyBecause = readOnlyBecause;
    this.#tiers = new KnownTiers(kv, calico);
    this.description = kv.description;
    this.timeoutMs = kv.timeoutMs;
  }

  async get(id: ResourceId, options: ReadOptions = {}): Promise<Resource | undefined> {
    requireKind(id.kind, this.calico);
    const { resourceVersion, onMisnamed } = options;
    if (isBuiltIn(id, this.calico)) return defaultAllow();
    if (resourceVersion && !/^[1-9]\d{0,17}$/.test(resourceVersion)) return undefined;
    const { kvs } = await this.#kv.get(this.#key(id), resourceVersion || undefined);
    if (kvs[0] === undefined) return undefined;
    return readResource(id, kvs[0], this.calico, this.description, onMisnamed);
  }

  async list(kind: string, { namespace, later }: ListOptions = {}): Promise<ResourceList> {
    requireKind(kind, this.calico);
    return resourceList(kind, await this.#kv.list(kindPrefix(kind, namespace)), this.calico, later);
  }

  async *watch(scopes: readonly WatchScope[], signal: AbortSignal): AsyncGenerator<ResourceEvent> {
    for (const { kind } of scopes) requireKind(kind, this.calico);
    const { watchResources } = await import("./watch-resources.ts");
    yield* watchResources(this.#kv, this.calico, scopes, signal);
  }

  async create(resource: Resource): Promise<WriteResult> {
    if (resource.metadata.resourceVersion) return refuse("`metadata.resourceVersion` must not be set when creating");
    const created = (await this.#prepareWrite(resource)) ?? (await this.#insert(resource));
    if (created.kind !== "taken") return created;
    return {
      kind: "exists",
      resource: asRead(resourceId(resourceToStore(resource, this.calico)), created.current, this.calico),
    };
  }

  async update(resource: Resource, { initialise: isInitialising = true } = {}): Promise<WriteResult> {
    const { kind, metadata } = resource;
    const refused = isInitialising ? await this.#prepareWrite(resource) : this.#refusal({ kind, name: metadata.name });
    return refused ?? namespaceFault(resource) ?? this.#replace(resource);
  }

  async apply(resource: Resource, { keepUnchanged = false } = {}): Promise<WriteResult> {
    const refused = await this.#prepareWrite(resource);
    if (refused) return refused;
    // One resource at a time makes the requests that calicoctl makes. Of several at a time, or in a transaction, the value that
    // made a create fail is not read again; and if the previous resource existed, this one is read before it is created.
    const isOneOfMany = this.#applying++ > 0 || this.#kv.isTransaction === true;
    const again = attempts(this.timeoutMs);
    try {
      let existing: KeyValue | undefined;
      const refused = this.#kv.refusal?.(this.#key(resourceId(resource)), "create");
      if (refused) return await this.#replaceOnly(resource, { keepUnchanged, again }, refused);
      if (isOneOfMany && this.#lastExisted) [existing] = (await this.#kv.get(this.#key(resourceId(resource)))).kvs;
      for (;;) {
        const created =
          existing === undefined ? await this.#insert(resource) : ({ kind: "taken", current: existing } as const);
        this.#lastExisted = created.kind === "taken";
        if (created.kind !== "taken") return created;
        const known = isOneOfMany || this.#applying > 1 || this.#kv.readsCurrent ? created.current : undefined;
        const updated = await this.#replace(resource, { known, keepUnchanged, again });
        // Another writer deleted it in between: start again.
        if (updated.kind !== "not-found" || !(await again())) return updated;
        existing = undefined;
      }
    } finally {
      this.#applying--;
    }
  }

  /** Applies a resource that is never created: what is there is replaced. */
  async #replaceOnly(resource: Resource, options: ReplaceOptions, refused: Refused): Promise<WriteResult> {
    const updated = await this.#replace(resource, options);
    return updated.kind === "not-found" ? refused : updated;
  }

  /** Replaces the stored resource by compare-and-swap. */
  async #replace(resource: Resource, options: ReplaceOptions = {}): Promise<WriteResult> {
    const { known, keepUnchanged = false, again = attempts(this.timeoutMs) } = options;
    const desired = resourceToStore(resource, this.calico);
    const key = this.#key(resourceId(desired));
    const expected = resource.metadata.resourceVersion;
    let current = known ?? (await this.#kv.get(key)).kvs[0];
    while (current !== undefined) {
      const stored = current.modRevision;
      if (expected && expected !== stored) return { kind: "conflict", stored };
      const read = decodeResource(desired.kind, current, this.calico.storedNames);
      if (!read.ok) return { kind: "unreadable", reason: read.reason, help: unreadableHelp(current.place ?? key) };
      const previous = read.resource;
      const fault = this.#kv.refusal?.(key, "replace") ?? (await this.#fault(desired, previous));
      if (fault) return fault;
      const metadata = mergedMetadata(desired.metadata, previous.metadata);
      // Fields beside the spec that the input does not have (a later Calico's `status`) stay as they are stored.
      const next = { ...previous, ...desired, spec: desired.spec ?? {}, metadata };
      const value = encodeResource(next, this.calico);
      const same = keepUnchanged && encodeResource(withDefaults(previous, this.calico), this.calico) === value;
      if (same) return { kind: "unchanged", resource: previous };
      const written = readBack(desired.kind, key, value, this.calico);
      const result = await this.#kv.put(key, value, stored);
      if (result.kind === "refused") return result;
      if (result.kind === "written") return { ...writtenResult(desired, written, result, this.calico), previous };
      ({ current } = result);
      if (expected || current === undefined) continue;
      if (!(await again())) return { kind: "conflict", stored: current.modRevision };
      // It may have changed once more during the pause.
      [current] = (await this.#kv.get(key)).kvs;
    }
    return { kind: "not-found" };
  }

  async delete(id: ResourceId, options: { readonly resourceVersion?: string } = {}): Promise<DeleteResult> {
    const refused =
      this.#refusal(id) ??
      this.#kv.refusal?.(this.#key(id), "delete") ??
      (id.kind === "Tier" ? await tierInUse(this.#kv, id.name, this.calico) : undefined);
    if (refused) return refused;
    const expected = options.resourceVersion || undefined;
    if (id.kind === "IPPool") return this.#deletePool(id, expected);
    if (id.kind === "Node") return this.#deleted(id, await dropNode(this.#kv, id.name, expected, this.calico));
    return this.#deleted(id, await this.#kv.drop(this.#key(id), expected));
  }

  transaction<T>(work: (store: Datastore) => Promise<T>): Promise<T> {
    return work(this);
  }

  dryRun(onChange: (change: StoredChange) => void = () => {}): Datastore {
    const kv = dryRunStore(this.#kv, (key, entry) => {
      const change = storedChange(key, entry, this.calico);
      if (change !== undefined) onChange(change);
    });
    return new ResourceStore(kv, this.calico, this.#readOnlyBecause);
  }

  close(): Promise<void> {
    return this.#kv.close();
  }

  /** Disables the pool first, so that no address is assigned from it meanwhile, then deletes it (recorded: two revisions). */
  async #deletePool(id: ResourceId, expected: string | undefined): Promise<DeleteResult> {
    const [entry] = (await this.#kv.get(this.#key(id))).kvs;
    if (entry === undefined) return { kind: "not-found" };
    const read = decodeResource(id.kind, entry, this.calico.storedNames);
    // Calico does not see a pool that cannot be read, and assigns no address from it.
    if (!read.ok) return this.#deleted(id, await this.#kv.drop(entry.key, expected));
    const pool = read.resource;
    const stored = pool.metadata.resourceVersion ?? ABSENT;
    if (expected && expected !== stored) return { kind: "conflict", stored };
    if (pool.spec?.disabled === true) return this.#deleted(id, await this.#kv.drop(this.#key(id), expected));
    const disabled = await this.#replace({ ...pool, spec: { ...pool.spec, disabled: true } });
    if (disabled.kind === "unreadable") return refuse(disabled.reason, disabled.help);
    if (disabled.kind === "exists" || disabled.kind === "unchanged") return { kind: "not-found" };
    if (disabled.kind !== "written") return disabled;
    const dropped = await dropPool(this.#kv, id, disabled.resource.metadata.resourceVersion, this.calico);
    const result = this.#deleted(id, dropped);
    return result.kind === "deleted" ? { kind: "deleted", resource: pool } : result;
  }

  /** Stores a new resource; `taken` holds the entry that already has its key. */
  async #insert(
    resource: Resource,
  ): Promise<WriteResult | { readonly kind: "taken"; readonly current: KeyValue | undefined }> {
    if (resource.kind === "Node" && this.#initialised === undefined) await this.#announce();
    const desired = resourceToStore(resource, this.calico);
    const key = this.#key(resourceId(desired));
    const fault = this.#kv.refusal?.(key, "create") ?? (await this.#fault(desired, undefined));
    if (fault) return fault;
    const value = encodeResource({ ...desired, metadata: identified(desired.metadata) }, this.calico);
    const written = readBack(desired.kind, key, value, this.calico);
    const result = await this.#kv.put(key, value, ABSENT);
    if (result.kind === "refused") return result;
    if (result.kind === "written") return writtenResult(desired, written, result, this.calico);
    return { kind: "taken", current: result.current };
  }

  /** Returns why a write is refused whatever the store holds; otherwise, with v3.32, writes the initial resources once. */
  async #prepareWrite(resource: Resource): Promise<Refused | undefined> {
    const { kind, metadata } = resource;
    const refused = this.#refusal({ kind, name: metadata.name }) ?? namespaceFault(resource);
    if (refused || this.calico.storedNames === "prefixed") return refused;
    this.#initialised ??= initialise(this.#kv, this.calico);
    await this.#initialised;
    return undefined;
  }

  #refusal({ kind, name }: ResourceId): Refused | undefined {
    requireKind(kind, this.calico);
    if (this.#readOnlyBecause) return refuse(this.#readOnlyBecause.reason, this.#readOnlyBecause.help);
    return readOnly(kind, name, this.calico);
  }

  /** Returns why other resources of the store forbid this write (`previous` is what it replaces), and writes what must go with it. */
  async #fault(desired: Resource, previous: Resource | undefined): Promise<Refused | undefined> {
    const tier = tierOf(desired);
    // The tier of a stored policy is not read again (recorded: the requests of patch-np-ns).
    const isNewTier = tier !== undefined && (previous === undefined || tierOf(previous) !== tier);
    if (isNewTier && this.calico.storedNames === "plain" && !(await this.#tiers.has(tier)))
      return refuse(`tier \`${tier}\` does not exist`, "create the Tier first, or leave out `spec.tier`");
    if (desired.kind === "BGPPeer") return filterFault(this.#kv, desired, this.calico);
    if (desired.kind !== "IPPool") return undefined;
    const fault = await poolFault(this.#kv, desired, previous, this.calico);
    return fault ?? enableTunnels(desired, this, this.calico);
  }

  #key(id: ResourceId): string {
    return resourceKey(id, this.calico.storedNames);
  }

  #deleted(id: ResourceId, result: DropResult): DeleteResult {
    if (result.kind === "missing") return { kind: "not-found" };
    if (result.kind === "mismatch") return { kind: "conflict", stored: result.current.modRevision };
    if (result.kind === "refused") return result;
    const resource = asRead(id, result.previous, this.calico);
    return { kind: "deleted", resource, ...(result.note !== undefined && { note: result.note }) };
  }
}
