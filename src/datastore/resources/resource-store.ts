import { withDefaults } from "../../model/kinds/defaults.ts";
import { hasKind, kindNamed } from "../../model/kinds/kinds.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import {
  API_VERSION,
  displayId,
  type Metadata,
  type Resource,
  type ResourceId,
  resourceId,
} from "../../model/resource.ts";
import { decodeResource, encodeResource } from "../codec.ts";
import type { Datastore, DeleteResult, ResourceList, ResourceNews, WatchScope, WriteResult } from "../datastore.ts";
import { DatastoreError } from "../datastore-error.ts";
import { kindPrefix, resourceKey, storedNamespace } from "../keys.ts";
import { dryKeyValues } from "../kv/dry.ts";
import { ABSENT, type DropResult, type KeyValue, type KeyValueStore } from "../kv/kv.ts";
import { dropNode, dropPool, enableVxlan } from "./cascade.ts";
import { filterFault, hasTier, poolFault, readOnly, refuse, tierInUse, tierOf } from "./constraints.ts";
import { announceCluster, identified, initialise } from "./initial-resources.ts";
import { defaultAllow, isBuiltIn, resourceList } from "./resource-list.ts";
import { shared } from "./share-running.ts";
import { atRevision, backOff, mergedMetadata, RETRIES, type ReplaceOptions } from "./swap.ts";

type Refused = Extract<WriteResult, { kind: "refused" }>;

/** Why nothing may be written to a store, and what to do about it. */
export interface Conflict {
  readonly reason: string;
  readonly help: string;
}

/**
 * Resources on top of a key-value store, with all of Calico's rules, in the layout of the version of `calico`. With a
 * `conflict` it is only read; every write is refused for that reason.
 */
export function resourceStore(kv: KeyValueStore, calico: CalicoVersionRules, conflict?: Conflict): Datastore {
  return new ResourceStore(kv, calico, conflict);
}

class ResourceStore implements Datastore {
  readonly description: string;
  readonly calico: CalicoVersionRules;
  readonly #kv: KeyValueStore;
  readonly #conflict: Conflict | undefined;
  /** Settles when what the layout begins with is there. */
  #initialised: Promise<void> | undefined;
  /** Tiers that were asked for, and whether they exist; another writer's deletion goes unseen, as between any check and write. */
  readonly #tiers = new Map<string, Promise<boolean>>();
  readonly #announce = shared(() => announceCluster(this.#kv, this.calico));
  /** How many resources are being applied, and whether the last of them was there already. */
  #applying = 0;
  #wasThere = false;

  constructor(kv: KeyValueStore, calico: CalicoVersionRules, conflict: Conflict | undefined) {
    this.#kv = kv;
    this.calico = calico;
    this.#conflict = conflict;
    this.description = kv.description;
  }

  async get(id: ResourceId, options: { readonly resourceVersion?: string } = {}): Promise<Resource | undefined> {
    this.#know(id.kind);
    const { resourceVersion } = options;
    if (isBuiltIn(id, this.calico)) return defaultAllow();
    if (resourceVersion && !/^[1-9]\d{0,17}$/.test(resourceVersion)) return undefined;
    const { kvs } = await this.#kv.get(this.#key(id), resourceVersion || undefined);
    return kvs[0] === undefined ? undefined : this.#read(id, kvs[0]);
  }

