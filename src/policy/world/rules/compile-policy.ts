import { objectOrEmpty } from "../../../model/json.ts";
import { defaultTypes } from "../../../model/kinds/defaults.ts";
import { hasPlainRules, mayHaveSelectors } from "../../../model/kinds/later-rules.ts";
import { arePlainRules } from "../../../model/kinds/plain-rules.ts";
import { displayId, type Located, outlineOf, type RuleSelector, resourceId } from "../../../model/resource.ts";
import { parseSelector } from "../../../selector/parse.ts";
import { printSelector } from "../../../selector/print.ts";
import { ALL, joinSelectors, renameLabels, type Selector } from "../../../selector/selector.ts";
import type { Direction, PolicyRef } from "../../outcome.ts";
import type { CompiledPolicy, CompiledProfile } from "../compiled.ts";
import { fieldOf, type Problems, readBoolean, readLabels, readList, readString, readStrings } from "../spec-fields.ts";
import { compareTiers, type Tiers, tierOf } from "../tiers.ts";
import {
  checkSelectors,
  compileRule,
  inNamespace,
  NAMESPACE_LABEL,
  type RuleContext,
  readSelector,
  SERVICE_ACCOUNT_LABEL,
} from "./compile-rule.ts";
import { Policy, Profile, type RulesOf } from "./compiled-rules.ts";

const SPEC = ["spec"] as const;

/** Compiles a GlobalNetworkPolicy or NetworkPolicy; problems go to the context. */
export function compilePolicy(located: Located, tiers: Tiers, context: RuleContext): CompiledPolicy {
  const { spec, metadata, kind } = outlineOf(located);
  const { problems, namespace, calico } = context;
  const rules = compileRules(spec, located, context);
  const preDnat = readBoolean(spec, "preDNAT", SPEC, problems);
  const doNotTrack = readBoolean(spec, "doNotTrack", SPEC, problems);
  const ref: PolicyRef =
    kind === "NetworkPolicy"
      ? { kind, name: metadata.name, namespace: namespace ?? "" }
      : { kind: "GlobalNetworkPolicy", name: metadata.name };
  const order = fieldOf(spec, "order");
  if (order !== undefined && typeof order !== "number") {
    problems.push({ path: ["spec", "order"], message: "`order` must be a number" });
  }
  return new Policy(located, rules, {
    ref,
    kind: doNotTrack ? "untracked" : preDnat ? "pre-DNAT" : "normal",
    applyOnForward: readBoolean(spec, "applyOnForward", SPEC, problems) || doNotTrack || preDnat,
    tier: tierOf(spec, tiers, calico, problems),
    order: typeof order === "number" ? order : Number.POSITIVE_INFINITY,
    tieBreak: calico.policyTie === "stored-key" ? storedKey(ref) : nameNamespaceKind(ref),
    selector: policySelector(spec, context),
    types: policyTypes(spec, preDnat, context),
  });
}

/** `default.<name>` or `<namespace>/default.<name>`; policies of Kubernetes' own (`knp.`) have no prefix. */
function storedKey({ name, namespace }: PolicyRef): string {
  const stored = name.startsWith("knp.") ? name : `default.${name}`;
  return namespace === undefined ? stored : `${namespace}/${stored}`;
}

/**
 * `<name>/<namespace>/<kind>`, without a namespace for a GlobalNetworkPolicy: `a-b` sorts before `a`, as `-` does before `/`.
 * A policy that is made of one of Kubernetes' counts by the name and kind that Felix has for that.
 */
function nameNamespaceKind({ name, namespace = "", kind }: PolicyRef): string {
  const made = MADE_OF.find(({ prefix }) => prefix.test(name));
  return made ? `${name.replace(made.prefix, "")}/${namespace}/${made.kind}` : `${name}/${namespace}/${kind}`;
}

/** The names of policies that are made of Kubernetes' (src/kubernetes), and the kinds that v3.32's Felix has for those. */
const MADE_OF = [
  { prefix: /^knp\.default\./, kind: "KubernetesNetworkPolicy" },
  { prefix: /^kcnp\.kube-(?:admin|baseline)\./, kind: "KubernetesClusterNetworkPolicy" },
] as const;

function policySelector(spec: unknown, context: RuleContext): Selector {
  const selector = readSelector(spec, "selector", SPEC, context);
  const { calico } = context;
  const read = (key: string) => (calico.narrowsAll ? readSelector(spec, key, SPEC, context) : undefined);
  const accounts = read("serviceAccountSelector");
  if (context.namespace === undefined) {
    const namespaces = read("namespaceSelector");
    if (namespaces || accounts) return narrowed(readString(spec, "selector", SPEC, []), namespaces, accounts);
  }
  // That of most policies.
  if (context.namespace === undefined && accounts === undefined)
    return selector === undefined || selector.kind === "all" ? ALL : selector;
  const parts: Selector[] = [];
  if (context.namespace !== undefined) parts.push(inNamespace(context.namespace));
  if (selector && selector.kind !== "all") parts.push(selector);
  if (accounts) parts.push(renameLabels(accounts, (label) => `pcsa.${label}`));
  return parts.length === 0 ? ALL : joinSelectors("and", parts);
}

