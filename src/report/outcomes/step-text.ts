import type { Span } from "../../model/diagnostic.ts";
import { wordList } from "../../model/word-list.ts";
import { endpointName, ownerText, policyName, stageName } from "../../policy/names.ts";
import type {
  DecidedBy,
  DefaultReason,
  EndpointRef,
  Miss,
  PolicyStage,
  ServiceLoop,
  SkipReason,
  SpoofedSource,
  Step,
  TunnelRule,
  UnknownWorkloadInterface,
  UnpolicedReason,
} from "../../policy/outcome.ts";
import { dnatText, refusalText, sourceNatText } from "./translation-text.ts";

/** One step as text, a row of the path's table. `subject` is the policy or profile; empty where there is none. */
interface StepWords {
  readonly stage: string;
  readonly subject: string;
  readonly result: string;
  readonly why: string;
}

/** The same with the place of the rule or policy. */
export interface StepText extends StepWords {
  readonly span?: Span;
}

/** The first failing criterion in the guide's words: `destination port 8443 is not 31852`. */
export function missText(miss: Miss): string {
  switch (miss.criterion) {
    case "ipVersion":
      return `the packet is IPv${miss.actual}, the rule is for IPv${miss.wanted}`;
    case "family":
      return `the rule is not for IPv${miss.actual}: it has ${miss.wanted}`;
    case "protocol":
      return `protocol ${miss.actual} is not ${miss.wanted}`;
    case "notProtocol":
      return `protocol ${miss.actual} is excluded`;
    case "icmp":
      return `ICMP type ${miss.actual} is not ${miss.wanted}`;
    case "notICMP":
      return `ICMP type ${miss.actual} is excluded by ${miss.wanted}`;
    case "nets":
      return `${miss.side} ${miss.actual} is outside ${miss.wanted.join(", ")}`;
    case "notNets":
      return `${miss.side} ${miss.actual} is in the excluded ${miss.wanted.join(", ")}`;
    case "selector":
      return `${miss.side} ${miss.actual} is not an address of anything with ${miss.wanted}`;
    case "notSelector":
      return `${miss.side} ${miss.actual} is an address of something with ${miss.wanted}`;
    case "service":
      return `${miss.side} ${miss.actual} is taken not to be of service ${miss.wanted}, whose addresses are unknown here`;
    case "serviceMember":
      return `${miss.side} ${miss.actual} is not of service ${miss.wanted}`;
    case "ports":
      return `${miss.side} port ${miss.actual ?? "(none)"} is not ${wordList(miss.wanted, "or")}`;
    case "notPorts":
      return `${miss.side} port ${miss.actual ?? "(none)"} is in the excluded ${miss.wanted.join(", ")}`;
  }
}

/** Why a policy does not apply at a stage. */
export function whySkipped(why: SkipReason, endpoint: EndpointRef): string {
  switch (why.reason) {
    case "selector":
      if (why.needs.includes("pcns.")) return namespaceText(why, endpoint);
      return `its selector needs ${why.needs}, ${endpoint.name} has ${why.has.length === 0 ? "no labels for it" : why.has.join(", ")}`;
    case "namespace":
      return `it is for workloads of namespace ${why.needs}`;
    case "not-apply-on-forward":
      return "normal policy is skipped for forwarded traffic: applyOnForward is false";
    case "no-rules-in-direction":
      return "its types do not include this direction";
  }
}

/** A selector over labels of namespaces, which Calico keeps as `pcns.` labels of what is in them, as it is written. */
function namespaceText({ needs, has }: Extract<SkipReason, { reason: "selector" }>, endpoint: EndpointRef): string {
  const written = `its namespaceSelector needs ${needs.replaceAll("pcns.", "")}`;
  if (endpoint.namespace === undefined) return `${written}, ${endpoint.name} is in no namespace`;
  return `${written}, namespace ${endpoint.namespace} has ${has.join(", ").replaceAll("pcns.", "")}`;
}

const DEFAULTS: Readonly<Record<DefaultReason, string>> = {
  "no-rule-matched": "policies select this endpoint and none of their rules matched",
  "no-profile-allowed": "no policy decided and no profile allowed it",
  "no-policy-no-profile": "no policy decided and there is no profile: the default is to deny",
  "no-forward-policy":
    "no applyOnForward policy selects this endpoint in this direction: forwarded traffic is allowed by default",
  passed: "a Pass rule ended the stage",
  "no-default-drop": "no rule matched, and this stage has no default deny",
  "not-tracked": "with nftables no policy applies to a local process's packet that connection tracking does not know",
};

