import type { Resource } from "../../../../src/model/resource.ts";
import type { Outcome } from "../../../../src/policy/outcome.ts";
import { allow, gnp, hep, profile, tier } from "../../support.ts";

/** Rules that decide nothing in their tier. */
export const PASS = { action: "Pass" };
export const LOG = { action: "Log" };
type Rules = readonly object[];

/** A policy for everything: its tier, ingress rules and what else its spec has. */
export const policy = (name: string, inTier: string | undefined, ingress: Rules, more: object = {}): Resource =>
  gnp(name, {
    ...(inTier === undefined ? {} : { tier: inTier }),
    selector: "all()",
    types: ["Ingress"],
    ingress,
    ...more,
  });

/** A host endpoint with the profile that allows everything, and tiers before and after `default`. */
export const HEP = hep("h", { profiles: ["open"] });
export const OPEN = profile("open", { ingress: [allow()], egress: [allow()] });
export const FIRST = tier("first", { order: 10 });
export const FIRST_PASSES = tier("first", { order: 10, defaultAction: "Pass" });
export const LAST = tier("last", { order: 2_000_000 });
export const LAST_PASSES = tier("last", { order: 2_000_000, defaultAction: "Pass" });

/** What decided, short: `policy p1 rule 1`, `default normal no-rule-matched first`. */
export function decided({ decidedBy: by }: Outcome): string {
  if (by.kind === "rule") return "policy" in by ? `${by.policy.name} ${by.rule}` : `profile ${by.profile}`;
  return by.kind === "default" ? `${by.reason}${by.tier === undefined ? "" : ` of ${by.tier}`}` : by.kind;
}
