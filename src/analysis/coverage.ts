import type { Span } from "../model/diagnostic.ts";
import { DEFAULT_ALLOW } from "../model/kinds/built-in.ts";
import type { Action, Direction, EndpointRef, Outcome, PolicyRef, PolicyStage, Step } from "../policy/outcome.ts";
import { whereAt } from "../policy/path/end.ts";
import { nodeView } from "../policy/path/node-view.ts";
import { evaluateStage } from "../policy/path/stage.ts";
import { type CompiledEndpoint, type CompiledRules, rulePath, type World } from "../policy/world/compiled.ts";
import { ANY_PACKET, AnyPacket } from "./any-packet.ts";

/** A rule that flows can reach, by its owner and its number in that direction's list, from 1. */
export type RuleTarget = {
  readonly kind: "rule";
  readonly direction: Direction;
  readonly rule: number;
  readonly action: Action;
  readonly span?: Span;
} & ({ readonly policy: PolicyRef } | { readonly profile: string });

/** The default deny of an endpoint in one stage and direction: what becomes of a packet when no rule decides. */
export interface DefaultTarget {
  readonly kind: "default";
  readonly endpoint: Omit<EndpointRef, "interface">;
  readonly stage: PolicyStage;
  readonly direction: Direction;
  /** Of the endpoint. */
  readonly span?: Span;
}

/** How much of something there is, and how much of it flows reached. */
export interface Reached {
  readonly total: number;
  readonly reached: number;
}

/** A rule or default that no packet reaches, and how that is known. */
export interface UnreachedTarget {
  readonly target: RuleTarget | DefaultTarget;
  /**
   * `no-way`: no endpoint, of a node that is known, is policed by it; `not-come-to`: all packets are decided before it;
   * `not-matched`: none of those that come to it matches.
   */
  readonly why: "no-way" | "not-come-to" | "not-matched";
}

/** What flows reached of a World; lists have rules in evaluation order, then profiles, then defaults. */
export interface Coverage extends Reached {
  readonly rules: Reached;
  readonly defaults: Reached;
  readonly unreached: readonly (RuleTarget | DefaultTarget)[];
  /** What is proved never to be reached: it is in no other list, and in no number. */
  readonly unreachable: readonly UnreachedTarget[];
}

/**
 * Which rules and default denies of a World no flow reached, in neither direction of its path. A rule is reached when a
 * packet matches it, whatever its action; a default when it drops a packet. Those that are proved never to be reached
 * (`unreachable`) do not count: no flow could. Nor do defaults that allow (forwarded traffic without policy): no resource
 * decides them.
 */
export function coverage(
  world: World,
  outcomes: Iterable<Outcome>,
  unreachable: readonly UnreachedTarget[] = [],
): Coverage {
  const hit = keysReached(outcomes);
  const left = unreachable.filter(({ target }) => !hit.has(targetKey(target)));
  const never = new Set(left.map(({ target }) => targetKey(target)));
  const rules = split(ruleTargets(world), hit, never);
  const defaults = split(defaultTargets(world), hit, never);
  return {
    total: rules.total + defaults.total,
    reached: rules.reached + defaults.reached,
    rules: { total: rules.total, reached: rules.reached },
    defaults: { total: defaults.total, reached: defaults.reached },
    unreached: [...rules.unreached, ...defaults.unreached],
    unreachable: left,
  };
}

/** The keys of the rules and defaults that some outcomes reached. */
export function keysReached(outcomes: Iterable<Outcome>): Set<string> {
  const keys = new Set<string>();
  for (const outcome of outcomes) markReached(keys, outcome);
  return keys;
}

/** All that coverage counts of a World: rules in evaluation order, then profiles, then defaults. */
export function coverageTargets(world: World): readonly (RuleTarget | DefaultTarget)[] {
  return [...ruleTargets(world), ...defaultTargets(world)];
}

/** Adds the keys of the rules and defaults that an outcome reached. */
export function markReached(
  keys: Set<string>,
  { steps, returnSteps = [] }: Pick<Outcome, "steps" | "returnSteps">,
): void {
  for (const step of steps) mark(keys, step);
  for (const step of returnSteps) mark(keys, step);
}

/** What tells a rule or default from others. */
export function targetKey(target: RuleTarget | DefaultTarget): string {
  return target.kind === "rule" ? ruleKey(target) : defaultKey(target);
}

/** Percentage reached, exact; 100 where there is nothing to reach. */
export function percentage({ total, reached }: Reached): number {
  return total === 0 ? 100 : (100 * reached) / total;
}

