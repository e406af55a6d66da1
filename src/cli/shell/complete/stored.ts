import { resourceNameFault } from "../../../manifest/checks/metadata.ts";
import { isDnsLabel } from "../../../manifest/checks/names.ts";
import { objectOrEmpty, textOrEmpty } from "../../../model/json.ts";
import type { KindInfo } from "../../../model/kinds/kind.ts";
import { allKinds, kindForAlias, kindNamed } from "../../../model/kinds/kinds.ts";
import type { CalicoVersionRules } from "../../../model/kinds/version.ts";
import type { Resource } from "../../../model/resource.ts";
import { namespaceOf } from "../../resources/selection.ts";
import type { CommandContext } from "../context.ts";
import { EXIT } from "../usage.ts";
import { withDatastore } from "../with-datastore.ts";
import { type Candidate, plain } from "./candidate.ts";

/** The names of stored resources of the kind that the word names. */
export async function storedNames(word: string, context: CommandContext): Promise<readonly Candidate[]> {
  const info = kindForAlias(word);
  if (info === undefined) return [];
  const stored = await storedResources(
    () => [info],
    context,
    (one) => namespaceOf(one, context, false),
  );
  return stored.map((resource) => ({ word: resource.metadata.name, about: aboutResource(resource) }));
}

/** What tells a resource from others of its kind: where an endpoint is, the order of a policy. */
function aboutResource({ kind, spec }: Resource): string {
  const { node, interfaceName, order, selector, cidr } = objectOrEmpty(spec);
  if (node !== undefined) return [interfaceName ?? "", "of", node].map(String).join(" ").trim();
  if (order !== undefined || selector !== undefined)
    return [order === undefined ? "" : `order ${String(order)}`, textOrEmpty(selector)].filter(Boolean).join(", ");
  return textOrEmpty(cidr) || kind;
}

/** The keys of the labels of stored resources of those kinds (`hep,gnp`), each with some of its values. */
export async function storedLabels(words: string, context: CommandContext): Promise<readonly Candidate[]> {
  const infos = words.split(",").flatMap((word) => kindForAlias(word) ?? []);
  const stored = await storedResources(
    () => infos,
    context,
    () => undefined,
  );
  const values = new Map<string, Set<string>>();
  for (const { metadata } of stored)
    for (const [key, value] of Object.entries(metadata.labels ?? {}))
      values.set(key, (values.get(key) ?? new Set()).add(value));
  return [...values].sort().map(([word, of]) => ({ word, about: [...of].sort().join(", ") }));
}

/** The namespaces of stored resources. */
export async function storedNamespaces(context: CommandContext): Promise<readonly Candidate[]> {
  const namespaced = (calico: CalicoVersionRules) => allKinds(calico).filter((info) => info.namespaced);
  const stored = await storedResources(namespaced, context, () => undefined);
  return plain(stored.flatMap(({ metadata }) => metadata.namespace ?? []).sort());
}

/** Host endpoints, workload endpoints and nodes, as the datastore has them. */
export function storedEnds(context: CommandContext): Promise<readonly Resource[]> {
  const kinds = ["HostEndpoint", "WorkloadEndpoint", "Node"].flatMap((kind) => kindNamed(kind) ?? []);
  return storedResources(
    () => kinds,
    context,
    () => undefined,
  );
}

/** Stored resources; only those with names that Calico's API accepts, because a shell may run any other text. */
async function storedResources(
  kinds: (calico: CalicoVersionRules) => readonly KindInfo[],
  context: CommandContext,
  namespaceFor: (info: KindInfo) => string | undefined,
): Promise<readonly Resource[]> {
  const stored: Resource[] = [];
  await withDatastore(context, async (store) => {
    for (const info of kinds(store.calico)) {
      const namespace = namespaceFor(info);
      const { items } = await store.list(info.kind, namespace === undefined ? {} : { namespace });
      for (const resource of items) {
        const { metadata } = resource;
        const valid =
          resourceNameFault(info.kind, metadata.name, store.calico) === undefined &&
          (metadata.namespace === undefined || isDnsLabel(metadata.namespace));
        if (valid) stored.push(resource);
      }
    }
    return EXIT.ok;
  });
  return stored;
}
