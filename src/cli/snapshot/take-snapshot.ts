import { ForbiddenError } from "../../datastore/datastore-error.ts";
import type { KubernetesApi } from "../../datastore/kubernetes/api/kubernetes-api.ts";
import type { StoredGroup } from "../../datastore/kubernetes/api-resources.ts";
import { servedGroup } from "../../datastore/kubernetes/open-kubernetes.ts";
import type { KubernetesObject } from "../../kubernetes/kubernetes-object.ts";
import { goYaml } from "../../manifest/yaml/writer/go-yaml.ts";
import { objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { cutObject } from "./cut-object.ts";
import { type SnapshotKind, snapshotKinds } from "./snapshot-kinds.ts";

/** The part of the Kubernetes API that a snapshot is read from. */
export type SnapshotSource = Pick<KubernetesApi, "groups" | "list">;

/** A cluster's objects of each kind as text, and the kinds that may not be read. */
export interface Snapshot {
  /** One file for each kind of which there are objects. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** How many objects there are. */
  readonly objects: number;
  readonly missing: readonly SnapshotKind[];
}

/**
 * Reads all that `simulate` needs, Calico's resources from the API that was chosen, else the one that the cluster serves. Throws
 * the source's faults, but for rights that are missing.
 */
export async function takeSnapshot(source: SnapshotSource, chosen?: StoredGroup): Promise<Snapshot> {
  const kinds = snapshotKinds(chosen ?? (await servedGroup(source)));
  const lists = await Promise.all(kinds.map((kind) => listed(kind, source)));
  const read = lists.flatMap((list) => (list.items === undefined ? [] : [{ ...list, items: list.items }]));
  return {
    files: read.flatMap(({ kind, items }) =>
      items.length === 0 ? [] : [{ name: kind.file, text: textOf(kind, items) }],
    ),
    objects: read.reduce((sum, { items }) => sum + items.length, 0),
    missing: lists.flatMap(({ kind, items }) => (items === undefined ? [kind] : [])),
  };
}

/** The objects of a kind; none where there is no right to list them. */
async function listed(
  kind: SnapshotKind,
  source: SnapshotSource,
): Promise<{ readonly kind: SnapshotKind; readonly items: readonly KubernetesObject[] | undefined }> {
  try {
    return { kind, items: (await source.list(kind.of)).items };
  } catch (error) {
    if (error instanceof ForbiddenError) return { kind, items: undefined };
    throw error;
  }
}

/** The objects as YAML documents in the order of their names, so that two snapshots differ where the cluster does. */
function textOf({ apiVersion, kind }: SnapshotKind, items: readonly KubernetesObject[]): string {
  const keyed = items.map((object) => {
    const { namespace, name } = objectOrEmpty(object.metadata);
    return { object, key: `${textOrEmpty(namespace)}/${textOrEmpty(name)}` };
  });
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed
    .map(({ object }) => goYaml(cutObject(object, apiVersion, kind), { width: Number.POSITIVE_INFINITY }))
    .join("---\n");
}
