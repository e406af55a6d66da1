import { listOrEmpty, objectOrEmpty } from "../../model/json.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { Resource } from "../../model/resource.ts";
import type { Report } from "../problem.ts";
import { texts, type Values } from "./lenient.ts";
import { checkLabels } from "./metadata.ts";
import { checkRules } from "./rules.ts";

/** Checks the fields of a policy against each other (recorded: gnp-flags-*, gnp-types-*). */
export function checkPolicy(resource: Resource, calico: CalicoVersionRules, report: Report): void {
  const spec = objectOrEmpty(resource.spec);
  checkRules(resource.kind, spec, calico, report);
  for (const field of ["types", "performanceHints"]) {
    const seen = new Set<string>();
    for (const [at, value] of texts(spec[field])) {
      if (seen.has(value))
        report({ code: "list.duplicate", message: `\`${value}\` is given twice`, path: ["spec", field, at] });
      seen.add(value);
    }
  }
  checkFlags(spec, report);
}

/** Checks a profile's rules, and the labels that endpoints inherit from it. */
export function checkProfile(resource: Resource, calico: CalicoVersionRules, report: Report): void {
  const spec = objectOrEmpty(resource.spec);
  checkRules(resource.kind, spec, calico, report);
  checkLabels(spec.labelsToApply, ["spec", "labelsToApply"], report);
}

function checkFlags(spec: Values, report: Report): void {
  const preDnat = spec.preDNAT === true;
  const untracked = spec.doNotTrack === true;
  const flag = preDnat ? "preDNAT" : "doNotTrack";
  if (preDnat && untracked) {
    const help = "split it into two policies";
    report({
      code: "policy.flags",
      message: "a policy is either `preDNAT` or `doNotTrack`",
      help,
      path: ["spec", "preDNAT"],
      part: "key",
    });
  }
  if ((preDnat || untracked) && spec.applyOnForward !== true) {
    report({
      code: "policy.apply-on-forward",
      message: `a \`${flag}\` policy needs \`applyOnForward: true\``,
      help: "set `applyOnForward: true`",
      ...(spec.applyOnForward === undefined && {
        fix: { kind: "add" as const, in: ["spec"], field: "applyOnForward", value: true },
      }),
      path: ["spec", flag],
      part: "key",
      absent: "applyOnForward",
    });
  }
  if (preDnat && listOrEmpty(spec.egress).length > 0) {
    report({
      code: "policy.prednat-egress",
      message: "a `preDNAT` policy has no egress rules",
      help: EGRESS_HELP,
      path: ["spec", "egress"],
      part: "key",
    });
  }
  for (const [at, type] of texts(spec.types)) {
    if (preDnat && type === "Egress") {
      report({
        code: "policy.prednat-egress",
        message: "a `preDNAT` policy applies to ingress only",
        help: EGRESS_HELP,
        path: ["spec", "types", at],
      });
    }
  }
}

/** Without egress rules elsewhere, a host endpoint with policies drops all that the host sends. */
const EGRESS_HELP = "put the egress rules into another policy, without `preDNAT`";