function defaultText({ reason, tier }: { readonly reason: DefaultReason; readonly tier?: string }): string {
  return tier === undefined
    ? DEFAULTS[reason]
    : `policies of tier ${tier} select this endpoint, none of their rules matched, and the tier denies by default`;
}

const UNPOLICED: Readonly<Record<UnpolicedReason, string>> = {
  "no-host-endpoint": "no host endpoint governs this interface: its traffic is left alone",
  "process-to-workload": "traffic from a local process to a workload is not policed",
  forwarded: "no host endpoint governs this interface: forwarded traffic is left alone",
};

/** What decided, as text that follows the verdict: `by policy drop-other-ingress, ingress rule 1`. */
export function decidedByText(by: DecidedBy): string {
  switch (by.kind) {
    case "rule":
      return `by ${ownerText(by)}, ${by.direction} rule ${by.rule}`;
    case "failsafe":
      return `by failsafe port ${by.protocol} ${by.port} of ${endpointName(by.endpoint)}`;
    case "default":
      return `by default at ${endpointName(by.endpoint)}, ${stageName(by)}: ${defaultText(by)}`;
    case "missing-profile":
      return `by profile ${by.profile} of ${endpointName(by.endpoint)}, which does not exist and so denies everything`;
    case "conntrack":
      return conntrackText(by.state);
    case "unpoliced":
      return by.interface === "" ? UNPOLICED[by.reason] : `at ${by.interface}: ${UNPOLICED[by.reason]}`;
    case "unknown-workload-interface":
      return unknownText(by);
    case "endpoint-to-host":
      return `by defaultEndpointToHostAction ${by.action}`;
    case "encapsulation":
      return `because ${by.protocol} packets from workloads are dropped before policy`;
    case "neighbour-discovery":
      return `because ICMPv6 type ${by.icmpType} from workloads is always let through`;
    case "tunnel":
      return `by the node's rule for tunnels: ${tunnelText(by)}`;
    case "spoofed-source":
      return `because ${spoofText(by)}`;
    case "proxy-refused":
      return `by kube-proxy: ${refusalText(by)}`;
    case "service-loop":
      return `by service loop prevention: ${loopText(by)}`;
    case "not-evaluated":
      return "the flow could not be evaluated";
  }
}

function conntrackText(state: "established" | "invalid"): string {
  return state === "established"
    ? "by connection tracking: the packet belongs to an established connection"
    : "by connection tracking: the packet is INVALID, it belongs to no connection and opens none";
}

function unknownText({ interface: name, refused }: UnknownWorkloadInterface): string {
  return refused === undefined
    ? `because ${name} is a workload interface that no WorkloadEndpoint names`
    : `because Felix refuses WorkloadEndpoint ${refused} of ${name}: it has allowSpoofedSourcePrefixes, which the node allows only with workloadSourceSpoofing Any`;
}

function tunnelText({ protocol, direction, action }: TunnelRule): string {
  if (protocol === "WireGuard") return "packets for WireGuard's port are accepted before policy";
  const [preposition, other] = direction === "ingress" ? ["from", "sender"] : ["to", "receiver"];
  return action === "Allow"
    ? `${protocol} packets ${preposition} the cluster's hosts are accepted before policy`
    : `${protocol} is on, and its packets are dropped before policy where the ${other} is not one of the cluster's hosts`;
}

function spoofText({ interface: name, source }: SpoofedSource): string {
  return `${source} is not an address of the workload of ${name}: packets from others' addresses are dropped`;
}

function loopText({ net }: ServiceLoop): string {
  return `forwarded packets to ${net}, which BGPConfiguration advertises for services, are dropped after policy`;
}

/** One step as text. */
export function stepText(step: Step): StepText {
  const span = "span" in step ? step.span : undefined;
  return { ...stepWords(step), ...(span && { span }) };
}

