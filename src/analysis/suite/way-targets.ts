import type { Direction } from "../../policy/outcome.ts";
import { governingEndpoints } from "../../policy/path/node-view.ts";
import type { CompiledEndpoint, World } from "../../policy/world/compiled.ts";
import { applicable } from "../../policy/world/endpoint-policies/applicable-policies.ts";
import { STAGES } from "../../policy/world/endpoint-policies/stage-policies.ts";
import { targetKey } from "../coverage.ts";
import type { Way } from "../paths/way.ts";
import type { RuleNames } from "./rule-names.ts";

const DIRECTIONS: readonly Direction[] = ["ingress", "egress"];

/** The keys of all rules and defaults that packets of a way, or their replies, may come to: those of the endpoints at its ends. */
export function wayTargets(world: World, way: Way, keys: RuleNames): readonly string[] {
  // What processes of the node send each other passes the loopback, which is at neither end.
  const names = new Set([
    way.interface,
    ...[way.from, way.to].flatMap((end) => (end.kind === "process" ? [] : end.interface)),
  ]);
  const atEnds = [way.from, way.to].flatMap((end) => (end.kind === "workload" ? (end.endpoint ?? []) : []));
  const endpoints = [...new Set([...[...names].flatMap((name) => policing(way, name)), ...atEnds])];
  return [...new Set(endpoints.flatMap((endpoint) => knownTargets(world, endpoint, keys)))];
}

const memos = new WeakMap<RuleNames, Map<CompiledEndpoint, readonly string[]>>();

/** `endpointTargets`, made once for all ways of an endpoint. */
function knownTargets(world: World, endpoint: CompiledEndpoint, names: RuleNames): readonly string[] {
  const ofNames = memos.get(names) ?? new Map<CompiledEndpoint, readonly string[]>();
  memos.set(names, ofNames);
  const known = ofNames.get(endpoint) ?? endpointTargets(world, endpoint, names);
  ofNames.set(endpoint, known);
  return known;
}

/** The host endpoints whose policies a stage may evaluate at an interface. */
function policing({ view }: Way, name: string): readonly CompiledEndpoint[] {
  const { governing, wildcard } = governingEndpoints(view, name);
  return [governing, wildcard].flatMap((endpoint) => endpoint ?? []);
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
