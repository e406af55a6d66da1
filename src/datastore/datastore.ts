import type { JsonObject } from "../model/json.ts";
import type { CalicoVersionRules, StoredNames } from "../model/kinds/version.ts";
import type { Located, Resource, ResourceId } from "../model/resource.ts";
import type { ConnectionEvent, KeyValue } from "./kv/kv.ts";

/** The result of a write. `resource` is what is stored now (with uid, creationTimestamp and resourceVersion). */
export type WriteResult =
  /** `previous` is what an update replaced; a create has none. `note`: for the user: what of it differs from the request. */
  | { readonly kind: "written"; readonly resource: Resource; readonly previous?: Resource; readonly note?: string }
  /** An apply with `keepUnchanged` that would store the same bytes again. */
  | { readonly kind: "unchanged"; readonly resource: Resource }
  | { readonly kind: "exists"; readonly resource: Resource }
  | { readonly kind: "not-found" }
  /** The resourceVersion given is not the stored one (`stored` is the current revision). */
  | { readonly kind: "conflict"; readonly stored: string }
  /** The store refuses it (ClusterInformation is read-only, there is no such tier, another layout), with the reason and what to try. */
  | { readonly kind: "refused"; readonly reason: string; readonly help?: string }
  /** What is stored there cannot be read, so that nothing is put on top of it. */
  | { readonly kind: "unreadable"; readonly reason: string; readonly help: string };

/** The result of a delete; `resource` is what was deleted. */
export type DeleteResult =
  | { readonly kind: "deleted"; readonly resource: Resource; readonly note?: string }
  | Extract<WriteResult, { kind: "not-found" | "conflict" | "refused" }>;

/**
 * A stored value that could not be read as a resource of its kind, so that a list can report what it left out. `forCalico`:
 * whether Calico surely cannot read it either, or perhaps reads it in some way.
 */
export interface Unreadable {
  readonly key: string;
  readonly reason: string;
  readonly forCalico: "unreadable" | "perhaps";
  /** Its key is that of no name, so that it can be neither read nor deleted by one. */
  readonly isNameless?: true;
}

/** A stored value whose metadata names another resource than its key; the key counts. */
export interface Misnamed {
  readonly key: string;
  readonly note: string;
}

/** The resources of one kind at one revision, in key order. */
export interface ResourceList {
  readonly items: readonly Resource[];
  /** The id of each item by its key, by which alone it can be read and deleted; `undefined` where no id of this version has the key. */
  readonly ids: readonly (ResourceId | undefined)[];
  readonly unreadable: readonly Unreadable[];
  readonly misnamed: readonly Misnamed[];
  /** The store's revision at the moment of the read. */
  readonly revision: string;
  /** The same resources where they were asked for as ones that are made later, and some of them are: then `items` makes them all. */
  readonly located?: readonly Located[];
}

/**
 * Which resources of a kind are listed: those in one namespace if it is set. `later`: few of them will be asked for
 * (`ResourceList.located`).
 */
export interface ListOptions {
  readonly namespace?: string;
  readonly later?: LaterReaders;
}

/**
 * Readers of values as resources that are made later, for a kind; nothing for one whose values are all read at once, as such a
 * value is.
 */
export type LaterReaders = (kind: string, names: StoredNames) => ((entry: KeyValue) => Located | undefined) | undefined;

/** How one resource is read: at a revision, and what is called where its metadata names another resource than its key. */
export interface ReadOptions {
  readonly resourceVersion?: string;
  readonly onMisnamed?: (value: Misnamed) => void;
}

/** Which resources are watched: those of a kind, in one namespace if `namespace` is set. */
export interface WatchScope {
  readonly kind: string;
  readonly namespace?: string;
}

/** One change of a resource: a creation has no `before`, a deletion no `after`. `revision` is the store's at the change. */
export interface ResourceChange {
  readonly before?: Resource;
  readonly after?: Resource;
  readonly revision: string;
}

/** What a write makes of one resource: `after` is what is stored then, absent where nothing is, or nothing that can be read. */
export interface StoredChange {
  readonly id: ResourceId;
  readonly after?: Resource;
}

/** An event of a watch of resources: first the lists, one for each scope; then changes. */
export type ResourceEvent =
  | ConnectionEvent
  | { readonly kind: "listed"; readonly lists: readonly ResourceList[] }
  | {
      readonly kind: "changes";
      readonly changes: readonly ResourceChange[];
      /** Values that could not be read; what was there before counts as deleted. */
      readonly unreadable: readonly Unreadable[];
      readonly misnamed: readonly Misnamed[];
      /** Why the single changes are unknown; `changes` is then the difference between two states. */
      readonly lost?: string;
    };

