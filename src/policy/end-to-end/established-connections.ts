import type { Flow } from "../../model/flow.ts";
import { PROTOCOL_NUMBERS, protocolName, protocolNumber } from "../../model/net/protocol.ts";
import type { Hint, Outcome, Step } from "../outcome.ts";

type Advice = Omit<Hint, "step">;

/** The advice at the step that lets a packet of an established connection through without evaluating policy. */
export function establishedAdvice(
  { state }: Extract<Step, { kind: "conntrack" }>,
  packet: { readonly protocol: number; readonly destinationPort?: number },
): Advice | undefined {
  if (state !== "established") return undefined;
  return {
    code: "hint.established",
    message:
      "policy is not evaluated for packets of an established connection: they pass until the connection's entry is gone",
    help: `to have policy evaluated again: ${conntrackCommand(packet.protocol, packet.destinationPort)}`,
  };
}

/** The guide's command that deletes the entries of connections, so that policy is evaluated for them. */
function conntrackCommand(protocol: number, port: number | undefined): string {
  const { TCP, UDP, SCTP } = PROTOCOL_NUMBERS;
  const named = protocol === TCP || protocol === UDP || protocol === SCTP;
  const ports = named && port !== undefined ? ` --orig-port-dst ${port}` : "";
  return `conntrack -D -p ${named ? protocolName(protocol).toLowerCase() : protocol}${ports}`;
}

/** The outcomes of a packet before and after a change of policy. */
export interface PolicyChange {
  /** The outcome before the change; called only where the packet is denied now. */
  readonly before: () => Outcome | undefined;
  /** The outcome now, if its connection was made before the change. */
  readonly established: () => Outcome | undefined;
}

/**
 * The hint that connections outlive the change which denies a packet now, at the step that denies it; `undefined` where
 * they do not: they could not be made, were not tracked, or are denied as well (by untracked policy).
 */
export function establishedConnectionsHint(
  flow: Pick<Flow, "protocol" | "dstPort" | "conntrack">,
  now: Outcome,
  change: PolicyChange,
): Hint | undefined {
  const isNew = flow.conntrack === undefined || flow.conntrack === "new";
  if (now.verdict !== "deny" || now.decidedBy.kind === "not-evaluated" || !isNew) return undefined;
  const before = change.before();
  if (before?.verdict !== "allow" || before.steps.some(isUntracked)) return undefined;
  if (change.established()?.verdict !== "allow") return undefined;
  const step = now.steps.findLastIndex(({ kind }) => kind !== "not-reached");
  return {
    code: "hint.established",
    step,
    message:
      "what is stored lets this packet through, so there may be connections that outlive the change: policy is not evaluated for their packets until their entries are gone",
    help: `once the change is applied: ${conntrackCommand(protocolNumber(flow.protocol) ?? 0, flow.dstPort)}`,
  };
}

function isUntracked(step: Step): boolean {
  return step.kind === "rule-matched" && step.stage === "untracked" && step.action === "Allow";
}
