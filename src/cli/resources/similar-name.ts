import type { Datastore } from "../../datastore/datastore.ts";
import { didYouMean, probable } from "../../model/nearest.ts";
import type { ResourceId } from "../../model/resource.ts";
import { isDatastoreError } from "../shell/with-datastore.ts";

/** The help for a name that no stored resource of the kind has: one that is like it. Nothing where the kind cannot be listed. */
export async function similarName(
  store: Pick<Datastore, "list">,
  { kind, namespace, name }: ResourceId,
): Promise<string | undefined> {
  try {
    const { items } = await store.list(kind, namespace === undefined ? {} : { namespace });
    return didYouMean(
      probable(
        name,
        items.map(({ metadata }) => metadata.name),
      ),
    );
  } catch (error) {
    if (isDatastoreError(error)) return undefined;
    throw error;
  }
}
