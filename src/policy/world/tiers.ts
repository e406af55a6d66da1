import { DEFAULT_TIER, DEFAULT_TIER_ORDER, INITIAL_TIERS } from "../../model/kinds/built-in.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { Located } from "../../model/resource.ts";
import type { CompiledTier } from "./compiled.ts";
import { fieldOf, type Problems, readString } from "./spec-fields.ts";

/** The tiers by name. */
export type Tiers = ReadonlyMap<string, CompiledTier>;

/** The one tier of versions without tiers. */
const ONLY: CompiledTier = { name: DEFAULT_TIER, order: DEFAULT_TIER_ORDER, passesByDefault: false };

/** The tiers that exist without a resource. */
export function builtInTiers({ tiers }: CalicoVersionRules): CompiledTier[] {
  if (!tiers) return [ONLY];
  return INITIAL_TIERS.map(({ name, spec }) => ({
    name,
    order: spec.order,
    passesByDefault: spec.defaultAction === "Pass",
  }));
}

/**
 * Compiles a Tier. One without an order is stored with that of the tier `default`, and so comes before or after it by name
 * (recorded: tiers-noorder-*). Problems are reported.
 */
export function compileTier({ resource: { metadata, spec } }: Located, problems: Problems): CompiledTier {
  const order = fieldOf(spec, "order");
  if (order !== undefined && typeof order !== "number") {
    problems.push({ path: ["spec", "order"], message: "`order` must be a number" });
  }
  const action = readString(spec, "defaultAction", ["spec"], problems);
  if (action !== "" && action !== "Deny" && action !== "Pass") {
    problems.push({ path: ["spec", "defaultAction"], message: `\`${action}\` is not a default action (Deny, Pass)` });
  }
  return {
    name: metadata.name,
    order: typeof order === "number" ? order : DEFAULT_TIER_ORDER,
    passesByDefault: action === "Pass",
  };
}

/** A policy's tier. One that does not exist is a problem: Felix does not evaluate the policies of such a tier. */
export function tierOf(
  spec: unknown,
  tiers: Tiers,
  { tiers: hasTiers }: CalicoVersionRules,
  problems: Problems,
): CompiledTier {
  const name = hasTiers ? readString(spec, "tier", ["spec"], problems) || DEFAULT_TIER : DEFAULT_TIER;
  const tier = tiers.get(name);
  if (tier === undefined) problems.push({ path: ["spec", "tier"], message: `tier \`${name}\` does not exist` });
  return tier ?? ONLY;
}

/** The order in which tiers are evaluated: by `order`, then by name. */
export function compareTiers(a: CompiledTier, b: CompiledTier): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
