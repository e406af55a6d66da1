import type { DecidedBy, DefaultReason, SkipReason, Step, Where } from "../outcome.ts";
import { type CompiledPolicy, placeIn, type World } from "../world/compiled.ts";
import { applicable, skipped } from "../world/endpoint-policies/applicable-policies.ts";
import { type Domain, drop, type Part, type RuleMatch, record, type StageAt } from "./domain.ts";
import {
  byConntrack,
  byDefault,
  byEncapsulation,
  byEndOfTier,
  byFailsafe,
  byMissingProfile,
  byRule,
  byRuleOf,
  ruleRef,
} from "./reasons.ts";
import { STAGE_RULES, type StageRules } from "./stage-rules.ts";
import { tiersOf } from "./tier-list.ts";

/** A stage being evaluated: parts are added to `results` as soon as they are decided or go on. */
interface Evaluation<P> {
  readonly domain: Domain<P>;
  readonly at: StageAt;
  readonly rules: StageRules;
  readonly results: Part<P>[];
}

/** Takes packets through one stage of one endpoint, as `STAGE_RULES` has it; each part returned is decided or goes on. */
export function evaluateStage<P>(domain: Domain<P>, at: StageAt, part: Part<P>): readonly Part<P>[] {
  const { where } = at;
  const rules = STAGE_RULES[where.stage];
  const whenAccepted = rules.accepted[where.direction];
  const { accepted, allowedBy } = part;
  if (accepted && whenAccepted !== "evaluated") {
    record(domain, { kind: "accepted-earlier", ...where, by: accepted });
    const isFinal = whenAccepted === "allowed" && allowedBy !== undefined;
    return [isFinal ? { ...part, decision: { verdict: "allow", by: allowedBy } } : part];
  }
  if (domain.view.settings.nftables && passesNftables(where, part)) {
    return [goOn(domain, where, "not-tracked", part)];
  }
  const tracked = rules.conntrack === "ignored" ? undefined : conntrackPart(domain, where, rules, part);
  if (tracked) return [tracked];
  const evaluation: Evaluation<P> = { domain, at, rules, results: [] };
  if (rules.tunnelsDropped === where.direction) dropTunnels(evaluation, part);
  else passFailsafes(evaluation, part);
  return evaluation.results;
}

/**
 * Whether the nftables dataplane lets a packet past: one that a local process sends and that connection tracking does not
 * know meets no host endpoint there (recorded; with iptables it is INVALID and dropped).
 */
function passesNftables<P>({ stage, direction }: Where, { state }: Part<P>): boolean {
  return stage === "normal" && direction === "egress" && (state === "invalid" || state === "untracked");
}

/** Established packets are let through by the first chain they meet, INVALID ones are dropped by it. */
function conntrackPart<P>(domain: Domain<P>, at: Where, rules: StageRules, part: Part<P>): Part<P> | undefined {
  const { state } = part;
  if (state !== "established" && (state !== "invalid" || !domain.view.settings.checkInvalid)) return undefined;
  const verdict = state === "established" ? "allow" : "deny";
  record(domain, { kind: "conntrack", ...at, state, verdict });
  const by = byConntrack(at, state);
  if (verdict === "deny") return drop(part, rules.table, by);
  return rules.conntrack === "goes on" ? part : { ...part, decision: { verdict, by } };
}

/** Tunnel packets that a workload sends itself are dropped before policy. */
function dropTunnels<P>(evaluation: Evaluation<P>, part: Part<P>): void {
  const { domain, at, rules, results } = evaluation;
  for (const [protocol, packets] of domain.tunnel(part.packets)) {
    if (protocol === undefined) {
      passFailsafes(evaluation, { ...part, packets });
      continue;
    }
    const by = byEncapsulation(at.where, protocol);
    record(domain, by);
    results.push(drop({ ...part, packets }, rules.table, by));
  }
}

/** Failsafe ports come before policies: they let packets past the stage, or in for good. */
function passFailsafes<P>(evaluation: Evaluation<P>, part: Part<P>): void {
  const { domain, at, rules, results } = evaluation;
  if (rules.failsafe === "none") {
    evaluatePolicies(evaluation, part);
    return;
  }
  for (const [hit, packets] of domain.failsafe(at, part.packets, rules.failsafe === "goes on, replies also")) {
    const inner = { ...part, packets };
    if (hit === undefined) evaluatePolicies(evaluation, inner);
    else if (rules.failsafe !== "allowed") results.push(inner);
    else results.push({ ...inner, allowedBy: byFailsafe(at.where, hit.protocol, hit.port) });
  }
}

/** Packets that no policy has decided yet: none applied, the last tier passed them on, or its rules did not match. */
interface Open<P> {
  readonly packets: P;
  readonly ended: "none" | "passed" | "unmatched";
}

/**
 * The policies of a stage, tier by tier. `Pass` ends its tier. What no rule of a tier matches ends there, unless the tier
 * passes it on or the stage has no default drop: then the next tier with policies here follows.
 */
