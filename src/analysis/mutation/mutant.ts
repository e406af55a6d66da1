import type { Span } from "../../model/diagnostic.ts";
import type { ResourceEdit } from "../edits/resource-edit.ts";

/** What a mutant changes: a mistake that is easily made. */
export type MutantKind =
  | "action-flipped"
  | "rule-dropped"
  | "rules-swapped"
  | "orders-swapped"
  | "flag-dropped"
  | "policy-dropped";

/** A small change of the resources that a suite of flows should notice, unless it changes no verdict. */
export interface Mutant {
  readonly kind: MutantKind;
  /** `policy web, ingress rule 2: Deny instead of Allow`. */
  readonly text: string;
  readonly edits: readonly ResourceEdit[];
  /** The place of what is changed, in a file. */
  readonly span?: Span;
  /** Whether only packets that come to rules of the edited resources can be decided otherwise. */
  readonly isOfRulesOnly?: boolean;
}
