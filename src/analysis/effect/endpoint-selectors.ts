import type { World } from "../../policy/world/compiled.ts";
import { matches } from "../../selector/matches.ts";
import { printSelector } from "../../selector/print.ts";
import type { ChangeGroup } from "./groups.ts";

/** The selector of a policy that selects exactly the endpoints of a group, of all host or workload endpoints; else `undefined`. */
export function endpointSelector(world: World, { places }: ChangeGroup): string | undefined {
  const [first] = places;
  if (first?.endpoint === undefined || places.length < 2 || places.some(({ endpoint }) => !endpoint)) return undefined;
  const { kind } = first.endpoint;
  const key = (one: { readonly namespace?: string; readonly name: string; readonly node: string }) =>
    `${one.node} ${one.namespace ?? ""}/${one.name}`;
  const wanted = new Set(places.map(({ node, endpoint }) => key({ node, name: "", ...endpoint })));
  const all = [...(kind === "HostEndpoint" ? world.hostEndpoints : world.workloadEndpoints).values()].flat();
  const policy = world.policies.find(({ selector, ref }) => {
    if (ref.namespace !== undefined) return false;
    const selected = all.filter(({ labels }) => matches(selector, labels));
    return selected.length === wanted.size && selected.every((one) => wanted.has(key(one)));
  });
  return policy && printSelector(policy.selector);
}
