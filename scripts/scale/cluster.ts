import { goYaml } from "../../src/manifest/yaml/writer/go-yaml.ts";
import type { Flow, NodeFacts } from "../../src/model/flow.ts";
import { API_VERSION, type Resource } from "../../src/model/resource.ts";

/** Resources of one node: of each 20 two policies of five rules, a network set, three host endpoints and 14 workload endpoints. */
const EACH = 20;
const PER_NODE = 100;
const POLICIES_PER_ROLE = 5;

/**
 * A cluster of so many resources. It grows as clusters do: by nodes of 100 resources, and by roles of five policies each, so that
 * an endpoint has as many policies in a large cluster as in a small one. All that grows with the square of it is the tool's own.
 */
export function clusterOf(size: number): readonly Resource[] {
  const roles = Math.max(1, Math.floor(size / (EACH / 2) / POLICIES_PER_ROLE));
  return Array.from({ length: size }, (_, index) => resourceAt(index, roles));
}

function resourceAt(index: number, roles: number): Resource {
  const [slot, group] = [index % EACH, Math.floor(index / EACH)];
  const node = `node${Math.floor(index / PER_NODE)}`;
  const labels = { role: `r${(group * 7 + slot) % roles}`, zone: `z${index % 7}` };
  if (slot < 2)
    return resource("GlobalNetworkPolicy", { name: `policy-${index}` }, policySpec(group * 2 + slot, roles));
  if (slot === 2) {
    const nets = [`172.16.${index % 256}.0/24`, `198.51.100.${index % 256}/32`];
    return resource("GlobalNetworkSet", { name: `set-${index}`, labels: { zone: labels.zone } }, { nets });
  }
  if (slot < 6) {
    const interfaceName = `eth${index % PER_NODE}`;
    return resource(
      "HostEndpoint",
      { name: `host-${index}`, labels },
      { node, interfaceName, expectedIPs: [ip(index)] },
    );
  }
  const name = `${node}-k8s-pod--${index}-eth0`;
  const spec = { node, orchestrator: "k8s", pod: `pod-${index}`, endpoint: "eth0", interfaceName: `cali${index}` };
  const metadata = { name, namespace: `ns${index % 50}`, labels };
  return resource("WorkloadEndpoint", metadata, { ...spec, ipNetworks: [`${ip(index)}/32`] });
}

function policySpec(number: number, roles: number): Resource["spec"] {
  return {
    order: number,
    selector: `role == 'r${number % roles}'`,
    types: ["Ingress", "Egress"],
    ingress: [
      {
        action: "Allow",
        protocol: "TCP",
        source: { nets: [`10.${number % 200}.0.0/16`] },
        destination: { ports: [1000 + (number % 5000), 443] },
      },
      {
        action: "Allow",
        protocol: "UDP",
        source: { selector: `zone == 'z${number % 7}'` },
        destination: { ports: [53] },
      },
      { action: "Deny", source: { notNets: ["10.0.0.0/8"] } },
    ],
    egress: [{ action: "Allow", destination: { nets: [`192.168.${number % 256}.0/24`] } }, { action: "Allow" }],
  };
}

function resource(kind: string, metadata: Resource["metadata"], spec: Resource["spec"]): Resource {
  return { apiVersion: API_VERSION, kind, metadata, ...(spec !== undefined && { spec }) };
}

function ip(index: number): string {
  return `10.${index >>> 16}.${(index >>> 8) & 255}.${index & 255}`;
}

/** The cluster as a manifest, a YAML document for each resource. */
export function manifestOf(size: number): string {
  return clusterOf(size)
    .map((one) => goYaml(one))
    .join("---\n");
}

/** A host endpoint and a policy that every cluster of at least ten resources has, and the line that asks for a packet to that endpoint. */
export const IN_ALL = {
  endpoint: "host-3",
  deleted: "host-4",
  policy: "policy-1",
  simulate: ["simulate", "tcp", "198.51.100.7", `${ip(3)}:8443`],
} as const;

/** A packet to the host endpoint of that number on the first node, and what is known of the node. */
export function flowToHost(number: number): Flow {
  const index = [3, 4, 5][number % 3] as number;
  return {
    from: { interface: `eth${index}` },
    to: { process: true },
    protocol: number % 4 === 0 ? "UDP" : "TCP",
    srcIP: `10.${number % 210}.${(number >>> 8) & 255}.${number & 255}`,
    dstIP: ip(index),
    srcPort: 1024 + (number % 60_000),
    dstPort: number % 3 === 0 ? 443 : 1000 + (number % 5000),
  };
}

/** What is known of the first node. */
export const FACTS: NodeFacts = { node: "node0", interfaces: { eth3: [], eth4: [], eth5: [] } };
