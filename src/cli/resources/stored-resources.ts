import type { ClusterReading, Datastore, Misnamed, Unreadable } from "../../datastore/datastore.ts";
import { type UnreadableValue, unreadableHelp } from "../../datastore/datastore-error.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { evaluatedKinds } from "../../model/kinds/kinds.ts";
import type { Located, Resource } from "../../model/resource.ts";

/** Everything in the datastore that the evaluator reads, and the findings about its values. */
export async function storedResources(
  store: Datastore,
): Promise<{ readonly resources: readonly Located[]; readonly diagnostics: readonly Diagnostic[] }> {
  const listing = Promise.all(evaluatedKinds(store.calico).map(({ kind }) => store.list(kind)));
  const [lists, policies] = await Promise.all([listing, store.policiesOfKubernetes?.()]);
  return {
    resources: [...lists.flatMap(({ items }) => items), ...(policies?.items ?? [])].map(fromStore),
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

/** The findings about stored values that were read. */
export interface OddValues {
  readonly unreadable: readonly Unreadable[];
  readonly misnamed: readonly Misnamed[];
}

/** The findings where verdicts are computed without a value. */
const WITHOUT: Readonly<Record<Unreadable["forCalico"], string>> = {
  unreadable:
    "every verdict here is computed without it; Calico's nodes leave it out, too, from the next time they read everything",
  perhaps: "every verdict here is computed without it; Calico's nodes may read it, so that theirs may be others",
};

/**
 * An error for each stored value that is left out because it cannot be read, so that the command ends with exit code 1 although
 * it goes on; a warning for each whose metadata names another resource than its key.
 */
export function storedValueFindings({ unreadable, misnamed }: OddValues, use?: "verdicts"): Diagnostic[] {
  return [
    ...unreadable.map(
      ({ key, reason, forCalico, isNameless }): Diagnostic => ({
        severity: "error",
        code: "value.unreadable",
        message: `${key} is left out: ${reason}`,
        help: use === "verdicts" ? WITHOUT[forCalico] : unreadableHelp(key, isNameless),
      }),
    ),
    ...misnamed.map(
      ({ key, note }): Diagnostic => ({ severity: "warning", code: "value.misnamed", message: `${key}: ${note}` }),
    ),
  ];
}

/** An error for a resource that was asked for by its name and cannot be read. */
export function unreadableError({ message, code, help }: UnreadableValue): Diagnostic {
  return { severity: "error", code, message, ...(help !== undefined && { help }) };
}

function fromStore(resource: Resource): Located {
  return { resource, locate: () => undefined };
}
