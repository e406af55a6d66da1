import type { Flow, NodeFacts } from "../../model/flow.ts";
import { formatAddress } from "../../model/net/address.ts";
import { IPIP } from "../../model/net/protocol.ts";
import type { TunnelProtocol } from "../path/node-rules.ts";
import { type NodeView, nodeView } from "../path/node-view.ts";
import { simulate } from "../simulate.ts";
import type { World } from "../world/compiled.ts";
import { hostInterface } from "./host-interface.ts";
import type { NodeHop } from "./path-types.ts";
import { underlayAddress } from "./tunnel-link.ts";

/** The hops of an outer packet: out of the node that encapsulates, and in to the one that opens it. */
export interface OuterPacket {
  readonly hops: readonly NodeHop[];
  readonly assumptions: readonly string[];
}

/**
 * Evaluates the packet of a tunnel between two nodes, which local processes of both send and receive: it meets the host
 * endpoints of the underlay, and the nodes' rules for tunnels. What is missing to evaluate it is an assumption.
 */
export function evaluateOuterPacket(
  world: World,
  nodes: readonly [from: NodeFacts, to: NodeFacts],
  tunnel: TunnelProtocol,
  family: 4 | 6,
): OuterPacket {
  const [sender, receiver] = [nodeView(world, nodes[0]), nodeView(world, nodes[1])];
  const source = underlayAddress(world, sender, family);
  const destination = underlayAddress(world, receiver, family);
  if (source === undefined || destination === undefined) {
    const missing = source === undefined ? sender.node : receiver.node;
    return {
      hops: [],
      assumptions: [`the ${tunnel} packet around it gets through: no address of ${missing} is known`],
    };
  }
  const packet = {
    ...outerFields(sender, tunnel, family),
    srcIP: formatAddress(source),
    dstIP: formatAddress(destination),
  };
  const out = hostInterface(sender, { direction: "out", towards: destination });
  const into = hostInterface(receiver, { direction: "in", towards: source });
  if (!out.ok || !into.ok) {
    const unknown = out.ok ? receiver.node : sender.node;
    return {
      hops: [],
      assumptions: [`the ${tunnel} packet around it gets through: its interface on ${unknown} is unknown`],
    };
  }
  const assumptions = [...out.assumptions, ...into.assumptions];
  const process = { process: true } as const;
  const hop = (facts: NodeFacts, flow: Flow): NodeHop => ({
    node: facts.node,
    tunnel,
    flow,
    outcome: simulate(world, facts, flow),
  });
  const first = hop(nodes[0], { ...packet, from: process, to: { interface: out.interface } });
  if (first.outcome.verdict === "deny") return { hops: [first], assumptions };
  return { hops: [first, hop(nodes[1], { ...packet, from: { interface: into.interface }, to: process })], assumptions };
}

function outerFields(
  { settings }: NodeView,
  tunnel: TunnelProtocol,
  family: 4 | 6,
): Omit<Flow, "from" | "srcIP" | "dstIP"> {
  if (tunnel === "IPIP") return { protocol: IPIP };
  const port = tunnel === "VXLAN" ? settings.vxlanPort : settings.wireguard[family].port;
  return { protocol: "UDP", srcPort: port, dstPort: port };
}
