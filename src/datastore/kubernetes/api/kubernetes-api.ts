import type { KubernetesObject } from "../../../kubernetes/kubernetes-object.ts";

/** A kind of object as the API server addresses it: `resource` is its plural (`hostendpoints`), `group` is empty for the core API. */
export interface ApiResource {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly isNamespaced: boolean;
}

/** One object of a kind. */
export interface ObjectRef {
  readonly of: ApiResource;
  readonly namespace?: string;
  readonly name: string;
}

/** Objects of a kind at one revision. */
export interface ObjectList {
  readonly items: readonly KubernetesObject[];
  readonly resourceVersion: string;
}

/** The result of a write; `invalid` is the server's refusal of the content (422, 400), in its words. */
export type ApiWrite =
  | { readonly kind: "written"; readonly object: KubernetesObject }
  | { readonly kind: "exists" }
  | { readonly kind: "not-found"; readonly what: string }
  | { readonly kind: "conflict" }
  | { readonly kind: "invalid"; readonly reason: string };

/** The result of a delete; `object` is what was deleted. */
export type ApiDelete =
  | { readonly kind: "deleted"; readonly object: KubernetesObject | undefined }
  | { readonly kind: "not-found" }
  | { readonly kind: "conflict" };

/** An event of a watch of one kind. */
export type ApiEvent =
  | { readonly kind: "put"; readonly object: KubernetesObject }
  | { readonly kind: "deleted"; readonly object: KubernetesObject }
  /** Nothing changed up to this revision. */
  | { readonly kind: "bookmark"; readonly resourceVersion: string }
  /** The revision asked for is no longer kept (410): list again. */
  | { readonly kind: "gone" };

/**
 * The part of the Kubernetes API that the datastore needs. Expected answers are values; a server that cannot be reached or
 * does not answer in time, a refused right (named by verb and resource) and a lost watch connection throw `DatastoreError`.
 */
export interface KubernetesApi {
  /** Where it is, for messages: `Kubernetes API at https://10.0.0.1:6443`. */
  readonly description: string;
  /** What one call may take in all, in ms. */
  readonly timeoutMs: number;
  get(ref: ObjectRef): Promise<KubernetesObject | undefined>;
  /** All objects of a kind, read in pages; a kind that the server does not serve has none. */
  list(of: ApiResource, options?: { readonly namespace?: string }): Promise<ObjectList>;
  create(of: ApiResource, object: KubernetesObject): Promise<ApiWrite>;
  /** Replaces an object whose `metadata.resourceVersion` must be the stored one; with `subresource` through that (`.../NAME/status`). */
  update(of: ApiResource, object: KubernetesObject, options?: { readonly subresource?: "status" }): Promise<ApiWrite>;
  /** Deletes an object; with preconditions only if they still hold. */
  delete(
    ref: ObjectRef,
    preconditions?: { readonly uid?: string; readonly resourceVersion?: string },
  ): Promise<ApiDelete>;
  /** Every change after a revision, until the signal aborts or the connection ends. */
  watch(
    of: ApiResource,
    options: { readonly namespace?: string; readonly resourceVersion: string },
    signal: AbortSignal,
  ): AsyncIterable<ApiEvent>;
  /** The API groups that the server serves, with the versions of each. */
  groups(): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Ends its connections; safe to call twice. */
  close(): Promise<void>;
}
