import type { BatchEnd } from "./ends.ts";
import {
  type BatchRun,
  forward,
  local,
  NO_REASON,
  ON,
  preDnat,
  processToWorkload,
  untracked,
  workload,
  workloadToHost,
} from "./hooks.ts";
import { ALLOW, DENY } from "./rule-list.ts";

/** Translates the run's destination; true where the packet then goes to the node itself. */
export type DestinationNat = (incoming: BatchEnd) => boolean;

/** Walks a packet through the node as ../walk.ts does, on numbers: `ALLOW` or `DENY`, the reason left in the run. */
export function walk(run: BatchRun, from: BatchEnd, to: BatchEnd, loopback: BatchEnd, nat: DestinationNat): number {
  if (from.kind === "process") return finish(run, out(run, to, loopback));
  const early = into(run, from);
  if (early !== ON) return finish(run, early);
  run.isTurnedBack = nat(from);
  if (run.isTurnedBack || to.kind === "process") return finish(run, toProcess(run, from));
  return finish(run, through(run, from, to));
}

function into(run: BatchRun, from: BatchEnd): number {
  if (from.kind === "host") {
    const raw = untracked(run, from, from.own?.untrackedIn);
    if (raw !== ON) return raw;
  }
  return preDnat(run, from, from.early?.preDnat);
}

function toProcess(run: BatchRun, from: BatchEnd): number {
  return from.kind === "host" ? local(run, from, from.policing?.localIn) : workloadToHost(run, from);
}

function through(run: BatchRun, from: BatchEnd, to: BatchEnd): number {
  let decision = forward(run, from, from.policing?.forwardIn);
  if (decision !== ON) return decision;
  if (from.kind === "workload") {
    decision = workload(run, from, "egress");
    if (decision !== ON) return decision;
  }
  if (to.kind === "workload") {
    decision = workload(run, to, "ingress");
    if (decision !== ON) return decision;
  }
  return forward(run, to, to.policing?.forwardOut);
}

function out(run: BatchRun, to: BatchEnd, loopback: BatchEnd): number {
  if (to.kind === "workload") return processToWorkload(run, to);
  if (to.kind === "host") return outThrough(run, to);
  if (outThrough(run, loopback) === DENY) return DENY;
  run.accepted = 0;
  const decision = into(run, loopback);
  return decision === ON ? local(run, loopback, loopback.policing?.localIn) : decision;
}

function outThrough(run: BatchRun, end: BatchEnd): number {
  const decision = untracked(run, end, end.own?.untrackedOut);
  if (decision !== ON) return decision;
  const settled = local(run, end, end.policing?.localOut);
  if (settled === ALLOW) {
    run.allowedBy = run.reason;
    run.allowedDetail = run.detail;
  }
  return settled;
}

/** A packet that no stage decides is allowed by the last rule that let it on, or else the last default. */
function finish(run: BatchRun, decision: number): number {
  if (decision !== ON) return decision;
  const byRule = run.allowedBy !== NO_REASON;
  run.reason = byRule ? run.allowedBy : run.defaultBy;
  run.detail = byRule ? run.allowedDetail : run.defaultDetail;
  return ALLOW;
}
