import type { Datastore, WriteResult } from "../datastore/datastore.ts";
import { type Resource, resourceId } from "../model/resource.ts";

/**
 * A store that says what would become of each write, and writes nothing: reads go to the real one. What earlier writes
 * of the same run would have changed it remembers.
 */
export function dryStore(store: Datastore): Datastore {
  const changed = new Map<string, Resource | undefined>();
  const keyOf = (resource: Resource): string => JSON.stringify(resourceId(resource));
  const current = async (resource: Resource): Promise<Resource | undefined> => {
    const key = keyOf(resource);
    return changed.has(key) ? changed.get(key) : store.get(resourceId(resource));
  };
  const written = (resource: Resource, previous?: Resource): WriteResult => {
    changed.set(keyOf(resource), resource);
    return { kind: "written", resource, ...(previous && { previous }) };
  };
  const replace = (resource: Resource, previous: Resource): WriteResult => {
    const [wanted, stored] = [resource.metadata.resourceVersion, previous.metadata.resourceVersion ?? ""];
    if (wanted !== undefined && wanted !== "" && wanted !== stored) return { kind: "conflict", stored };
    return written(resource, previous);
  };
  return {
    description: store.description,
    profile: store.profile,
    get: store.get.bind(store),
    list: store.list.bind(store),
    async create(resource) {
      const previous = await current(resource);
      return previous === undefined ? written(resource) : { kind: "exists", resource: previous };
    },
    async update(resource) {
      const previous = await current(resource);
      return previous === undefined ? { kind: "not-found" } : replace(resource, previous);
    },
    async apply(resource) {
      const previous = await current(resource);
      return previous === undefined ? written(resource) : replace(resource, previous);
    },
    async delete(id, { resourceVersion } = {}) {
      const named: Resource = { apiVersion: "", kind: id.kind, metadata: { ...id } };
      const { kind: _, ...metadata } = id;
      const previous = await current({ ...named, metadata });
      if (previous === undefined) return { kind: "not-found" };
      const stored = previous.metadata.resourceVersion ?? "";
      if (resourceVersion && resourceVersion !== stored) return { kind: "conflict", stored };
      changed.set(keyOf(previous), undefined);
      return { kind: "deleted", resource: previous };
    },
    close: () => store.close(),
  };
}
