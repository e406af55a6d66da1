import type { End } from "../../policy/path/end.ts";
import type { NodeView } from "../../policy/path/node-view.ts";
import type { CompiledEndpoint, World } from "../../policy/world/compiled.ts";
import type { PathCase, Way } from "../paths/way.ts";
import { content, sameContent } from "./content.ts";

/**
 * Whether all that decides about packets of a way, besides the lists of rules, is the same in two Worlds: settings, what the node
 * has at the ends, tunnels, translations. Whatever this does not know of makes the answer wrong, so that it compares rather more
 * than the walk reads.
 */
export function sameConditions(before: PathCase, after: PathCase): boolean {
  return (
    sameWorlds(before.world, after.world) &&
    sameNodes(before.way.view, after.way.view) &&
    sameContent(before.way.facts, after.way.facts) &&
    sameEnds(before.way, after.way)
  );
}

function sameWorlds(a: World, b: World): boolean {
  return (
    a.calico === b.calico &&
    sameContent(a.encapsulation, b.encapsulation) &&
    sameContent(a.serviceNets, b.serviceNets) &&
    sameContent(a.nodes, b.nodes)
  );
}

function sameNodes(a: NodeView, b: NodeView): boolean {
  return (
    sameContent(a.settings, b.settings) &&
    sameContent(a.dnatRules, b.dnatRules) &&
    sameContent(a.outputRules, b.outputRules) &&
    sameContent(a.filterRules, b.filterRules) &&
    (a.outputRules.length === 0 || sameAddresses(a, b))
  );
}

/** Whether the same endpoints have the same addresses: routes follow them. */
function sameAddresses(a: NodeView, b: NodeView): boolean {
  return content(addressesOf(a)) === content(addressesOf(b));
}

function addressesOf({ hostEndpoints, workloadEndpoints }: NodeView) {
  const of = ({ name, interfaceName, nets }: CompiledEndpoint) => [name, interfaceName, nets.map(({ text }) => text)];
  return [hostEndpoints.map(of), workloadEndpoints.map(of)];
}

function sameEnds(a: Way, b: Way): boolean {
  return sameEnd(a.from, b.from) && sameEnd(a.to, b.to) && a.laterTarget === b.laterTarget;
}

function sameEnd(a: End, b: End): boolean {
  if (a.kind !== "workload" || b.kind !== "workload") return a.kind === b.kind;
  return sameContent(sourcesOf(a.endpoint), sourcesOf(b.endpoint));
}

/** What a workload may send from. */
function sourcesOf(endpoint: CompiledEndpoint | undefined) {
  return endpoint && [endpoint.nets.map(({ text }) => text), endpoint.spoofedSources.map(({ text }) => text)];
}

/** Whether translations of the node may be for packets of the way. */
export function translates({ from, view }: Pick<Way, "from" | "view">): boolean {
  return (from.kind === "process" ? view.outputRules : view.dnatRules).length > 0;
}
