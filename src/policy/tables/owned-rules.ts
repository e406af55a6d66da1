import type { Direction, PolicyRef } from "../outcome.ts";
import { applicable } from "../world/applicable-policies.ts";
import type {
  CompiledEndpoint,
  CompiledPolicy,
  CompiledProfile,
  CompiledRules,
  CompiledTier,
  World,
} from "../world/compiled.ts";
import { compileGroups, type Groups } from "./classes/address-classes.ts";
import { compileRules, type RuleAt, type RuleList } from "./rule-list.ts";
import { makePlan, type Plan } from "./stage.ts";

/** The rules of some policies, or of a profile, in one direction; the tables are made when they are first asked. */
export interface OwnedRules {
  readonly owners: readonly { readonly name: Owner; readonly rules: CompiledRules }[];
  readonly direction: Direction;
  list4: RuleList | undefined;
  list6: RuleList | undefined;
}

/** The rules of the policies of one tier. */
export interface TierRules {
  readonly tier: CompiledTier;
  readonly rules: OwnedRules;
}

type Owner = { readonly policy: PolicyRef } | { readonly profile: string };

/** What all nodes of a World share. */
export interface Shared {
  readonly world: World;
  readonly groups: Groups;
  /** Tier by tier, in the order in which they are asked. */
  readonly ofPolicies: (policies: readonly CompiledPolicy[], direction: Direction) => readonly TierRules[];
  /** `undefined` for a profile that does not exist. */
  readonly ofProfile: (name: string, direction: Direction) => OwnedRules | undefined;
  /** One for all endpoints that ask the same. */
  readonly planOf: (endpoint: CompiledEndpoint) => Plan;
}

/** Pure memory of what is shared. */
const memos = new WeakMap<World, Shared>();

/** What the nodes of a World share, made at the first call. */
export function shared(world: World): Shared {
  const known = memos.get(world);
  if (known) return known;
  type ByPolicies = WeakMap<object, readonly TierRules[]>;
  const byPolicies: Record<Direction, ByPolicies> = { ingress: new WeakMap(), egress: new WeakMap() };
  const byProfile = { ingress: new Map<string, OwnedRules>(), egress: new Map<string, OwnedRules>() };
  const byRules = new WeakMap<object, Map<string, Plan>>();
  let plans = 0;
  const made: Shared = {
    world,
    groups: compileGroups(world),
    ofPolicies: (policies, direction) => {
      const found = byPolicies[direction].get(policies) ?? fromTiers(policies, direction);
      byPolicies[direction].set(policies, found);
      return found;
    },
    ofProfile: (name, direction) => {
      const profile = world.profiles.get(name);
      if (profile === undefined) return undefined;
      const found = byProfile[direction].get(name) ?? fromProfile(profile, direction);
      byProfile[direction].set(name, found);
      return found;
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

function fromTiers(policies: readonly CompiledPolicy[], direction: Direction): TierRules[] {
  const tiers = [...new Set(policies.map(({ tier }) => tier))];
  return tiers.map((tier) => {
    const own = tiers.length === 1 ? policies : policies.filter((policy) => policy.tier === tier);
    return { tier, rules: fromPolicies(own, direction) };
  });
}

function fromPolicies(policies: readonly CompiledPolicy[], direction: Direction): OwnedRules {
  const owners = policies.map((rules) => ({ name: { policy: rules.ref }, rules }));
  return { owners, direction, list4: undefined, list6: undefined };
}

function fromProfile(rules: CompiledProfile, direction: Direction): OwnedRules {
  return { owners: [{ name: { profile: rules.name }, rules }], direction, list4: undefined, list6: undefined };
}

/** The tables for a family. */
export function listOf(owned: OwnedRules, family: 4 | 6, { world, groups }: Shared): RuleList {
  const known = family === 4 ? owned.list4 : owned.list6;
  if (known) return known;
  const rules = owned.owners.flatMap(({ rules }, owner): RuleAt[] =>
    rules[owned.direction].map((rule, index) => ({ rule, owner, index })),
  );
  const list = compileRules(rules, family, world, groups);
  if (family === 4) owned.list4 = list;
  else owned.list6 = list;
  return list;
}
