import type { Resource } from "../../model/resource.ts";
import type { VersionProfile } from "../../model/version.ts";
import type { Report } from "../problem.ts";
import { checkPolicy } from "./policies.ts";
import { items, record, text } from "./read.ts";

/** What the tiers that every cluster has must be (recorded: tier-name-04 to -06). */
const BUILT_IN: Readonly<Record<string, { readonly order: number; readonly defaultAction: string }>> = {
  default: { order: 1_000_000, defaultAction: "Deny" },
  "kube-admin": { order: 1000, defaultAction: "Pass" },
  "kube-baseline": { order: 10_000_000, defaultAction: "Pass" },
};

/** A tier's name is one part of a DNS name (a check of names); the built-in ones are as they are. */
export function checkTier(resource: Resource, _profile: VersionProfile, report: Report): void {
  const { name } = resource.metadata;
  const fixed = Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined;
  if (fixed === undefined) return;
  const { order = 1_000_000, defaultAction = "Deny" } = record(resource.spec);
  const find = (field: string, value: unknown): void =>
    report({
      code: "tier.built-in",
      message: `\`${field}\` of the tier \`${name}\` is \`${String(value)}\``,
      path: ["spec", field],
    });
  if (order !== fixed.order) find("order", fixed.order);
  if (defaultAction !== fixed.defaultAction) find("defaultAction", fixed.defaultAction);
}

/** Staged policies are policies; one that stands for a deletion says nothing else (recorded: sgnp-action-01). */
export function checkStaged(resource: Resource, profile: VersionProfile, report: Report): void {
  checkPolicy(resource, profile, report);
  checkDeletion(resource, profile, report);
}

/** A staged policy that stands for a deletion has nothing but its tier (recorded: sknp-delete-nonempty). */
export function checkDeletion(resource: Resource, _profile: VersionProfile, report: Report): void {
  const spec = record(resource.spec);
  if (spec.stagedAction !== "Delete") return;
  for (const field of Object.keys(spec)) {
    if (field === "stagedAction" || field === "tier" || isEmpty(spec[field])) continue;
    const message = "a staged deletion has no other fields";
    report({ code: "policy.staged-delete", message, path: ["spec", field], part: "key" });
  }
}

function isEmpty(value: unknown): boolean {
  if (typeof value === "object") return items(value).length === 0 && Object.keys(record(value)).length === 0;
  return value === undefined || value === false || (typeof value === "string" && text(value) === "");
}
