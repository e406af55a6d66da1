import { PROTOCOL_NUMBERS, protocolName } from "../../model/net/protocol.ts";
import { failsafe } from "../match/failsafe.ts";
import type { Direction, PolicyStage, UnpolicedReason, Where } from "../outcome.ts";
import { hasStage } from "../world/applicable-policies.ts";
import type { CompiledEndpoint } from "../world/compiled.ts";
import { askPolicies, askProfiles, dropAtEndOf, enter, passByDefault } from "./chain.ts";
import { governing, isWorkloadInterface } from "./node-view.ts";
import { type Decision, drop, note, type Run, where } from "./run.ts";

// Each function is one hook of the walk (SEMANTICS, "The walk of one packet"): it gives a decision, or `undefined` when
// the packet goes on. They change the run only by its mark, state and the reason it may end up allowed by.

/** Untracked policies of an interface's own host endpoint; Allow marks the packet accepted and takes it out of tracking. */
export function untracked(run: Run, direction: Direction, name: string): Decision | undefined {
  const { own } = governing(run.view, name);
  if (own === undefined || !hasStage(run.world, own, "untracked")) {
    if (own) enter(run, where("untracked", direction, own, name), own, 0);
    return undefined;
  }
  const at = where("untracked", direction, own, name);
  if (failsafeHit(run, at, true)) return undefined;
  const result = askPolicies(run, at, own);
  if (result.kind !== "decided") return passByDefault(run, at, result.kind === "pass" ? "passed" : "no-default-drop");
  if (result.verdict === "deny") return drop("untracked", result.by);
  run.allowedBy = result.by;
  run.accepted = "untracked";
  run.state = "untracked";
  return undefined;
}

/**
 * Pre-DNAT policies of an interface: its own host endpoint's where it has any, else those of the `*` one, which stands in
 * on every interface. Allow marks the packet accepted; there is no default drop.
 */
export function preDnat(run: Run, name: string): Decision | undefined {
  const { own, wildcard } = governing(run.view, name);
  const endpoint = [own, wildcard].find((candidate) => candidate && hasStage(run.world, candidate, "pre-DNAT"));
  if (endpoint === undefined) {
    if (own) enter(run, where("pre-DNAT", "ingress", own, name), own, 0);
    return undefined;
  }
  const at = where("pre-DNAT", "ingress", endpoint, name);
  if (run.accepted) {
    note(run, { kind: "accepted-earlier", ...at, by: run.accepted });
    return undefined;
  }
  const tracked = conntrack(run, at);
  if (tracked) return tracked.verdict === "deny" ? tracked : undefined;
  if (failsafeHit(run, at, false)) return undefined;
  const result = askPolicies(run, at, endpoint);
  if (result.kind !== "decided") return passByDefault(run, at, result.kind === "pass" ? "passed" : "no-default-drop");
  if (result.verdict === "deny") return drop("pre-DNAT", result.by);
  run.allowedBy = result.by;
  run.accepted = "pre-DNAT";
  return undefined;
}

/** The endpoint that polices an interface's local and forwarded traffic: its own, else a `*` one where the version has it so. */
function policing(run: Run, name: string): CompiledEndpoint | undefined {
  const { own, wildcard } = governing(run.view, name);
  return own ?? (run.world.calico.wildcardIsFull ? wildcard : undefined);
}

/** Traffic of a host interface from or to a local process: failsafes, normal policies, profiles, default drop. */
export function local(run: Run, direction: Direction, name: string): Decision | undefined {
  const endpoint = policing(run, name);
  if (endpoint === undefined) return unpoliced(run, "normal", direction, name, "no-host-endpoint");
  const at = where("normal", direction, endpoint, name);
  const settled = acceptedEarlier(run, at) ?? conntrack(run, at);
  if (settled) return settled;
  if (failsafeHit(run, at, false)) {
    const { protocol, destinationPort = 0 } = run.packet;
    run.allowedBy = { kind: "failsafe", ...at, protocol: protocolName(protocol), port: destinationPort };
    return undefined;
  }
  return askEndpoint(run, at, endpoint);
}

/** A local packet with the accepted mark is allowed before its host endpoint is asked. */
function acceptedEarlier(run: Run, at: Where): Decision | undefined {
  if (!run.accepted || !run.allowedBy) return undefined;
  note(run, { kind: "accepted-earlier", ...at, by: run.accepted });
  return { verdict: "allow", by: run.allowedBy };
}

