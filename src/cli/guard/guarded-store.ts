import type { Datastore, DeleteResult, WriteResult } from "../../datastore/datastore.ts";
import { evaluatedKinds } from "../../model/kinds/kinds.ts";
import { displayId, type Resource, type ResourceId, resourceId } from "../../model/resource.ts";
import type { Revisions } from "./proved-revisions.ts";

/** A store on which only what was proved can be written. */
export interface GuardedStore {
  readonly store: Datastore;
  /** The resource that another writer changed, for which every further write was refused; absent where none was. */
  readonly stoppedBy: () => string | undefined;
}

/**
 * A store that writes a resource only on top of the revision that the proof was made of, or of one that it wrote itself.
 * Where another writer was there in between, this write is refused, and so are all after it. `sideEffects`: the resources
 * that change with others of the writes (a FelixConfiguration with an IPPool), whose revisions are not followed.
 */
export function guardedStore(real: Datastore, proved: Revisions, sideEffects: ReadonlySet<string>): GuardedStore {
  const kinds = new Set(evaluatedKinds(real.calico).map(({ kind }) => kind));
  const known = new Map(proved);
  /** Whether the proof knows the resource's revision whenever it is written. */
  const isFollowed = (id: ResourceId) => kinds.has(id.kind) && !sideEffects.has(displayId(id));
  let stopped: string | undefined;
  const refusal = () => ({
    kind: "refused" as const,
    reason: `another writer changed ${stopped} after the proof: nothing more is written`,
    help: "run the command again: what is stored now is then proved",
  });
  const stop = (id: ResourceId) => {
    stopped ??= displayId(id);
    return refusal();
  };
  const note = <R extends WriteResult | DeleteResult>(id: ResourceId, result: R): R => {
    if (result.kind === "written") known.set(displayId(id), result.resource.metadata.resourceVersion ?? "");
    if (result.kind === "deleted") known.delete(displayId(id));
    return result;
  };
  const over = (store: Datastore): Datastore => {
    /** The resource with the revision that it must have; what other kinds say decides about no packet. */
    const expecting = (resource: Resource): Resource => {
      const revision = known.get(displayId(resourceId(resource)));
      if (!isFollowed(resourceId(resource)) || resource.metadata.resourceVersion || !revision) return resource;
      return { ...resource, metadata: { ...resource.metadata, resourceVersion: revision } };
    };
    const isUsers = (resource: Resource) => Boolean(resource.metadata.resourceVersion);
    const checked = (given: Resource, result: WriteResult): WriteResult => {
      const id = resourceId(given);
      if (!isFollowed(id)) return result;
      const isNew = !known.has(displayId(id));
      const isOther =
        (result.kind === "conflict" && !isUsers(given)) ||
        (result.kind === "exists" && isNew) ||
        (result.kind === "not-found" && known.has(displayId(id)));
      return isOther ? stop(id) : note(id, result);
    };
    return {
      ...passedOn(store),
      create: async (resource) => (stopped ? refusal() : checked(resource, await store.create(resource))),
      update: async (resource, options) => {
        if (stopped) return refusal();
        const revision = known.get(displayId(resourceId(resource)));
        const given = resource.metadata.resourceVersion;
        const isRead = options?.initialise === false;
        // A change of what was read just now is of the revision that was read, which must be the one of the proof.
        if (isRead && revision !== undefined && given !== revision && isFollowed(resourceId(resource)))
          return stop(resourceId(resource));
        return checked(resource, await store.update(expecting(resource), options));
      },
      apply: async (resource, options) => {
        if (stopped) return refusal();
        const isNew = isFollowed(resourceId(resource)) && !known.has(displayId(resourceId(resource)));
        const { resourceVersion: _, ...metadata } = resource.metadata;
        const result = isNew
          ? await store.create({ ...resource, metadata })
          : await store.apply(expecting(resource), options);
        return checked(resource, result);
      },
      delete: async (id, options) => {
        if (stopped) return refusal();
        const revision = isFollowed(id) ? known.get(displayId(id)) : undefined;
        const expected = options?.resourceVersion ?? revision;
        const result = await store.delete(id, expected ? { resourceVersion: expected } : {});
        const isOther =
          (result.kind === "conflict" && options?.resourceVersion === undefined) ||
          (result.kind === "not-found" && known.has(displayId(id)));
        return isOther && isFollowed(id) ? stop(id) : note(id, result);
      },
      transaction: (work) => store.transaction((inner) => work(over(inner))),
    };
  };
  return { store: over(real), stoppedBy: () => stopped };
}

/** The parts of a store that read, which a guarded one has as they are. */
function passedOn(store: Datastore) {
  const { description, timeoutMs, calico, ignoresRevisionOfDelete, derivedKinds } = store;
  return {
    ...{ description, timeoutMs, calico },
    ...(ignoresRevisionOfDelete && { ignoresRevisionOfDelete }),
    ...(derivedKinds && { derivedKinds }),
    get: store.get.bind(store),
    list: store.list.bind(store),
    ...(store.clusterObjects && { clusterObjects: store.clusterObjects.bind(store) }),
    ...(store.policiesOfKubernetes && { policiesOfKubernetes: store.policiesOfKubernetes.bind(store) }),
    watch: store.watch.bind(store),
    dryRun: store.dryRun.bind(store),
    close: store.close.bind(store),
  };
}
