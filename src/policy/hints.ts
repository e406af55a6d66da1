import { DEFAULT_TIER } from "../model/kinds/built-in.ts";
import { matches } from "../selector/matches.ts";
import { establishedAdvice } from "./end-to-end/established-connections.ts";
import type { ResolvedFlow } from "./flow/resolve-flow.ts";
import { matchRule } from "./match/match.ts";
import { parseRange } from "./match/port-ranges.ts";
import { endpointName, policyName } from "./names.ts";
import type { EndpointRef, Hint, Outcome, Step, Where } from "./outcome.ts";
import { translate } from "./path/apply-dnat.ts";
import { governingEndpoints, shadowed } from "./path/node-view.ts";
import { STAGE_RULES } from "./path/stage-rules.ts";
import type { CompiledEndpoint, CompiledPolicy, World } from "./world/compiled.ts";
import { applicable } from "./world/endpoint-policies/applicable-policies.ts";
import { fieldOf } from "./world/spec-fields.ts";

/** What every hint looks at. */
interface Scene {
  readonly world: World;
  readonly flow: ResolvedFlow;
  readonly outcome: Outcome;
  /** The host endpoints without expectedIPs, of all nodes. */
  readonly bare: readonly CompiledEndpoint[];
}

type Advice = Omit<Hint, "step">;
type StepOf<K extends Step["kind"]> = Extract<Step, { kind: K }>;

/**
 * Advice about the traps a flow ran into, each tied to the step where it bites. The same advice is given once, at the
 * first step it fits.
 */
export function hints(world: World, flow: ResolvedFlow, outcome: Outcome): readonly Hint[] {
  const bare = [...world.hostEndpoints.values()].flatMap((list) => list.filter(({ nets }) => nets.length === 0));
  const scene = { world, flow, outcome, bare };
  const all: Hint[] = [];
  for (let index = 0; index < outcome.steps.length; index++) {
    const step = outcome.steps[index];
    // No trap is about one, and a large store has a thousand of them.
    if (step === undefined || step.kind === "policy-skipped") continue;
    for (const hint of HINTS) {
      const advice = hint(step, scene);
      if (advice !== undefined) all.push({ ...advice, step: index });
    }
  }
  return all.filter(
    (hint, index) => all.findIndex(({ code, message }) => code === hint.code && message === hint.message) === index,
  );
}

/** The traps, one function each: given a step, the advice for it or nothing. */
const HINTS: readonly ((step: Step, scene: Scene) => Advice | undefined)[] = [
  (step, scene) => (step.kind === "rule-missed" ? portAcrossDnat(step, scene) : undefined),
  (step, scene) => (step.kind === "rule-missed" ? endpointWithoutAddresses(step, scene) : undefined),
  (step, scene) => (step.kind === "default" ? onlyLogRules(step, scene) : undefined),
  (step, scene) =>
    step.kind === "default" || step.kind === "rule-matched" ? selectsEverything(step, scene) : undefined,
  (step, scene) => (step.kind === "failsafe" ? denyCannotBite(step, scene) : undefined),
  (step, scene) => (step.kind === "rule-matched" ? oneSidedUntracked(step, scene) : undefined),
  (step, scene) => (step.kind === "stage" ? allowedBeforeDnat(step, scene) : undefined),
  (step, scene) => (step.kind === "stage" ? otherEndpoints(step, scene) : undefined),
  (step, scene) => (step.kind === "endpoint-to-host" ? ownHostUnpoliced(step, scene) : undefined),
  (step) => (step.kind === "endpoint-to-host" ? otherEnvironment(step) : undefined),
  (step) => (step.kind === "profile-missing" ? missingProfile(step) : undefined),
  (step, scene) => (step.kind === "conntrack" ? establishedAdvice(step, scene.flow.packet) : undefined),
  (step, scene) => (step.kind === "conntrack" ? otherDataplane(step, scene) : undefined),
];

