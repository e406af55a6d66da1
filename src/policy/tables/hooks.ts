import { PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import type { Direction } from "../outcome.ts";
import { DISCOVERY } from "../path/hooks.ts";
import type { CompiledFailsafe, FelixSettings, World } from "../world/compiled.ts";
import { netContains } from "../world/nets.ts";
import type { BatchEnd } from "./ends.ts";
import { listOf, type OwnedRules, type Shared, type TierRules } from "./owned-rules.ts";
import { CODE, END_CODE, endReasonOf, failsafeDetail, reasonOf, ruleDetail } from "./reasons.ts";
import { ALLOW, type ClassedPacket, DENY, firstMatch, PASS, type RuleList } from "./rule-list.ts";
import type { Stage } from "./stage.ts";
import { destinationOf, ESTABLISHED, INVALID, NEW, newPacket, sourceOf, UNTRACKED } from "./table-packet.ts";

// The hooks of ../hooks.ts once more, on numbers: the same functions in the same order, each giving ALLOW, DENY or ON.
// A decision's reason is left in the run. test/policy/tables holds the two equal.

/** The packet goes on. */
export const ON = 0;
/** No reason yet. */
export const NO_REASON = -1;
const { UDP, ICMPv6 } = PROTOCOL_NUMBERS;
const NO_POLICY = 4;
const NO_MATCH = 5;

/** A packet on its way: `../run.ts` as numbers. Reasons are of `reasonOf`, each with a detail. */
export interface BatchRun extends ClassedPacket {
  readonly shared: Shared;
  readonly world: World;
  settings: FelixSettings;
  isReply: boolean;
  /** 0, or which stage set the accepted mark: 1 untracked, 2 pre-DNAT. */
  accepted: number;
  /** Whether the packet went to the node itself instead of on to its `to`. */
  isTurnedBack: boolean;
  allowedBy: number;
  allowedDetail: number;
  defaultBy: number;
  defaultDetail: number;
  reason: number;
  detail: number;
}

/** A run to be filled. */
export function newRun(shared: Shared, settings: FelixSettings): BatchRun {
  const { from: _from, to: _to, ...packet } = newPacket();
  return {
    ...packet,
    sourceClass: 0,
    destinationClass: 0,
    asksServices: false,
    shared,
    world: shared.world,
    settings,
    isReply: false,
    accepted: 0,
    isTurnedBack: false,
    allowedBy: NO_REASON,
    allowedDetail: 0,
    defaultBy: NO_REASON,
    defaultDetail: 0,
    reason: NO_REASON,
    detail: 0,
  };
}

/** Forgets what the last packet left behind. */
export function restart(run: BatchRun, state: number, isReply: boolean): void {
  run.state = state;
  run.isReply = isReply;
  run.accepted = 0;
  run.isTurnedBack = false;
  run.allowedBy = NO_REASON;
  run.defaultBy = NO_REASON;
}

function decide(run: BatchRun, verdict: number, reason: number, detail: number): number {
  run.reason = reason;
  run.detail = detail;
  return verdict;
}

function deny(run: BatchRun, end: BatchEnd, { slot }: Stage, code: number, detail = 0): number {
  return decide(run, DENY, reasonOf(end.number, slot, code), detail);
}

function allowed(run: BatchRun, end: BatchEnd, { slot }: Stage, code: number, detail: number): void {
  run.allowedBy = reasonOf(end.number, slot, code);
  run.allowedDetail = detail;
}

function byDefault(run: BatchRun, end: BatchEnd, { slot }: Stage, code: number): number {
  run.defaultBy = reasonOf(end.number, slot, code);
  run.defaultDetail = 0;
  return ON;
}

function atEnd(run: BatchRun, verdict: number, end: BatchEnd, code: number, detail = 0): number {
  return decide(run, verdict, endReasonOf(end.number, code), detail);
}

function unpoliced(run: BatchRun, end: BatchEnd, code: number): number {
  if (run.defaultBy === NO_REASON) {
    run.defaultBy = endReasonOf(end.number, code);
    run.defaultDetail = 0;
  }
  return ON;
}

/**
 * `askPolicies` of ../chain.ts: ALLOW, DENY, PASS, NO_MATCH or NO_POLICY. The detail of the rule that decided, or the index
 * of the tier that denies by default, is left in the run.
 */
function askPolicies(run: BatchRun, { tiers, hasDefaultDrop }: Stage): number {
  let result = NO_POLICY;
  for (let index = 0; index < tiers.length; index++) {
    const { tier, rules } = tiers[index] as TierRules;
    const list = tables(rules, run);
    const slot = firstMatch(list, run);
    const action = slot < 0 ? NO_MATCH : (list.actions[slot] as number);
    if (action === ALLOW || action === DENY) {
      run.detail = ruleDetail(index, slot, run.family);
      return action;
    }
    result = action === NO_MATCH && tier.passes ? PASS : action;
    run.detail = index;
    if (result === NO_MATCH && hasDefaultDrop) return result;
  }
  return result;
}

function tables(owned: OwnedRules, run: BatchRun): RuleList {
  return (run.family === 4 ? owned.list4 : owned.list6) ?? listOf(owned, run.family, run.shared);
}

/** `untracked` of ../hooks.ts. */
export function untracked(run: BatchRun, end: BatchEnd, stage: Stage | undefined): number {
  if (stage === undefined || !stage.hasChains || isFailsafe(run, stage.direction, true)) return ON;
  const asked = askPolicies(run, stage);
  if (asked === DENY) return deny(run, end, stage, CODE.rule, run.detail);
  if (asked !== ALLOW) return byDefault(run, end, stage, asked === PASS ? CODE.passed : CODE.noDefaultDrop);
  allowed(run, end, stage, CODE.rule, run.detail);
  run.accepted = 1;
  run.state = UNTRACKED;
  return ON;
}

/** `preDnat` of ../hooks.ts. */
export function preDnat(run: BatchRun, end: BatchEnd, stage: Stage | undefined): number {
  if (stage === undefined || run.accepted !== 0) return ON;
  const tracked = conntrack(run, end, stage);
  if (tracked !== ON) return tracked === DENY ? DENY : ON;
  if (isFailsafe(run, stage.direction, false)) return ON;
  const asked = askPolicies(run, stage);
  if (asked === DENY) return deny(run, end, stage, CODE.rule, run.detail);
  if (asked !== ALLOW) return byDefault(run, end, stage, asked === PASS ? CODE.passed : CODE.noDefaultDrop);
  allowed(run, end, stage, CODE.rule, run.detail);
  run.accepted = 2;
  return ON;
}

/** `local` of ../hooks.ts. */
export function local(run: BatchRun, end: BatchEnd, stage: Stage | undefined): number {
  if (stage === undefined) return unpoliced(run, end, END_CODE.noHostEndpoint);
  if (run.accepted !== 0 && run.allowedBy !== NO_REASON) {
    return decide(run, ALLOW, run.allowedBy, run.allowedDetail);
  }
  const tracked = conntrack(run, end, stage);
  if (tracked !== ON) return tracked;
  if (isFailsafe(run, stage.direction, false)) {
    allowed(run, end, stage, CODE.failsafe, failsafeDetail(run.protocol, run.destinationPort));
    return ON;
  }
  return askEndpoint(run, end, stage);
}

/** `forward` of ../hooks.ts. */
export function forward(run: BatchRun, end: BatchEnd, stage: Stage | undefined): number {
  if (stage === undefined) return end.isWorkload ? ON : unpoliced(run, end, END_CODE.forwarded);
  if (run.accepted !== 0 && stage.direction === "ingress") return ON;
  const tracked = conntrack(run, end, stage);
  if (tracked !== ON) return tracked;
  switch (askPolicies(run, stage)) {
    case ALLOW:
      allowed(run, end, stage, CODE.rule, run.detail);
      return ON;
    case DENY:
      return deny(run, end, stage, CODE.rule, run.detail);
    case PASS:
      return byDefault(run, end, stage, CODE.passed);
    case NO_POLICY:
      return byDefault(run, end, stage, CODE.noForwardPolicy);
    default:
      return deny(run, end, stage, CODE.noRuleMatched, run.detail);
  }
}

/** `workload` of ../hooks.ts; without a stage the interface is unknown to Calico. */
export function workload(run: BatchRun, end: BatchEnd, direction: Direction): number {
  const stage = direction === "ingress" ? end.workload?.workloadIn : end.workload?.workloadOut;
  if (stage === undefined)
    return atEnd(run, DENY, end, direction === "egress" ? END_CODE.unknownIn : END_CODE.unknownOut);
  const tracked = conntrack(run, end, stage);
  if (tracked !== ON) return tracked;
  const { settings } = run;
  if (direction === "egress") {
    if (run.protocol === UDP && run.destinationPort === settings.vxlanPort && !settings.allowVxlan) {
      return deny(run, end, stage, CODE.vxlan);
    }
    if (run.protocol === 4 && !settings.allowIpip) return deny(run, end, stage, CODE.ipip);
  }
  return askEndpoint(run, end, stage);
}

/** `workloadToHost` of ../hooks.ts. */
export function workloadToHost(run: BatchRun, end: BatchEnd): number {
  if (run.protocol === ICMPv6 && DISCOVERY.has(run.icmpType))
    return atEnd(run, ALLOW, end, END_CODE.discovery, run.icmpType);
  const decision = workload(run, end, "egress");
  if (decision !== ON) return decision;
  if (run.settings.endpointToHost === "Drop") return atEnd(run, DENY, end, END_CODE.endpointToHost);
  if (run.allowedBy === NO_REASON) return atEnd(run, ALLOW, end, END_CODE.endpointToHost);
  return decide(run, ALLOW, run.allowedBy, run.allowedDetail);
}

/** A local process's packet to a workload: nothing is asked. */
export function processToWorkload(run: BatchRun, end: BatchEnd): number {
  return unpoliced(run, end, END_CODE.fromProcess);
}

function askEndpoint(run: BatchRun, end: BatchEnd, stage: Stage): number {
  const asked = askPolicies(run, stage);
  if (asked === DENY) return deny(run, end, stage, CODE.rule, run.detail);
  if (asked === NO_MATCH) return deny(run, end, stage, CODE.noRuleMatched, run.detail);
  if (asked !== ALLOW) return askProfiles(run, end, stage);
  allowed(run, end, stage, CODE.rule, run.detail);
  return ON;
}

function askProfiles(run: BatchRun, end: BatchEnd, stage: Stage): number {
  const { profiles } = stage;
  for (let index = 0; index < profiles.length; index++) {
    const profile = profiles[index];
    if (profile === undefined) return deny(run, end, stage, CODE.missingProfile, index);
    const list = tables(profile, run);
    const slot = firstMatch(list, run);
    if (slot < 0) continue;
    const detail = ruleDetail(index, slot, run.family);
    if (list.actions[slot] === DENY) return deny(run, end, stage, CODE.profileRule, detail);
    if (list.actions[slot] === ALLOW) {
      allowed(run, end, stage, CODE.profileRule, detail);
      return ON;
    }
  }
  return deny(run, end, stage, profiles.length === 0 ? CODE.noPolicyNoProfile : CODE.noProfileAllowed);
}

function conntrack(run: BatchRun, end: BatchEnd, stage: Stage): number {
  if (run.state === NEW || run.state === UNTRACKED) return ON;
  if (run.state === ESTABLISHED) return decide(run, ALLOW, reasonOf(end.number, stage.slot, CODE.established), 0);
  return run.state === INVALID && run.settings.checkInvalid ? deny(run, end, stage, CODE.invalid) : ON;
}

function isFailsafe(run: BatchRun, direction: Direction, replies: boolean): boolean {
  const { failsafeInbound, failsafeOutbound } = run.settings;
  const inbound = direction === "ingress";
  if (covers(run, inbound ? failsafeInbound : failsafeOutbound, run.destinationPort, inbound)) return true;
  return replies && covers(run, inbound ? failsafeOutbound : failsafeInbound, run.sourcePort, inbound);
}

/** `inbound`: the other end, which an entry's `net` is about, is the packet's source. */
function covers(run: BatchRun, list: readonly CompiledFailsafe[], port: number, inbound: boolean): boolean {
  for (let index = 0; index < list.length; index++) {
    const entry = list[index] as CompiledFailsafe;
    if (entry.port !== port || entry.number !== run.protocol) continue;
    if (entry.net === undefined || netContains(entry.net, inbound ? sourceOf(run) : destinationOf(run))) return true;
  }
  return false;
}
