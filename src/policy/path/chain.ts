import { DEFAULT_TIER } from "../../model/kinds/built-in.ts";
import { matchRule } from "../match/match.ts";
import { ruleWords } from "../match/rule-text.ts";
import type { Action, DecidedBy, DefaultReason, PolicyRef, PolicyStage, RuleRef, Where } from "../outcome.ts";
import { applicable, skipped } from "../world/applicable-policies.ts";
import type { CompiledEndpoint, CompiledPolicy, CompiledRules, CompiledTier } from "../world/compiled.ts";
import { rulePath } from "../world/compiled.ts";
import { type Decision, drop, note, type Run } from "./run.ts";

/** What a rule, a list of them or a profile says: a decision, `Pass`, or no rule matching. */
type RulesResult =
  | { readonly kind: "decided"; readonly verdict: "allow" | "deny"; readonly by: DecidedBy }
  | { readonly kind: "pass" | "no-match" };

/** What the policies of a stage say; `none` where there is nobody to ask, `tier` where no rule matched in that tier. */
export type ListResult =
  | Extract<RulesResult, { kind: "decided" }>
  | { readonly kind: "pass" | "none" }
  | { readonly kind: "no-match"; readonly tier: CompiledTier };

/**
 * Asks the policies of a stage, tier by tier. `Pass` ends its tier, `Log` never ends anything. What no rule of a tier
 * decides ends there (`no-match`), unless the tier passes it on, or the stage has no default drop: then the next tier
 * that has policies here is asked. After the last one the result is `pass` where it passed, too.
 */
export function askPolicies(run: Run, at: Where, endpoint: CompiledEndpoint): ListResult {
  const policies = applicable(run.world, endpoint, at.stage, at.direction);
  enter(run, at, endpoint, policies.length);
  let result: ListResult = { kind: "none" };
  for (let first = 0, next = 0; first < policies.length; first = next) {
    const { tier } = policies[first] as CompiledPolicy;
    while (next < policies.length && policies[next]?.tier === tier) next++;
    result = askTier(run, at, tier, policies.slice(first, next));
    const goesOn = result.kind === "pass" || (result.kind === "no-match" && !hasDefaultDrop(at.stage));
    if (!goesOn) return result;
    const following = policies[next]?.tier.name;
    if (following !== undefined) note(run, { kind: "next-tier", ...at, tier: tier.name, next: following });
  }
  return result;
}

/** Asks the policies of one tier; what it does not decide it may pass on. */
function askTier(run: Run, at: Where, tier: CompiledTier, policies: readonly CompiledPolicy[]): ListResult {
  for (const policy of policies) {
    const result = askRules(run, at, policy, { policy: policy.ref });
    if (result.kind === "decided") return result;
    if (result.kind === "pass") return { kind: "pass" };
  }
  if (!tier.passes) return { kind: "no-match", tier };
  note(run, { kind: "tier-passes", ...at, tier: tier.name });
  return { kind: "pass" };
}

/** Whether a stage drops what its policies do not decide; untracked and pre-DNAT policies never do. */
export function hasDefaultDrop(stage: PolicyStage): boolean {
  return stage !== "untracked" && stage !== "pre-DNAT";
}

/** Records that a stage is entered and which policies of its kind are not asked, and why. */
export function enter(run: Run, at: Where, endpoint: CompiledEndpoint, policies: number): void {
  if (run.steps === undefined) return;
  note(run, { kind: "stage", ...at, policies });
  for (const { policy, why } of skipped(run.world, endpoint, at.stage, at.direction)) {
    const span = policy.located.locate(["spec"]);
    note(run, { kind: "policy-skipped", ...at, policy: policy.ref, why, ...(span ? { span } : {}) });
  }
}

type Owner = { readonly policy: PolicyRef } | { readonly profile: string };