/** One step as text, without its place: to find one takes longer than all else. */
export function stepWords(step: Step): StepWords {
  switch (step.kind) {
    case "stage":
      return text(stageName(step), "", "", `${endpointName(step.endpoint)}, ${countOf(step.policies, step.stage)}`);
    case "unpoliced":
      return text(stageName(step), "", "allow", `${step.interface}: ${UNPOLICED[step.reason]}`);
    case "policy-skipped":
      return text(stageName(step), policyName(step.policy), "not applied", whySkipped(step.why, step.endpoint));
    case "rule-missed":
      return text(stageName(step), owner(step), "no match", `rule ${step.rule}: ${missText(step.miss)}`);
    case "rule-matched": {
      const what = step.matched.length === 0 ? "matches everything" : `matches ${step.matched.join(", ")}`;
      const ignored = step.ignored ? `; the node ignores that ${missText(step.ignored)}` : "";
      return text(stageName(step), owner(step), step.action.toLowerCase(), `rule ${step.rule} ${what}${ignored}`);
    }
    case "failsafe":
      return text(stageName(step), "failsafe", step.hit ? "hit" : "no match", failsafeText(step));
    case "no-rules":
      return text(stageName(step), policyName(step.policy), "no match", `it has no ${step.direction} rules`);
    case "profile-missing":
      return text(
        stageName(step),
        `profile ${step.profile}`,
        "deny",
        "the profile does not exist, which denies everything",
      );
    case "profile-no-match":
      return text(
        stageName(step),
        `profile ${step.profile}`,
        "no match",
        step.rules === 0 ? "it has no rules" : "none of its rules decided",
      );
    case "default":
      return text(stageName(step), "default", step.verdict, defaultText(step));
    case "tier-passes":
      return text(
        stageName(step),
        `tier ${step.tier}`,
        "pass",
        "none of its rules matched; its default action is Pass",
      );
    case "next-tier":
      return text(stageName(step), `tier ${step.next}`, "evaluated next", `tier ${step.tier} did not decide`);
    case "dnat":
      return text("DNAT", step.by ?? "", step.applied ? "translated" : "not translated", dnatText(step));
    case "conntrack":
      return text(stageName(step), "conntrack", step.verdict, conntrackText(step.state));
    case "accepted-earlier":
      return text(stageName(step), "", "skipped", `already allowed by ${step.by} policy`);
    case "unknown-workload-interface":
      return text("workload", "", "deny", unknownText(step));
    case "endpoint-to-host":
      return text("workload egress", "", step.action.toLowerCase(), `defaultEndpointToHostAction is ${step.action}`);
    case "encapsulation":
      return text(stageName(step), "", "deny", `${step.protocol} packets from workloads are dropped before policy`);
    case "neighbour-discovery":
      return text("workload egress", "", "allow", `ICMPv6 type ${step.icmpType} from workloads is always let through`);
    case "tunnel":
      return text(`tunnels ${step.direction}`, "", step.action.toLowerCase(), tunnelText(step));
    case "tunnel-untracked":
      return text(
        `tunnels ${step.direction}`,
        "",
        "untracked",
        `${step.protocol} packets for the node's own tunnel are not tracked`,
      );
    case "spoofed-source":
      return text("workload egress", "", "deny", spoofText(step));
    case "service-loop":
      return text("forward egress", "", "deny", loopText(step));
    case "source-nat":
      return text("source NAT", "", "translated", sourceNatText(step));
    case "proxy-refused":
      return text("kube-proxy", "", step.action, refusalText(step));
    case "not-reached":
      return text(stageName(step), "(not reached)", "", "");
  }
}

function text(stage: string, subject: string, result: string, why: string): StepWords {
  return { stage, subject, result, why };
}

function owner(step: Extract<Step, { kind: "rule-missed" | "rule-matched" }>): string {
  return "policy" in step ? policyName(step.policy) : `profile ${step.profile}`;
}

function countOf(policies: number, stage: PolicyStage): string {
  const kind = stage === "forward" ? "applyOnForward" : stage === "workload" ? "workload" : stage;
  if (policies === 0) return `no ${kind} policy applies`;
  return policies === 1 ? `1 ${kind} policy applies` : `${policies} ${kind} policies apply`;
}

function failsafeText(step: Extract<Step, { kind: "failsafe" }>): string {
  if (step.port === undefined) return `${protocolText(step.protocol)} has no ports, and so no failsafe ports`;
  const packet = `${step.protocol} ${step.port}`;
  if (step.reply) return "it is a reply of a failsafe port, by its source port";
  if (step.hit) return `${packet} is a failsafe port`;
  const list = step.ports.length === 0 ? `there are none for ${step.protocol}` : step.ports.join(", ");
  return `${packet} is not a failsafe port (${list})`;
}

/** A protocol in a sentence: its name, or `protocol 4`. */
function protocolText(protocol: string): string {
  return /^\d+$/.test(protocol) ? `protocol ${protocol}` : protocol;
}
