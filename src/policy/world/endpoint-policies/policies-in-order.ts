import { isSameList, type ListDifference, listDifference } from "../../compile-memo.ts";
import type { CompiledPolicy, World } from "../compiled.ts";
import { comparePolicies } from "../rules/compile-policy.ts";
import { changedPolicies } from "./changed-policies.ts";
import { keepApplicable } from "./policies-of-endpoints.ts";

/** Policies as they are given, and in evaluation order. */
export interface OrderedPolicies {
  readonly given: readonly CompiledPolicy[];
  readonly policies: readonly CompiledPolicy[];
  /** Those that were put in order first. */
  readonly first?: OrderedPolicies;
}

/**
 * Policies in evaluation order. Of nearly the same ones as `last`, or as the first ones, only the others are put in their
 * place: the policies of many Worlds are those of the first with a change, and not those of the one before.
 */
export function policiesInOrder(
  given: readonly CompiledPolicy[],
  stagedPolicies: World["stagedPolicies"],
  last: OrderedPolicies | undefined,
): OrderedPolicies {
  if (last === undefined) return { given, policies: [...given].sort(comparePolicies) };
  const first = last.first ?? last;
  const [earlier, change] = nearer(last, first, given);
  const { gone, added } = change;
  if (gone.length + added.length === 0) return { given, policies: earlier.policies, first };
  const policies = changedPolicies(earlier.policies, gone, added);
  keepApplicable({ policies: earlier.policies, stagedPolicies }, policies, change);
  return { given, policies, first };
}

/** The policies that differ less from given ones, and how. */
function nearer(
  last: OrderedPolicies,
  first: OrderedPolicies,
  given: readonly CompiledPolicy[],
): readonly [OrderedPolicies, ListDifference<CompiledPolicy>] {
  if (isSameList(first.given, given)) return [first, { gone: [], added: [] }];
  const ofLast = listDifference(last.given, given);
  // A policy that is replaced is gone and added: the first list hardly ever differs in less.
  if (last === first || countOf(ofLast) <= 2) return [last, ofLast];
  const ofFirst = listDifference(first.given, given);
  return countOf(ofFirst) < countOf(ofLast) ? [first, ofFirst] : [last, ofLast];
}

function countOf({ gone, added }: ListDifference<CompiledPolicy>): number {
  return gone.length + added.length;
}
