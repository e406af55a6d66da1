import type { NodeFacts } from "../../model/flow.ts";
import { displayId, type Resource, resourceId } from "../../model/resource.ts";
import type { CompiledRules, World } from "../../policy/world/compiled.ts";
import { endpointsOf } from "../lint/finding.ts";
import { describeEndpoint } from "./describe-endpoint.ts";
import { describeNetworkSet, describeNode, describeOther, describeTier } from "./describe-others.ts";
import { describePolicy, describeProfile } from "./describe-policy.ts";
import type { Description } from "./description.ts";

/** What descriptions are made from. */
export interface DescribeScope {
  readonly world: World;
  /** What is wrong with a resource, by its `displayId`. */
  readonly findings: ReadonlyMap<string, readonly string[]>;
  /** What was saved of a node. */
  readonly factsOf: (node: string) => NodeFacts | undefined;
}

type Part = Pick<Description, "fields" | "tables" | "warnings">;

/** Describes resources of a World; one of a kind that the evaluator does not read, by its fields. */
export function describer(scope: DescribeScope): (resource: Resource) => Description {
  const known = compiledParts(scope.world);
  return (resource) => {
    const { kind, metadata } = resource;
    const { name, namespace, creationTimestamp } = metadata;
    const id = displayId(resourceId(resource));
    const { fields, tables, warnings } = known.get(id)?.() ?? otherPart(resource, scope);
    return {
      kind,
      ...(namespace !== undefined && { namespace }),
      name,
      fields: { ...fields, ...(typeof creationTimestamp === "string" && { Created: creationTimestamp }) },
      tables,
      warnings: [...warnings, ...(scope.findings.get(id) ?? [])],
    };
  };
}

/** How to describe what a World has compiled, by the `displayId` of its resource. */
function compiledParts(world: World): ReadonlyMap<string, () => Part> {
  const parts = new Map<string, () => Part>();
  const add = ({ located }: Pick<CompiledRules, "located">, describe: () => Part): void =>
    void parts.set(displayId(resourceId(located.resource)), describe);
  for (const endpoint of endpointsOf(world)) add(endpoint, () => describeEndpoint(endpoint, world));
  for (const policy of world.policies) add(policy, () => describePolicy(policy, world, false));
  for (const policy of world.stagedPolicies) add(policy, () => describePolicy(policy, world, true));
  for (const profile of world.profiles.values()) add(profile, () => describeProfile(profile, world));
  for (const set of world.networkSets) add(set, () => describeNetworkSet(set, world));
  return parts;
}

function otherPart(resource: Resource, { world, factsOf }: DescribeScope): Part {
  if (resource.kind === "Node") return describeNode(resource, world, factsOf(resource.metadata.name));
  if (resource.kind === "Tier") return describeTier(resource, world);
  return describeOther(resource);
}
