import type { Resource } from "../resource.ts";

/** The tier of a policy without `tier`. */
export const DEFAULT_TIER = "default";

/** The order of a tier without `order`, and of the tier `default` (recorded: tier-spec-04). */
export const DEFAULT_TIER_ORDER = 1_000_000;

/** The tiers that every store of v3.32 has, in the order in which they are made (recorded: `_first_write_empty_db`). */
export const INITIAL_TIERS = [
  { name: DEFAULT_TIER, spec: { order: DEFAULT_TIER_ORDER, defaultAction: "Deny" } },
  { name: "kube-admin", spec: { order: 1000, defaultAction: "Pass" } },
  { name: "kube-baseline", spec: { order: 10_000_000, defaultAction: "Pass" } },
] as const;

/** A tier that cannot be deleted, because the store begins with it. */
export function isInitialTier(name: string): boolean {
  return INITIAL_TIERS.some((tier) => tier.name === name);
}

/** The profile that v3.32 has without storing it; host endpoints that Calico makes itself have it. */
export const DEFAULT_ALLOW = "projectcalico-default-allow";

/** Its spec (recorded: layout.json, `list_yaml` of Profile). */
export const DEFAULT_ALLOW_SPEC: NonNullable<Resource["spec"]> = {
  ingress: [{ action: "Allow" }],
  egress: [{ action: "Allow" }],
};
