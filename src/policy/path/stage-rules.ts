import type { DefaultReason, Direction, PolicyStage } from "../outcome.ts";

/**
 * What the chains of one stage do with a packet besides evaluating its policies (docs/semantics.md, "The walk of one
 * packet"). Explaining one packet, evaluating many by tables and analysing all of them (src/analysis) read the same rows.
 */
export interface StageRules {
  /** A packet that an earlier stage's Allow marked is evaluated all the same, goes on, or is allowed for good. */
  readonly accepted: Readonly<Record<Direction, "evaluated" | "goes on" | "allowed">>;
  /** An established packet goes on or is allowed for good; where connections count, an INVALID one is dropped. */
  readonly conntrack: "ignored" | "goes on" | "allowed";
  /** The direction in which tunnel packets are dropped before policy. */
  readonly tunnelsDropped?: Direction;
  /** What a failsafe port does; replies of failsafe connections count where the stage is before connection tracking. */
  readonly failsafe: "none" | "goes on" | "goes on, replies also" | "allowed";
  /** The accepted mark that an Allow sets. */
  readonly mark?: "untracked" | "pre-DNAT";
  /** What becomes of a packet that no rule of a tier matches, unless the tier passes it on. */
  readonly end: "goes on" | "denied";
  /** Whether profiles follow where no policy applies or one passed; else the packet goes on. */
  readonly profiles: boolean;
  /** Why a packet goes on that no policy decides. */
  readonly unmatched: DefaultReason;
  /** Whether Felix has the chains only where a policy of the stage selects the endpoint. */
  readonly needsPolicy: boolean;
  /** The kernel's table that the chains belong to. */
  readonly table: "raw" | "mangle" | "filter";
}

/** The five stages. */
export const STAGE_RULES: Readonly<Record<PolicyStage, StageRules>> = {
  untracked: {
    accepted: { ingress: "evaluated", egress: "evaluated" },
    conntrack: "ignored",
    failsafe: "goes on, replies also",
    mark: "untracked",
    end: "goes on",
    profiles: false,
    unmatched: "no-default-drop",
    needsPolicy: true,
    table: "raw",
  },
  "pre-DNAT": {
    accepted: { ingress: "goes on", egress: "goes on" },
    conntrack: "goes on",
    failsafe: "goes on",
    mark: "pre-DNAT",
    end: "goes on",
    profiles: false,
    unmatched: "no-default-drop",
    needsPolicy: true,
    table: "mangle",
  },
  normal: {
    accepted: { ingress: "allowed", egress: "allowed" },
    conntrack: "allowed",
    failsafe: "allowed",
    end: "denied",
    profiles: true,
    unmatched: "no-policy-no-profile",
    needsPolicy: false,
    table: "filter",
  },
  forward: {
    accepted: { ingress: "goes on", egress: "evaluated" },
    conntrack: "allowed",
    failsafe: "none",
    end: "denied",
    profiles: false,
    unmatched: "no-forward-policy",
    needsPolicy: false,
    table: "filter",
  },
  workload: {
    accepted: { ingress: "evaluated", egress: "evaluated" },
    conntrack: "allowed",
    tunnelsDropped: "egress",
    failsafe: "none",
    end: "denied",
    profiles: true,
    unmatched: "no-policy-no-profile",
    needsPolicy: false,
    table: "filter",
  },
};