  async list(kind: string, options: { readonly namespace?: string } = {}): Promise<ResourceList> {
    this.#know(kind);
    return resourceList(kind, await this.#kv.list(kindPrefix(kind, options.namespace)), this.calico);
  }

  async *watch(scopes: readonly WatchScope[], signal: AbortSignal): AsyncGenerator<ResourceNews> {
    for (const { kind } of scopes) this.#know(kind);
    const { watchResources } = await import("./watch-resources.ts");
    yield* watchResources(this.#kv, this.calico, scopes, signal);
  }

  async create(resource: Resource): Promise<WriteResult> {
    if (resource.metadata.resourceVersion) return refuse("`metadata.resourceVersion` must not be set when creating");
    const created = (await this.#begin(resource)) ?? (await this.#insert(resource));
    if (created.kind !== "taken") return created;
    return { kind: "exists", resource: this.#shown(resourceId(this.#complete(resource)), created.current) };
  }

  async update(resource: Resource, { initialise: begins = true } = {}): Promise<WriteResult> {
    const { kind, metadata } = resource;
    const refused = begins ? await this.#begin(resource) : this.#refusal({ kind, name: metadata.name });
    return refused ?? this.#replace(resource);
  }

  async apply(resource: Resource, { keepUnchanged = false } = {}): Promise<WriteResult> {
    const refused = await this.#begin(resource);
    if (refused) return refused;
    // Alone it makes the requests that calicoctl makes. Of many, what a failed create found is not read again, and where
    // the last was there already, this one is looked for before it is created.
    const isOneOfMany = this.#applying++ > 0;
    try {
      let known: KeyValue | undefined;
      if (isOneOfMany && this.#wasThere) [known] = (await this.#kv.get(this.#key(resourceId(resource)))).kvs;
      for (let attempt = 0; ; attempt++) {
        const created =
          known === undefined ? await this.#insert(resource) : ({ kind: "taken", current: known } as const);
        this.#wasThere = created.kind === "taken";
        if (created.kind !== "taken") return created;
        const found = this.#applying > 1 ? created.current : undefined;
        const updated = await this.#replace(resource, { known: found, keepUnchanged });
        // Deleted between the two: begin again.
        if (updated.kind !== "not-found" || attempt >= RETRIES) return updated;
        known = undefined;
      }
    } finally {
      this.#applying--;
    }
  }

  /** Swaps in the resource. */
  async #replace(resource: Resource, { known, keepUnchanged = false }: ReplaceOptions = {}): Promise<WriteResult> {
    const desired = this.#complete(resource);
    const key = this.#key(resourceId(desired));
    const based = resource.metadata.resourceVersion;
    let current = known ?? (await this.#kv.get(key)).kvs[0];
    for (let attempt = 0; current !== undefined; attempt++) {
      const stored = current.modRevision;
      if ((based && based !== stored) || attempt > RETRIES) return { kind: "conflict", stored };
      const previous = this.#read(resourceId(desired), current);
      const fault = await this.#fault(desired, previous);
      if (fault) return fault;
      const metadata = mergedMetadata(desired.metadata, previous.metadata);
      // Parts beside the spec that the input does not have (a later Calico's `status`) are not the user's to remove.
      const next = { ...previous, ...desired, spec: desired.spec ?? {}, metadata };
      const value = encodeResource(next, this.calico);
      const same = keepUnchanged && encodeResource(withDefaults(previous, this.calico), this.calico) === value;
      if (same) return { kind: "unchanged", resource: previous };
      const written = this.#readBack(desired.kind, key, value);
      const result = await this.#kv.put(key, value, stored);
      if (result.kind === "written")
        return { kind: "written", resource: atRevision(written, result.revision), previous };
      ({ current } = result);
      if (!based) await backOff(attempt);
    }
    return { kind: "not-found" };
  }

  async delete(id: ResourceId, options: { readonly resourceVersion?: string } = {}): Promise<DeleteResult> {
    const refused =
      this.#refusal(id) ?? (id.kind === "Tier" ? await tierInUse(this.#kv, id.name, this.calico) : undefined);
    if (refused) return refused;
    const expected = options.resourceVersion || undefined;
    if (id.kind === "IPPool") return this.#deletePool(id, expected);
    if (id.kind === "Node") return this.#deleted(id, await dropNode(this.#kv, id.name, expected, this.calico));
    return this.#deleted(id, await this.#kv.drop(this.#key(id), expected));
  }

  dryRun(): Datastore {
    return new ResourceStore(dryKeyValues(this.#kv), this.calico, this.#conflict);
  }

  close(): Promise<void> {
    return this.#kv.close();
  }

  /** A pool is first disabled, so that no address is given from it meanwhile, then deleted (recorded: two revisions). */
  async #deletePool(id: ResourceId, expected: string | undefined): Promise<DeleteResult> {
    const pool = await this.get(id);
    if (pool === undefined) return { kind: "not-found" };
    const stored = pool.metadata.resourceVersion ?? ABSENT;
    if (expected && expected !== stored) return { kind: "conflict", stored };
    const disabled = await this.#replace({ ...pool, spec: { ...pool.spec, disabled: true } });
    if (disabled.kind === "exists" || disabled.kind === "unchanged") return { kind: "not-found" };
    if (disabled.kind !== "written") return disabled;
    const dropped = await dropPool(this.#kv, id, disabled.resource.metadata.resourceVersion, this.calico);
    const result = this.#deleted(id, dropped);
    return result.kind === "deleted" ? { kind: "deleted", resource: pool } : result;
  }

  /** Stores a new resource; `taken` is what is there already. */
  async #insert(
    resource: Resource,
  ): Promise<WriteResult | { readonly kind: "taken"; readonly current: KeyValue | undefined }> {
    if (resource.kind === "Node" && this.#initialised === undefined) await this.#announce();
    const desired = this.#complete(resource);
    const key = this.#key(resourceId(desired));
    const fault = await this.#fault(desired, undefined);
    if (fault) return fault;
    const value = encodeResource({ ...desired, metadata: identified(desired.metadata) }, this.calico);
    const written = this.#readBack(desired.kind, key, value);
    const result = await this.#kv.put(key, value, ABSENT);
    if (result.kind === "written") return { kind: "written", resource: atRevision(written, result.revision) };
    return { kind: "taken", current: result.current };
  }

  /** Before a write: why it is refused whatever the store holds, else with v3.32 what every store begins with, once. */
  async #begin({ kind, metadata }: Resource): Promise<Refused | undefined> {
    const refused = this.#refusal({ kind, name: metadata.name });
    if (refused || this.calico.storedNames === "prefixed") return refused;
    this.#initialised ??= initialise(this.#kv, this.calico);
    await this.#initialised;
    return undefined;
  }

  #refusal({ kind, name }: ResourceId): Refused | undefined {
    this.#know(kind);
    if (this.#conflict) return refuse(this.#conflict.reason, this.#conflict.help);
    return readOnly(kind, name, this.calico);
  }

  /** What else in the store forbids to write this (`previous` is what it replaces), or must be written with it. */
  async #fault(desired: Resource, previous: Resource | undefined): Promise<Refused | undefined> {
    const tier = tierOf(desired);
    // That of a stored policy is not asked for again (recorded: the requests of patch-np-ns).
    const isNew = tier !== undefined && (previous === undefined || tierOf(previous) !== tier);
    if (isNew && this.calico.storedNames === "plain" && !(await this.#hasTier(tier)))
      return refuse(`there is no tier \`${tier}\``, "create the Tier first, or leave out `spec.tier`");
    if (desired.kind === "BGPPeer") return filterFault(this.#kv, desired, this.calico);
    if (desired.kind !== "IPPool") return undefined;
    const fault = await poolFault(this.#kv, desired, previous, this.calico);
    if (fault === undefined) await enableVxlan(desired, this, this.calico);
    return fault;
  }

  /** Asked once for many policies at a time; only that there is one is remembered. */
  async #hasTier(tier: string): Promise<boolean> {
    const asked = this.#tiers.get(tier) ?? hasTier(this.#kv, tier, this.calico);
    this.#tiers.set(tier, asked);
    let found = false;
    try {
      found = await asked;
    } finally {
      if (!found) this.#tiers.delete(tier);
    }
    return found;
  }

  /** Asking a store for a kind that its Calico does not have is told, not answered with nothing. */
  #know(kind: string): void {
    const info = kindNamed(kind);
    if (info === undefined || hasKind(info, this.calico)) return;
    throw new DatastoreError(
      "kind.version",
      `Calico ${this.calico.version} has no ${kind}`,
      `${info.since} has; --calico-version ${info.since} chooses it`,
    );
  }

  #key(id: ResourceId): string {
    return resourceKey(id, this.calico.storedNames);
  }

  /** What the user decides of a resource, with the defaults that are stored. Any other metadata of the input is dropped (recorded). */
  #complete(resource: Resource): Resource {
    const { name, labels, annotations } = resource.metadata;
    const namespace = storedNamespace(resourceId(resource));
    const metadata: Metadata = {
      name,
      ...(namespace === undefined ? {} : { namespace }),
      ...(labels ? { labels } : {}),
      ...(annotations ? { annotations } : {}),
    };
    return withDefaults({ ...resource, metadata }, this.calico);
  }

  #read(id: ResourceId, entry: KeyValue): Resource {
    const decoded = decodeResource(id.kind, entry, this.calico.storedNames);
    if (decoded.ok) return decoded.resource;
    const help = `delete it, or mend the key \`${entry.key}\` by other means`;
    throw new DatastoreError(
      "value.unreadable",
      `cannot read ${displayId(id)} in ${this.description}: ${decoded.reason}`,
      help,
    );
  }

  /** The resource as it will read when the value is stored; that a value of ours does not read is our own bug, found before it is written. */
  #readBack(kind: string, key: string, value: string): Resource {
    const decoded = decodeResource(
      kind,
      { key, value, modRevision: ABSENT, createRevision: ABSENT },
      this.calico.storedNames,
    );
    if (!decoded.ok) throw new TypeError(`about to store ${key}: ${decoded.reason}`);
    return decoded.resource;
  }

  #deleted(id: ResourceId, result: DropResult): DeleteResult {
    if (result.kind === "missing") return { kind: "not-found" };
    if (result.kind === "mismatch") return { kind: "conflict", stored: result.current.modRevision };
    return { kind: "deleted", resource: this.#shown(id, result.previous) };
  }

  /** What is stored, or where that cannot be read, as much as its key says. */
  #shown(id: ResourceId, entry: KeyValue | undefined): Resource {
    const decoded = entry && decodeResource(id.kind, entry, this.calico.storedNames);
    if (decoded?.ok) return decoded.resource;
    const { kind, ...metadata } = id;
    return { apiVersion: API_VERSION, kind, metadata };
  }
}
