import type { Flow } from "../../model/flow.ts";
import type { Located } from "../../model/resource.ts";
import type { Outcome, Verdict } from "../../policy/outcome.ts";
import type { World } from "../../policy/world/compiled.ts";
import type { ResourceEdit } from "../edits/resource-edit.ts";

/** The kinds of edits that are tried. */
export type RepairKind =
  | "rule-changed"
  | "rule-added"
  | "rule-moved"
  | "rule-removed"
  | "rule-action"
  | "network-set"
  | "flag"
  | "order"
  | "label"
  | "profile"
  | "failsafe-port"
  | "policy-deleted"
  | "policy-added";

/** Edits that may flip a flow. Each of `edits` is of the resources that the ones before it left. */
export interface Candidate {
  readonly kind: RepairKind;
  /** What is edited, as a phrase: `policy allow-ssh, ingress rule 2: add 10.0.0.0/32 to the source nets`. */
  readonly text: string;
  readonly edits: readonly ResourceEdit[];
}

/** A packet on one node, and its outcome there. */
export interface EvaluatedFlow {
  readonly flow: Flow;
  readonly outcome: Outcome;
}

/** The packet on each node of its path; one path for each choice that the question leaves open. */
export type EvaluatedPaths = readonly (readonly EvaluatedFlow[])[];

/** What is to be repaired. */
export interface RepairQuestion {
  readonly resources: readonly Located[];
  /** The World of resources; called for every candidate. */
  readonly compile: (resources: readonly Located[]) => World;
  /** What becomes of the flow in a World, with its trace, or the part of it that `simulate` calls `matches`. */
  readonly ask: (world: World, trace: true | "matches") => EvaluatedPaths;
  readonly wanted: Verdict;
  /** Whether a resource may be written as it is: no repair proposes one that Calico refuses. */
  readonly isValid: (located: Located) => boolean;
}

/** Edits that were evaluated: with them, the flow has the verdict that is wanted. */
export interface Repair extends Omit<Candidate, "kind"> {
  /** Of each candidate that it is made of. */
  readonly kinds: readonly RepairKind[];
  readonly resources: readonly Located[];
  readonly world: World;
}
