import { PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import type { Resource } from "../../model/resource.ts";
import type { Net, World } from "../../policy/world/compiled.ts";
import { readNet } from "../../policy/world/nets.ts";
import { fieldOf, textField } from "../../policy/world/spec-fields.ts";
import { EVERY_HOST, type Lifeline } from "./lifeline.ts";
import type { LifelineSources } from "./lifeline-sources.ts";

const BGP = 179;

/** BGP between nodes, each with the addresses of the others, and with the peers that BGPPeers name; both may open the connection. */
export function bgpLifelines({ before, after, bgp }: LifelineSources): readonly Lifeline[] {
  const peers = bgp.filter(({ kind }) => kind === "BGPPeer");
  const isMeshed = !bgp.some(hasNoMesh) || peers.some(({ spec }) => textField(spec, "peerSelector") !== "");
  return [...(isMeshed ? betweenNodes(before, after) : []), ...peers.flatMap(ofPeer)];
}

function hasNoMesh({ kind, metadata, spec }: Resource): boolean {
  const isDefault = kind === "BGPConfiguration" && metadata.name === "default";
  return isDefault && fieldOf(spec, "nodeToNodeMeshEnabled") === false;
}

/** From all nodes to all: a node's own address is among them, so that one lifeline is enough for however many nodes. */
function betweenNodes(...worlds: readonly World[]): Lifeline[] {
  const hosts = new Map<string, readonly Net[]>();
  for (const { nodes } of worlds)
    for (const [name, node] of nodes) if (node.hosts.length > 0) hosts.set(name, node.hosts);
  if (hosts.size < 2) return [];
  return bothWays([...hosts.values()].flat(), undefined, BGP, `the addresses of ${hosts.size} Nodes`);
}

/** A BGPPeer by its address, of one node or of all. */
function ofPeer({ metadata, spec }: Resource): Lifeline[] {
  const text = textField(spec, "peerIP");
  const match = /^\[?([0-9a-fA-F:.]+?)\]?(?::(\d+))?$/.exec(text);
  const whole = readNet(text);
  const net = whole ?? readNet(match?.[1] ?? "");
  if (net === undefined) return [];
  const port = whole === undefined && match?.[2] !== undefined ? Number(match[2]) : BGP;
  const node = textField(spec, "node");
  return bothWays([net], node === "" ? undefined : new Set([node]), port, `BGPPeer ${metadata.name}`);
}

function bothWays(
  peers: readonly Net[],
  nodes: ReadonlySet<string> | undefined,
  peerPort: number,
  derivedFrom: string,
): Lifeline[] {
  const endpoints = nodes === undefined ? EVERY_HOST : { ...EVERY_HOST, nodes };
  const common = { name: "bgp", protocol: PROTOCOL_NUMBERS.TCP, peers, endpoints, sourcePorts: [], replies: true };
  return [
    { ...common, direction: "in", ports: [[BGP, BGP]], derivedFrom },
    { ...common, direction: "out", ports: [[peerPort, peerPort]], derivedFrom },
  ];
}
