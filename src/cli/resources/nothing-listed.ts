import type { Datastore } from "../../datastore/datastore.ts";
import type { KindInfo } from "../../model/kinds/kind.ts";
import type { Resource } from "../../model/resource.ts";
import type { CommandContext } from "../shell/context.ts";
import { wordsForKind } from "./kind.ts";
import { namespaceOf } from "./selection.ts";

/** A list of one kind that came out empty. */
export interface EmptyList {
  readonly info: KindInfo;
  /** How many there were before any selector. */
  readonly unselected: number;
  readonly revision: string;
  readonly allNamespaces: boolean;
}

/** The revision of an etcd or embedded store that was never written to. */
const NEVER_WRITTEN = "1";

/** Why nothing is listed, as far as the store can tell, and what lists something. */
export async function whyNothing(
  { info, unselected, revision, allNamespaces }: EmptyList,
  store: Datastore,
  context: CommandContext,
): Promise<string> {
  const { kind } = info;
  if (unselected > 0) return `no ${kind} is selected, of ${unselected}`;
  if (kind === "NetworkPolicy") {
    const items = await itemsOf(store, "GlobalNetworkPolicy");
    const are = items.length === 1 ? "is 1 global one" : `are ${items.length} global ones`;
    if (items.length > 0) return `no network policies; there ${are}: calicoctl get gnp`;
  }
  const namespace = namespaceOf(info, context, allNamespaces);
  if (namespace !== undefined) {
    const items = await itemsOf(store, kind);
    const others = items.length === 1 ? "1 in another" : `${items.length} in others`;
    if (items.length > 0)
      return `no ${kind} in namespace ${namespace}, ${others}: calicoctl get ${wordsForKind(info).at(-1)} -a`;
  }
  if (revision === NEVER_WRITTEN) return `no ${kind}: nothing was ever written to ${store.description}`;
  return namespace === undefined ? `no ${kind}` : `no ${kind} in any namespace`;
}

/** All of the kind; none where they cannot be listed, because this is only about a note. */
async function itemsOf(store: Datastore, kind: string): Promise<readonly Resource[]> {
  return store.list(kind).then(
    ({ items }) => items,
    () => [],
  );
}
