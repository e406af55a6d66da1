import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { Datastore, ResourceEvent, ResourceList, WatchScope } from "../datastore.ts";
import type { KeyValueStore } from "../kv/kv.ts";
import { type RefusalReason, resourceStore } from "../resources/resource-store.ts";
import type { KubernetesApi } from "./api/kubernetes-api.ts";
import { clusterObjects, policiesOfKubernetes } from "./cluster-reading.ts";
import { merged } from "./merged.ts";

/** Calico's resources in a Kubernetes cluster: the rules of any store, and what only this one does. */
export function kubernetesStore(
  api: KubernetesApi,
  kv: KeyValueStore,
  calico: CalicoVersionRules,
  readOnlyBecause: RefusalReason | undefined,
): Datastore {
  return onCluster(api, resourceStore(kv, calico, readOnlyBecause));
}

const DERIVED_KINDS = ["Profile", "WorkloadEndpoint"];
const WITHOUT_REVISION: ReadonlySet<string> = new Set(["Node", "WorkloadEndpoint"]);

function onCluster(api: KubernetesApi, store: Datastore): Datastore {
  return {
    description: store.description,
    ignoresRevisionOfDelete: true,
    derivedKinds: DERIVED_KINDS,
    timeoutMs: store.timeoutMs,
    calico: store.calico,
    get: (id, options) => store.get(id, options),
    list: async (kind, options) => inShownOrder(kind, await store.list(kind, options), store.calico),
    clusterObjects: () => clusterObjects(api),
    policiesOfKubernetes: () => policiesOfKubernetes(api, store.calico),
    create: (resource) => store.create(resource),
    update: (resource, options) => store.update(resource, options),
    apply: (resource, options) => store.apply(resource, options),
    delete: (id, options) => store.delete(id, options),
    transaction(work) {
      return work(this);
    },
    watch: (scopes, signal) => watchEach(store, scopes, signal),
    dryRun: (onChange) => onCluster(api, store.dryRun(onChange)),
    close: () => store.close(),
  };
}

/**
 * The list as calicoctl shows it: v3.32's built-in profile comes first, and v3.9 says no revision of Nodes and pods (recorded:
 * cli-profile, cli-pod-label-selector-kinds).
 */
function inShownOrder(kind: string, list: ResourceList, { tiers }: CalicoVersionRules): ResourceList {
  if (!tiers && WITHOUT_REVISION.has(kind)) return { ...list, revision: "" };
  if (kind !== "Profile" || !tiers) return list;
  const rotated = <T>(values: readonly T[]): readonly T[] => [...values.slice(-1), ...values.slice(0, -1)];
  return { ...list, items: rotated(list.items), ids: rotated(list.ids) };
}

/** The lists of the scopes, then their changes as they come: a watch of the API is of one kind, so that each scope has its own. */
async function* watchEach(
  store: Datastore,
  scopes: readonly WatchScope[],
  signal: AbortSignal,
): AsyncGenerator<ResourceEvent> {
  const streams = scopes.map(
    (scope) => store.watch([scope], signal)[Symbol.asyncIterator]() as AsyncGenerator<ResourceEvent>,
  );
  const firsts = await Promise.all(streams.map((stream) => stream.next()));
  const lists = firsts.flatMap(({ value }, at) => {
    const event = value as ResourceEvent | undefined;
    const kind = scopes[at]?.kind ?? "";
    return event?.kind === "listed" ? event.lists.map((list) => inShownOrder(kind, list, store.calico)) : [];
  });
  if (lists.length < scopes.length) return;
  yield { kind: "listed", lists };
  yield* merged(streams);
}
