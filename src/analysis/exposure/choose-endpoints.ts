import { unknownName } from "../../model/nearest.ts";
import { addressKey, parseAddress } from "../../model/net/address.ts";
import { nodesOf } from "../../policy/flow/entry.ts";
import type { CompiledEndpoint, World } from "../../policy/world/compiled.ts";
import { netContains } from "../../policy/world/nets.ts";
import { matches } from "../../selector/matches.ts";
import { parseSelector } from "../../selector/parse.ts";
import { type Choice, chooseEach } from "./choice.ts";
import { selectorProblem } from "./selector-problem.ts";

/**
 * The endpoints that texts name, each once, in the World's order: the name of a host or workload endpoint (that of a pod, with
 * its namespace), `pod/NAMESPACE/NAME`, `node/NAME` for the host endpoints of a node, an address of an endpoint, or a
 * selector over their labels. Without texts all; with `node` those of that node only. It is a problem if there are none.
 */
export function chooseEndpoints(
  world: World,
  texts: readonly string[] | undefined,
  node: string | undefined,
): Choice<readonly CompiledEndpoint[]> {
  const known = nodesOf(world.owners.everywhere());
  if (node !== undefined && !known.includes(node)) return { ok: false, ...unknownName("node", node, known) };
  const all = [...endpointsOf(world)].filter((endpoint) => node === undefined || endpoint.node === node);
  const where = node === undefined ? "" : ` on node \`${node}\``;
  if (texts === undefined) {
    return all.length > 0 ? { ok: true, value: all } : { ok: false, message: `there are no endpoints${where}` };
  }
  const chosen = chooseEach(texts, (text) => endpointsNamed(world, text, all, where));
  if (!chosen.ok) return chosen;
  const wanted = new Set(chosen.value);
  return { ok: true, value: all.filter((endpoint) => wanted.has(endpoint)) };
}

/** The endpoints of a World: host endpoints, then workload endpoints, a node after the other. */
export function* endpointsOf({ hostEndpoints, workloadEndpoints }: World): Iterable<CompiledEndpoint> {
  for (const endpoints of [hostEndpoints, workloadEndpoints]) {
    for (const [, list] of [...endpoints].sort(([a], [b]) => (a < b ? -1 : 1))) yield* list;
  }
}

/** The endpoints that one text names; `where` is said of them in a problem. */
function endpointsNamed(
  world: World,
  text: string,
  endpoints: readonly CompiledEndpoint[],
  where: string,
): Choice<readonly CompiledEndpoint[]> {
  const named = endpoints.filter((endpoint) => isNamed(endpoint, text));
  if (named.length > 0) return { ok: true, value: named };
  const service = serviceMembers(world, text);
  if (service !== undefined) {
    const members = endpoints.filter(({ nets }) => nets.some(({ cidr }) => service.has(addressKey(cidr.address))));
    if (members.length > 0) return { ok: true, value: members };
    return { ok: false, message: `no endpoint${where} is behind \`${text}\`` };
  }
  const address = parseAddress(text);
  if (address !== undefined) {
    const owners = endpoints.filter(({ nets }) => nets.some((net) => netContains(net, address)));
    if (owners.length > 0) return { ok: true, value: owners };
    return { ok: false, message: `no endpoint${where} has the address \`${text}\`` };
  }
  const parsed = parseSelector(text);
  if (!parsed.ok || text.trim() === "") {
    const names = endpoints.map(({ name }) => name);
    return { ok: false, ...(selectorProblem(text) ?? unknownName("endpoint", text, names, where)) };
  }
  const selected = endpoints.filter(({ labels }) => matches(parsed.selector, labels));
  if (selected.length > 0) return { ok: true, value: selected };
  return { ok: false, message: `\`${text}\` selects no endpoint${where}` };
}

function isNamed({ kind, name, namespace, node, aliases }: CompiledEndpoint, text: string): boolean {
  const [word, rest = ""] = cut(text);
  if (word === "node") return kind === "HostEndpoint" && node === rest;
  const wanted = word === "pod" ? rest : text;
  if (kind === "HostEndpoint") return wanted === name && word !== "pod";
  const names = [name, ...aliases];
  return names.some((one) => wanted === one || (namespace !== undefined && wanted === `${namespace}/${one}`));
}

/** The addresses behind a Service that `svc/NAMESPACE/NAME` names; `undefined` for other texts. */
function serviceMembers({ services }: World, text: string): Pick<ReadonlyMap<string, unknown>, "has"> | undefined {
  const [word, rest = ""] = cut(text);
  if (word !== "svc") return undefined;
  return services?.get(rest.includes("/") ? rest : `default/${rest}`)?.addresses ?? new Map();
}

/** What stands before the first slash, and behind it. */
function cut(text: string): readonly [string, string?] {
  const at = text.indexOf("/");
  return at < 0 ? [""] : [text.slice(0, at), text.slice(at + 1)];
}