function askRules(run: Run, at: Where, owner: CompiledRules, name: Owner): RulesResult {
  const rules = owner[at.direction];
  if (rules.length === 0 && "policy" in name) {
    const span = run.steps && owner.located.locate(["spec"]);
    note(run, { kind: "no-rules", ...at, policy: name.policy, ...(span ? { span } : {}) });
  }
  for (const [index, rule] of rules.entries()) {
    const { miss, ignored } = matchRule(rule, run.packet, run);
    if (miss) {
      if (run.steps)
        note(run, { kind: "rule-missed", ...at, ...ruleRef(owner, name, at, index), action: rule.action, miss });
      continue;
    }
    if (ignored) run.misrendered = true;
    const ref = ruleRef(owner, name, at, index);
    const matched = run.steps ? ruleWords(rule) : [];
    note(run, { kind: "rule-matched", ...at, ...ref, action: rule.action, matched, ...(ignored ? { ignored } : {}) });
    const result = verdictOf(rule.action, at, ref);
    if (result) return result;
  }
  return { kind: "no-match" };
}

function ruleRef(owner: CompiledRules, name: Owner, at: Where, index: number): RuleRef {
  const span = owner.located.locate(rulePath(at.direction, index));
  return { ...name, rule: index + 1, ...(span ? { span } : {}) };
}

function verdictOf(action: Action, at: Where, ref: RuleRef): RulesResult | undefined {
  switch (action) {
    case "Allow":
      return { kind: "decided", verdict: "allow", by: { kind: "rule", action, ...at, ...ref } };
    case "Deny":
      return { kind: "decided", verdict: "deny", by: { kind: "rule", action, ...at, ...ref } };
    case "Pass":
      return { kind: "pass" };
    case "Log":
      return undefined;
  }
}

/**
 * Asks an endpoint's profiles in order. A profile that does not exist drops everything; `Pass` ends its profile only;
 * when none allows, the packet is dropped. `undefined` means a profile let it on.
 */
export function askProfiles(run: Run, at: Where, endpoint: CompiledEndpoint): Decision | undefined {
  for (const name of endpoint.profiles) {
    const profile = run.world.profiles.get(name);
    if (profile === undefined) {
      note(run, { kind: "profile-missing", ...at, profile: name });
      return drop(at.stage, { kind: "missing-profile", ...at, profile: name });
    }
    const result = askRules(run, at, profile, { profile: name });
    if (result.kind === "decided") {
      if (result.verdict === "deny") return drop(at.stage, result.by);
      run.allowedBy = result.by;
      return undefined;
    }
    note(run, { kind: "profile-no-match", ...at, profile: name, rules: profile[at.direction].length });
  }
  return dropByDefault(run, at, endpoint.profiles.length === 0 ? "no-policy-no-profile" : "no-profile-allowed");
}

/** The default drop of a stage, as a step and a decision. */
export function dropByDefault(run: Run, at: Where, reason: DefaultReason): Decision {
  note(run, { kind: "default", ...at, verdict: "deny", reason });
  return drop(at.stage, { kind: "default", ...at, reason });
}

/** The drop at the end of a tier that decided nothing; the tier is named where it is not the usual one. */
export function dropAtEndOf(tier: CompiledTier, run: Run, at: Where): Decision {
  const by = endOfTier(tier, at);
  note(run, { verdict: "deny", ...by });
  return drop(at.stage, by);
}

/** The default of a tier as what decided. */
export function endOfTier(tier: CompiledTier | undefined, at: Where) {
  const named = tier === undefined || tier.name === DEFAULT_TIER ? {} : { tier: tier.name };
  return { kind: "default", ...at, reason: "no-rule-matched", ...named } as const;
}

/** Lets the packet on by default, remembering that in case nothing else does. */
export function passByDefault(run: Run, at: Where, reason: DefaultReason): undefined {
  note(run, { kind: "default", ...at, verdict: "allow", reason });
  run.defaultBy = { kind: "default", ...at, reason };
  return undefined;
}
