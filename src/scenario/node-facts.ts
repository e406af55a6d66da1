import type { Diagnostic } from "../model/diagnostic.ts";
import type { NodeFacts, Route } from "../model/flow.ts";
import type { FactsByNode } from "../policy/end-to-end/endpoint-places.ts";

/** Facts of a node, without its name. */
export type Facts = Omit<NodeFacts, "node">;

/** The facts that were saved on nodes; `unnamed` is of the node that a packet enters, whichever it is. */
export interface SavedFacts {
  readonly unnamed: Facts;
  readonly byNode: ReadonlyMap<string, Facts>;
  /** The nodes that were named one by one, not by a folder of many. */
  readonly named: ReadonlySet<string>;
  /** What the objects of the cluster (Services, Pods) make of a node; absent without any. Saved facts of the same kind count before it. */
  readonly ofCluster?: (node: string) => Facts;
}

/** No facts were saved. */
export const NO_FACTS: SavedFacts = { unnamed: {}, byNode: new Map(), named: new Set() };

/**
 * The facts of two sources together. Where both have an interface, a route to the same destination, or a DNAT of the same
 * packet, the first source's counts.
 */
export function mergedFacts(first: Facts, second: Facts): Facts {
  const keyOf = ({ dst, table = "main" }: Route): string => `${table} ${dst}`;
  const known = new Set(first.routes?.map(keyOf));
  const others = second.routes?.filter((route) => !known.has(keyOf(route))) ?? [];
  return {
    ...((first.interfaces ?? second.interfaces) && { interfaces: { ...second.interfaces, ...first.interfaces } }),
    ...((first.dnat ?? second.dnat) && { dnat: [...(first.dnat ?? []), ...(second.dnat ?? [])] }),
    ...((first.outputDnat ?? second.outputDnat) && {
      outputDnat: [...(first.outputDnat ?? []), ...(second.outputDnat ?? [])],
    }),
    ...((first.masquerade ?? second.masquerade) && {
      masquerade: [...(first.masquerade ?? []), ...(second.masquerade ?? [])],
    }),
    ...((first.sourceNat ?? second.sourceNat) && {
      sourceNat: [...(first.sourceNat ?? []), ...(second.sourceNat ?? [])],
    }),
    ...((first.routes ?? second.routes) && { routes: [...(first.routes ?? []), ...others] }),
  };
}

/**
 * All facts of one node: `first` before what was saved under its name, and that before what was saved under none. What the
 * objects of the cluster make of it counts where no translation of the node was given: a saved nat table is the whole of it.
 */
export function factsOfNode({ unnamed, byNode, ofCluster }: SavedFacts, node: string, first: Facts = {}): NodeFacts {
  const given = { node, ...mergedFacts(first, mergedFacts(byNode.get(node) ?? {}, unnamed)) };
  const isNatGiven = given.dnat !== undefined || given.outputDnat !== undefined || given.masquerade !== undefined;
  return ofCluster === undefined || isNatGiven ? given : { ...given, ...ofCluster(node) };
}

/** The facts of nodes by their names: those of `known`, of others what the objects of the cluster make of them. */
export function factsByName(known: ReadonlyMap<string, NodeFacts>, { ofCluster }: SavedFacts): FactsByNode {
  if (ofCluster === undefined) return known;
  const made = new Map<string, NodeFacts>();
  const get = (node: string): NodeFacts => {
    const facts = known.get(node) ?? made.get(node) ?? { node, ...ofCluster(node) };
    made.set(node, facts);
    return facts;
  };
  return { get, has: (node) => known.has(node), keys: () => known.keys() };
}

/** The saved facts of every node that has some under its name. */
export function namedFacts(saved: SavedFacts): NodeFacts[] {
  return [...saved.byNode].map(([node, facts]) => ({ node, ...facts }));
}

/**
 * Warnings about nodes whose facts were saved though no packet enters them. A folder of all nodes of a cluster may hold
 * more than are needed: its nodes are reported only if none of them is entered.
 */
export function unusedFacts({ byNode, named }: SavedFacts, entered: Iterable<string>): Diagnostic[] {
  const nodes = [...new Set(entered)].sort();
  const isUnused = (node: string): boolean => !nodes.includes(node);
  const others = [...byNode.keys()].filter((node) => !named.has(node));
  const unused = [...[...named].filter(isUnused), ...(others.every(isUnused) ? others : [])];
  return nodes.length === 0 ? [] : unused.map((node) => unusedWarning(node, nodes));
}

function unusedWarning(node: string, entered: readonly string[]): Diagnostic {
  const which = entered.length > 10 ? `${entered.slice(0, 10).join(", ")} and others` : entered.join(", ");
  return {
    severity: "warning",
    code: "facts.unused",
    message: `the facts of node \`${node}\` are not used: no packet enters it`,
    help: `packets enter ${which}`,
  };
}