/**
 * The selector of a GlobalNetworkPolicy that names namespaces or service accounts. Felix joins the texts: the literal
 * `all()`, in the policy's own selector too, then means "has a namespace" or "has a service account" (recorded:
 * polsel-gnp-*), so that such a policy selects no host endpoint.
 */
function narrowed(own: string, namespaces: Selector | undefined, accounts: Selector | undefined): Selector {
  const add = (text: string, part: Selector | undefined, prefix: string, label: string) => {
    if (part === undefined) return text;
    const added = printSelector(renameLabels(part, (name) => `${prefix}.${name}`));
    return (text.trim() === "" ? added : `(${text}) && (${added})`).replaceAll("all()", `has(${label})`);
  };
  const text = add(add(own, namespaces, "pcns", NAMESPACE_LABEL), accounts, "pcsa", SERVICE_ACCOUNT_LABEL);
  const parsed = parseSelector(text);
  return parsed.ok ? parsed.selector : ALL;
}

/** The directions that a policy is for: those it names, else what Calico stores for one that names none. */
function policyTypes(spec: unknown, preDnat: boolean, { problems }: RuleContext): CompiledPolicy["types"] {
  const named = readStrings(spec, "types", SPEC, problems);
  for (let index = 0; index < named.length; index++) {
    const type = named[index];
    if (type !== "Ingress" && type !== "Egress") {
      problems.push({ path: ["spec", "types", index], message: `\`${type}\` is not a type (Ingress, Egress)` });
    }
  }
  const types = named.length === 0 && preDnat ? ["Ingress"] : defaultTypes(objectOrEmpty(spec));
  return { ingress: types.includes("Ingress"), egress: types.includes("Egress") };
}

/** Compiles a Profile: its rules and the labels that its endpoints inherit. */
export function compileProfile(located: Located, context: RuleContext): CompiledProfile {
  const { spec, metadata } = located.resource;
  const rules = compileRules(spec, located, context);
  const labels = new Map<string, string>();
  readLabels(spec, "labelsToApply", SPEC, context.problems, (label, value) => labels.set(label, value));
  return new Profile(located, rules, { name: metadata.name, labels });
}

/**
 * The rules of both directions: compiled later where they are certain to compile. All others are compiled at once, as what is
 * wrong with one of them is wrong with the resource.
 */
function compileRules(spec: unknown, located: Located, context: RuleContext): RulesOf {
  const compile = (key: Direction, problems: Problems) => {
    const within = { ...context, problems };
    return readList(located.resource.spec, key, SPEC, problems, (rule, index) =>
      compileRule(rule, ["spec", key, index], within),
    );
  };
  const { outline, ruleSelectors = [] } = located;
  if (outline === undefined ? haveNoProblems(spec, context) : areGoodSelectors(ruleSelectors, context)) {
    return (key) => {
      const problems: Problems = [];
      const rules = compile(key, problems);
      if (problems.length > 0) throw new Error(`${displayId(resourceId(located.resource))}: ${problems[0]?.message}`);
      return rules;
    };
  }
  const rules = { ingress: compile("ingress", context.problems), egress: compile("egress", context.problems) };
  return (key) => rules[key];
}

/** Whether rules are certain to compile; tells by their form alone, and of most that do. */
function haveNoProblems(spec: unknown, context: RuleContext): boolean {
  if (!hasPlainRules(spec, "ingress") || !hasPlainRules(spec, "egress")) return false;
  return haveGoodSelectors(spec, "ingress", context) && haveGoodSelectors(spec, "egress", context);
}

/** Whether the selectors of plain rules can be read that are not made yet. */
function areGoodSelectors(selectors: readonly RuleSelector[], context: RuleContext): boolean {
  if (selectors.length === 0) return true;
  const problems: Problems = [];
  const rules = selectors.map(({ field, text }) => ({ source: { [field]: text } }));
  checkSelectors(rules, SPEC, { ...context, problems });
  return problems.length === 0;
}

function haveGoodSelectors(spec: unknown, direction: Direction, context: RuleContext): boolean {
  const rules = mayHaveSelectors(spec, direction) ? fieldOf(spec, direction) : undefined;
  if (!arePlainRules(rules)) return true;
  const problems: Problems = [];
  checkSelectors(rules, ["spec", direction], { ...context, problems });
  return problems.length === 0;
}

/** Evaluation order: tier by tier, then by `order`, missing last, then by the version's tie rule. */
export function comparePolicies(a: CompiledPolicy, b: CompiledPolicy): number {
  if (a.tier !== b.tier) return compareTiers(a.tier, b.tier);
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.tieBreak < b.tieBreak ? -1 : a.tieBreak > b.tieBreak ? 1 : 0;
}

/** The index at which the policy belongs among policies that are in evaluation order. */
export function placeOf(policy: CompiledPolicy, ordered: readonly CompiledPolicy[]): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = ordered[middle];
    if (other !== undefined && comparePolicies(other, policy) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
