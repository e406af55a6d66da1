import { applicable, skipped } from "./applicable.ts";
import type { CompiledEndpoint, CompiledRules } from "./compiled.ts";
import { rulePath } from "./compiled.ts";
import { matchRule } from "./match.ts";
import type { Action, DecidedBy, DefaultReason, PolicyRef, RuleRef, Where } from "./outcome.ts";
import { type Decision, drop, note, type Run } from "./run.ts";
import { ruleWords } from "./words.ts";

/** What a list of policies or a profile says: a rule that decides, `Pass`, no rule matching, or nobody to ask. */
export type ListResult =
  | { readonly kind: "decided"; readonly verdict: "allow" | "deny"; readonly by: DecidedBy }
  | { readonly kind: "pass" | "no-match" | "none" };

/** Asks the policies of a stage in order; `Pass` ends the list, `Log` never ends anything. */
export function askPolicies(run: Run, at: Where, endpoint: CompiledEndpoint): ListResult {
  const policies = applicable(run.world, endpoint, at.stage, at.direction);
  enter(run, at, endpoint, policies.length);
  for (const policy of policies) {
    const result = askRules(run, at, policy, { policy: policy.ref });
    if (result.kind === "decided" || result.kind === "pass") return result;
  }
  return { kind: policies.length === 0 ? "none" : "no-match" };
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

function askRules(run: Run, at: Where, owner: CompiledRules, name: Owner): ListResult {
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

function verdictOf(action: Action, at: Where, ref: RuleRef): ListResult | undefined {
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

/** Lets the packet on by default, remembering that in case nothing else does. */
export function passByDefault(run: Run, at: Where, reason: DefaultReason): undefined {
  note(run, { kind: "default", ...at, verdict: "allow", reason });
  run.defaultBy = { kind: "default", ...at, reason };
  return undefined;
}
