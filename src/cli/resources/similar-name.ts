import type { Datastore } from "../../datastore/datastore.ts";
import { didYouMean, probable } from "../../model/nearest.ts";
import type { Resource, ResourceId } from "../../model/resource.ts";
import { isDatastoreError } from "../shell/with-datastore.ts";

/** The help for a name that no stored resource of the kind has: one that is like it. Nothing where the kind cannot be listed. */
export async function similarName(
  store: Pick<Datastore, "list">,
  { kind, namespace, name }: ResourceId,
): Promise<string | undefined> {
  try {
    const { items } = await store.list(kind, namespace === undefined ? {} : { namespace });
    return similarAmong(items, name);
  } catch (error) {
    if (isDatastoreError(error)) return undefined;
    throw error;
  }
}

/** The help for a name that none of these resources has: one that is like it. */
export function similarAmong(resources: readonly Resource[], name: string): string | undefined {
  return didYouMean(
    probable(
      name,
      resources.map(({ metadata }) => metadata.name),
    ),
  );
}
