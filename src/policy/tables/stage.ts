import type { Direction, PolicyStage } from "../outcome.ts";
import type { Chain } from "../path/chains.ts";
import type { StageRules } from "../path/stage-rules.ts";
import type { OwnedRules, TierRules } from "./owned-rules.ts";

/** One stage of endpoints in one direction: the policies and profiles to evaluate. */
export interface Stage {
  /** Its index in `STAGES`. */
  readonly slot: number;
  readonly direction: Direction;
  readonly rules: StageRules;
  readonly tiers: readonly TierRules[];
  /** In order; `undefined` for one that does not exist. */
  readonly profiles: readonly (OwnedRules | undefined)[];
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
  readonly stage: PolicyStage;
  readonly special: Chain["special"];
}

/** Chains as rows. */
export function rowsOf(chains: readonly Chain[]): readonly ChainRow[] {
  return chains.map(({ stage, direction, end, special }) => ({
    slot: slotOf(stage, direction),
    isTo: end === "to",
    stage,
    special,
  }));
}
