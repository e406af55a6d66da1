import type { Direction, PolicyStage } from "../outcome.ts";
import { hasDefaultDrop } from "../path/chain.ts";
import { applicable, hasStage } from "../world/applicable-policies.ts";
import type { CompiledEndpoint } from "../world/compiled.ts";
import type { OwnedRules, Shared, TierRules } from "./owned-rules.ts";

/** One stage of endpoints in one direction: the policies and profiles to ask. */
export interface Stage {
  /** Its index in `STAGES`. */
  readonly slot: number;
  readonly direction: Direction;
  /** Whether any policy of the stage selects the endpoints in any direction. */
  readonly hasChains: boolean;
  /** Whether what its tiers do not decide is dropped, instead of asked of the next one. */
  readonly hasDefaultDrop: boolean;
  readonly tiers: readonly TierRules[];
  /** In order; `undefined` for one that does not exist. */
  readonly profiles: readonly (OwnedRules | undefined)[];
}

/** Which of an end's plans has a stage. */
export type PlanName = "own" | "policing" | "early" | "workload";

/** The stages that an end may have, by slot. */
export const STAGES = [
  { name: "untrackedIn", stage: "untracked", direction: "ingress", plan: "own" },
  { name: "untrackedOut", stage: "untracked", direction: "egress", plan: "own" },
  { name: "preDnat", stage: "pre-DNAT", direction: "ingress", plan: "early" },
  { name: "localIn", stage: "normal", direction: "ingress", plan: "policing" },
  { name: "localOut", stage: "normal", direction: "egress", plan: "policing" },
  { name: "forwardIn", stage: "forward", direction: "ingress", plan: "policing" },
  { name: "forwardOut", stage: "forward", direction: "egress", plan: "policing" },
  { name: "workloadIn", stage: "workload", direction: "ingress", plan: "workload" },
  { name: "workloadOut", stage: "workload", direction: "egress", plan: "workload" },
] as const satisfies readonly { name: string; stage: PolicyStage; direction: Direction; plan: PlanName }[];

type StageName = (typeof STAGES)[number]["name"];

/** All stages of the endpoints, on any node, that the same policies select and that have the same profiles. */
export interface Plan extends Readonly<Record<StageName, Stage>> {
  /** Its number in the World: plans with numbers of their own ask tables of their own. */
  readonly number: number;
}

/** Prepares the stages of an endpoint. */
export function makePlan({ world, ofPolicies, ofProfile }: Shared, endpoint: CompiledEndpoint, number: number): Plan {
  const make = (slot: number): Stage => {
    const { stage, direction } = STAGES[slot] as (typeof STAGES)[number];
    const hasProfiles = stage === "normal" || stage === "workload";
    return {
      slot,
      direction,
      hasChains: hasStage(world, endpoint, stage),
      hasDefaultDrop: hasDefaultDrop(stage),
      tiers: ofPolicies(applicable(world, endpoint, stage, direction), direction),
      profiles: hasProfiles ? endpoint.profiles.map((profile) => ofProfile(profile, direction)) : [],
    };
  };
  const stages = Object.fromEntries(STAGES.map(({ name }, slot) => [name, make(slot)]));
  return { number, ...(stages as Record<StageName, Stage>) };
}
