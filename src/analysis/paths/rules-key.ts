import { chainsOf, traversalsOf } from "../../policy/path/chains.ts";
import { type End, interfaceOf, stageEndpoint } from "../../policy/path/end.ts";
import { governingEndpoints, isWorkloadInterface } from "../../policy/path/node-view.ts";
import { applicable, hasStage } from "../../policy/world/endpoint-policies/applicable-policies.ts";
import { objectNumber } from "../object-number.ts";
import type { PathCase } from "./way.ts";

/**
 * What decides about the packets of a case, as text: cases of one text decide all packets alike, by the same rules and defaults, and
 * differ only in what their endpoints, interfaces and nodes are called. One of them is to be analysed for all.
 */
export function rulesKey({ world, way, state }: PathCase): string {
  const { view, from, to, family, destinations, laterTarget } = way;
  const { dnatRules, outputRules, filterRules } = view;
  const translates = dnatRules.length + outputRules.length + filterRules.length > 0;
  const stagesOf = (start: End, end: End) =>
    traversalsOf(start, end).flatMap((traversal) => {
      if (traversal === undefined) return [];
      const ends = { from: traversal.from, to: traversal.to };
      return chainsOf(traversal).map((chain) => stageKey(world, way, ends[chain.end], chain.stage));
    });
  const addresses = [...view.interfaces.values()].flat().map(({ address }) => String(address.value));
  return JSON.stringify([
    ...[objectNumber(world), family, from.kind, to.kind, state ?? "", laterTarget ?? 0, objectNumber(view.settings)],
    // Translations are the node's own, and may be for one interface; so are the hosts that only this node counts as its tunnels'.
    translates || view.tunnelPeers.length > 0 ? [objectNumber(view), interfaceOf(from), interfaceOf(to)] : [],
    // The node's addresses count for what is forwarded through a VXLAN tunnel.
    from.kind !== "process" && to.kind !== "process" ? addresses : [],
    destinations?.map((interval) => interval.map(String)) ?? "all",
    stagesOf(from, to),
    stagesOf(to, from),
  ]);
}

const listKeys = new WeakMap<readonly object[], string>();

function listKey(policies: readonly object[]): string {
  const key = listKeys.get(policies) ?? policies.map(objectNumber).join();
  listKeys.set(policies, key);
  return key;
}

/** What an endpoint does at a stage: its lists of policies, its profiles, and of a workload who it may be. */
function stageKey(
  world: PathCase["world"],
  { view }: PathCase["way"],
  end: End,
  stage: Parameters<typeof stageEndpoint>[2],
): readonly unknown[] {
  if (end.kind === "process") return [];
  const endpoint = stageEndpoint(world, view, stage, end);
  const workload =
    end.kind === "workload"
      ? [
          view.routes === undefined ? 0 : objectNumber(view.routes),
          end.endpoint === undefined ? "" : objectNumber(end.endpoint),
        ]
      : [];
  const { governing } = governingEndpoints(view, end.interface);
  const none = [isWorkloadInterface(view, end.interface), governing === undefined];
  if (endpoint === undefined) return ["none", ...none, ...workload];
  const lists = (["ingress", "egress"] as const).map((direction) =>
    listKey(applicable(world, endpoint, stage, direction)),
  );
  return [...lists, hasStage(world, endpoint, stage), endpoint.profiles, ...workload];
}
