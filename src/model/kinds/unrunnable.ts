import { isObject, listOrEmpty, objectOrEmpty } from "../json.ts";
import { PROTOCOL_NUMBERS, protocolNumber } from "../net/protocol.ts";
import type { FieldPath, Resource } from "../resource.ts";
import { hasPlainRules } from "./later-rules.ts";
import type { CalicoVersionRules } from "./version.ts";

const { ICMP, ICMPv6 } = PROTOCOL_NUMBERS;

/** A part of a resource that calicoctl stores and Felix cannot program. */
export interface Unrunnable {
  readonly path: FieldPath;
  readonly message: string;
}

/** What follows of such a part; the same for all. */
export const UNRUNNABLE_HELP =
  "Felix fails to program it and programs nothing after it: each node keeps the rules that it had, or starts again and again";

/**
 * The parts of a resource that a node cannot run although calicoctl takes them (recorded: "Configurations that calicoctl
 * takes and Felix cannot run"): `protocol` with `notProtocol`, `notICMP` without protocol ICMP, SCTP as a failsafe port,
 * and in v3.32 `iptablesFilterDenyAction: Reject`.
 */
export function unrunnableParts({ kind, spec }: Resource, calico: CalicoVersionRules): readonly Unrunnable[] {
  if (kind === "FelixConfiguration") return unrunnableSettings(objectOrEmpty(spec), calico);
  if (kind !== "GlobalNetworkPolicy" && kind !== "NetworkPolicy" && kind !== "Profile") return NONE;
  if (hasPlainRules(spec, "ingress") && hasPlainRules(spec, "egress")) return NONE;
  return DIRECTIONS.flatMap((direction) => {
    if (hasPlainRules(spec, direction)) return [];
    const rules = listOrEmpty(objectOrEmpty(spec)[direction]);
    return rules.flatMap((rule, at) => (isObject(rule) ? unrunnableRule(rule, ["spec", direction, at]) : []));
  });
}

const NONE: readonly Unrunnable[] = [];
const DIRECTIONS = ["ingress", "egress"] as const;

function unrunnableRule(rule: Readonly<Record<string, unknown>>, path: FieldPath): Unrunnable[] {
  const parts: Unrunnable[] = [];
  const has = (field: string) => (rule[field] ?? undefined) !== undefined;
  if (has("protocol") && has("notProtocol")) {
    const message = "`protocol` and `notProtocol` in one rule cannot be programmed by Felix";
    parts.push({ path: [...path, "notProtocol"], message });
  }
  const { protocol } = rule;
  const number = typeof protocol === "string" || typeof protocol === "number" ? protocolNumber(protocol) : undefined;
  if (has("notICMP") && number !== ICMP && number !== ICMPv6) {
    const message = "`notICMP` cannot be programmed by Felix in a rule without protocol ICMP or ICMPv6";
    parts.push({ path: [...path, "notICMP"], message });
  }
  return parts;
}

function unrunnableSettings(spec: Readonly<Record<string, unknown>>, calico: CalicoVersionRules): Unrunnable[] {
  const parts: Unrunnable[] = [];
  for (const field of ["failsafeInboundHostPorts", "failsafeOutboundHostPorts"]) {
    for (const [at, port] of listOrEmpty(spec[field]).entries()) {
      const protocol = objectOrEmpty(port).protocol;
      if (typeof protocol === "string" && protocol.toUpperCase() === "SCTP") {
        const message = "Felix cannot read a failsafe port of SCTP";
        parts.push({ path: ["spec", field, at, "protocol"], message });
      }
    }
  }
  const reject = spec.iptablesFilterDenyAction;
  if (calico.rejectsInRaw && typeof reject === "string" && reject.toLowerCase() === "reject") {
    const message = "`iptablesFilterDenyAction: Reject` cannot be programmed by Felix in the raw table";
    parts.push({ path: ["spec", "iptablesFilterDenyAction"], message });
  }
  return parts;
}
