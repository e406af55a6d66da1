import type { Datastore, Unreadable } from "../../datastore/datastore.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { evaluatedKinds } from "../../model/kinds/kinds.ts";
import { displayId, type Located, type Resource, resourceId } from "../../model/resource.ts";

/** Everything in the datastore that the evaluator reads, and a warning for each value that cannot be read. */
export async function storedResources(
  store: Datastore,
): Promise<{ readonly resources: readonly Located[]; readonly diagnostics: readonly Diagnostic[] }> {
  const lists = await Promise.all(evaluatedKinds(store.calico).map(({ kind }) => store.list(kind)));
  return {
    resources: lists.flatMap(({ items }) => items.map(fromStore)),
    diagnostics: unreadableWarnings(lists.flatMap(({ unreadable }) => unreadable)),
  };
}

/** A warning for each stored value that a list leaves out because it cannot be read. */
export function unreadableWarnings(unreadable: readonly Unreadable[]): Diagnostic[] {
  return unreadable.map(({ key, reason }) => {
    return { severity: "warning", code: "value.unreadable", message: `${key} is left out: ${reason}` };
  });
}

function fromStore(resource: Resource): Located {
  return { resource, locate: () => undefined };
}

/** What the store would hold if `upper` were applied to `lower`: resources of the same kind and name are replaced. */
export function overlay(lower: readonly Located[], upper: readonly Located[]): Located[] {
  const key = ({ resource }: Located): string => displayId(resourceId(resource));
  return [...new Map([...lower, ...upper].map((located) => [key(located), located])).values()];
}
