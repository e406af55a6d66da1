import type { ClusterReading, Datastore } from "../../datastore/datastore.ts";
import { laterReaders } from "../../datastore/values/later-resource.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { evaluatedKinds } from "../../model/kinds/kinds.ts";
import { type Located, placeless } from "../../model/resource.ts";
import { storedValueFindings } from "./stored-resources.ts";

/** Everything in the datastore that the evaluator reads, and the findings about its values. */
export async function storedResources(
  store: Datastore,
): Promise<{ readonly resources: readonly Located[]; readonly diagnostics: readonly Diagnostic[] }> {
  const listing = Promise.all(
    evaluatedKinds(store.calico).map(({ kind }) => store.list(kind, { later: laterReaders })),
  );
  const [lists, policies] = await Promise.all([listing, store.policiesOfKubernetes?.()]);
  const resources = lists.flatMap((list) => list.located ?? list.items.map(placeless));
  return {
    resources: [...resources, ...(policies?.items ?? []).map(placeless)],
    diagnostics: [
      ...lists.flatMap((list) => storedValueFindings(list, "verdicts")),
      ...(policies === undefined ? [] : unreadFindings(policies)),
    ],
  };
}

/** An error for each kind of a cluster's objects that the user may not list: verdicts without it may be wrong. */
export function unreadFindings({ unread }: ClusterReading<unknown>): Diagnostic[] {
  return unread.map(({ reason, effect }) => {
    return { severity: "error", code: "store.unread", message: `${reason}: ${effect}` };
  });
}

/** Whether all EndpointSlices there are were read: a live cluster lists those that it has, if the user may list them. */
export function listsSlices(cluster: ClusterReading<unknown> | undefined): boolean {
  return cluster?.unread.every(({ kind }) => kind !== "EndpointSlice") ?? false;
}