function evaluatePolicies<P>(evaluation: Evaluation<P>, part: Part<P>): void {
  const { domain, at, rules, results } = evaluation;
  const { where, endpoint } = at;
  const policies = applicable(domain.world, endpoint, where.stage, where.direction);
  recordStage(domain, at, policies.length);
  let open: readonly Open<P>[] = [{ packets: part.packets, ended: "none" }];
  const tiers = tiersOf(policies);
  for (const [index, { tier, owners }] of tiers.entries()) {
    if (open.length === 0) break;
    const left: Open<P>[] = [];
    const leave = (packets: P, ended: Open<P>["ended"]): void => {
      // Packets that differ only in how they left the tier need one entry for each way.
      if (!left.some((one) => one.packets === packets && one.ended === ended)) left.push({ packets, ended });
    };
    for (const { packets: entering } of open) {
      for (const [match, packets] of domain.first(at, owners, entering)) {
        if (match?.action === "Pass") leave(packets, "passed");
        else if (match) results.push(matched(evaluation, { ...part, packets }, match));
        else if (tier.passesByDefault) {
          record(domain, { kind: "tier-passes", ...where, tier: tier.name });
          leave(packets, "passed");
        } else if (rules.end === "goes on") leave(packets, "unmatched");
        else {
          const by = byEndOfTier(where, tier);
          record(domain, { verdict: "deny", ...by });
          results.push(drop({ ...part, packets }, rules.table, by));
        }
      }
    }
    const following = tiers[index + 1]?.tier.name;
    if (left.length > 0 && following !== undefined)
      record(domain, { kind: "next-tier", ...where, tier: tier.name, next: following });
    open = left;
  }
  for (const { packets, ended } of open) {
    const rest = { ...part, packets };
    if (rules.profiles) evaluateProfiles(evaluation, rest);
    else results.push(goOn(domain, where, ended === "passed" ? "passed" : rules.unmatched, rest));
  }
}

/** Records that a stage is entered, and which policies of its kind do not apply, and why. */
export function recordStage<P>(domain: Domain<P>, { where, endpoint }: StageAt, policies: number): void {
  if (domain.steps === undefined) return;
  record(domain, { kind: "stage", ...where, policies });
  if (domain.matchesOnly) return;
  for (const { policy, why } of skipped(domain.world, endpoint, where.stage, where.direction)) {
    record(domain, skippedStep(domain.world, where, policy, why));
  }
}

/**
 * The step of a policy that does not apply. Its place is looked for when it is read: hundreds of policies may not apply, few of them
 * are shown, and each place takes a reading of its document.
 */
function skippedStep(world: World, where: Where, { ref: policy, located }: CompiledPolicy, why: SkipReason): Step {
  const step = { kind: "policy-skipped", ...where, policy, why } as const;
  if (located.source !== undefined) {
    const get = () => placeIn(world, located, SPEC);
    return Object.defineProperty(step, "span", { enumerable: true, get });
  }
  const span = placeIn(world, located, SPEC);
  return span === undefined ? step : { ...step, span };
}

const SPEC = ["spec"] as const;

/** Deny drops; Allow lets on, with the stage's mark. */
function matched<P>({ domain, at, rules }: Evaluation<P>, part: Part<P>, match: RuleMatch): Part<P> {
  const { owner, index, action } = match;
  const by = (done: "Allow" | "Deny"): DecidedBy =>
    domain.placesLater
      ? byRuleOf(domain.world, at.where, owner, index, done)
      : byRule(at.where, ruleRef(domain.world, owner, at.where, index), done);
  if (action !== "Allow") return drop(part, rules.table, by("Deny"));
  const allowedBy = by("Allow");
  if (rules.mark === undefined) return { ...part, allowedBy };
  const state = rules.mark === "untracked" ? "untracked" : part.state;
  return { ...part, allowedBy, accepted: rules.mark, state };
}

/** Lets packets go on by default, which counts where no rule lets them on. */
function goOn<P>(domain: Domain<P>, at: Where, reason: DefaultReason, part: Part<P>): Part<P> {
  const defaultBy = byDefault(at, reason);
  record(domain, { verdict: "allow", ...defaultBy });
  return { ...part, defaultBy };
}

/**
 * An endpoint's profiles in order. A profile that does not exist drops everything; `Pass` ends its profile only; what none
 * allows is dropped.
 */
function evaluateProfiles<P>(evaluation: Evaluation<P>, part: Part<P>): void {
  const { domain, at, rules, results } = evaluation;
  const { where, endpoint } = at;
  const dropRest = (open: readonly P[], by: DecidedBy): void => {
    for (const packets of open) results.push(drop({ ...part, packets }, rules.table, by));
  };
  let open: readonly P[] = [part.packets];
  for (const name of endpoint.profiles) {
    const profile = domain.world.profiles.get(name);
    if (profile === undefined) {
      record(domain, { kind: "profile-missing", ...where, profile: name });
      dropRest(open, byMissingProfile(where, name));
      return;
    }
    const owners = [{ rules: profile, name: { profile: name } }];
    const left: P[] = [];
    for (const entering of open) {
      for (const [match, packets] of domain.first(at, owners, entering)) {
        if (match === undefined || match.action === "Pass") left.push(packets);
        else results.push(matched(evaluation, { ...part, packets }, match));
      }
    }
    if (left.length === 0) return;
    record(domain, { kind: "profile-no-match", ...where, profile: name, rules: profile[where.direction].length });
    open = left;
  }
  const by = byDefault(where, endpoint.profiles.length === 0 ? "no-policy-no-profile" : "no-profile-allowed");
  record(domain, { verdict: "deny", ...by });
  dropRest(open, by);
}
