import { workloadNameParts } from "../../../model/kinds/workload-name.ts";
import type { CompiledEndpoint } from "../compiled.ts";

/**
 * The endpoints of each node, in the order in which Felix prefers those at one interface, of which it takes only the first: host
 * endpoints by name, workload endpoints by their identity, which is the orchestrator, the namespace with the workload, and the
 * endpoint (Felix: `wlIdsAscending`).
 */
export function endpointsByNode(
  endpoints: readonly CompiledEndpoint[],
): ReadonlyMap<string, readonly CompiledEndpoint[]> {
  const nodes = new Map<string, CompiledEndpoint[]>();
  for (const endpoint of endpoints) {
    const list = nodes.get(endpoint.node);
    if (list) list.push(endpoint);
    else nodes.set(endpoint.node, [endpoint]);
  }
  for (const list of nodes.values()) if (list.length > 1) sort(list);
  return nodes;
}

function sort(list: CompiledEndpoint[]): void {
  const identities = new Map(list.map((one) => [one, identityOf(one)]));
  list.sort((a, b) => compare(identities.get(a) ?? [], identities.get(b) ?? []));
}

/** What endpoints are compared by, piece by piece. A name that no workload endpoint can have comes after those that one can. */
function identityOf({ kind, namespace = "", name }: CompiledEndpoint): readonly string[] {
  if (kind === "HostEndpoint") return [name];
  const parts = workloadNameParts(name);
  if (parts === undefined) return ["other", name, namespace];
  return ["named", parts.orchestrator, `${namespace}/${parts.workload}`, parts.endpoint];
}

function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((piece, i) => piece !== b[i]);
  return at < 0 ? 0 : (a[at] as string) < (b[at] ?? "") ? -1 : 1;
}