/** A rule written for the port on the other side of DNAT than the one its policy sees. */
function portAcrossDnat(step: StepOf<"rule-missed">, { flow }: Scene): Advice | undefined {
  const { miss, stage } = step;
  if (miss.criterion !== "ports" || miss.side !== "destination" || !("policy" in step)) return undefined;
  const original = flow.packet.destinationPort;
  const translation = flow.from.kind === "process" ? undefined : translate(flow.view, flow.packet, flow.from.interface);
  if (translation?.kind !== "translated") return undefined;
  const translated = translation.packet.destinationPort;
  const wants = (port: number | undefined) =>
    port !== undefined && miss.wanted.some((text) => parseRange(text)?.has(port));
  const name = policyName(step.policy);
  if (stage === "pre-DNAT" && miss.actual === original && translated !== original && wants(translated)) {
    return {
      code: "hint.port-after-dnat",
      message: `${name} matches destination port ${translated}, but it is a pre-DNAT policy: it sees the packet before DNAT, on port ${original}`,
      help: `match port ${original}, or make the policy a normal one`,
    };
  }
  if (
    stage !== "pre-DNAT" &&
    stage !== "untracked" &&
    miss.actual === translated &&
    translated !== original &&
    wants(original)
  ) {
    return {
      code: "hint.port-before-dnat",
      message: `${name} matches destination port ${original}, but it is not a pre-DNAT policy: it sees the packet after DNAT, on port ${translated}`,
      help: `set preDNAT and applyOnForward to true, or match port ${translated}`,
    };
  }
  return undefined;
}

/** A rule selector that would select a host endpoint, which has no expectedIPs and so no address to match. */
function endpointWithoutAddresses(step: StepOf<"rule-missed">, { world, bare }: Scene): Advice | undefined {
  if (step.miss.criterion !== "selector" || bare.length === 0) return undefined;
  const { wanted } = step.miss;
  const set = setsOf(world, step).find(({ key }) => key === wanted);
  if (set === undefined) return undefined;
  const endpoint = bare.find(({ labels }) => matches(set.selector, labels));
  return (
    endpoint && {
      code: "hint.no-expected-ips",
      message: `${wanted} selects host endpoint ${endpoint.name}, but without expectedIPs no rule can match its addresses`,
      help: `add expectedIPs to host endpoint ${endpoint.name}`,
    }
  );
}

function setsOf(world: World, step: StepOf<"rule-missed">) {
  const owner = "policy" in step ? findPolicy(world, step) : world.profiles.get(step.profile);
  const rule = owner?.[step.direction][step.rule - 1];
  return [rule?.source.set, rule?.destination.set].filter((set) => set !== undefined);
}

function findPolicy(world: World, step: StepOf<"rule-missed" | "rule-matched">): CompiledPolicy | undefined {
  if (!("policy" in step)) return undefined;
  const { name, namespace } = step.policy;
  return world.policies.find(({ ref }) => ref.name === name && ref.namespace === namespace);
}

/** The default deny of a policy that only logs. */
function onlyLogRules(step: StepOf<"default">, scene: Scene): Advice | undefined {
  if (step.verdict !== "deny" || step.reason !== "no-rule-matched") return undefined;
  const policy = ofTier(step, scene).find((candidate) => {
    const rules = candidate[step.direction];
    return rules.length > 0 && rules.every(({ action }) => action === "Log");
  });
  return (
    policy && {
      code: "hint.log-only",
      message: `${policyName(policy.ref)} only logs, yet it selects ${endpointName(step.endpoint)}, which makes the default deny apply`,
      help: "add an Allow rule, or a Pass rule where profiles are to decide",
    }
  );
}

