import type { Span } from "../../model/diagnostic.ts";
import type { FilterRule } from "../../model/flow.ts";
import { DEFAULT_TIER } from "../../model/kinds/built-in.ts";
import { protocolName } from "../../model/net/protocol.ts";
import type {
  DecidedBy,
  DefaultReason,
  Direction,
  RuleRef,
  ServiceLoop,
  SpoofedSource,
  TunnelRule,
  UnknownWorkloadInterface,
  UnpolicedReason,
  Where,
} from "../outcome.ts";
import type { ProxyRefusal } from "../translations/translation-steps.ts";
import {
  type CompiledEndpoint,
  type CompiledRules,
  type CompiledTier,
  placeIn,
  rulePath,
  type World,
} from "../world/compiled.ts";
import type { TunnelHit } from "./node-rules.ts";

// Every reason that a packet may be decided for, made here only: by the walk as it goes, and by the tables when a number
// is to become words.

/** Rules with the name of the policy or profile they belong to. */
export interface RuleOwner {
  readonly rules: CompiledRules;
  readonly name: OwnerName;
}

/** The policy or profile that rules belong to. */
export type OwnerName =
  | { readonly policy: Extract<RuleRef, { policy: unknown }>["policy"] }
  | { readonly profile: string };

/** A rule by its owner and number, with its place in the file it came from. */
export function ruleRef(world: World, { rules, name }: RuleOwner, { direction }: Where, index: number): RuleRef {
  const span = placeIn(world, rules.located, rulePath(direction, index));
  return { ...name, rule: index + 1, ...(span ? { span } : {}) };
}

/** A rule decided. */
export function byRule(at: Where, ref: RuleRef, action: "Allow" | "Deny"): DecidedBy {
  return { kind: "rule", action, ...at, ...ref };
}

/**
 * The same for sets of packets: where the rule stands in its file is looked up when it is asked for. Few of the rules that decide
 * about some packet of a set are ever shown, and to find a place takes as long as to read the document.
 */
export function byRuleOf(
  world: World,
  at: Where,
  owner: RuleOwner,
  index: number,
  action: "Allow" | "Deny",
): DecidedBy {
  // The place is absent or a place, as the type has it, but for readers that ask whether there is such a property.
  return new RuleDecision(world, at, owner, index, action) as DecidedBy;
}

class RuleDecision {
  readonly kind = "rule";
  readonly action: "Allow" | "Deny";
  readonly stage: Where["stage"];
  readonly direction: Where["direction"];
  readonly endpoint: Where["endpoint"];
  declare readonly policy?: Extract<OwnerName, { policy: unknown }>["policy"];
  declare readonly profile?: string;
  // As data it has the owner before the number.
  declare readonly rule: number;
  readonly #world: World;
  readonly #rules: CompiledRules;

  constructor(
    world: World,
    { stage, direction, endpoint }: Where,
    { rules, name }: RuleOwner,
    index: number,
    action: "Allow" | "Deny",
  ) {
    this.action = action;
    this.stage = stage;
    this.direction = direction;
    this.endpoint = endpoint;
    if ("policy" in name) this.policy = name.policy;
    else this.profile = name.profile;
    this.rule = index + 1;
    this.#world = world;
    this.#rules = rules;
  }

  get span(): Span | undefined {
    return placeIn(this.#world, this.#rules.located, rulePath(this.direction, this.rule - 1));
  }
}

/** A failsafe port let the packet in or out. */
export function byFailsafe(at: Where, protocol: number, port: number): DecidedBy {
  return { kind: "failsafe", ...at, protocol: protocolName(protocol), port };
}

/** No rule in particular decided. */
export function byDefault(at: Where, reason: DefaultReason) {
  return { kind: "default", ...at, reason } as const;
}

/** A tier whose rules did not match denies; it is named unless it is the tier `default`. */
export function byEndOfTier(at: Where, tier: CompiledTier | undefined) {
  const named = tier === undefined || tier.name === DEFAULT_TIER ? {} : { tier: tier.name };
  return { ...byDefault(at, "no-rule-matched"), ...named };
}

/** A profile that the endpoint names does not exist. */
export function byMissingProfile(at: Where, profile: string): DecidedBy {
  return { kind: "missing-profile", ...at, profile };
}

/** kube-proxy refused the packet. */
export function byProxy({ action, by }: FilterRule): ProxyRefusal {
  return { kind: "proxy-refused", action, ...(by !== undefined && { by }) };
}

/** Connection tracking decided. */
export function byConntrack(at: Where, state: "established" | "invalid"): DecidedBy {
  return { kind: "conntrack", ...at, state };
}

/** A tunnel packet of a workload's own. */
export function byEncapsulation(at: Where, protocol: "IPIP" | "VXLAN") {
  return { kind: "encapsulation", ...at, protocol } as const;
}

/** No endpoint governs the interface. */
export function byUnpoliced(name: string, reason: UnpolicedReason): DecidedBy {
  return { kind: "unpoliced", interface: name, reason };
}

/** Calico does not know the workload interface. */
export function byUnknownInterface(
  name: string,
  direction: "in" | "out",
  refused?: CompiledEndpoint,
): UnknownWorkloadInterface {
  const endpoint = refused && { refused: `${refused.namespace}/${refused.name}` };
  return { kind: "unknown-workload-interface", interface: name, direction, ...endpoint };
}

/** The node's rule for tunnels between nodes. */
export function byTunnel({ protocol, notPeer }: TunnelHit, direction: Direction): TunnelRule {
  return { kind: "tunnel", protocol, direction, action: notPeer === undefined ? "Allow" : "Deny" };
}

/** A workload sent from an address that is not its own. */
export function bySpoofedSource(name: string, source: string): SpoofedSource {
  return { kind: "spoofed-source", interface: name, source };
}

/** A forwarded packet to an advertised service address. */
export function byServiceLoop(net: string): ServiceLoop {
  return { kind: "service-loop", net };
}

/** The node's action for packets of workloads to their host. */
export function byEndpointToHost(action: "Drop" | "Return" | "Accept") {
  return { kind: "endpoint-to-host", action } as const;
}

/** Neighbour discovery is let through. */
export function byDiscovery(icmpType: number) {
  return { kind: "neighbour-discovery", icmpType } as const;
}

/** A packet that met nothing at all. */
export const BY_NOTHING: DecidedBy = byUnpoliced("", "forwarded");
