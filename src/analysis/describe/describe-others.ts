import type { NodeFacts } from "../../model/flow.ts";
import type { Resource } from "../../model/resource.ts";
import { policyName } from "../../policy/names.ts";
import type { CompiledNetworkSet, World } from "../../policy/world/compiled.ts";
import { selecting } from "../../policy/world/endpoint-policies/applicable-policies.ts";
import { endpointsOf } from "../lint/finding.ts";
import { DIRECTIONS } from "../lint/rules-of-world.ts";
import { type Description, labelTexts, type Value } from "./description.ts";
import { ruleUsesTable } from "./rules-table.ts";

type Part = Pick<Description, "fields" | "tables" | "warnings">;

/** A network set: its networks, and the rules that match them. */
export function describeNetworkSet(set: CompiledNetworkSet, world: World): Part {
  const isUsed = ruleUsesTable(set, world).rows.length > 0;
  return {
    fields: { Labels: labelTexts(set.labels), Networks: set.nets.map(({ text }) => text) },
    tables: [ruleUsesTable(set, world)],
    warnings: isUsed ? [] : ["no rule's selector matches its labels: it changes nothing"],
  };
}

/** A tier: its policies in the order of evaluation. */
export function describeTier({ metadata: { name }, spec }: Resource, world: World): Part {
  const rows = world.policies
    .filter(({ tier }) => tier.name === name)
    .map(({ ref, order, types }) => ({
      policy: policyName(ref),
      order: Number.isFinite(order) ? order : "none (last)",
      directions: DIRECTIONS.filter((direction) => types[direction]),
    }));
  return {
    fields: fieldsOf(spec),
    tables: [{ key: "policies", title: "Policies, in the order of evaluation", rows, none: "none" }],
    warnings: [],
  };
}

/** A node: its addresses, its endpoints, and what was saved of it. */
export function describeNode({ metadata: { name, labels }, spec }: Resource, world: World, facts?: NodeFacts): Part {
  const compiled = world.nodes.get(name);
  const endpoints = endpointsOf(world).filter(({ node }) => node === name);
  const rows = endpoints.map((endpoint) => ({
    kind: endpoint.kind,
    endpoint: endpoint.namespace === undefined ? endpoint.name : `${endpoint.namespace}/${endpoint.name}`,
    interface: endpoint.interfaceName || "by address",
    addresses: endpoint.nets.map(({ text }) => text),
    policies: selecting(world, endpoint).length,
  }));
  const hasHost = endpoints.some(({ kind }) => kind === "HostEndpoint");
  return {
    fields: {
      Labels: labelTexts(new Map(Object.entries(labels ?? {}))),
      Addresses: compiled?.nets.map(({ text }) => text) ?? [],
      ...fieldsOf(spec),
      "Facts known": factTexts(facts),
    },
    tables: [{ key: "endpoints", title: "Endpoints", rows, none: "none" }],
    warnings: hasHost ? [] : ["it has no host endpoint: no policy decides what comes to its own processes"],
  };
}

/** What is known of a node beside its resources; `simulate` assumes or asks for the rest. */
function factTexts(facts: NodeFacts | undefined): readonly string[] {
  const { interfaces, routes, dnat, masquerade } = facts ?? {};
  return [
    ...Object.entries(interfaces ?? {}).map(([name, addresses]) => `${name}: ${addresses.join(", ") || "no address"}`),
    ...(routes === undefined ? [] : [`${routes.length} routes`]),
    ...(dnat === undefined ? [] : [`${dnat.length} destination NATs`]),
    ...(masquerade === undefined ? [] : [`${masquerade.length} masquerades`]),
  ];
}

/** A resource of any other kind: its labels and fields. */
export function describeOther({ metadata: { labels }, spec }: Resource): Part {
  return {
    fields: {
      ...(labels !== undefined && { Labels: labelTexts(new Map(Object.entries(labels))) }),
      ...fieldsOf(spec),
    },
    tables: [],
    warnings: [],
  };
}

/** The fields of a spec by their own names; what has parts, as JSON. */
function fieldsOf(spec: Resource["spec"]): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(spec ?? {}).map(([name, value]) => [name, fieldValue(value)]));
}

function fieldValue(value: unknown): Value {
  if (typeof value === "number" || typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((item) => (typeof item === "string" ? item : JSON.stringify(item)));
  return JSON.stringify(value);
}
