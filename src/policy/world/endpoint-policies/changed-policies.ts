import type { CompiledPolicy } from "../compiled.ts";
import { comparePolicies, placeOf } from "../rules/compile-policy.ts";

type Policies = readonly CompiledPolicy[];

/** Policies in evaluation order without those that are `gone`, and with those that are `added`. */
export function changedPolicies(ordered: Policies, gone: Policies, added: Policies): Policies {
  const replaced = gone.length === 1 && added.length === 1 ? replacedPolicy(ordered, gone[0], added[0]) : undefined;
  if (replaced !== undefined) return replaced;
  const without = new Set(gone);
  const changed = ordered.filter((policy) => !without.has(policy));
  for (const policy of added) changed.splice(placeOf(policy, changed), 0, policy);
  return changed;
}

/** Policies with one that takes the place of another; nothing where it has another place. */
function replacedPolicy(
  ordered: Policies,
  gone: CompiledPolicy | undefined,
  added: CompiledPolicy | undefined,
): Policies | undefined {
  if (gone === undefined || added === undefined) return undefined;
  const at = ordered.indexOf(gone);
  const [before, after] = [ordered[at - 1], ordered[at + 1]];
  if (at < 0 || (before && comparePolicies(before, added) > 0) || (after && comparePolicies(added, after) >= 0))
    return undefined;
  const changed = ordered.slice();
  changed[at] = added;
  return changed;
}
