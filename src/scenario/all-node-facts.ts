import type { NodeFacts } from "../model/flow.ts";
import { nodesOf } from "../policy/flow/entry.ts";
import { factsOfNode } from "./node-facts.ts";
import type { Scenario } from "./scenario.ts";

/** What is known of each node that the resources name, also where that is nothing. */
export function factsOfNodes({ world, saved }: Scenario): readonly NodeFacts[] {
  return nodesOf(world.owners.everywhere()).map((node) => factsOfNode(saved, node));
}
