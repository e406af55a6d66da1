import type { Code, Diagnostic, Span } from "../model/diagnostic.ts";
import type { DnatStep, HookPacket, ProxyRefusal, SourceNatStep } from "./translations/translation-steps.ts";

/** What happens to a packet. */
export type Verdict = "allow" | "deny";

/** The direction of a policy's rules, as its endpoint sees the packet. */
export type Direction = "ingress" | "egress";

/** Which policies a stage evaluates: `normal` is local traffic of a host endpoint, `forward` its forwarded traffic (`applyOnForward`). */
export type PolicyStage = "untracked" | "pre-DNAT" | "normal" | "forward" | "workload";

/** A rule's action. */
export type Action = "Allow" | "Deny" | "Pass" | "Log";

/** A policy by name, as users type it. */
export interface PolicyRef {
  readonly kind: "GlobalNetworkPolicy" | "NetworkPolicy";
  readonly namespace?: string;
  readonly name: string;
}

/** An endpoint by name, with the interface it governs here. */
export interface EndpointRef {
  readonly kind: "HostEndpoint" | "WorkloadEndpoint";
  readonly namespace?: string;
  readonly name: string;
  readonly node: string;
  readonly interface: string;
}

/** Where in the walk something happened: the stage, the direction and the endpoint whose policies are evaluated. */
export interface Where {
  readonly stage: PolicyStage;
  readonly direction: Direction;
  readonly endpoint: EndpointRef;
}

/** A rule by its owner and its number in that direction's list, from 1; `span` when it came from a file. */
export type RuleRef = { readonly rule: number; readonly span?: Span } & (
  | { readonly policy: PolicyRef }
  | { readonly profile: string }
);

/** One end of the match that failed: which side of the packet a criterion reads. */
export type Side = "source" | "destination";

/** The first criterion of a rule that a packet fails, with what the packet has (`actual`) and what the rule requires (`wanted`). */
export type Miss =
  | { readonly criterion: "ipVersion"; readonly actual: 4 | 6; readonly wanted: 4 | 6 }
  | { readonly criterion: "family"; readonly actual: 4 | 6; readonly wanted: string }
  | {
      readonly criterion: "protocol" | "notProtocol" | "icmp" | "notICMP";
      readonly actual: string;
      readonly wanted: string;
    }
  | {
      readonly criterion: "nets" | "notNets";
      readonly side: Side;
      readonly actual: string;
      readonly wanted: readonly string[];
    }
  | {
      readonly criterion: "selector" | "notSelector" | "service" | "serviceMember";
      readonly side: Side;
      readonly actual: string;
      readonly wanted: string;
    }
  | {
      readonly criterion: "ports" | "notPorts";
      readonly side: Side;
      readonly actual: number | undefined;
      readonly wanted: readonly string[];
    };

/** Why a policy does not apply at a stage. */
export type SkipReason =
  | { readonly reason: "selector"; readonly needs: string; readonly has: readonly string[] }
  | { readonly reason: "namespace"; readonly needs: string }
  | { readonly reason: "not-apply-on-forward" }
  | { readonly reason: "no-rules-in-direction" };

/** Why a packet was let through or dropped by no rule in particular. */
export type DefaultReason =
  /** Policies select the endpoint in this direction and none of their rules matched. */
  | "no-rule-matched"
  /** No policy selects the endpoint in this direction, or one passed, and no profile allowed. */
  | "no-profile-allowed"
  /** Neither policy nor profile. */
  | "no-policy-no-profile"
  /** Forwarded traffic that no `applyOnForward` policy of the direction selects. */
  | "no-forward-policy"
  /** A `Pass` ended the stage, which has no profiles. */
  | "passed"
  /** Untracked and pre-DNAT policies drop nothing by default. */
  | "no-default-drop"
  /** The nftables dataplane lets a local process's packet past that connection tracking does not know. */
  | "not-tracked";

/** What decided the verdict. */
export type DecidedBy =
  | ({ readonly kind: "rule"; readonly action: "Allow" | "Deny" } & Where & RuleRef)
  | ({ readonly kind: "failsafe"; readonly protocol: string; readonly port: number } & Where)
  /** `tier` where another than the tier `default` denies what its policies do not decide. */
  | ({ readonly kind: "default"; readonly reason: DefaultReason; readonly tier?: string } & Where)
  | ({ readonly kind: "missing-profile"; readonly profile: string } & Where)
  | ({ readonly kind: "conntrack"; readonly state: "established" | "invalid" } & Where)
  | { readonly kind: "unpoliced"; readonly interface: string; readonly reason: UnpolicedReason }
  | UnknownWorkloadInterface
  | { readonly kind: "endpoint-to-host"; readonly action: "Drop" | "Return" | "Accept" }
  | ({ readonly kind: "encapsulation"; readonly protocol: "IPIP" | "VXLAN" } & Where)
  | { readonly kind: "neighbour-discovery"; readonly icmpType: number }
  | TunnelRule
  | SpoofedSource
  | ServiceLoop
  | ProxyRefusal
  /** The flow could not be evaluated; the diagnostics report why. The verdict is then `deny` and means nothing. */
  | { readonly kind: "not-evaluated" };

/** A workload interface that Calico has no chains for; `refused` names the endpoint that Felix refuses there. */
export interface UnknownWorkloadInterface {
  readonly kind: "unknown-workload-interface";
  readonly interface: string;
  readonly direction: "in" | "out";
  readonly refused?: string;
}

