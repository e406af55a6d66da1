import type { ClusterReading } from "../../datastore/datastore.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { NodeFacts } from "../../model/flow.ts";
import type { JsonObject } from "../../model/json.ts";
import type { World } from "../../policy/world/compiled.ts";
import { factsOfCluster } from "../../scenario/cluster-facts.ts";
import { factsOfNode, type SavedFacts, unusedFacts } from "../../scenario/node-facts.ts";
import { listsSlices } from "../resources/evaluated-resources.ts";
import { UsageError } from "../shell/usage.ts";

/** What is known of the nodes that a proof is about. */
export interface GuardFacts {
  readonly of: (node: string) => NodeFacts;
  /** The nodes with endpoints of which nothing says what they translate. */
  readonly untold: readonly string[];
  /** Facts that are of no node of the proof. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The facts that were saved on nodes and, of nodes without a saved nat table, what a cluster makes of its Services. Throws
 * `UsageError` for facts without a node where there are several.
 */
export function guardFacts(
  saved: SavedFacts,
  cluster: ClusterReading<JsonObject> | undefined,
  worlds: readonly World[],
): GuardFacts {
  const withEndpoints = worlds.flatMap((world) => [...world.hostEndpoints.keys(), ...world.workloadEndpoints.keys()]);
  const nodes = [...new Set(withEndpoints)].sort();
  if (Object.keys(saved.unnamed).length > 0 && nodes.length > 1)
    throw new UsageError("facts without a node are given, and there are several", "write NODE=PATH");
  const [first] = worlds;
  const ofCluster = cluster && first && factsOfCluster(cluster.items, first, listsSlices(cluster)).ofCluster;
  const all: SavedFacts = ofCluster === undefined ? saved : { ...saved, ofCluster };
  const of = (node: string) => factsOfNode(all, node);
  return { of, untold: nodes.filter((node) => of(node).dnat === undefined), diagnostics: unusedFacts(saved, nodes) };
}
