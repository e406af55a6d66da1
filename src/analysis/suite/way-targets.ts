import type { Direction } from "../../policy/outcome.ts";
import type { End } from "../../policy/path/end.ts";
import { governingEndpoints } from "../../policy/path/node-view.ts";
import { applicable, STAGES } from "../../policy/world/applicable-policies.ts";
import type { CompiledEndpoint, World } from "../../policy/world/compiled.ts";
import { targetKey } from "../coverage.ts";
import type { Way } from "../paths/way.ts";
import type { RuleNames } from "./rule-names.ts";

const DIRECTIONS: readonly Direction[] = ["ingress", "egress"];

/** The keys of all rules and defaults that packets of a way, or their replies, may come to: those of the endpoints at its ends. */
export function wayTargets(world: World, way: Way, names: RuleNames): readonly string[] {
  const endpoints = [...new Set([way.from, way.to].flatMap((end) => endpointsAt(way, end)))];
  return [...new Set(endpoints.flatMap((endpoint) => endpointTargets(world, endpoint, names)))];
}

/** The endpoints whose policies a stage may evaluate at an end. */
function endpointsAt({ view }: Way, end: End): readonly CompiledEndpoint[] {
  if (end.kind === "process") return [];
  const { governing, wildcard } = governingEndpoints(view, end.interface);
  const workload = end.kind === "workload" ? end.endpoint : undefined;
  return [governing, wildcard, workload].flatMap((endpoint) => endpoint ?? []);
}

function endpointTargets(world: World, endpoint: CompiledEndpoint, names: RuleNames): readonly string[] {
  const profiles = endpoint.profiles.flatMap((name) => world.profiles.get(name) ?? []);
  return STAGES.flatMap((stage) =>
    DIRECTIONS.flatMap((direction) => [
      ...[...applicable(world, endpoint, stage, direction), ...profiles].flatMap((rules) =>
        rules[direction].flatMap((_, index) => names(rules, direction, index) ?? []),
      ),
      targetKey({ kind: "default", endpoint, stage, direction }),
    ]),
  );
}
