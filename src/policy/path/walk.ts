import { formatAddress } from "../../model/net/address.ts";
import { hasPorts } from "../../model/net/protocol.ts";
import type { Packet } from "../flow/packet.ts";
import type { Direction, PolicyStage, Walk } from "../outcome.ts";
import { translate } from "./apply-dnat.ts";
import { forward, local, preDnat, unpoliced, untracked, workload, workloadToHost } from "./hooks.ts";
import { isNodeAddress } from "./node-view.ts";
import { type Decision, type End, note, type Run } from "./run.ts";

/** One stage of a planned way: what it is, and the hook to call. */
interface Planned {
  readonly stage: PolicyStage;
  readonly direction: Direction;
  readonly hook: () => Decision | undefined;
}

/**
 * Walks one packet through the node from end to end: the stages before routing, DNAT, and those after it. The first
 * decision ends the walk; a packet that every stage lets on is allowed.
 */
export function walk(run: Run, from: End, to: End): Walk {
  if (from.kind === "process" && to.kind === "process") return overLoopback(run, from, to);
  const before = from.kind === "process" ? [] : planIn(run, from.interface, from.kind === "host");
  const early = follow(run, before);
  if (early) {
    skipRest(run, planAfter(run, from, to));
    return finish(run, early);
  }
  const routed = from.kind === "process" ? to : destinationNat(run, from.interface, to);
  if (routed !== to) run.reached = routed;
  return finish(run, follow(run, planAfter(run, from, routed)));
}

/**
 * Between local processes: out of the loopback interface, and in through it again. The way in begins anew, without the
 * accepted mark (Felix clears it in raw PREROUTING), whatever let the packet out.
 */
function overLoopback(run: Run, from: End, to: End): Walk {
  const lo: End = { kind: "host", interface: "lo" };
  const inward = () => [...planIn(run, lo.interface, true), ...planAfter(run, lo, to)];
  const out = follow(run, planAfter(run, from, lo));
  if (out?.verdict === "deny") {
    skipRest(run, inward());
    return finish(run, out);
  }
  if (out) run.allowedBy = out.by;
  delete run.accepted;
  return finish(run, follow(run, inward()));
}

function planIn(run: Run, name: string, host: boolean): Planned[] {
  const prednat: Planned = { stage: "pre-DNAT", direction: "ingress", hook: () => preDnat(run, name) };
  const raw: Planned = { stage: "untracked", direction: "ingress", hook: () => untracked(run, "ingress", name) };
  return host ? [raw, prednat] : [prednat];
}

function planAfter(run: Run, from: End, to: End): Planned[] {
  if (from.kind === "process") return planOut(run, to);
  if (to.kind === "process") {
    const { interface: name } = from;
    return from.kind === "host"
      ? [{ stage: "normal", direction: "ingress", hook: () => local(run, "ingress", name) }]
      : [{ stage: "workload", direction: "egress", hook: () => workloadToHost(run, name, from.endpoint) }];
  }
  const planned: Planned[] = [
    { stage: "forward", direction: "ingress", hook: () => forward(run, "ingress", from.interface) },
  ];
  if (from.kind === "workload") {
    planned.push({
      stage: "workload",
      direction: "egress",
      hook: () => workload(run, "egress", from.interface, from.endpoint),
    });
  }
  if (to.kind === "workload") {
    planned.push({
      stage: "workload",
      direction: "ingress",
      hook: () => workload(run, "ingress", to.interface, to.endpoint),
    });
  }
  planned.push({ stage: "forward", direction: "egress", hook: () => forward(run, "egress", to.interface) });
  return planned;
}

/** Out of a local process. */
function planOut(run: Run, to: End): Planned[] {
  if (to.kind === "workload") {
    const hook = () => unpoliced(run, "normal", "egress", to.interface, "process-to-workload");
    return [{ stage: "normal", direction: "egress", hook }];
  }
  const name = to.kind === "host" ? to.interface : "";
  return [
    { stage: "untracked", direction: "egress", hook: () => untracked(run, "egress", name) },
    { stage: "normal", direction: "egress", hook: () => local(run, "egress", name) },
  ];
}

function follow(run: Run, planned: readonly Planned[]): Decision | undefined {
  for (const [index, { hook }] of planned.entries()) {
    const decision = hook();
    if (decision) {
      skipRest(run, planned.slice(index + 1));
      return decision;
    }
  }
  return undefined;
}

function skipRest(run: Run, planned: readonly Planned[]): void {
  for (const { stage, direction } of planned) note(run, { kind: "not-reached", stage, direction });
}

/**
 * Translates the destination. A packet that is not tracked (by an untracked policy, or INVALID) is not translated: it
 * then goes where it was addressed, which is the node itself when the address is the node's (recorded `note`s).
 */
function destinationNat(run: Run, incoming: string, to: End): End {
  if (run.isReply) return to;
  const translation = translate(run.view, run.packet, incoming);
  if (translation.kind === "none") return to;
  if (translation.kind === "unknown") {
    run.assumptions.push(`${endText(run.packet)} is taken not to be translated by DNAT: ${translation.why}`);
    return to;
  }
  const { packet } = translation;
  const applied = run.state === "new" || run.state === "established";
  note(run, { kind: "dnat", from: endText(run.packet), to: endText(packet), applied });
  if (applied) {
    run.packet = packet;
    return to;
  }
  return isNodeAddress(run.view, run.packet.destination) ? { kind: "process" } : to;
}

function endText({ destination, destinationPort, protocol }: Packet): string {
  const address = formatAddress(destination);
  if (!hasPorts(protocol) || destinationPort === undefined) return address;
  return destination.family === 6 ? `[${address}]:${destinationPort}` : `${address}:${destinationPort}`;
}

function finish(run: Run, decision: Decision | undefined): Walk {
  const steps = run.steps ?? [];
  if (decision) {
    const { verdict, by, dropStage } = decision;
    return { verdict, decidedBy: by, steps, ...(dropStage ? { dropStage } : {}) };
  }
  const by = run.allowedBy ?? run.defaultBy;
  return { verdict: "allow", decidedBy: by ?? { kind: "unpoliced", interface: "", reason: "forwarded" }, steps };
}
