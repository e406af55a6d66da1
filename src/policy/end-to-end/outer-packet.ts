import type { Flow, NodeFacts } from "../../model/flow.ts";
import { type Address, formatAddress } from "../../model/net/address.ts";
import { IPIP } from "../../model/net/protocol.ts";
import type { Outcome } from "../outcome.ts";
import { whyNotPeer } from "../path/node-rules.ts";
import { type NodeView, nodeView } from "../path/node-view.ts";
import { simulate } from "../simulate.ts";
import type { TunnelProtocol, World } from "../world/compiled.ts";
import { hostInterface } from "./host-interface.ts";
import type { NodeHop } from "./path-types.ts";
import { underlayAddress } from "./tunnel-link.ts";

/** The hops of an outer packet: out of the node that encapsulates, and in to the one that opens it. */
export interface OuterPacket {
  readonly hops: readonly NodeHop[];
  readonly assumptions: readonly string[];
}

/** A tunnel between two nodes. */
interface Tunnel {
  readonly protocol: TunnelProtocol;
  readonly family: 4 | 6;
}

/** A node at an end of a tunnel: its facts, its address in the underlay, and its interface there. */
interface TunnelEnd {
  readonly facts: NodeFacts;
  readonly address: Address;
  readonly interface: string;
}

/**
 * Evaluates the packet of a tunnel between two nodes, which local processes of both send and receive: it meets the host
 * endpoints of the underlay, and the nodes' rules for tunnels. The `return` of its hops is the outer packet of a reply.
 * What is missing to evaluate it is an assumption.
 */
export function evaluateOuterPacket(
  world: World,
  nodes: readonly [from: NodeFacts, to: NodeFacts],
  tunnel: Tunnel,
): OuterPacket {
  const [sender, receiver] = [nodeView(world, nodes[0]), nodeView(world, nodes[1])];
  const source = underlayAddress(world, sender, tunnel.family);
  const destination = underlayAddress(world, receiver, tunnel.family);
  const passes = (why: string): OuterPacket => {
    return { hops: [], assumptions: [`the ${tunnel.protocol} packet around it gets through: ${why}`] };
  };
  if (source === undefined) return passes(`no address of ${sender.node} is known`);
  if (destination === undefined) return passes(`no address of ${receiver.node} is known`);
  const out = hostInterface(sender, { direction: "out", towards: destination });
  const into = hostInterface(receiver, { direction: "in", towards: source });
  if (!out.ok) return passes(`its interface on ${sender.node} is unknown`);
  if (!into.ok) return passes(`its interface on ${receiver.node} is unknown`);
  const known = [
    knowing(world, nodes[0], destination, receiver.node, tunnel.protocol),
    knowing(world, nodes[1], source, sender.node, tunnel.protocol),
  ] as const;
  const from: TunnelEnd = { facts: known[0].facts, address: source, interface: out.interface };
  const to: TunnelEnd = { facts: known[1].facts, address: destination, interface: into.interface };
  const assumptions = [...out.assumptions, ...into.assumptions, ...known.flatMap((each) => each.assumptions)];
  const hops = send(world, from, to, tunnel);
  if (tunnel.protocol !== "VXLAN" || hops.at(-1)?.outcome.verdict === "deny") return { hops, assumptions };
  const back = send(world, to, from, tunnel).reverse();
  const isDropped = back.length < hops.length;
  const replies = isDropped ? [undefined, ...back] : back;
  return {
    hops: hops.map((hop, at) => ({ ...hop, outcome: withReturn(hop.outcome, replies[at]?.outcome) })),
    assumptions,
  };
}

/**
 * The facts of a node that knows the other end of its tunnel as a host: packets take a tunnel only between hosts that know
 * each other, so that what the Nodes of the input do not say of that is assumed.
 */
function knowing(
  world: World,
  facts: NodeFacts,
  address: Address,
  node: string,
  protocol: TunnelProtocol,
): { readonly facts: NodeFacts; readonly assumptions: readonly string[] } {
  const notPeer = whyNotPeer(world, nodeView(world, facts), protocol, address);
  if (notPeer === undefined) return { facts, assumptions: [] };
  const assumption = `${node} (${formatAddress(address)}) is a peer of the ${protocol} tunnels of ${facts.node}, though ${notPeer}`;
  return { facts: { ...facts, tunnelPeers: [address] }, assumptions: [assumption] };
}

/** The hops of one direction; the last is where the packet is dropped, or received. */
function send(world: World, from: TunnelEnd, to: TunnelEnd, tunnel: Tunnel): NodeHop[] {
  const packet = {
    ...outerFields(nodeView(world, from.facts), tunnel),
    srcIP: formatAddress(from.address),
    dstIP: formatAddress(to.address),
  };
  const process = { process: true } as const;
  const hop = ({ facts }: TunnelEnd, flow: Flow): NodeHop => {
    const outcome = simulate(world, facts, flow);
    return { node: facts.node, tunnel: tunnel.protocol, flow, outcome };
  };
  const first = hop(from, { ...packet, from: process, to: { interface: from.interface } });
  if (first.outcome.verdict === "deny") return [first];
  return [first, hop(to, { ...packet, from: { interface: to.interface }, to: process })];
}

/**
 * An outcome with the outcome of a packet of the other direction as its reply: VXLAN chooses a source port for each
 * direction, so that what comes back belongs to no connection. One that did not get here has no outcome.
 */
function withReturn(outcome: Outcome, back: Outcome | undefined): Outcome {
  const {
    return: _return,
    returnDecidedBy: _decidedBy,
    returnSteps: _steps,
    returnDropStage: _stage,
    ...own
  } = outcome;
  if (back === undefined) return own;
  const { verdict, decidedBy, steps, dropStage } = back;
  const reply = { return: verdict, returnDecidedBy: decidedBy, returnSteps: steps };
  return { ...own, ...reply, ...(dropStage && { returnDropStage: dropStage }) };
}

function outerFields({ settings }: NodeView, { protocol, family }: Tunnel): Omit<Flow, "from" | "srcIP" | "dstIP"> {
  if (protocol === "IPIP") return { protocol: IPIP };
  const port = protocol === "VXLAN" ? settings.vxlanPort : settings.wireguard[family].port;
  return { protocol: "UDP", srcPort: port, dstPort: port };
}
