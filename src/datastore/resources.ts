import { withDefaults } from "../model/defaults.ts";
import {
  API_VERSION,
  displayId,
  type Metadata,
  type Resource,
  type ResourceId,
  resourceId,
} from "../model/resource.ts";
import type { VersionProfile } from "../model/version.ts";
import { removeNodeConfiguration } from "./cascade.ts";
import { decodeResource, encodeResource } from "./codec.ts";
import {
  type Datastore,
  DatastoreError,
  type DeleteResult,
  type ResourceList,
  type Unreadable,
  type WriteResult,
} from "./datastore.ts";
import { kindPrefix, parseKey, resourceKey, storedNamespace } from "./keys.ts";
import { ABSENT, type DropResult, type KeyValue, type KeyValueStore } from "./kv.ts";

/** How often a swap that lost to another writer is tried again (as calicoctl), and the longest wait between, in ms. */
const RETRIES = 5;
const MAX_WAIT_MS = 100;

type Refused = Extract<WriteResult, { kind: "refused" }>;

/** Resources on top of a key-value store, with all of Calico's rules; `profile` picks the defaults that are stored. */
export function resourceStore(kv: KeyValueStore, profile: VersionProfile): Datastore {
  return new ResourceStore(kv, profile);
}

class ResourceStore implements Datastore {
  readonly description: string;
  readonly #kv: KeyValueStore;
  readonly #profile: VersionProfile;

  constructor(kv: KeyValueStore, profile: VersionProfile) {
    this.#kv = kv;
    this.#profile = profile;
    this.description = kv.description;
  }

  async get(id: ResourceId, options: { readonly resourceVersion?: string } = {}): Promise<Resource | undefined> {
    const { resourceVersion } = options;
    if (resourceVersion && !/^[1-9]\d{0,17}$/.test(resourceVersion)) return undefined;
    const { kvs } = await this.#kv.get(resourceKey(id), resourceVersion || undefined);
    return kvs[0] === undefined ? undefined : this.#read(id, kvs[0]);
  }

  async list(kind: string, options: { readonly namespace?: string } = {}): Promise<ResourceList> {
    const { kvs, revision } = await this.#kv.list(kindPrefix(kind, options.namespace));
    const items: Resource[] = [];
    const unreadable: Unreadable[] = [];
    for (const entry of kvs) {
      const decoded = decodeResource(kind, entry);
      if (parseKey(kind, entry.key) === undefined)
        unreadable.push({ key: entry.key, reason: `the key is not that of a ${kind}` });
      else if (decoded.ok) items.push(decoded.resource);
      else unreadable.push({ key: entry.key, reason: decoded.reason });
    }
    return { items, unreadable, revision };
  }

  async create(resource: Resource): Promise<WriteResult> {
    if (resource.metadata.resourceVersion) return refuse("`metadata.resourceVersion` must not be set when creating");
    return readOnly(resource.kind) ?? this.#insert(resource);
  }

