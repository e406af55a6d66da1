import type { CompiledEndpoint, CompiledPolicy, World } from "../../policy/world/compiled.ts";
import { indexLabels } from "../../policy/world/label-index.ts";
import { printSelector } from "../../selector/print.ts";
import type { ChangeGroup } from "./groups.ts";

type Kind = CompiledEndpoint["kind"];

/** All endpoints of a kind, and the policies for all namespaces by how many of these they select. */
interface Selected {
  readonly all: readonly CompiledEndpoint[];
  readonly matching: (selector: CompiledPolicy["selector"]) => readonly number[];
  readonly byCount: ReadonlyMap<number, readonly CompiledPolicy[]>;
}

const memos = new WeakMap<World, Map<Kind, Selected>>();

/** The selector of a policy that selects exactly the endpoints of a group, of all host or workload endpoints; else `undefined`. */
export function endpointSelector(world: World, { places }: ChangeGroup): string | undefined {
  const [first] = places;
  if (first?.endpoint === undefined || places.length < 2 || places.some(({ endpoint }) => !endpoint)) return undefined;
  const key = (one: { readonly namespace?: string; readonly name: string; readonly node: string }) =>
    `${one.node} ${one.namespace ?? ""}/${one.name}`;
  const wanted = new Set(places.map(({ node, endpoint }) => key({ node, name: "", ...endpoint })));
  const { all, matching, byCount } = selectedIn(world, first.endpoint.kind);
  const policy = byCount
    .get(wanted.size)
    ?.find(({ selector }) => matching(selector).every((at) => wanted.has(key(all[at] as CompiledEndpoint))));
  return policy && printSelector(policy.selector);
}

/** Found once for the many groups of a change: to try each policy on each endpoint for each group takes longer than the comparison. */
function selectedIn(world: World, kind: Kind): Selected {
  const memo = memos.get(world) ?? new Map<Kind, Selected>();
  memos.set(world, memo);
  const known = memo.get(kind);
  if (known !== undefined) return known;
  const all = [...(kind === "HostEndpoint" ? world.hostEndpoints : world.workloadEndpoints).values()].flat();
  const matching = indexLabels(all.map(({ labels }) => labels));
  const byCount = new Map<number, CompiledPolicy[]>();
  for (const policy of world.policies) {
    if (policy.ref.namespace !== undefined) continue;
    const count = matching(policy.selector).length;
    const same = byCount.get(count) ?? [];
    byCount.set(count, same);
    same.push(policy);
  }
  const made = { all, matching, byCount };
  memo.set(kind, made);
  return made;
}
