import type { Description } from "../../../analysis/describe/description.ts";
import { endpointsOf, ruleNameText } from "../../../analysis/lint/finding.ts";
import { rulesOfWorld } from "../../../analysis/lint/rules-of-world.ts";
import { displayId, resourceId } from "../../../model/resource.ts";
import { policyName } from "../../../policy/names.ts";
import type { CompiledRules } from "../../../policy/world/compiled.ts";
import type { Scenario } from "../../../scenario/scenario.ts";

/** The resources that the texts of a description name, by the field or column that the text is in. */
export type ResourceLinks = readonly { readonly in: string; readonly text: string; readonly resource: string }[];

type ByText = ReadonlyMap<string, string>;

const known = new WeakMap<Scenario, ReadonlyMap<string, ByText>>();

/** The links of a description: what of its fields and cells is the name of another resource. */
export function linksOf(scenario: Scenario, { fields, tables }: Description): ResourceLinks {
  const names = known.get(scenario) ?? namesByColumn(scenario);
  known.set(scenario, names);
  const texts = new Map<string, Set<string>>();
  const add = (column: string, value: unknown): void => {
    const all = texts.get(column) ?? new Set();
    texts.set(column, all);
    for (const text of Array.isArray(value) ? value : [value]) if (typeof text === "string") all.add(text);
  };
  for (const [label, value] of Object.entries(fields)) add(label, value);
  for (const { rows } of tables)
    for (const row of rows) for (const [key, value] of Object.entries(row)) add(key, value);
  return [...texts].flatMap(([column, all]) =>
    [...all].flatMap((text) => {
      const resource = names.get(column)?.get(text);
      return resource === undefined ? [] : [{ in: column, text, resource }];
    }),
  );
}

/** What is named in which field or column of a description. */
function namesByColumn({ world, resources }: Scenario): ReadonlyMap<string, ByText> {
  const policies = new Map(world.policies.map((policy) => [policyName(policy.ref), idOf(policy)]));
  const endpoints = new Map(
    endpointsOf(world).map((endpoint) => {
      const { name, namespace } = endpoint;
      return [namespace === undefined ? name : `${namespace}/${name}`, idOf(endpoint)];
    }),
  );
  const profiles = new Map([...world.profiles.values()].map((profile) => [profile.name, idOf(profile)]));
  const sets = new Map(world.networkSets.map((set) => [`network set ${set.networkSet}`, idOf(set)]));
  const rules = new Map(rulesOfWorld(world).map((rule) => [ruleNameText(rule.name), idOf(rule)]));
  const nodes = new Map(
    resources.flatMap(({ resource }) =>
      resource.kind === "Node" ? [[resource.metadata.name, displayId(resourceId(resource))] as const] : [],
    ),
  );
  return new Map([
    ["policy", policies],
    ["endpoint", endpoints],
    ["standsFor", new Map([...endpoints, ...sets])],
    ["rule", rules],
    ["node", nodes],
    ["Node", nodes],
    ["Profiles", profiles],
  ]);
}

function idOf({ located }: Pick<CompiledRules, "located">): string {
  return displayId(resourceId(located.resource));
}
