import type { Flow } from "../../model/flow.ts";
import { PROTOCOL_NUMBERS, protocolName, protocolNumber } from "../../model/net/protocol.ts";
import type { Hint, Outcome, Step } from "../outcome.ts";

type Advice = Omit<Hint, "step">;

/** The advice at the step that lets a packet of an established connection through unasked. */
export function establishedPasses(
  { state }: Extract<Step, { kind: "conntrack" }>,
  packet: { readonly protocol: number; readonly destinationPort?: number },
): Advice | undefined {
  if (state !== "established") return undefined;
  return {
    code: "hint.established",
    message:
      "policy is not asked about packets of an established connection: they pass until the connection's entry is gone",
    help: `to have policy asked again: ${forget(packet.protocol, packet.destinationPort)}`,
  };
}

/** The guide's command that deletes the entries of connections, so that policy is asked about them. */
function forget(protocol: number, port: number | undefined): string {
  const { TCP, UDP, SCTP } = PROTOCOL_NUMBERS;
  const named = protocol === TCP || protocol === UDP || protocol === SCTP;
  const ports = named && port !== undefined ? ` --orig-port-dst ${port}` : "";
  return `conntrack -D -p ${named ? protocolName(protocol).toLowerCase() : protocol}${ports}`;
}

/** What a change of policy does to a packet. */
export interface Change {
  /** What became of the packet before the change; asked only where it is denied now. */
  readonly before: () => Outcome | undefined;
  /** What becomes of it now if its connection was made before. */
  readonly established: () => Outcome | undefined;
}

/**
 * The hint that connections outlive the change which denies a packet now, at the step that denies it; `undefined` where
 * they do not: they could not be made, were not tracked, or are denied as well (by untracked policy).
 */
export function survivors(
  flow: Pick<Flow, "protocol" | "dstPort" | "conntrack">,
  now: Outcome,
  change: Change,
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
      "what is stored lets this packet through, so there may be connections that outlive the change: policy is not asked about their packets until their entries are gone",
    help: `once the change is applied: ${forget(protocolNumber(flow.protocol) ?? 0, flow.dstPort)}`,
  };
}

function isUntracked(step: Step): boolean {
  return step.kind === "rule-matched" && step.stage === "untracked" && step.action === "Allow";
}
