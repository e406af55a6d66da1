import type { Flow } from "../../model/flow.ts";
import { BITS, formatAddress, parseAddress } from "../../model/net/address.ts";
import { hasPorts, protocolName, protocolNumberInAnyCase } from "../../model/net/protocol.ts";
import { displayId, type Located, type ResourceId, resourceId } from "../../model/resource.ts";
import type { DecidedBy, EndpointRef, Outcome, Step, Verdict, Where } from "../../policy/outcome.ts";
import type { CompiledEndpoint, World } from "../../policy/world/compiled.ts";
import type { EvaluatedFlow, EvaluatedPaths } from "./repair-types.ts";

/** A packet as a rule could name it: addresses as nets of one address. */
export interface RulePacket {
  readonly protocol: string;
  readonly source: string;
  readonly destination: string;
  /** Absent for protocols without ports. */
  readonly destinationPort?: number;
  readonly sourcePort?: number;
  readonly icmp?: { readonly type?: number; readonly code?: number };
  readonly ipVersion: 4 | 6;
}

/** The part of a flow's evaluation that is to be another: one direction of one packet on one node. */
export interface RepairScene {
  readonly world: World;
  readonly wanted: Verdict;
  readonly by: DecidedBy;
  /** The stage, direction and endpoint that decided, where a stage did. */
  readonly at: Where | undefined;
  readonly endpoint: CompiledEndpoint | undefined;
  readonly steps: readonly Step[];
  /** The packet as it is at the beginning, and after a DNAT. */
  readonly packets: readonly RulePacket[];
  readonly find: (id: ResourceId) => Located | undefined;
  readonly resources: readonly Located[];
}

/** Whether all paths end as wanted: allowed with their replies, or each denied on some node. */
export function isMet(paths: EvaluatedPaths, wanted: Verdict): boolean {
  return paths.length > 0 && paths.every((path) => pathIsMet(path, wanted));
}

function pathIsMet(path: readonly EvaluatedFlow[], wanted: Verdict): boolean {
  if (path.some(({ outcome }) => outcome.decidedBy.kind === "not-evaluated")) return false;
  const passes = path.every(({ outcome }) => outcome.verdict === "allow" && outcome.return !== "deny");
  return wanted === "allow" ? passes : path.some(({ outcome }) => outcome.verdict === "deny");
}

/** What must be another for the first path that does not end as wanted; for a denial, on each of its nodes. */
export function scenesOf(
  world: World,
  resources: readonly Located[],
  paths: EvaluatedPaths,
  wanted: Verdict,
): readonly RepairScene[] {
  const path = paths.find((one) => !pathIsMet(one, wanted)) ?? [];
  const byId = new Map(resources.map((located) => [displayId(resourceId(located.resource)), located]));
  const shared = { world, wanted, resources, find: (id: ResourceId) => byId.get(displayId(id)) };
  const scene = (by: DecidedBy, steps: readonly Step[], packets: readonly RulePacket[]): RepairScene => {
    const at = "stage" in by ? { stage: by.stage, direction: by.direction, endpoint: by.endpoint } : undefined;
    return { ...shared, by, at, endpoint: at && endpointOf(world, at.endpoint), steps, packets };
  };
  if (wanted === "deny") {
    return path.map(({ flow, outcome }) => scene(outcome.decidedBy, outcome.steps, packetsOf(flow, outcome)));
  }
  const failing = path.find(({ outcome }) => outcome.verdict === "deny" || outcome.return === "deny");
  if (failing === undefined) return [];
  const { flow, outcome } = failing;
  const packets = packetsOf(flow, outcome);
  const { returnDecidedBy, returnSteps = [] } = outcome;
  if (outcome.verdict === "deny" || returnDecidedBy === undefined) {
    return [scene(outcome.decidedBy, outcome.steps, packets)];
  }
  return [
    scene(returnDecidedBy, returnSteps, packets.map(reversed)),
    // A reply is dropped because its packet was not tracked.
    scene(outcome.decidedBy, outcome.steps, packets),
  ];
}

/** The endpoint that a reference names. */
function endpointOf(world: World, { kind, name, namespace, node }: EndpointRef): CompiledEndpoint | undefined {
  const lists = kind === "HostEndpoint" ? world.hostEndpoints : world.workloadEndpoints;
  return lists.get(node)?.find((one) => one.name === name && one.namespace === namespace);
}

function packetsOf(flow: Flow, { steps }: Outcome): readonly RulePacket[] {
  const { protocol: written, srcIP, dstIP, srcPort, dstPort, icmpType, icmpCode } = flow;
  const number = protocolNumberInAnyCase(written);
  const [source, destination] = [hostNet(srcIP), hostNet(dstIP)];
  if (number === undefined || source === undefined || destination === undefined) return [];
  const isIcmp = icmpType !== undefined;
  const first: RulePacket = {
    ...{ protocol: protocolName(number), source, destination, ipVersion: source.includes(":") ? 6 : 4 },
    ...(hasPorts(number) && dstPort !== undefined && { destinationPort: dstPort }),
    ...(hasPorts(number) && srcPort !== undefined && { sourcePort: srcPort }),
    ...(isIcmp && { icmp: { type: icmpType, ...(icmpCode !== undefined && { code: icmpCode }) } }),
  };
  const translated = steps.flatMap((step) => (step.kind === "dnat" && step.applied ? [step.to] : [])).at(-1);
  return translated === undefined ? [first] : [first, sentTo(first, translated)];
}

/** The packet with another destination, `10.0.0.1:80`, `[fd00::1]:80` or an address alone. */
function sentTo(packet: RulePacket, text: string): RulePacket {
  const [, six, four, port] = /^(?:\[(.*)\]|([^:]*)):(\d+)$/.exec(text) ?? [];
  const destination = hostNet(six ?? four ?? text) ?? packet.destination;
  return { ...packet, destination, ...(port !== undefined && { destinationPort: Number(port) }) };
}

function reversed({ source, destination, sourcePort, destinationPort, icmp: _, ...rest }: RulePacket): RulePacket {
  return {
    ...rest,
    ...{ source: destination, destination: source },
    ...(sourcePort !== undefined && { destinationPort: sourcePort }),
    ...(destinationPort !== undefined && { sourcePort: destinationPort }),
  };
}

/** The net of one address, in canonical spelling. */
export function hostNet(text: string): string | undefined {
  const address = parseAddress(text);
  return address && `${formatAddress(address)}/${BITS[address.family]}`;
}
