import type { FilterHook, FilterRule } from "../../model/flow.ts";
import { formatAddress } from "../../model/net/address.ts";
import { hasPorts, IPIP, PROTOCOL_NUMBERS, protocolName } from "../../model/net/protocol.ts";
import type { Packet } from "../flow/packet.ts";
import { failsafe } from "../match/failsafe.ts";
import { matchRule } from "../match/match.ts";
import { ruleText } from "../match/rule-text.ts";
import type { AssumedMembership } from "../match/service-membership.ts";
import type { Direction, Step } from "../outcome.ts";
import { placeIn, type World } from "../world/compiled.ts";
import { refusalOf, type Translation, translate, translateOutput } from "./apply-dnat.ts";
import {
  type Domain,
  type FailsafeHit,
  type Part,
  type RuleMatch,
  type RuleOwner,
  record,
  type SentPart,
  type StageAt,
} from "./domain.ts";
import type { End } from "./end.ts";
import { isSpoofed, isUntrackedVxlan, serviceNet, type TunnelHit, tunnelHit } from "./node-rules.ts";
import { isNodeAddress, type NodeView } from "./node-view.ts";
import { ruleRef } from "./reasons.ts";

/** ICMPv6 types that Calico lets a workload send to its host whatever the policies, so that discovery works. */
export const DISCOVERY: ReadonlySet<number> = new Set([130, 131, 132, 133, 135, 136]);

/** What a packet is evaluated with. */
export interface PacketOptions {
  readonly world: World;
  readonly view: NodeView;
  /** Whether it is a reply of a tracked connection, whose addresses were translated by its first packet. */
  readonly isReply: boolean;
  /** Whether it is an answer to another packet, tracked or not. */
  readonly isAnswer: boolean;
  /** Where a local process's packet was routed before nat OUTPUT translated it. */
  readonly routedBefore?: End;
  /** Whether rules are matched as written instead of as the node has them. */
  readonly asWritten: boolean;
  /** What is assumed of Kubernetes services. */
  readonly services: AssumedMembership;
  readonly trace: Trace;
}

/** Which steps are kept: all of them, none, or `matches`, those without what does not apply or match. */
export type Trace = boolean | "matches";

/** One packet: each list of rules has one first match, and the trace is kept. Use one for one walk. */
export class PacketDomain implements Domain<Packet> {
  readonly world: World;
  readonly view: NodeView;
  readonly steps?: Step[];
  readonly matchesOnly: boolean;
  /** What had to be assumed, as sentences. */
  readonly assumptions: string[] = [];
  /** Whether a rule matched that the node does not enforce as written. */
  notEnforcedAsWritten = false;
  readonly #options: PacketOptions;

  constructor(options: PacketOptions) {
    this.world = options.world;
    this.view = options.view;
    if (options.trace !== false) this.steps = [];
    this.matchesOnly = options.trace === "matches";
    this.#options = options;
  }

  first(
    at: StageAt,
    owners: readonly RuleOwner[],
    packet: Packet,
  ): readonly [readonly [RuleMatch | undefined, Packet]] {
    for (const owner of owners) {
      const match = this.#firstOf(at, owner, packet);
      if (match) return [[match, packet]];
    }
    return [[undefined, packet]];
  }

  #firstOf({ where }: StageAt, owner: RuleOwner, packet: Packet): RuleMatch | undefined {
    const { rules, name } = owner;
    const list = rules[where.direction];
    if (list.length === 0 && "policy" in name && this.steps) {
      const span = placeIn(this.world, rules.located, ["spec"]);
      record(this, { kind: "no-rules", ...where, policy: name.policy, ...(span ? { span } : {}) });
    }
    for (const [index, rule] of list.entries()) {
      const { miss, ignored } = matchRule(rule, packet, this.#options);
      const { action } = rule;
      if (ignored && !miss) this.notEnforcedAsWritten = true;
      if (this.steps && !(miss && this.matchesOnly)) {
        const ref = ruleRef(this.world, owner, where, index);
        if (miss) {
          record(this, { kind: "rule-missed", ...where, ...ref, action, miss });
        } else {
          const step = { kind: "rule-matched", ...where, ...ref, action, matched: ruleText(rule) } as const;
          record(this, ignored ? { ...step, ignored } : step);
        }
      }
      if (miss === undefined && action !== "Log") return { owner, index, action };
    }
    return undefined;
  }

  failsafe(
    { where }: StageAt,
    packet: Packet,
    replies: boolean,
  ): readonly [readonly [FailsafeHit | undefined, Packet]] {
    const { protocol, destinationPort } = packet;
    const result = failsafe(this.view.settings, where.direction, packet, { replies });
    record(this, { kind: "failsafe", ...where, protocol: protocolName(protocol), port: destinationPort, ...result });
    return [[result.hit ? { protocol, port: destinationPort ?? 0 } : undefined, packet]];
  }

  tunnelRule(direction: Direction, packet: Packet): readonly [readonly [TunnelHit | undefined, Packet]] {
    const hit = tunnelHit(this.world, this.view, direction, packet);
    if (hit?.notPeer !== undefined) {
      const other = formatAddress(direction === "ingress" ? packet.source : packet.destination);
      this.assumptions.push(
        `${other} is not a peer of the ${hit.protocol} tunnels of ${this.view.node}: ${hit.notPeer}`,
      );
    }
    return [[hit, packet]];
  }

