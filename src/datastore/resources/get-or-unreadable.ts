import type { Resource, ResourceId } from "../../model/resource.ts";
import type { Datastore, ReadOptions } from "../datastore.ts";
import { UnreadableValue } from "../datastore-error.ts";

/**
 * The resource, `undefined` where there is none, or why what is stored there cannot be read: for commands on several resources,
 * of which one must not cost the others.
 */
export async function getOrUnreadable(
  store: Datastore,
  id: ResourceId,
  options?: ReadOptions,
): Promise<Resource | UnreadableValue | undefined> {
  try {
    return await store.get(id, options);
  } catch (error) {
    if (error instanceof UnreadableValue) return error;
    throw error;
  }
}
