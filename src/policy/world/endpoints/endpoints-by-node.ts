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
  const nodes = new EndpointsByNode();
  endpoints.forEach(nodes.add, nodes);
  return nodes;
}

/** Lists by node, each put in order when it is first asked for: a World has the endpoints of all nodes, and packets meet those of few. */
class EndpointsByNode extends Map<string, CompiledEndpoint[]> {
  /** The nodes whose list is not in order yet. */
  readonly #unordered = new Set<string>();

  /** Adds an endpoint to those of its node. */
  add(endpoint: CompiledEndpoint): void {
    const { node } = endpoint;
    const list = super.get(node);
    if (list === undefined) super.set(node, [endpoint]);
    else if (list.push(endpoint) === 2) this.#unordered.add(node);
  }

  override get(node: string): CompiledEndpoint[] | undefined {
    const list = super.get(node);
    if (list !== undefined && this.#unordered.delete(node)) sort(list);
    return list;
  }

  override values(): MapIterator<CompiledEndpoint[]> {
    this.#orderAll();
    return super.values();
  }

  override entries(): MapIterator<[string, CompiledEndpoint[]]> {
    this.#orderAll();
    return super.entries();
  }

  override [Symbol.iterator](): MapIterator<[string, CompiledEndpoint[]]> {
    return this.entries();
  }

  override forEach(...args: Parameters<Map<string, CompiledEndpoint[]>["forEach"]>): void {
    this.#orderAll();
    super.forEach(...args);
  }

  #orderAll(): void {
    for (const node of this.#unordered) this.get(node);
  }
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
