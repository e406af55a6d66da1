import type { Datastore, Unreadable } from "../../datastore/datastore.ts";
import { evaluatedKinds } from "../../model/kinds/kinds.ts";
import { displayId, type Located, type Resource, resourceId } from "../../model/resource.ts";
import type { CommandContext } from "../shell/context.ts";
import { warningLine } from "../shell/io/error-line.ts";
import type { Io } from "../shell/io/io.ts";

/** Everything in the datastore that the evaluator reads; values that cannot be read are reported and left out. */
export async function storedResources(store: Datastore, { io }: CommandContext): Promise<Located[]> {
  const lists = await Promise.all(evaluatedKinds(store.profile).map(({ kind }) => store.list(kind)));
  warnUnreadable(
    lists.flatMap((list) => list.unreadable),
    io,
  );
  return lists.flatMap((list) => list.items.map(fromStore));
}

/** Reports the stored values that a list leaves out, and why. */
export function warnUnreadable(unreadable: readonly Unreadable[], { stderr }: Io): void {
  for (const { key, reason } of unreadable) {
    stderr.write(warningLine(`${key} is left out: ${reason}`));
  }
}

function fromStore(resource: Resource): Located {
  return { resource, locate: () => undefined };
}

/** What the store would hold if `upper` were applied to `lower`: resources of the same kind and name are replaced. */
export function overlay(lower: readonly Located[], upper: readonly Located[]): Located[] {
  const key = ({ resource }: Located): string => displayId(resourceId(resource));
  return [...new Map([...lower, ...upper].map((located) => [key(located), located])).values()];
}
