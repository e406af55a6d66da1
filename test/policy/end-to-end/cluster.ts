import type { NodeFacts } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { evaluateEndToEnd } from "../../../src/policy/end-to-end/end-to-end-path.ts";
import type { EndToEndPath } from "../../../src/policy/end-to-end/path-types.ts";
import { allow, gnp, hep, node, profile, wep, worldOf } from "../support.ts";

/** Two nodes of one subnet and one of another; `web` on the first, `db` on the second, `far` on the third. */
export const CLUSTER: readonly Resource[] = [
  node("node1", { bgp: { ipv4Address: "10.0.0.1/24", ipv4IPIPTunnelAddr: "192.168.1.1" } }),
  node("node2", { bgp: { ipv4Address: "10.0.0.2/24", ipv4IPIPTunnelAddr: "192.168.2.1" } }),
  node("node3", { bgp: { ipv4Address: "10.0.3.3/24" } }),
  wep("web", "192.168.1.10/32", { profiles: ["open"] }),
  wep("db", "192.168.2.20/32", { node: "node2", profiles: ["open"] }),
  wep("far", "192.168.3.30/32", { node: "node3", profiles: ["open"] }),
  profile("open", { ingress: [allow()], egress: [allow()] }),
];
/** The host endpoint of node2, and a policy of it. */
export const HOST2 = hep("h2", { node: "node2", expectedIPs: ["10.0.0.2"] }, { host: "h2" });
export const onHost2 = (...ingress: object[]) => gnp("p", { selector: "host == 'h2'", types: ["Ingress"], ingress });
export const fromNet = (...nets: string[]) => ({ source: { nets } });
/** Routes through tunl0 on both nodes. */
export const TUNNEL1: NodeFacts = {
  node: "node1",
  interfaces: { eth0: ["10.0.0.1/24"], tunl0: ["192.168.1.1/32"] },
  routes: [
    { dst: "10.0.0.0/24", interfaces: ["eth0"], source: "10.0.0.1" },
    { dst: "192.168.2.0/24", interfaces: ["tunl0"] },
  ],
};
export const TUNNEL2: NodeFacts = {
  node: "node2",
  interfaces: { eth0: ["10.0.0.2/24"], tunl0: ["192.168.2.1/32"] },
  routes: [
    { dst: "10.0.0.0/24", interfaces: ["eth0"] },
    { dst: "192.168.1.0/24", interfaces: ["tunl0"] },
  ],
};
/** The path of a TCP packet between two ends of the cluster, or what is asked for. */
export function evaluate(
  ends: string,
  resources: readonly Resource[],
  facts: readonly NodeFacts[] = [],
): EndToEndPath | string {
  const [from = "", to = ""] = ends.split(" ");
  const packet = { protocol: "TCP", srcPort: 40000, dstPort: 80 };
  const byNode = new Map(facts.map((known) => [known.node, known]));
  const result = evaluateEndToEnd(worldOf([...CLUSTER, ...resources], "v3.32"), byNode, { from, to, packet });
  return result.ok ? result.path : `${result.question.about}?`;
}

/** A word a hop, `node:SOURCE:in>out`, an outer packet with its tunnel before; then the verdict. */
export function pathText(path: EndToEndPath | string): string {
  if (typeof path === "string") return path;
  const end = (at: object): string => Object.values(at).map(String).join().replace("true", "process");
  const short = (name: string) => name.replace(/default\/node\d-k8s-(.*)-eth0/, "$1");
  const hops = path.hops.map(
    ({ node: name, flow, tunnel = "" }) =>
      `${tunnel}${name}:${flow.srcIP}:${short(`${end(flow.from)}>${end(flow.to ?? {})}`)}`,
  );
  return `${hops.join(" ")} ${path.verdict}`;
}

/** A row: what it shows, the ends, resources beside the cluster's, facts, and the path. */
export type Case = readonly [
  what: string,
  ends: string,
  resources: readonly Resource[],
  facts: readonly NodeFacts[],
  path: string,
];
