import { ownerText } from "../../policy/names.ts";
import type { DecidedBy, DefaultReason } from "../../policy/outcome.ts";
import { decidedByText } from "../outcomes/step-text.ts";
import { placeSuffix } from "../place-text.ts";

/** What decided about packets, in a few words for a table: `policy ssh, rule 1 (ssh.yaml:9)`, `failsafe port`. */
export function deciderText(by: DecidedBy): string {
  switch (by.kind) {
    case "rule":
      return `${ownerText(by)}, rule ${by.rule}${placeSuffix(by)}`;
    case "failsafe":
      return `failsafe port (${by.direction === "ingress" ? "failsafeInboundHostPorts" : "failsafeOutboundHostPorts"})`;
    case "default":
      return `default: ${by.tier === undefined ? DEFAULTS[by.reason] : `tier ${by.tier} denies the rest`}`;
    case "unpoliced":
      return UNPOLICED[by.reason];
    case "conntrack":
      return by.state === "invalid" ? "conntrack: opens no connection" : "conntrack: established";
    case "missing-profile":
      return `profile ${by.profile}, which does not exist`;
    default:
      return decidedByText(by).replace(/^(?:by|because) /, "");
  }
}

const DEFAULTS: Readonly<Record<DefaultReason, string>> = {
  "no-rule-matched": "no rule of its policies matches",
  "no-profile-allowed": "no policy or profile allows it",
  "no-policy-no-profile": "no policy and no profile",
  "no-forward-policy": "no applyOnForward policy",
  passed: "a Pass rule ends the stage",
  "no-default-drop": "no rule matches, the stage has no default deny",
  "not-tracked": "not tracked, no policy applies",
};

const UNPOLICED = {
  "no-host-endpoint": "no host endpoint",
  "process-to-workload": "not policed from the node itself",
  forwarded: "no host endpoint",
} as const;
