import { clusterNat } from "../../../src/kubernetes/services/node-nat.ts";
import { parseAddress } from "../../../src/model/net/address.ts";
import { compileDnat, compileMatches, dnatHost } from "../../../src/model/net/dnat.ts";
import { protocolNumber } from "../../../src/model/net/protocol.ts";

/** An object of the Kubernetes API, or a part of one. */
export type Fields = Readonly<Record<string, unknown>>;

/** Two nodes in two zones, with their pods' networks. */
export const NODES = ["node1", "node2"].map((name, at) => ({
  ...{ apiVersion: "v1", kind: "Node" },
  metadata: { name, labels: { "topology.kubernetes.io/zone": `zone${at + 1}` } },
  spec: { podCIDRs: [`192.168.${at + 1}.0/24`] },
  status: { addresses: [{ type: "InternalIP", address: `10.0.0.${at + 1}` }] },
}));

/** The Service web/web on NodePort 31852, with other fields of its spec. */
export function service(spec: Fields, more: Fields = {}): Fields {
  const ports = [{ name: "http", port: 80, nodePort: 31852 }];
  return {
    ...{ apiVersion: "v1", kind: "Service", metadata: { name: "web", namespace: "web" } },
    spec: { type: "NodePort", clusterIP: "10.96.0.100", clusterIPs: ["10.96.0.100"], ports, ...spec },
    ...more,
  };
}

/** Its EndpointSlice. */
export function slice(endpoints: readonly Fields[], more: Fields = {}): Fields {
  return {
    ...{ apiVersion: "discovery.k8s.io/v1", kind: "EndpointSlice", addressType: "IPv4" },
    metadata: { name: "web-1", namespace: "web", labels: { "kubernetes.io/service-name": "web" } },
    ports: [{ name: "http", port: 8080, protocol: "TCP" }],
    endpoints,
    ...more,
  };
}

/** One endpoint of a slice. */
export const at = (address: string, nodeName = "node1", more: Fields = {}) => ({
  addresses: [address],
  nodeName,
  ...more,
});
/** A backend on node1, one on node2, and both. */
export const LOCAL = at("192.168.1.10");
export const REMOTE = at("192.168.2.10", "node2");
export const BOTH = slice([LOCAL, REMOTE]);

/** What node1 does to a packet `tcp 198.51.100.7 10.0.0.1:80`: its targets, `masq`, and where it is refused. */
export function fate(objects: readonly Fields[], packet: string): string {
  const { dnat = [], masquerade = [], filter = [] } = clusterNat([...NODES, ...objects]).ofNode("node1");
  const [protocol = "", source = "", to = ""] = packet.split(" ");
  const [, address = "", port] = /^\[?(.*?)\]?:(\d+)$/.exec(to) ?? [];
  const [src, dst] = [parseAddress(source), parseAddress(address)];
  if (src === undefined || dst === undefined) throw new Error(packet);
  const fields = { protocol: protocolNumber(protocol.toUpperCase()) ?? 0, src, dst, dstPort: Number(port) };
  const host = dnatHost({ eth0: ["10.0.0.1", "fd00::1"], eth1: ["172.16.0.1"] });
  const answer = compileDnat(dnat)({ ...fields, interface: "eth0" }, host);
  const targets =
    answer.kind === "translated"
      ? (answer.rule.alternatives ?? [answer]).map(({ toIP, toPort }) => `${toIP}:${toPort}`)
      : [answer.kind];
  const marked = compileMatches(masquerade)({ ...fields, interface: "eth0" }, host);
  const refused = (["nat", "input", "forward", "output"] as const).flatMap((hook) => {
    const rule = compileMatches(filter.filter(({ hooks }) => hooks.includes(hook)))(fields, host);
    return rule === undefined || rule === "unknown" ? [] : [`${rule.action} in ${hook}`];
  });
  return [targets.join(" or "), ...(marked === undefined ? [] : ["masq"]), ...refused].join(", ");
}
