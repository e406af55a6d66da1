import { listOrEmpty, objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { DEFAULT_TIER_ORDER, INITIAL_TIERS } from "../../model/kinds/built-in.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { Resource } from "../../model/resource.ts";
import { type Fix, write } from "../fixes/fix.ts";
import type { Report } from "../problem.ts";

import { checkPolicy } from "./policies.ts";

/** The order and default action of the built-in tiers are fixed (recorded: tier-name-04 to -06). */
export function checkTier(resource: Resource, _calico: CalicoVersionRules, report: Report): void {
  const { name } = resource.metadata;
  const fixed = INITIAL_TIERS.find((tier) => tier.name === name)?.spec;
  if (fixed === undefined) return;
  const { order = DEFAULT_TIER_ORDER, defaultAction = "Deny" } = objectOrEmpty(resource.spec);
  const refuse = (field: string, words: string, value: string | number, usual: string | number): void => {
    const message = `the built-in tier \`${name}\` has a fixed ${words}`;
    const help = value === usual ? `remove \`${field}\`` : `write \`${field}: ${value}\``;
    const isWritten = Object.hasOwn(objectOrEmpty(resource.spec), field);
    const fix: Fix =
      value === usual ? { kind: "remove" } : isWritten ? write(value) : { kind: "add", in: ["spec"], field, value };
    report({ code: "tier.built-in", message, help, fix, path: ["spec", field] });
  };
  if (order !== fixed.order) refuse("order", "order", fixed.order, DEFAULT_TIER_ORDER);
  if (defaultAction !== fixed.defaultAction) refuse("defaultAction", "default action", fixed.defaultAction, "Deny");
}

/**
 * Staged policies are policies; a staged deletion has no other fields (recorded: sgnp-action-01), but for `types`, which
 * calicoctl leaves out when it stores one (libcalico-go/lib/clientv3, stagednetworkpolicy and stagedglobalnetworkpolicy).
 */
export function checkStaged(resource: Resource, calico: CalicoVersionRules, report: Report): void {
  checkPolicy(resource, calico, report);
  checkDeletedFields(resource, ["stagedAction", "tier", "types"], report);
}

/** A staged deletion of a Kubernetes policy has no other fields (recorded: sknp-delete-nonempty). */
export function checkDeletion(resource: Resource, _calico: CalicoVersionRules, report: Report): void {
  checkDeletedFields(resource, ["stagedAction"], report);
}

function checkDeletedFields(resource: Resource, allowed: readonly string[], report: Report): void {
  const spec = objectOrEmpty(resource.spec);
  if (spec.stagedAction !== "Delete") return;
  for (const field of Object.keys(spec)) {
    if (allowed.includes(field) || isEmpty(spec[field])) continue;
    const message = "a staged deletion has no other fields";
    report({ code: "policy.staged-delete", message, path: ["spec", field], part: "key" });
  }
}

function isEmpty(value: unknown): boolean {
  if (typeof value === "object")
    return listOrEmpty(value).length === 0 && Object.keys(objectOrEmpty(value)).length === 0;
  return value === undefined || value === false || (typeof value === "string" && textOrEmpty(value) === "");
}
