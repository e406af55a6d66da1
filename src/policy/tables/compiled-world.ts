import type { Direction } from "../outcome.ts";
import { STAGE_RULES } from "../path/stage-rules.ts";
import { applicable, hasStage } from "../world/applicable-policies.ts";
import type { CompiledEndpoint, CompiledPolicy, World } from "../world/compiled.ts";
import { compileGroups, type Groups } from "./classes/address-classes.ts";
import { type OwnedRules, rulesByTier, rulesOfProfile, type TierRules } from "./owned-rules.ts";
import { numbersOf, type Plan, STAGES, type Stage } from "./stage.ts";

/** What all nodes of a World share. */
export interface CompiledWorld {
  readonly world: World;
  readonly groups: Groups;
  /** Tier by tier, in evaluation order. */
  readonly ofPolicies: (policies: readonly CompiledPolicy[], direction: Direction) => readonly TierRules[];
  /** `undefined` for a profile that does not exist. */
  readonly ofProfile: (name: string, direction: Direction) => OwnedRules | undefined;
  /** One for all endpoints with the same policies and profiles. */
  readonly planOf: (endpoint: CompiledEndpoint) => Plan;
  /** The stages of an end by slot, from the plan of each; one list for all ends with the same plans. */
  readonly stagesOf: (plans: readonly (Plan | undefined)[]) => readonly (Stage | undefined)[];
}

/** Pure memory of what is shared. */
const memos = new WeakMap<World, CompiledWorld>();

/** Returns what the nodes of a World share, made at the first call. */
export function compiledWorld(world: World): CompiledWorld {
  const known = memos.get(world);
  if (known) return known;
  type ByPolicies = WeakMap<object, readonly TierRules[]>;
  const byPolicies: Record<Direction, ByPolicies> = { ingress: new WeakMap(), egress: new WeakMap() };
  const byProfile = { ingress: new Map<string, OwnedRules>(), egress: new Map<string, OwnedRules>() };
  const byRules = new WeakMap<object, Map<string, Plan>>();
  const byPlans = new Map<string, readonly (Stage | undefined)[]>();
  let plans = 0;
  const made: CompiledWorld = {
    world,
    groups: compileGroups(world),
    ofPolicies: (policies, direction) => {
      const found = byPolicies[direction].get(policies) ?? rulesByTier(policies, direction);
      byPolicies[direction].set(policies, found);
      return found;
    },
    ofProfile: (name, direction) => {
      const profile = world.profiles.get(name);
      if (profile === undefined) return undefined;
      const found = byProfile[direction].get(name) ?? rulesOfProfile(profile, direction);
      byProfile[direction].set(name, found);
      return found;
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
      const found = byProfiles.get(key) ?? makePlan(made, endpoint, plans++);
      byProfiles.set(key, found);
      return found;
    },
  };
  memos.set(world, made);
  return made;
}

/** Prepares the stages of an endpoint. */
function makePlan({ world, ofPolicies, ofProfile }: CompiledWorld, endpoint: CompiledEndpoint, number: number): Plan {
  const stages = STAGES.map(({ stage, direction }, slot): Stage | undefined => {
    const rules = STAGE_RULES[stage];
    if (rules.needsPolicy && !hasStage(world, endpoint, stage)) return undefined;
    return {
      slot,
      direction,
      rules: numbersOf(rules, direction),
      tiers: ofPolicies(applicable(world, endpoint, stage, direction), direction),
      profiles: rules.profiles ? endpoint.profiles.map((profile) => ofProfile(profile, direction)) : [],
    };
  });
  return { number, stages };
}
