import type { CompiledEndpoint, World } from "../../../policy/world/compiled.ts";
import { applicable } from "../../../policy/world/endpoint-policies/applicable-policies.ts";
import { STAGES } from "../../../policy/world/endpoint-policies/stage-policies.ts";
import { settingsOf } from "../../../policy/world/felix-config.ts";
import { objectNumber } from "../../object-number.ts";
import { DIRECTIONS } from "../rules-of-world.ts";

/** The same for endpoints that have the same policies of each stage, profiles and settings of their nodes. */
export function likeness(world: World, endpoint: CompiledEndpoint): string {
  const lists = DIRECTIONS.flatMap((direction) =>
    STAGES.map((stage) => objectNumber(applicable(world, endpoint, stage, direction))),
  );
  return JSON.stringify([lists, objectNumber(settingsOf(world.settings, endpoint.node)), endpoint.profiles]);
}

/** The host endpoints that have untracked policy, those that are alike together. */
export function alikeHostEndpoints(world: World): Iterable<readonly CompiledEndpoint[]> {
  const groups = new Map<string, CompiledEndpoint[]>();
  for (const endpoint of [...world.hostEndpoints.values()].flat()) {
    if (endpoint.interfaceName === "*") continue;
    const key = likeness(world, endpoint);
    const group = groups.get(key);
    if (group) group.push(endpoint);
    else groups.set(key, [endpoint]);
  }
  return groups.values();
}
