import type { NodeFacts } from "../../../src/model/flow.ts";
import type { CalicoVersion } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { chance } from "./plain/chance.ts";
import { flowMaker, type NodeFlow } from "./plain/flows.ts";
import { plainResources } from "./plain/resources.ts";

/** A cluster with flows through all of its nodes, of which most meet nothing but policies. */
export interface PlainWorld {
  readonly version: CalicoVersion;
  readonly resources: readonly Resource[];
  readonly facts: readonly NodeFacts[];
  readonly flows: readonly NodeFlow[];
  /** The first of the flows, so many, are all between the same two ends. */
  readonly crowd: number;
}

/** Around a tile of packets that are matched at once (`TILE`), and around two. */
const CROWDS = [511, 512, 513, 1025];

/** The world of a seed, with that many flows besides the crowd. */
export function plainWorld(seed: number, flows: number): PlainWorld {
  const choices = chance(seed);
  const version = choices.of<CalicoVersion>(["v3.7", "v3.32"]);
  const { resources, rules, facts } = plainResources(choices, version === "v3.32");
  const { between, any } = flowMaker(choices, rules);
  const crowd = choices.of(CROWDS);
  const [node, from] = [choices.below(facts.length), choices.of([{ interface: "eth0" }, { interface: "cali1" }])];
  const to = choices.of([{ interface: "eth1" }, { interface: "cali2" }]);
  return {
    version,
    resources,
    facts,
    crowd,
    flows: Array.from({ length: crowd + flows }, (_, index): NodeFlow => {
      if (index < crowd) return { node, flow: between(node, from, to) };
      const at = choices.below(facts.length);
      return { node: at, flow: any(at) };
    }),
  };
}