/** The node's rule for tunnels: packets of peers are accepted before policy, others to the node are dropped. */
export interface TunnelRule {
  readonly kind: "tunnel";
  readonly protocol: "IPIP" | "VXLAN" | "WireGuard";
  readonly direction: Direction;
  readonly action: "Allow" | "Deny";
}

/** A workload sent from an address that is not its own. */
export interface SpoofedSource {
  readonly kind: "spoofed-source";
  readonly interface: string;
  readonly source: string;
}

/** A forwarded packet to an advertised service address that no service translated. */
export interface ServiceLoop {
  readonly kind: "service-loop";
  readonly net: string;
}

/** Why no policy was evaluated at an interface. */
export type UnpolicedReason = "no-host-endpoint" | "process-to-workload" | "forwarded";

/** One step of a packet's path, in order. */
export type Step =
  | ({ readonly kind: "stage"; readonly policies: number } & Where)
  | {
      readonly kind: "unpoliced";
      readonly interface: string;
      readonly stage: PolicyStage;
      readonly direction: Direction;
      readonly reason: UnpolicedReason;
    }
  | ({
      readonly kind: "policy-skipped";
      readonly policy: PolicyRef;
      readonly why: SkipReason;
      readonly span?: Span;
    } & Where)
  | ({ readonly kind: "rule-missed"; readonly action: Action; readonly miss: Miss } & Where & RuleRef)
  | ({
      readonly kind: "rule-matched";
      readonly action: Action;
      /** The criteria of the rule as text; empty where it matches everything. */
      readonly matched: readonly string[];
      /** Present where the node does not enforce the rule as written: the criterion that it ignores. */
      readonly ignored?: Miss;
    } & Where &
      RuleRef)
  | ({
      readonly kind: "failsafe";
      readonly hit: boolean;
      readonly protocol: string;
      readonly port: number | undefined;
      /** The ports that are failsafe for this protocol here. */
      readonly ports: readonly number[];
      /** Whether the hit is by source port: a reply of a failsafe connection, in the untracked stage. */
      readonly reply: boolean;
    } & Where)
  | ({ readonly kind: "no-rules"; readonly policy: PolicyRef; readonly span?: Span } & Where)
  | ({ readonly kind: "profile-missing"; readonly profile: string } & Where)
  | ({ readonly kind: "profile-no-match"; readonly profile: string; readonly rules: number } & Where)
  | ({
      readonly kind: "default";
      readonly verdict: Verdict;
      readonly reason: DefaultReason;
      readonly tier?: string;
    } & Where)
  /** A tier whose default action is Pass decided nothing. */
  | ({ readonly kind: "tier-passes"; readonly tier: string } & Where)
  /** What a tier did not decide goes on to the next one that has policies here. */
  | ({ readonly kind: "next-tier"; readonly tier: string; readonly next: string } & Where)
  | DnatStep
  | SourceNatStep
  | ProxyRefusal
  | ({ readonly kind: "conntrack"; readonly state: "established" | "invalid"; readonly verdict: Verdict } & Where)
  /** An earlier stage's Allow covers this one. */
  | ({ readonly kind: "accepted-earlier"; readonly by: "untracked" | "pre-DNAT" } & Where)
  | UnknownWorkloadInterface
  | { readonly kind: "endpoint-to-host"; readonly action: "Drop" | "Return" | "Accept" }
  | ({ readonly kind: "encapsulation"; readonly protocol: "IPIP" | "VXLAN" } & Where)
  | { readonly kind: "neighbour-discovery"; readonly icmpType: number }
  | TunnelRule
  | SpoofedSource
  | ServiceLoop
  /** A packet for the node's own tunnel is left untracked. */
  | { readonly kind: "tunnel-untracked"; readonly protocol: "VXLAN"; readonly direction: Direction }
  | { readonly kind: "not-reached"; readonly stage: PolicyStage; readonly direction: Direction };

/** Advice about a trap, tied to the step where it bites (`step` is an index into `steps`). */
export interface Hint {
  readonly code: Code;
  readonly step: number;
  readonly message: string;
  readonly help: string;
}

/**
 * Where in the kernel a packet was dropped: raw (untracked), mangle (pre-DNAT), nat (before translation), routing (reverse path)
 * or filter (the rest).
 */
export type DropStage = "raw" | "mangle" | "nat" | "routing" | "filter";

/** The answer for one packet in one direction. */
export interface Walk {
  readonly verdict: Verdict;
  readonly decidedBy: DecidedBy;
  readonly steps: readonly Step[];
  readonly dropStage?: DropStage;
}

/**
 * The answer for a flow. `return` is what becomes of the reply, absent when the flow itself is denied or its packet
 * is one that gets no reply. `assumptions` are sentences about facts the inputs do not hold.
 */
export interface Outcome extends Walk {
  readonly return?: Verdict;
  readonly returnDecidedBy?: DecidedBy;
  readonly returnSteps?: readonly Step[];
  readonly returnDropStage?: DropStage;
  /** The packet, and its reply where one comes back, at each hook of the node; absent without a trace. */
  readonly hooks?: readonly HookPacket[];
  readonly returnHooks?: readonly HookPacket[];
  readonly assumptions: readonly string[];
  readonly hints: readonly Hint[];
  readonly diagnostics: readonly Diagnostic[];
}
