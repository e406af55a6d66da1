import { describer } from "../../../analysis/describe/describe.ts";
import type { Description } from "../../../analysis/describe/description.ts";
import { endpointsOf } from "../../../analysis/lint/finding.ts";
import { DIRECTIONS } from "../../../analysis/lint/rules-of-world.ts";
import type { Span } from "../../../model/diagnostic.ts";
import { nearest } from "../../../model/nearest.ts";
import { displayId, type Located, resourceId } from "../../../model/resource.ts";
import type { Direction } from "../../../policy/outcome.ts";
import { rulePath } from "../../../policy/world/compiled.ts";
import { factsOfNode } from "../../../scenario/node-facts.ts";
import { RequestError } from "../../../scenario/request-error.ts";
import { findingsOfResources, isLinted } from "../../../scenario/resource-findings.ts";
import type { Scenario } from "../../../scenario/scenario.ts";
import { endpointWord } from "./end-words.ts";
import { type StageSkips, skipsOf } from "./endpoint-stages.ts";
import { linksOf, type ResourceLinks } from "./resource-links.ts";

/** What a resource does among the others: what `describe` prints, with what the page links and places. */
export interface DescribedResource {
  readonly description: Description;
  /** Where it is written; absent for what the datastore has. */
  readonly place?: Span;
  /** Other resources that the description names. */
  readonly links: ResourceLinks;
  /** The places of its rules, by direction, in their order. */
  readonly rulePlaces: Readonly<Record<Direction, readonly (Span | undefined)[]>>;
  /** Of an endpoint: the name by which a packet is asked about it, and what does not apply to it. */
  readonly endpoint?: { readonly word: string; readonly skips: readonly StageSkips[] };
  /** Whether what `lint` warns of is among the warnings; of very many policies it is not. */
  readonly isLinted: boolean;
}

type Describe = ReturnType<typeof describer>;

const describers = new WeakMap<Scenario, Describe>();

/** What a resource does among the others, by its name for people; throws `RequestError` where there is none of that name. */
export function describe(scenario: Scenario, name: string): DescribedResource {
  const { resources, world } = scenario;
  const endpoint = endpointsOf(world).find(({ located }) => nameOf(located) === name);
  // A host endpoint that kube-controllers makes of a Node is in no input.
  const located = resources.find((one) => nameOf(one) === name) ?? endpoint?.located;
  if (located === undefined) {
    const near = nearest(name, resources.map(nameOf));
    throw new RequestError(`${name} does not exist`, near === undefined ? undefined : `is it ${near}?`);
  }
  const description = describerOf(scenario)(located.resource);
  const place = located.locate(["metadata", "name"]);
  return {
    description,
    ...(place && { place }),
    links: linksOf(scenario, description),
    rulePlaces: rulePlacesOf(located),
    ...(endpoint && { endpoint: { word: endpointWord(endpoint), skips: skipsOf(endpoint, world) } }),
    isLinted: isLinted(scenario),
  };
}

/** Made once for a scenario: what `lint` finds takes time. */
function describerOf(scenario: Scenario): Describe {
  const known = describers.get(scenario);
  if (known !== undefined) return known;
  const made = describer({
    world: scenario.world,
    findings: findingsOfResources(scenario),
    factsOf: (node) => factsOfNode(scenario.saved, node),
  });
  describers.set(scenario, made);
  return made;
}

function rulePlacesOf({ resource: { spec }, locate }: Located): DescribedResource["rulePlaces"] {
  const [ingress = [], egress = []] = DIRECTIONS.map((direction) => {
    const rules = spec?.[direction];
    return Array.isArray(rules) ? rules.map((_, at) => locate(rulePath(direction, at))) : [];
  });
  return { ingress, egress };
}

function nameOf({ resource }: Located): string {
  return displayId(resourceId(resource));
}
