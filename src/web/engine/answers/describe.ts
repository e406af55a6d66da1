import { describer } from "../../../analysis/describe/describe.ts";
import type { Description } from "../../../analysis/describe/description.ts";
import { nearest } from "../../../model/nearest.ts";
import { displayId, resourceId } from "../../../model/resource.ts";
import { factsOfNode } from "../../../scenario/node-facts.ts";
import { RequestError } from "../../../scenario/request-error.ts";
import { findingsOfResources } from "../../../scenario/resource-findings.ts";
import type { Scenario } from "../../../scenario/scenario.ts";

type Describe = ReturnType<typeof describer>;

const describers = new WeakMap<Scenario, Describe>();

/** What a resource does among the others, by its name for people; throws `RequestError` where there is none of that name. */
export function describe(scenario: Scenario, name: string): Description {
  const located = scenario.resources.find(({ resource }) => displayId(resourceId(resource)) === name);
  const endpoint = located ?? assumedEndpoint(scenario, name);
  if (endpoint === undefined) {
    const near = nearest(
      name,
      scenario.resources.map(({ resource }) => displayId(resourceId(resource))),
    );
    throw new RequestError(`${name} does not exist`, near === undefined ? undefined : `is it ${near}?`);
  }
  return describerOf(scenario)(endpoint.resource);
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

/** A host endpoint that kube-controllers makes of a Node, which no input has. */
function assumedEndpoint({ world }: Scenario, name: string) {
  const all = [...world.hostEndpoints.values()].flat();
  return all.map(({ located }) => located).find(({ resource }) => displayId(resourceId(resource)) === name);
}