/** `applyOnForward` policies of the interface a forwarded packet comes in (ingress) or goes out through (egress). */
export function forward(run: Run, direction: Direction, name: string): Decision | undefined {
  const endpoint = policing(run, name);
  if (endpoint === undefined) {
    return isWorkloadInterface(run.view, name) ? undefined : unpoliced(run, "forward", direction, name, "forwarded");
  }
  const at = where("forward", direction, endpoint, name);
  if (run.accepted && direction === "ingress") {
    note(run, { kind: "accepted-earlier", ...at, by: run.accepted });
    return undefined;
  }
  const tracked = conntrack(run, at);
  if (tracked) return tracked;
  const result = askPolicies(run, at, endpoint);
  switch (result.kind) {
    case "decided":
      if (result.verdict === "deny") return drop("forward", result.by);
      run.allowedBy = result.by;
      return undefined;
    case "none":
      return passByDefault(run, at, "no-forward-policy");
    case "pass":
      return passByDefault(run, at, "passed");
    case "no-match":
      return dropAtEndOf(result.tier, run, at);
  }
}

/** Policies and profiles of a workload; an interface without an endpoint is unknown to Calico, which drops everything. */
export function workload(
  run: Run,
  direction: Direction,
  name: string,
  endpoint: CompiledEndpoint | undefined,
): Decision | undefined {
  if (endpoint === undefined) {
    const way = direction === "egress" ? "in" : "out";
    note(run, { kind: "unknown-workload-interface", interface: name, direction: way });
    return drop("workload", { kind: "unknown-workload-interface", interface: name, direction: way });
  }
  const at = where("workload", direction, endpoint, name);
  const tracked = conntrack(run, at);
  if (tracked) return tracked;
  if (direction === "egress") {
    const encapsulated = encapsulation(run, at);
    if (encapsulated) return encapsulated;
  }
  return askEndpoint(run, at, endpoint);
}

/** Policies, then profiles where no policy selects or one passed, then the default drop. */
function askEndpoint(run: Run, at: Where, endpoint: CompiledEndpoint): Decision | undefined {
  const result = askPolicies(run, at, endpoint);
  switch (result.kind) {
    case "decided":
      if (result.verdict === "deny") return drop(at.stage, result.by);
      run.allowedBy = result.by;
      return undefined;
    case "no-match":
      return dropAtEndOf(result.tier, run, at);
    case "none":
    case "pass":
      return askProfiles(run, at, endpoint);
  }
}

/** Tunnel packets that a workload sends itself are dropped before policy: IPIP, and VXLAN by its port. */
function encapsulation(run: Run, at: Where): Decision | undefined {
  const { settings } = run.view;
  const { protocol, destinationPort } = run.packet;
  const vxlan = protocol === PROTOCOL_NUMBERS.UDP && destinationPort === settings.vxlanPort && !settings.allowVxlan;
  if (!vxlan && (protocol !== 4 || settings.allowIpip)) return undefined;
  const kind = { kind: "encapsulation", ...at, protocol: vxlan ? "VXLAN" : "IPIP" } as const;
  note(run, kind);
  return drop("workload", kind);
}

/** ICMPv6 types that Calico lets a workload send to its host whatever policy says, so that discovery works. */
export const DISCOVERY = new Set([130, 131, 132, 133, 135, 136]);

/** A workload's packet to the host: discovery is let through, the rest is policed and then meets the node's action. */
export function workloadToHost(run: Run, name: string, endpoint: CompiledEndpoint | undefined): Decision | undefined {
  const { protocol, icmpType } = run.packet;
  if (protocol === PROTOCOL_NUMBERS.ICMPv6 && icmpType !== undefined && DISCOVERY.has(icmpType)) {
    const by = { kind: "neighbour-discovery", icmpType } as const;
    note(run, by);
    return { verdict: "allow", by };
  }
  const decision = workload(run, "egress", name, endpoint);
  if (decision) return decision;
  const by = { kind: "endpoint-to-host", action: run.view.settings.endpointToHost } as const;
  note(run, by);
  return by.action === "Drop" ? drop("workload", by) : { verdict: "allow", by: run.allowedBy ?? by };
}

/** An interface where nothing is asked. */
export function unpoliced(
  run: Run,
  stage: PolicyStage,
  direction: Direction,
  name: string,
  reason: UnpolicedReason,
): undefined {
  note(run, { kind: "unpoliced", interface: name, stage, direction, reason });
  run.defaultBy ??= { kind: "unpoliced", interface: name, reason };
  return undefined;
}

/** Established packets are let through by the first chain they meet, INVALID ones are dropped by it. */
function conntrack(run: Run, at: Where): Decision | undefined {
  const { state } = run;
  if (state !== "established" && (state !== "invalid" || !run.view.settings.checkInvalid)) return undefined;
  const verdict = state === "established" ? "allow" : "deny";
  note(run, { kind: "conntrack", ...at, state, verdict });
  const by = { kind: "conntrack", ...at, state } as const;
  return verdict === "allow" ? { verdict, by } : drop(at.stage, by);
}

function failsafeHit(run: Run, at: Where, replies: boolean): boolean {
  const { protocol, destinationPort } = run.packet;
  const result = failsafe(run.view.settings, at.direction, run.packet, { replies });
  note(run, { kind: "failsafe", ...at, protocol: protocolName(protocol), port: destinationPort, ...result });
  return result.hit;
}
