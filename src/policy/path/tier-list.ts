import type { CompiledPolicy, CompiledTier } from "../world/compiled.ts";
import type { RuleOwner } from "./domain.ts";

/** The policies of one tier as one list of rules. */
export interface TierOwners {
  readonly tier: CompiledTier;
  readonly owners: readonly RuleOwner[];
}

/** Remembered by list: `applicable` returns one list for all endpoints that the same policies select. */
const memos = new WeakMap<readonly CompiledPolicy[], readonly TierOwners[]>();

/** Divides policies in evaluation order into their tiers, in that order. */
export function tiersOf(policies: readonly CompiledPolicy[]): readonly TierOwners[] {
  const tiers = memos.get(policies) ?? divide(policies);
  memos.set(policies, tiers);
  return tiers;
}

function divide(policies: readonly CompiledPolicy[]): readonly TierOwners[] {
  const ownersByTier = new Map<CompiledTier, RuleOwner[]>();
  for (const policy of policies) {
    const owners = ownersByTier.get(policy.tier) ?? [];
    owners.push({ rules: policy, name: { policy: policy.ref } });
    ownersByTier.set(policy.tier, owners);
  }
  return [...ownersByTier].map(([tier, owners]) => ({ tier, owners }));
}
