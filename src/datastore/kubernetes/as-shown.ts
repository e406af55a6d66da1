import { DEFAULT_TIER } from "../../model/kinds/built-in.ts";
import { TIER_LABEL, withDefaults } from "../../model/kinds/defaults.ts";
import { kindNamed } from "../../model/kinds/kinds.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { Resource } from "../../model/resource.ts";
import { knownFields } from "./known-fields.ts";

/** What v3.9 fills in of a pool that it reads; v3.32 all that it stores of one. */
const POOL_FIELDS = ["blockSize", "nodeSelector"];

/**
 * A resource of an object as calicoctl of that version shows it, which others may have written: a policy without the label of
 * a tier has that of `default`, whatever its tier, and a pool has its defaults (recorded: crd-read-*).
 */
export function asShown(resource: Resource, calico: CalicoVersionRules): Resource {
  const known = calico.tiers ? resource : knownFields(resource, calico);
  if (known.kind === "IPPool") return withPoolDefaults(known, calico);
  if (!calico.tiers || !kindNamed(known.kind)?.tiered) return known;
  const { metadata } = known;
  return { ...known, metadata: { ...metadata, labels: { [TIER_LABEL]: DEFAULT_TIER, ...metadata.labels } } };
}

function withPoolDefaults(pool: Resource, calico: CalicoVersionRules): Resource {
  const { spec: defaults = {} } = withDefaults(pool, calico);
  const filled = Object.entries(defaults).filter(([field]) => calico.tiers || POOL_FIELDS.includes(field));
  return { ...pool, spec: { ...Object.fromEntries(filled), ...pool.spec } };
}
