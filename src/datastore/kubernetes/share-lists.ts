import type { ApiResource, KubernetesApi, ObjectList } from "./api/kubernetes-api.ts";

/**
 * The same API, on which lists of one kind that are asked for in the same turn of the event loop are one request: a scenario
 * reads pods and Nodes for their resources and for translations. Later calls ask again, so that none misses a write before it.
 */
export function shareLists(api: KubernetesApi): KubernetesApi {
  const pending = new Map<string, Promise<ObjectList>>();
  const list = (of: ApiResource, options: { readonly namespace?: string } = {}): Promise<ObjectList> => {
    const key = JSON.stringify([of, options]);
    const waiting = pending.get(key);
    if (waiting !== undefined) return waiting;
    const running = api.list(of, options);
    pending.set(key, running);
    const forget = (): void => {
      if (pending.get(key) === running) pending.delete(key);
    };
    setImmediate(forget);
    running.then(forget, forget);
    return running;
  };
  return {
    description: api.description,
    timeoutMs: api.timeoutMs,
    get: (ref) => api.get(ref),
    list,
    create: (of, object) => api.create(of, object),
    update: (of, object, options) => api.update(of, object, options),
    delete: (ref, preconditions) => api.delete(ref, preconditions),
    watch: (of, options, signal) => api.watch(of, options, signal),
    groups: () => api.groups(),
    close: () => api.close(),
  };
}
