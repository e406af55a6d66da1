import type { Direction } from "../outcome.ts";
import { STAGE_RULES } from "../path/stage-rules.ts";
import type { CompiledEndpoint, CompiledPolicy, World } from "../world/compiled.ts";
import { applicable, hasStage } from "../world/endpoint-policies/applicable-policies.ts";
import { type AddressClasses, compileAddressClasses } from "./classes/address-classes.ts";
import { type OwnedRules, rulesByTier, rulesOfProfile, type TierRules } from "./owned-rules.ts";
import { numbersOf, type Plan, STAGES, type Stage } from "./stage.ts";

/** What all nodes of a World share. */
export interface CompiledWorld {
  readonly world: World;
  readonly classes: AddressClasses;
  /** Tier by tier, in evaluation order. */
  readonly policyRules: (policies: readonly CompiledPolicy[], direction: Direction) => readonly TierRules[];
  /** `undefined` for a profile that does not exist. */
  readonly profileRules: (name: string, direction: Direction) => OwnedRules | undefined;
  /** One for all endpoints with the same policies and profiles. */
  readonly planOf: (endpoint: CompiledEndpoint) => Plan;
  /** The stages of an end by slot, from the plan of each; one list for all ends with the same plans. */
  readonly stagesOf: (plans: readonly (Plan | undefined)[]) => readonly (Stage | undefined)[];
}

/** The compiled form of each World, made once. */
const compiledWorlds = new WeakMap<World, CompiledWorld>();

/** Returns what the nodes of a World share, made at the first call. */
export function compiledWorld(world: World): CompiledWorld {
  const known = compiledWorlds.get(world);
  if (known) return known;
  type ByPolicies = WeakMap<object, readonly TierRules[]>;
  const byPolicies: Record<Direction, ByPolicies> = { ingress: new WeakMap(), egress: new WeakMap() };
  const byProfile = { ingress: new Map<string, OwnedRules>(), egress: new Map<string, OwnedRules>() };
  const byRules = new WeakMap<object, Map<string, Plan>>();
  const byPlans = new Map<string, readonly (Stage | undefined)[]>();
  let plans = 0;
  const made: CompiledWorld = {
    world,
    classes: compileAddressClasses(world),
    policyRules: (policies, direction) => {
      const rules = byPolicies[direction].get(policies) ?? rulesByTier(policies, direction);
      byPolicies[direction].set(policies, rules);
      return rules;
    },
    profileRules: (name, direction) => {
      const profile = world.profiles.get(name);
      if (profile === undefined) return undefined;
      const rules = byProfile[direction].get(name) ?? rulesOfProfile(profile, direction);
      byProfile[direction].set(name, rules);
      return rules;
    },
    stagesOf: (plans) => {
      const key = plans.map((plan) => plan?.number ?? "").join();
      const stages = byPlans.get(key) ?? plans.map((plan, slot) => plan?.stages[slot]);
      byPlans.set(key, stages);
      return stages;
    },
    planOf: (endpoint) => {
      // Endpoints that agree on one stage's policies agree on all: `applicable` keeps one list for them.
      const rules = applicable(world, endpoint, "normal", "ingress");
      const byProfiles = byRules.get(rules) ?? new Map<string, Plan>();
      byRules.set(rules, byProfiles);
      const key = JSON.stringify(endpoint.profiles);
      const plan = byProfiles.get(key) ?? makePlan(made, endpoint, plans++);
      byProfiles.set(key, plan);
      return plan;
    },
  };
  compiledWorlds.set(world, made);
  return made;
}

/** Prepares the stages of an endpoint. */
function makePlan(
  { world, policyRules, profileRules }: CompiledWorld,
  endpoint: CompiledEndpoint,
  number: number,
): Plan {
  const stages = STAGES.map(({ stage, direction }, slot): Stage | undefined => {
    const rules = STAGE_RULES[stage];
    if (rules.needsPolicy && !hasStage(world, endpoint, stage)) return undefined;
    return {
      slot,
      direction,
      rules: numbersOf(rules, direction),
      tiers: policyRules(applicable(world, endpoint, stage, direction), direction),
      profiles: rules.profiles ? endpoint.profiles.map((profile) => profileRules(profile, direction)) : [],
    };
  });
  return { number, stages };
}