  async update(resource: Resource): Promise<WriteResult> {
    const refused = readOnly(resource.kind);
    if (refused) return refused;
    const desired = this.#complete(resource);
    const key = resourceKey(resourceId(desired));
    const based = resource.metadata.resourceVersion;
    let [current] = (await this.#kv.get(key)).kvs;
    for (let attempt = 0; current !== undefined; attempt++) {
      const stored = current.modRevision;
      if ((based && based !== stored) || attempt > RETRIES) return { kind: "conflict", stored };
      const previous = this.#read(resourceId(desired), current);
      const metadata = mergedMetadata(desired.metadata, previous.metadata);
      // Parts beside the spec that the input does not have (a later Calico's `status`) are not the user's to remove.
      const next = { ...previous, ...desired, spec: desired.spec ?? {}, metadata };
      const value = encodeResource(next, this.#profile.version);
      const written = this.#readBack(desired.kind, key, value);
      const result = await this.#kv.put(key, value, stored);
      if (result.kind === "written")
        return { kind: "written", resource: atRevision(written, result.revision), previous };
      ({ current } = result);
      if (!based) await pause(attempt);
    }
    return { kind: "not-found" };
  }

  async apply(resource: Resource): Promise<WriteResult> {
    const refused = readOnly(resource.kind);
    if (refused) return refused;
    for (let attempt = 0; ; attempt++) {
      const created = await this.#insert(resource);
      if (created.kind !== "exists") return created;
      const updated = await this.update(resource);
      // Deleted between the two: begin again.
      if (updated.kind !== "not-found" || attempt >= RETRIES) return updated;
    }
  }

  async delete(id: ResourceId, options: { readonly resourceVersion?: string } = {}): Promise<DeleteResult> {
    const refused = readOnly(id.kind);
    if (refused) return refused;
    const expected = options.resourceVersion || undefined;
    if (id.kind === "IPPool") return this.#deletePool(id, expected);
    if (id.kind === "Node") {
      const [current] = (await this.#kv.get(resourceKey(id))).kvs;
      if (current === undefined) return { kind: "not-found" };
      if (expected && expected !== current.modRevision) return { kind: "conflict", stored: current.modRevision };
      await removeNodeConfiguration(this.#kv, id.name);
    }
    return this.#deleted(id, await this.#kv.drop(resourceKey(id), expected));
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
    const disabled = await this.update({ ...pool, spec: { ...pool.spec, disabled: true } });
    if (disabled.kind !== "written") return disabled.kind === "exists" ? { kind: "not-found" } : disabled;
    const dropped = await this.#kv.drop(resourceKey(id), disabled.resource.metadata.resourceVersion);
    const result = this.#deleted(id, dropped);
    return result.kind === "deleted" ? { kind: "deleted", resource: pool } : result;
  }

  async #insert(resource: Resource): Promise<WriteResult> {
    if (resource.kind === "Node") await this.#announceCluster();
    const desired = this.#complete(resource);
    const { labels, annotations, ...identity } = desired.metadata;
    const metadata = {
      ...identity,
      uid: crypto.randomUUID(),
      creationTimestamp: `${new Date().toISOString().slice(0, 19)}Z`,
      ...(labels ? { labels } : {}),
      ...(annotations ? { annotations } : {}),
    };
    const key = resourceKey(resourceId(desired));
    const value = encodeResource({ ...desired, metadata }, this.#profile.version);
    const written = this.#readBack(desired.kind, key, value);
    const result = await this.#kv.put(key, value, ABSENT);
    if (result.kind === "written") return { kind: "written", resource: atRevision(written, result.revision) };
    return { kind: "exists", resource: shown(resourceId(desired), result.current) };
  }

  /** Felix waits for ClusterInformation; v3.9 writes it before the first Node, if there is none. */
  async #announceCluster(): Promise<void> {
    const id = { kind: "ClusterInformation", name: "default" };
    if ((await this.#kv.get(resourceKey(id))).kvs.length > 0) return;
    const spec = { clusterGUID: crypto.randomUUID().replaceAll("-", ""), datastoreReady: true };
    await this.#insert({ apiVersion: API_VERSION, kind: id.kind, metadata: { name: id.name }, spec });
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
    return withDefaults({ ...resource, metadata }, this.#profile);
  }

  #read(id: ResourceId, entry: KeyValue): Resource {
    const decoded = decodeResource(id.kind, entry);
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
    const decoded = decodeResource(kind, { key, value, modRevision: ABSENT, createRevision: ABSENT });
    if (!decoded.ok) throw new TypeError(`about to store ${key}: ${decoded.reason}`);
    return decoded.resource;
  }

  #deleted(id: ResourceId, result: DropResult): DeleteResult {
    if (result.kind === "missing") return { kind: "not-found" };
    if (result.kind === "mismatch") return { kind: "conflict", stored: result.current.modRevision };
    return { kind: "deleted", resource: shown(id, result.previous) };
  }
}

/** What is stored, or where that cannot be read, as much as its key says. */
function shown(id: ResourceId, entry: KeyValue | undefined): Resource {
  const decoded = entry && decodeResource(id.kind, entry);
  if (decoded?.ok) return decoded.resource;
  const { kind, ...metadata } = id;
  return { apiVersion: API_VERSION, kind, metadata };
}

function atRevision(resource: Resource, resourceVersion: string): Resource {
  return { ...resource, metadata: { ...resource.metadata, resourceVersion } };
}

/** Metadata of an update: identity and everything the tool does not write is the stored one's, labels and annotations the input's. */
function mergedMetadata(desired: Metadata, stored: Metadata): Metadata {
  const { labels: _labels, annotations: _annotations, ...kept } = stored;
  const { labels, annotations } = desired;
  return { ...kept, ...(labels ? { labels } : {}), ...(annotations ? { annotations } : {}) };
}

function refuse(reason: string): Refused {
  return { kind: "refused", reason };
}

function readOnly(kind: string): Refused | undefined {
  return kind === "ClusterInformation" ? refuse("ClusterInformation is read-only: Calico writes it itself") : undefined;
}

/** Waits a random while, so that writers of one key do not meet again. */
function pause(attempt: number): Promise<void> {
  const longest = Math.min(MAX_WAIT_MS, 5 * 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
}