/** What was read of a cluster beside Calico's resources, and the kinds of objects that the user may not list. */
export interface ClusterReading<T> {
  readonly items: readonly T[];
  /** `reason`: why, in the store's words; `effect`: what is unknown without them. */
  readonly unread: readonly { readonly kind: string; readonly reason: string; readonly effect: string }[];
}

/**
 * Resources in a store, whichever it is. Names are as users type them (the `default.` prefix of stored policies is
 * left to the store). Every update is a compare-and-swap on the revision it was based on. Expected outcomes are
 * union members; only faults of the store and of the connection to it throw, as `DatastoreError`.
 */
export interface Datastore {
  /** Whether calicoctl deletes a manifest's resource here whatever `resourceVersion` the manifest states; absent where it does not. */
  readonly ignoresRevisionOfDelete?: true;
  /** The kinds whose resources other programs' objects stand for, so that they are read only; absent where there are none. */
  readonly derivedKinds?: readonly string[];
  /** Where it is, for messages: `etcd at http://127.0.0.1:2379`, `embedded store /home/x/calico.db`. */
  readonly description: string;
  /** What each call to the store may take, in ms; a write that loses to other writers is tried again for as long. */
  readonly timeoutMs: number;
  /** The Calico version in whose layout it is read and written. */
  readonly calico: CalicoVersionRules;
  /**
   * The resource, with its `metadata.resourceVersion`; `undefined` when there is none. Throws `UnreadableValue` for a value that
   * is none.
   */
  get(id: ResourceId, options?: ReadOptions): Promise<Resource | undefined>;
  /** All resources of a kind, or some. */
  list(kind: string, options?: ListOptions): Promise<ResourceList>;
  /**
   * The objects of the cluster that nodes' translations are made from: Services, EndpointSlices, Endpoints, Pods and Nodes, as
   * the Kubernetes API returns them. Only a store that is a cluster's API has it.
   */
  clusterObjects?(): Promise<ClusterReading<JsonObject>>;
  /**
   * The policies that nodes make of Kubernetes' own objects, where the version's lists of policies do not have them. Only a
   * store that is a cluster's API has it.
   */
  policiesOfKubernetes?(): Promise<ClusterReading<Resource>>;
  /** Stores a resource that must not exist yet. */
  create(resource: Resource): Promise<WriteResult>;
  /**
   * Replaces one that must exist. With `metadata.resourceVersion` set it must be the stored one (else `conflict`);
   * without, the swap is retried on whatever is stored. uid and creationTimestamp of the stored one are kept. Without
   * `initialise` the initial resources of v3.32 are not written first: `label` and `patch` do without them.
   */
  update(resource: Resource, options?: { readonly initialise?: boolean }): Promise<WriteResult>;
  /**
   * Creates or updates; resourceVersion as in `update` when it exists, ignored when it does not. With `keepUnchanged`
   * nothing is written where the stored bytes would stay the same.
   */
  apply(resource: Resource, options?: { readonly keepUnchanged?: boolean }): Promise<WriteResult>;
  /**
   * Deletes it; with `resourceVersion` only if that is still the stored one. Deletes what Calico deletes with it (a Node's own
   * configuration).
   */
  delete(id: ResourceId, options?: { readonly resourceVersion?: string }): Promise<DeleteResult>;
  /**
   * Does the work, which reads and writes through the store it is given, as one transaction where the store has them (the
   * embedded one): then no other writer comes in between, and a work that throws changes nothing.
   */
  transaction<T>(work: (store: Datastore) => Promise<T>): Promise<T>;
  /**
   * The lists of the scopes, then every change after them, in the order in which they were made, until the signal aborts.
   * A lost connection is reported and retried, and no change is lost; a permanent fault throws `DatastoreError`.
   */
  watch(scopes: readonly WatchScope[], signal: AbortSignal): AsyncIterable<ResourceEvent>;
  /**
   * The same store with writes that stay in memory: each is refused or succeeds as it would, on top of those before it.
   * Closing it closes this one. `onChange` is called for every resource that a write changes, also those that go with another
   * (a Node's own configuration), in the order of the writes.
   */
  dryRun(onChange?: (change: StoredChange) => void): Datastore;
  /** Ends the connection; safe to call twice. */
  close(): Promise<void>;
}
