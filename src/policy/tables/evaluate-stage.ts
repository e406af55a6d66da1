import { IPIP, PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import type { Direction } from "../outcome.ts";
import { DISCOVERY } from "../path/packet-domain.ts";
import type { CompiledFailsafe } from "../world/compiled.ts";
import { netContains } from "../world/nets.ts";
import type { TableEnd } from "./ends.ts";
import { listOf, type OwnedRules, type TierRules } from "./owned-rules.ts";
import { NO_REASON, type PacketState, UNDECIDED } from "./packet-state.ts";
import { CODE, END_CODE, endReasonOf, failsafeDetail, reasonOf, ruleDetail } from "./reasons.ts";
import { ALLOW, DENY, firstMatch, PASS, type RuleList } from "./rule-list.ts";
import type { ChainRow, Stage } from "./stage.ts";
import { destinationOf, ESTABLISHED, INVALID, NEW, sourceOf, UNTRACKED } from "./table-packet.ts";

// The stages of path/stage.ts on numbers: the same rows of STAGE_RULES in the same order, each returning ALLOW, DENY or UNDECIDED,
// without allocating. A decision's reason is left in the state. test/policy/tables holds the two equal.

const { UDP, ICMPv6 } = PROTOCOL_NUMBERS;
const NO_POLICY = 4;
const NO_MATCH = 5;

/** Evaluates one chain at an end: `ALLOW`, `DENY`, or `UNDECIDED` where the packet goes on. */
export function evaluateChain(state: PacketState, row: ChainRow, end: TableEnd): number {
  if (row.special === undefined) return evaluateEndpointStage(state, row, end);
  if (row.special === "process-to-workload") return unpoliced(state, end, END_CODE.fromProcess);
  return workloadToHost(state, row, end);
}

function evaluateEndpointStage(state: PacketState, row: ChainRow, end: TableEnd): number {
  const stage = end.stages[row.slot];
  if (stage !== undefined) return evaluateStage(state, end, stage);
  if (row.needsPolicy) return UNDECIDED;
  if (row.stage === "normal") return unpoliced(state, end, END_CODE.noHostEndpoint);
  if (row.stage === "workload") return atEnd(state, DENY, end, row.isTo ? END_CODE.unknownOut : END_CODE.unknownIn);
  return end.isWorkload ? UNDECIDED : unpoliced(state, end, END_CODE.forwarded);
}

function workloadToHost(state: PacketState, row: ChainRow, end: TableEnd): number {
  if (state.protocol === ICMPv6 && DISCOVERY.has(state.icmpType))
    return atEnd(state, ALLOW, end, END_CODE.discovery, state.icmpType);
  const decision = evaluateEndpointStage(state, row, end);
  if (decision !== UNDECIDED) return decision;
  if (state.settings.endpointToHost === "Drop") return atEnd(state, DENY, end, END_CODE.endpointToHost);
  if (state.allowedBy === NO_REASON) return atEnd(state, ALLOW, end, END_CODE.endpointToHost);
  return decide(state, ALLOW, state.allowedBy, state.allowedDetail);
}

/** One stage of one endpoint: `ALLOW`, `DENY`, or `UNDECIDED` where the packet goes on. */
export function evaluateStage(state: PacketState, end: TableEnd, stage: Stage): number {
  const { rules } = stage;
  if (state.accepted !== 0 && !rules.evaluatesAccepted) {
    if (!rules.allowsAccepted || state.allowedBy === NO_REASON) return UNDECIDED;
    return decide(state, ALLOW, state.allowedBy, state.allowedDetail);
  }
  if (!rules.ignoresConntrack) {
    const tracked = conntrack(state, end, stage);
    if (tracked !== UNDECIDED) return tracked === ALLOW && !rules.allowsEstablished ? UNDECIDED : tracked;
  }
  if (rules.dropsTunnels) {
    const tunnel = tunnelCode(state);
    if (tunnel >= 0) return deny(state, end.number, stage, tunnel);
  }
  if (rules.hasFailsafes && isFailsafe(state, stage.direction, rules.hasFailsafeReplies)) {
    if (rules.allowsFailsafe)
      allowed(state, end.number, stage, CODE.failsafe, failsafeDetail(state.protocol, state.destinationPort));
    return UNDECIDED;
  }
  return evaluateRules(state, end.number, stage);
}

/** The policies and profiles of a stage for a packet that gets that far, at the end with a number. */
function evaluateRules(state: PacketState, end: number, stage: Stage): number {
  const { rules } = stage;
  const result = evaluatePolicies(state, stage);
  if (result === DENY) return deny(state, end, stage, CODE.rule, state.detail);
  if (result === ALLOW) {
    allowed(state, end, stage, CODE.rule, state.detail);
    if (rules.mark !== 0) state.accepted = rules.mark;
    if (rules.mark === 1) state.state = UNTRACKED;
    return UNDECIDED;
  }
  if (result === NO_MATCH && rules.deniesEnd) return deny(state, end, stage, CODE.noRuleMatched, state.detail);
  if (rules.hasProfiles) return evaluateProfiles(state, end, stage);
  return byDefault(state, end, stage, result === PASS ? CODE.passed : rules.unmatched);
}

/** The code for a tunnel packet that is dropped; negative for other packets. */
function tunnelCode({ protocol, destinationPort, settings }: PacketState): number {
  if (protocol === UDP && destinationPort === settings.vxlanPort && !settings.allowVxlan) return CODE.vxlan;
  return protocol === IPIP && !settings.allowIpip ? CODE.ipip : -1;
}

/**
 * The policies of a stage: ALLOW, DENY, PASS, NO_MATCH or NO_POLICY. The detail of the rule that decided, or the index
 * of the tier that denies by default, is left in the state.
 */
function evaluatePolicies(state: PacketState, { tiers, rules }: Stage): number {
  let result = NO_POLICY;
  for (let index = 0; index < tiers.length; index++) {
    const { tier, rules: owned } = tiers[index] as TierRules;
    const list = tables(owned, state);
    const slot = firstMatch(list, state);
    const action = slot < 0 ? NO_MATCH : (list.actions[slot] as number);
    if (action === ALLOW || action === DENY) {
      state.detail = ruleDetail(index, slot, state.family);
      return action;
    }
    result = action === NO_MATCH && tier.passesByDefault ? PASS : action;
    state.detail = index;
    if (result === NO_MATCH && rules.deniesEnd) return result;
  }
  return result;
}

function tables(owned: OwnedRules, state: PacketState): RuleList {
  return (state.family === 4 ? owned.list4 : owned.list6) ?? listOf(owned, state.family, state.compiled);
}

function evaluateProfiles(state: PacketState, end: number, stage: Stage): number {
  const { profiles } = stage;
  for (let index = 0; index < profiles.length; index++) {
    const profile = profiles[index];
    if (profile === undefined) return deny(state, end, stage, CODE.missingProfile, index);
    const list = tables(profile, state);
    const slot = firstMatch(list, state);
    if (slot < 0) continue;
    const detail = ruleDetail(index, slot, state.family);
    if (list.actions[slot] === DENY) return deny(state, end, stage, CODE.profileRule, detail);
    if (list.actions[slot] === ALLOW) {
      allowed(state, end, stage, CODE.profileRule, detail);
      return UNDECIDED;
    }
  }
  return deny(state, end, stage, profiles.length === 0 ? CODE.noPolicyNoProfile : CODE.noProfileAllowed);
}

function conntrack(state: PacketState, end: TableEnd, stage: Stage): number {
  if (state.state === NEW || state.state === UNTRACKED) return UNDECIDED;
  if (state.state === ESTABLISHED) return decide(state, ALLOW, reasonOf(end.number, stage.slot, CODE.established), 0);
  return state.state === INVALID && state.settings.checkInvalid
    ? deny(state, end.number, stage, CODE.invalid)
    : UNDECIDED;
}

function isFailsafe(state: PacketState, direction: Direction, replies: boolean): boolean {
  const { failsafeInbound, failsafeOutbound } = state.settings;
  const inbound = direction === "ingress";
  if (covers(state, inbound ? failsafeInbound : failsafeOutbound, state.destinationPort, inbound)) return true;
  return replies && covers(state, inbound ? failsafeOutbound : failsafeInbound, state.sourcePort, inbound);
}

/** `inbound`: the other end, which an entry's `net` is about, is the packet's source. */
function covers(state: PacketState, list: readonly CompiledFailsafe[], port: number, inbound: boolean): boolean {
  for (let index = 0; index < list.length; index++) {
    const entry = list[index] as CompiledFailsafe;
    if (entry.port !== port || entry.number !== state.protocol) continue;
    if (entry.net === undefined || netContains(entry.net, inbound ? sourceOf(state) : destinationOf(state)))
      return true;
  }
  return false;
}

function decide(state: PacketState, verdict: number, reason: number, detail: number): number {
  state.reason = reason;
  state.detail = detail;
  return verdict;
}

function deny(state: PacketState, end: number, { slot }: Stage, code: number, detail = 0): number {
  return decide(state, DENY, reasonOf(end, slot, code), detail);
}

function allowed(state: PacketState, end: number, { slot }: Stage, code: number, detail: number): void {
  state.allowedBy = reasonOf(end, slot, code);
  state.allowedDetail = detail;
}

function byDefault(state: PacketState, end: number, { slot }: Stage, code: number): number {
  state.defaultBy = reasonOf(end, slot, code);
  state.defaultDetail = 0;
  return UNDECIDED;
}

/** Decides a packet at an end, by no endpoint's policies. */
export function atEnd(state: PacketState, verdict: number, end: TableEnd, code: number, detail = 0): number {
  return decide(state, verdict, endReasonOf(end.number, code), detail);
}

function unpoliced(state: PacketState, end: TableEnd, code: number): number {
  if (state.defaultBy === NO_REASON) {
    state.defaultBy = endReasonOf(end.number, code);
    state.defaultDetail = 0;
  }
  return UNDECIDED;
}
