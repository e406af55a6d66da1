import type { CompiledEndpoint, CompiledPolicy, CompiledProfile, World } from "../../policy/world/compiled.ts";
import { applicable, selecting } from "../../policy/world/endpoint-policies/applicable-policies.ts";
import { printSelector } from "../../selector/print.ts";
import { stagesOfEndpoint } from "../lint/dead/rule-lists.ts";
import { endpointsOf } from "../lint/finding.ts";
import { type Description, type DescriptionTable, labelTexts } from "./description.ts";
import { rulesTable, selectorsTable } from "./rules-table.ts";

type Part = Pick<Description, "fields" | "tables" | "warnings">;

/** A policy: its place among others, its rules in words, and the endpoints and stages where it is evaluated. */
export function describePolicy(policy: CompiledPolicy, world: World, isStaged: boolean): Part {
  const { tier, order, kind, applyOnForward, types, selector } = policy;
  const directions = [...(types.ingress ? ["ingress"] : []), ...(types.egress ? ["egress"] : [])];
  const what =
    kind === "normal" ? `normal${applyOnForward ? ", also of forwarded packets (applyOnForward)" : ""}` : kind;
  return {
    fields: {
      ...(world.calico.tiers && { Tier: `${tier.name} (order ${orderText(tier.order)})` }),
      Order: orderText(order),
      Policy: isStaged ? `${what}; staged: it decides nothing` : what,
      Directions: directions,
      Selector: printSelector(selector),
    },
    tables: [
      rulesTable(policy, (direction) => types[direction]),
      selectorsTable(policy, world),
      whereTable(policy, world),
    ],
    warnings: [],
  };
}

/** A profile: the labels that it gives, its rules, and who has it. */
export function describeProfile(profile: CompiledProfile, world: World): Part {
  const having = endpointsOf(world).filter(({ profiles }) => profiles.includes(profile.name));
  const rows = having.map((endpoint) => ({ endpoint: nameOf(endpoint), node: endpoint.node }));
  return {
    fields: { "Labels to apply": labelTexts(profile.labels) },
    tables: [
      rulesTable(profile),
      selectorsTable(profile, world),
      { key: "endpoints", title: "Endpoints that have it", rows, none: "none" },
    ],
    warnings: [],
  };
}

/** The endpoints that a policy selects, each with the stages in which it meets the policy. */
function whereTable(policy: CompiledPolicy, world: World): DescriptionTable {
  const selected = endpointsOf(world).filter((endpoint) => selecting(world, endpoint).includes(policy));
  const rows = selected.map((endpoint) => {
    const places = stagesOfEndpoint(world, endpoint)
      .filter(([stage, direction]) => applicable(world, endpoint, stage, direction).includes(policy))
      .map(([stage, direction]) => `${stage} ${direction}`);
    return {
      endpoint: nameOf(endpoint),
      node: endpoint.node,
      interface: endpoint.interfaceName || "by address",
      evaluated: places.length === 0 ? "nowhere" : places,
    };
  });
  return { key: "endpoints", title: "Endpoints that it selects", rows, none: "none" };
}

function nameOf({ name, namespace }: CompiledEndpoint): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

function orderText(order: number): number | string {
  return Number.isFinite(order) ? order : "none (last)";
}