function split(
  targets: readonly (RuleTarget | DefaultTarget)[],
  hit: ReadonlySet<string>,
  never: ReadonlySet<string>,
): Reached & Pick<Coverage, "unreached"> {
  const counted = targets.filter((target) => !never.has(targetKey(target)));
  const unreached = counted.filter((target) => !hit.has(targetKey(target)));
  return { total: counted.length, reached: counted.length - unreached.length, unreached };
}

function mark(hit: Set<string>, step: Step): void {
  if (step.kind === "rule-matched") hit.add(ruleKey(step));
  // A profile that does not exist is how the endpoint's own default comes to deny.
  else if (step.kind === "profile-missing") hit.add(defaultKey(step));
  else if (step.kind === "default" && step.verdict === "deny") hit.add(defaultKey(step));
}

type RuleName = Pick<RuleTarget, "direction" | "rule"> &
  ({ readonly policy: PolicyRef } | { readonly profile: string });

function ruleKey(name: RuleName): string {
  const owner =
    "policy" in name ? [name.policy.kind, name.policy.namespace ?? "", name.policy.name] : ["Profile", name.profile];
  return [...owner, name.direction, name.rule].join("\0");
}

function defaultKey({ endpoint, stage, direction }: Pick<DefaultTarget, "endpoint" | "stage" | "direction">): string {
  const { kind, namespace = "", name, node } = endpoint;
  return [kind, namespace, name, node, stage, direction].join("\0");
}

const DIRECTIONS = ["ingress", "egress"] as const;

function ruleTargets({ policies, profiles }: World): RuleTarget[] {
  const written = [...profiles.values()].filter(({ name }) => name !== DEFAULT_ALLOW);
  const byName = written.sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    ...policies.flatMap((policy) => rulesOf(policy, { policy: policy.ref })),
    ...byName.flatMap((profile) => rulesOf(profile, { profile: profile.name })),
  ];
}

function rulesOf(
  owner: CompiledRules,
  name: { readonly policy: PolicyRef } | { readonly profile: string },
): RuleTarget[] {
  return DIRECTIONS.flatMap((direction) =>
    owner[direction].map(({ action }, index): RuleTarget => {
      const span = owner.located.locate(rulePath(direction, index));
      return { kind: "rule", ...name, direction, rule: index + 1, action, ...(span ? { span } : {}) };
    }),
  );
}

function defaultTargets(world: World): DefaultTarget[] {
  const hosts = [...world.hostEndpoints.values()].flat();
  const workloads = [...world.workloadEndpoints.values()].flat();
  // Where `*` is for pre-DNAT policy only, that endpoint has no default action.
  const full = hosts.filter(({ interfaceName }) => interfaceName !== "*" || world.calico.wildcardIsFull);
  const domains = domainsOf(world);
  return [
    ...full.flatMap((endpoint) => defaultsOf(domains(endpoint.node), endpoint, ["normal", "forward"])),
    ...workloads.flatMap((endpoint) => defaultsOf(domains(endpoint.node), endpoint, ["workload"])),
  ];
}

/** The domain of a node, made once a node. */
function domainsOf(world: World): (node: string) => AnyPacket {
  const exits = { ingress: new WeakMap(), egress: new WeakMap() };
  const known = new Map<string, AnyPacket>();
  return (node) => {
    const domain = known.get(node) ?? new AnyPacket(world, nodeView(world, { node }), exits);
    known.set(node, domain);
    return domain;
  };
}

function defaultsOf(domain: AnyPacket, endpoint: CompiledEndpoint, stages: readonly PolicyStage[]): DefaultTarget[] {
  const { kind, namespace, name, node } = endpoint;
  const ref = { kind, name, node, ...(namespace === undefined ? {} : { namespace }) };
  const span = endpoint.located.locate(["metadata", "name"]);
  return stages.flatMap((stage) =>
    DIRECTIONS.flatMap((direction): DefaultTarget[] => {
      if (!denies(domain, endpoint, stage, direction)) return [];
      return [{ kind: "default", endpoint: ref, stage, direction, ...(span ? { span } : {}) }];
    }),
  );
}

/** Whether a packet can be dropped by the default of a stage, or for a profile that does not exist. */
function denies(domain: AnyPacket, endpoint: CompiledEndpoint, stage: PolicyStage, direction: Direction): boolean {
  const at = { where: whereAt(stage, direction, endpoint, endpoint.interfaceName), endpoint };
  const parts = evaluateStage<typeof ANY_PACKET>(domain, at, { packets: ANY_PACKET, state: "new" });
  return parts.some(({ decision }) => decision?.verdict === "deny");
}
