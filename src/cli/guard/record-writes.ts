import type { WriteChanges } from "../../analysis/write-sequence.ts";
import type { Datastore, StoredChange } from "../../datastore/datastore.ts";
import { evaluatedKinds } from "../../model/kinds/kinds.ts";
import { displayId, type Located, type Resource, type ResourceId, resourceId } from "../../model/resource.ts";

/** Writes that a command is about to make, one after the other. */
export interface PlannedWrites<Item> {
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => ResourceId;
  /** Where the resource of an item was read, so that findings can say the place; absent where it was not. */
  readonly located?: (item: Item) => Located | undefined;
  /** Makes one of them. */
  readonly write: (item: Item, store: Datastore) => Promise<unknown>;
}

/**
 * What each write changes of the resources that decide about packets, those that go with it included (a Node's own
 * configuration, what every new store has): each is made on a store that keeps writes in memory, on top of those before it.
 */
export async function recordWrites<Item>(
  { items, located, write }: PlannedWrites<Item>,
  store: Datastore,
): Promise<readonly WriteChanges[]> {
  const kinds = new Set(evaluatedKinds(store.calico).map(({ kind }) => kind));
  let changes: StoredChange[] = [];
  const dry = store.dryRun((change) => changes.push(change));
  const recorded: WriteChanges[] = [];
  for (const item of items) {
    changes = [];
    await write(item, dry);
    const given = located?.(item);
    const name = given && displayId(resourceId(given.resource));
    recorded.push(
      changes
        .filter(({ id }) => kinds.has(id.kind))
        .map(({ id, after }) => ({
          id,
          ...(after && { after: asLocated(after, displayId(id) === name ? given : undefined) }),
        })),
    );
  }
  return recorded;
}

/** The resource as it will be stored, with the places of the text that it is written from. */
function asLocated(resource: Resource, given: Located | undefined): Located {
  if (given === undefined) return { resource, locate: () => undefined };
  const { source, locate } = given;
  return { resource, locate, ...(source !== undefined && { source }) };
}