  untrackTunnel(ends: { readonly from: End; readonly to: End }, part: Part<Packet>): readonly [Part<Packet>] {
    if (!isUntrackedVxlan(this.world, this.view, ends, part.packets)) return [part];
    const direction = ends.from.kind === "process" ? "egress" : "ingress";
    record(this, { kind: "tunnel-untracked", protocol: "VXLAN", direction });
    return [{ ...part, state: "untracked" }];
  }

  spoofed(
    from: End,
    at: "source-raw" | "source-routing",
    packet: Packet,
  ): readonly [readonly [string | undefined, Packet]] {
    const place = packet.family === 6 || this.world.calico.sourceCheck === "raw" ? "source-raw" : "source-routing";
    // What was routed to a workload is routed back to it.
    const isSpoof = at === place && !this.#options.isAnswer && isSpoofed(this.view, from, packet);
    if (isSpoof === false) return [[undefined, packet]];
    const source = formatAddress(packet.source);
    if (isSpoof === true) return [[source, packet]];
    const assumption = `${source} is taken to be routed to the workload that sends from it: its WorkloadEndpoint has no IPv${packet.family} address`;
    this.assumptions.push(assumption);
    return [[undefined, packet]];
  }

  serviceLoop(packet: Packet): readonly [readonly [string | undefined, Packet]] {
    return [[serviceNet(this.world, this.view, packet)?.text, packet]];
  }

  tunnel(packet: Packet): readonly [readonly ["IPIP" | "VXLAN" | undefined, Packet]] {
    const { settings } = this.view;
    const { protocol, destinationPort } = packet;
    const isVxlan = protocol === PROTOCOL_NUMBERS.UDP && destinationPort === settings.vxlanPort;
    if (isVxlan && !settings.allowVxlan) return [["VXLAN", packet]];
    return [[protocol === IPIP && !settings.allowIpip ? "IPIP" : undefined, packet]];
  }

  /** kube-proxy asks only about packets that open a connection, with the destination that they have in the filter table. */
  refused(
    hook: FilterHook,
    { packets: packet, state }: Part<Packet>,
  ): readonly [readonly [FilterRule | undefined, Packet]] {
    if (this.#options.isReply || state !== "new") return [[undefined, packet]];
    const refusal = refusalOf(this.view, packet, hook);
    if (refusal !== "unknown") return [[refusal, packet]];
    const text = destinationText(packet);
    this.assumptions.push(`kube-proxy is taken not to refuse ${text}: the node's addresses are unknown`);
    return [[undefined, packet]];
  }

  discovery(packet: Packet): readonly [readonly [number | undefined, Packet]] {
    const { protocol, icmpType } = packet;
    const isDiscovery = protocol === PROTOCOL_NUMBERS.ICMPv6 && icmpType !== undefined && DISCOVERY.has(icmpType);
    return [[isDiscovery ? icmpType : undefined, packet]];
  }

  /**
   * A packet that is not tracked (by an untracked policy, or INVALID) is not translated: it then goes where it was
   * addressed, which is the node itself when the address is the node's (recorded).
   */
  translate(incoming: string, to: End, part: Part<Packet>): readonly [readonly [End, Part<Packet>]] {
    const found = this.#dnat(part, (packet) => translate(this.view, packet, incoming));
    if (found === undefined) return [[to, part]];
    if (found.applied) return [[to, { ...part, packets: found.packet }]];
    if (!isNodeAddress(this.view, part.packets.destination)) return [[to, part]];
    const reached = { kind: "process" } as const;
    return [[reached, { ...part, reached }]];
  }

  translateOutput(to: End, part: Part<Packet>): readonly SentPart<Packet>[] {
    const { routedBefore = to } = this.#options;
    const found = this.#dnat(part, (packet) => translateOutput(this.view, packet));
    return found ? [{ part, translation: { before: routedBefore, translated: () => found.packet } }] : [{ part }];
  }

  /**
   * The translated packet, and whether the node translates packets of this state; `undefined` where no DNAT is for it, or
   * where that is unknown, which is recorded as an assumption.
   */
  #dnat(
    { packets: packet, state }: Part<Packet>,
    find: (packet: Packet) => Translation,
  ): { readonly packet: Packet; readonly applied: boolean } | undefined {
    if (this.#options.isReply) return undefined;
    const translation = find(packet);
    if (translation.kind === "none") return undefined;
    const text = destinationText(packet);
    if (translation.kind === "unknown") {
      this.assumptions.push(`${text} is taken not to be translated by DNAT: ${translation.why}`);
      return undefined;
    }
    const applied = state === "new" || state === "established";
    const to = destinationText(translation.packet);
    if (applied && translation.choices > 1 && !translation.isChosen) {
      this.assumptions.push(
        `${text} becomes ${to}, the first of ${translation.choices} targets that the node chooses from`,
      );
    }
    const { rule, target, choices } = translation;
    record(this, {
      ...{ kind: "dnat", from: text, to, applied },
      ...(rule.by !== undefined && { by: rule.by }),
      ...(target !== undefined && { target }),
      ...(choices > 1 && { choices }),
      ...(choices > 1 && rule.affinity === true && { affinity: true }),
    });
    return { packet: translation.packet, applied };
  }
}

function destinationText({ destination, destinationPort, protocol }: Packet): string {
  const address = formatAddress(destination);
  if (!hasPorts(protocol) || destinationPort === undefined) return address;
  return destination.family === 6 ? `[${address}]:${destinationPort}` : `${address}:${destinationPort}`;
}