/** A policy without selector that denies: it is on every endpoint. */
function selectsEverything(step: StepOf<"default" | "rule-matched">, scene: Scene): Advice | undefined {
  let policy: CompiledPolicy | undefined;
  if (step.kind === "rule-matched") policy = step.action === "Deny" ? findPolicy(scene.world, step) : undefined;
  else if (step.verdict === "deny" && step.reason === "no-rule-matched")
    policy = ofTier(step, scene).find(isUnselective);
  if (policy === undefined || !isUnselective(policy)) return undefined;
  return {
    code: "hint.no-selector",
    message: `${policyName(policy.ref)} has no selector: it applies to every endpoint, workloads included`,
    help: "give it a selector, such as has(host-endpoint)",
  };
}

function isUnselective({ selector, ref, located }: CompiledPolicy): boolean {
  const written = fieldOf(located.resource.spec, "selector") ?? "";
  return ref.kind === "GlobalNetworkPolicy" && selector.kind === "all" && written === "";
}

/** The policies of the tier whose default denies. */
function ofTier(step: StepOf<"default">, scene: Scene): readonly CompiledPolicy[] {
  return applicableAt(step, scene).filter(({ tier }) => tier.name === (step.tier ?? DEFAULT_TIER));
}

function applicableAt(at: Where, { world }: Scene): readonly CompiledPolicy[] {
  const endpoint = findEndpoint(world, at.endpoint);
  return endpoint ? applicable(world, endpoint, at.stage, at.direction) : [];
}

function findEndpoint(world: World, { kind, name, namespace, node }: EndpointRef): CompiledEndpoint | undefined {
  const endpoints = kind === "HostEndpoint" ? world.hostEndpoints : world.workloadEndpoints;
  return endpoints.get(node)?.find((endpoint) => endpoint.name === name && endpoint.namespace === namespace);
}

/** A failsafe port that a policy means to deny. */
function denyCannotBite(step: StepOf<"failsafe">, scene: Scene): Advice | undefined {
  if (!step.hit || step.reply) return undefined;
  const context = { world: scene.world, asWritten: false };
  const policies = applicableAt(step, scene);
  const [first] = policies;
  const list = step.direction === "ingress" ? "failsafeInboundHostPorts" : "failsafeOutboundHostPorts";
  const advice = (who: string): Advice => ({
    code: "hint.failsafe-wins",
    message: `${who} this packet, but ${step.protocol} ${step.port} is a failsafe port, which is let through before policy is evaluated`,
    help: `the policy bites once ${list} does not list the port; without it a mistake can lock you out, so allow your own access in a policy first`,
  });
  for (const policy of policies) {
    for (const rule of policy[step.direction]) {
      if (rule.action === "Log" || matchRule(rule, scene.flow.packet, context).miss) continue;
      return rule.action === "Deny" ? advice(`${policyName(policy.ref)} denies`) : undefined;
    }
  }
  // What no rule matches is denied where policies apply, unless the stage or the tier has no default deny.
  const isDenied = first !== undefined && STAGE_RULES[step.stage].end === "denied" && !first.tier.passesByDefault;
  return isDenied ? advice(`no rule of ${policyName(first.ref)} allows`) : undefined;
}

/** A packet that the nftables dataplane would let past (`passesNftables` of path/stage.ts). */
function otherDataplane({ state, stage, direction }: StepOf<"conntrack">, { world }: Scene): Advice | undefined {
  if (!world.calico.nftables || state !== "invalid" || stage !== "normal" || direction !== "egress") return undefined;
  return {
    code: "hint.dataplane",
    message:
      "with the nftables dataplane this packet passes: no policy applies there to what connection tracking does not know",
    help: "evaluate it with --dataplane nftables, or FelixConfiguration nftablesMode",
  };
}

