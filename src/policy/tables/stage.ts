import type { Direction, PolicyStage } from "../outcome.ts";
import type { Chain } from "../path/chains.ts";
import { STAGE_RULES, type StageRules } from "../path/stage-rules.ts";
import type { OwnedRules, TierRules } from "./owned-rules.ts";
import { CODE } from "./reasons.ts";

/** One stage of endpoints in one direction: the policies and profiles to evaluate. */
export interface Stage {
  /** Its index in `STAGES`. */
  readonly slot: number;
  readonly direction: Direction;
  readonly rules: StageNumbers;
  readonly tiers: readonly TierRules[];
  /** In order; `undefined` for one that does not exist. */
  readonly profiles: readonly (OwnedRules | undefined)[];
}

/** A row of `STAGE_RULES` for one direction, as what the evaluation reads fastest: booleans and numbers. */
export interface StageNumbers {
  readonly evaluatesAccepted: boolean;
  readonly allowsAccepted: boolean;
  readonly ignoresConntrack: boolean;
  readonly allowsEstablished: boolean;
  readonly dropsTunnels: boolean;
  readonly hasFailsafes: boolean;
  readonly hasFailsafeReplies: boolean;
  readonly allowsFailsafe: boolean;
  /** The accepted mark that an Allow sets: 0 none, 1 untracked, 2 pre-DNAT. */
  readonly mark: number;
  readonly deniesEnd: boolean;
  readonly hasProfiles: boolean;
  /** The code of the reason where no policy decides and there are no profiles. */
  readonly unmatched: number;
}

/** The row as numbers. */
export function numbersOf(rules: StageRules, direction: Direction): StageNumbers {
  return {
    evaluatesAccepted: rules.accepted[direction] === "evaluated",
    allowsAccepted: rules.accepted[direction] === "allowed",
    ignoresConntrack: rules.conntrack === "ignored",
    allowsEstablished: rules.conntrack === "allowed",
    dropsTunnels: rules.tunnelsDropped === direction,
    hasFailsafes: rules.failsafe !== "none",
    hasFailsafeReplies: rules.failsafe === "goes on, replies also",
    allowsFailsafe: rules.failsafe === "allowed",
    mark: rules.mark === undefined ? 0 : rules.mark === "untracked" ? 1 : 2,
    deniesEnd: rules.end === "denied",
    hasProfiles: rules.profiles,
    unmatched: rules.unmatched === "no-forward-policy" ? CODE.noForwardPolicy : CODE.noDefaultDrop,
  };
}

/** The stages by slot. */
export const STAGES = [
  { stage: "untracked", direction: "ingress" },
  { stage: "untracked", direction: "egress" },
  { stage: "pre-DNAT", direction: "ingress" },
  { stage: "normal", direction: "ingress" },
  { stage: "normal", direction: "egress" },
  { stage: "forward", direction: "ingress" },
  { stage: "forward", direction: "egress" },
  { stage: "workload", direction: "ingress" },
  { stage: "workload", direction: "egress" },
] as const satisfies readonly { stage: PolicyStage; direction: Direction }[];

/** The slot of a stage. */
export function slotOf(stage: PolicyStage, direction: Direction): number {
  return STAGES.findIndex((one) => one.stage === stage && one.direction === direction);
}

/** All stages of the endpoints, on any node, that the same policies select and that have the same profiles, by slot. */
export interface Plan {
  /** Its number in the World. */
  readonly number: number;
  /** `undefined` where Felix has no chains for the stage. */
  readonly stages: readonly (Stage | undefined)[];
}

/** A chain of `path/chains.ts` as numbers. */
export interface ChainRow {
  readonly slot: number;
  /** Whether it is about the end the packet goes to. */
  readonly isTo: boolean;
  /** Whether Felix has the chain only where a policy selects the endpoint; else an absent one has a meaning. */
  readonly needsPolicy: boolean;
  readonly stage: PolicyStage;
  readonly special: Chain["special"];
}

/** Chains as rows, without the rules of the node itself (`nodeRulesFor`). */
export function rowsOf(chains: readonly Chain[]): readonly ChainRow[] {
  const ofPolicies = chains.filter(({ check }) => check === undefined);
  return ofPolicies.map(({ stage, direction, end, special }) => ({
    slot: slotOf(stage, direction),
    isTo: end === "to",
    needsPolicy: STAGE_RULES[stage].needsPolicy,
    stage,
    special,
  }));
}
