import { clusterNat } from "../../src/kubernetes/services/node-nat.ts";
import type { CalicoVersionRules } from "../../src/model/kinds/version.ts";
import { formatAddress, isLoopbackAddress, parseAddress } from "../../src/model/net/address.ts";
import { protocolNumber } from "../../src/model/net/protocol.ts";
import type { Packet } from "../../src/policy/flow/packet.ts";
import {
  masqueradeOf,
  refusalOf,
  type TranslatedPacket,
  translate,
  translateOutput,
} from "../../src/policy/path/apply-dnat.ts";
import { type NodeView, nodeView } from "../../src/policy/path/node-view.ts";
import { world } from "../../src/policy/world/world.ts";
import { type ClusterObject, NODE, OWN_ADDRESSES, POD_NETS } from "./clusters.ts";

/** A packet that opens a connection: one that comes in to the node, or its own. */
export interface ProxyPacket {
  readonly isOwn: boolean;
  readonly protocol: string;
  readonly src: string;
  readonly dst: string;
  readonly port: number;
}

/** What a node's kube-proxy does to a packet. */
export interface ProxyAnswer {
  /** Each target that may be chosen: `ADDRESS PORT`, and ` masqueraded` where it gets the node's address as its source. */
  readonly to: readonly string[];
  /** `drop` or `reject`, where the filter table does that; empty where not. */
  readonly refused: string;
}

const OWN = new Set(
  Object.values(OWN_ADDRESSES)
    .flat()
    .map((net) => net.split("/", 1)[0]),
);

/** Whether an address is one of the node's own. */
export function isOwnAddress(text: string): boolean {
  const address = parseAddress(text);
  return address !== undefined && (isLoopbackAddress(address) || OWN.has(formatAddress(address)));
}

/** The node as the tool sees it from the objects of its cluster. */
export function nodeOf(objects: readonly ClusterObject[], calico: CalicoVersionRules): NodeView {
  const nat = clusterNat(objects, { podNets: POD_NETS, slicesListed: true }).ofNode(NODE);
  return nodeView(world([], { calico }).world, { node: NODE, interfaces: OWN_ADDRESSES, ...nat });
}

/** What the tool says that a node's kube-proxy does to a packet. */
export function answerOfTool(view: NodeView, { isOwn, protocol, src, dst, port }: ProxyPacket): ProxyAnswer {
  const [source, destination] = [parseAddress(src), parseAddress(dst)];
  if (source === undefined || destination === undefined) throw new TypeError(`no addresses: ${src}, ${dst}`);
  const ports = { sourcePort: 40000, destinationPort: port };
  const packet: Packet = {
    ...{ family: source.family, protocol: protocolNumber(protocol) ?? 0, source, destination },
    ...ports,
  };
  const incoming = isOwn ? "" : "eth0";
  const translated = isOwn ? translateOutput(view, packet) : translate(view, packet, incoming);
  if (translated.kind === "unknown") return { to: [translated.why], refused: "" };
  const sent = translated.kind === "none" ? [] : everyTarget(translated);
  const ends = sent.length > 0 ? sent.map((one) => one.packet) : [packet];
  const refused = ends.map((end) => {
    const hook = isOwn ? "output" : isOwnAddress(formatAddress(end.destination)) ? "input" : "forward";
    const refusal = refusalOf(view, end, hook);
    return refusal === "unknown" ? refusal : (refusal?.action ?? "");
  });
  const to = sent.map((one) => {
    const rule = masqueradeOf(view, packet, incoming, one);
    const suffix = rule === "unknown" ? " unknown" : rule === undefined ? "" : " masqueraded";
    return `${formatAddress(one.packet.destination)} ${one.packet.destinationPort}${suffix}`;
  });
  return { to: [...new Set(to)].sort(), refused: [...new Set(refused)].sort().join(",") };
}

function everyTarget(translated: TranslatedPacket): readonly TranslatedPacket[] {
  const { alternatives } = translated.rule;
  if (alternatives === undefined) return [translated];
  return alternatives.flatMap(({ toIP, toPort }) => {
    const destination = parseAddress(toIP);
    const port = toPort === undefined ? {} : { destinationPort: toPort };
    return destination ? [{ ...translated, packet: { ...translated.packet, destination, ...port } }] : [];
  });
}