/** A workload's packet to its own node, which the node's host endpoints do not see. */
function ownHostUnpoliced(_: StepOf<"endpoint-to-host">, { world, flow, outcome }: Scene): Advice | undefined {
  if (outcome.verdict !== "allow") return undefined;
  const policies = flow.view.hostEndpoints.flatMap((endpoint) => applicable(world, endpoint, "normal", "ingress"));
  const [first] = policies;
  if (first === undefined) return undefined;
  return {
    code: "hint.own-workload",
    message: `host endpoint policy, such as ${policyName(first.ref)}, does not apply to packets of the node's own workloads`,
    help: "deny it in the workload's egress policy, or set defaultEndpointToHostAction to Drop",
  };
}

/** A drop that the environment of calico/node, which counts before all FelixConfigurations, often turns off. */
function otherEnvironment({ action }: StepOf<"endpoint-to-host">): Advice | undefined {
  if (action !== "Drop") return undefined;
  return {
    code: "hint.node-environment",
    message:
      "this packet passes where the environment of calico/node has FELIX_DEFAULTENDPOINTTOHOSTACTION=ACCEPT, as Calico's manifests and operator set it in Kubernetes: it counts before FelixConfiguration, and is not known here",
    help: "where it is set so, give a FelixConfiguration `default` with defaultEndpointToHostAction: Accept by -f",
  };
}

/** An untracked Allow whose replies do not come back. */
function oneSidedUntracked(step: StepOf<"rule-matched">, { outcome }: Scene): Advice | undefined {
  if (step.stage !== "untracked" || step.action !== "Allow" || outcome.return !== "deny" || !("policy" in step))
    return undefined;
  const other = step.direction === "ingress" ? "egress" : "ingress";
  return {
    code: "hint.one-sided-untracked",
    message: `${policyName(step.policy)} lets this packet through untracked, so that nothing lets its reply back`,
    help: `add the matching ${other} rule, with source and destination swapped, or for forwarded traffic an ingress rule on the other interface`,
  };
}

/** Pre-DNAT policy allows, but the policies of the interface that the packet leaves through still apply. */
function allowedBeforeDnat(step: StepOf<"stage">, { outcome }: Scene): Advice | undefined {
  const { decidedBy } = outcome;
  if (step.stage !== "forward" || step.direction !== "egress" || outcome.verdict !== "deny") return undefined;
  const deniedHere = "stage" in decidedBy && decidedBy.stage === "forward" && decidedBy.direction === "egress";
  const allow = outcome.steps.find(
    (other) => other.kind === "rule-matched" && other.stage === "pre-DNAT" && other.action === "Allow",
  );
  if (!deniedHere || allow === undefined) return undefined;
  return {
    code: "hint.egress-still-applies",
    message: `pre-DNAT policy allows the packet, but that skips only the ingress policy of the interface it came in through, not the egress policy of ${endpointName(step.endpoint)}`,
    help: `allow it in an applyOnForward policy with egress rules for ${endpointName(step.endpoint)}`,
  };
}

/** Of several host endpoints on one interface the first by name governs, and the others do nothing. */
function otherEndpoints({ endpoint }: StepOf<"stage">, { flow }: Scene): Advice | undefined {
  const isGoverning =
    endpoint.kind === "HostEndpoint" &&
    governingEndpoints(flow.view, endpoint.interface).governing?.name === endpoint.name;
  const others = isGoverning ? shadowed(flow.view, endpoint.interface).map(({ name }) => name) : [];
  if (others.length === 0) return undefined;
  const does = others.length === 1 ? "does" : "do";
  return {
    code: "hint.shadowed-endpoint",
    message: `${endpoint.interface} has several host endpoints: ${endpoint.name} is the first by name and governs alone, ${others.join(", ")} ${does} nothing here`,
    help: "keep one host endpoint an interface, with the labels and profiles of all",
  };
}

function missingProfile({ profile, endpoint }: StepOf<"profile-missing">): Advice {
  return {
    code: "hint.missing-profile",
    message: `${endpointName(endpoint)} names profile ${profile}, which does not exist: it denies everything`,
    help: `create profile ${profile}, or take it out of the endpoint's profiles`,
  };
}
