import type { Flow, NodeFacts } from "../src/model/flow.ts";
import type { Resource } from "../src/model/resource.ts";

/** The endpoints of the bench's World; a tenth are host endpoints. */
export const ENDPOINTS = 100_000;
/** Its nodes; endpoint `index` is on node `index % NODES`. */
export const NODES = 1_000;

/** A small generator of even numbers, so that every run measures the same World. */
export function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const ROLES = 200;
const TIERS = ["front", "middle", "back"];
const ip = (endpoint: number) => `10.${100 + (endpoint >>> 16)}.${(endpoint >>> 8) & 255}.${endpoint & 255}`;
const resource = (kind: string, name: string, rest: object): Resource => ({
  apiVersion: "projectcalico.org/v3",
  kind,
  ...rest,
  metadata: { name, ...("metadata" in rest ? (rest.metadata as object) : {}) },
});

/** All endpoints. */
export function endpoints(): Resource[] {
  return Array.from({ length: ENDPOINTS }, (_, index): Resource => {
    const node = `node${index % NODES}`;
    const labels = { role: `r${index % ROLES}`, tier: TIERS[index % 3] ?? "", zone: `z${index % 7}` };
    const slot = Math.floor(index / NODES);
    if (slot < 10) {
      const spec = { node, interfaceName: `eth${slot}`, expectedIPs: [ip(index)] };
      return resource("HostEndpoint", `h${index}`, { metadata: { labels }, spec });
    }
    const spec = {
      node,
      orchestrator: "k8s",
      workload: `w${index}`,
      endpoint: "eth0",
      interfaceName: `cali${index}`,
      ipNetworks: [`${ip(index)}/32`],
    };
    return resource("WorkloadEndpoint", `w${index}`, { metadata: { labels, namespace: `ns${index % 50}` }, spec });
  });
}

/** Policies of five rules each. */
export function policies(count: number): Resource[] {
  const next = random(7);
  const peer = (): object => {
    switch (next(4)) {
      case 0:
        return {
          nets: Array.from({ length: 1 + next(3) }, () => `10.${100 + next(2)}.${next(256)}.0/${22 + next(11)}`),
        };
      case 1:
        return { notNets: [`10.${next(200)}.0.0/16`] };
      case 2:
        return { selector: `role == 'r${next(ROLES)}'` };
      default:
        return { selector: `tier == '${TIERS[next(3)]}' && zone in {'z${next(7)}', 'z${next(7)}'}` };
    }
  };
  const rule = (side: "source" | "destination"): object => ({
    action: next(4) === 0 ? "Deny" : "Allow",
    protocol: next(3) === 0 ? "UDP" : "TCP",
    [side]: peer(),
    ...(side === "source"
      ? { destination: { ports: [1 + next(1000), `${2000 + next(1000)}:${3000 + next(500)}`] } }
      : {}),
  });
  return Array.from({ length: count }, (_, index): Resource => {
    const selector = next(200) === 0 ? "all()" : `role == 'r${next(ROLES)}' && tier == '${TIERS[next(3)]}'`;
    const rules = (side: "source" | "destination", length: number) => Array.from({ length }, () => rule(side));
    const spec = {
      order: index,
      selector,
      types: ["Ingress", "Egress"],
      applyOnForward: next(3) === 0,
      ingress: rules("source", 3),
      egress: rules("destination", 2),
    };
    return resource("GlobalNetworkPolicy", `p${index}`, { spec });
  });
}

/** A flow through an endpoint: a host endpoint's from or to its process, a workload's to or from the node's first interface. */
export function flowThrough(index: number, next: (below: number) => number): Flow {
  const slot = Math.floor(index / NODES);
  const isOut = next(2) === 1;
  const own = slot < 10 ? { interface: `eth${slot}` } : { interface: `cali${index}` };
  const other = slot < 10 ? ({ process: true } as const) : { interface: "eth0" };
  const [here, there] = [ip(index), ip(next(ENDPOINTS))];
  return {
    from: isOut === slot >= 10 ? own : other,
    to: isOut === slot >= 10 ? other : own,
    protocol: next(3) === 0 ? "UDP" : "TCP",
    srcIP: isOut ? here : there,
    dstIP: isOut ? there : here,
    srcPort: 1024 + next(60_000),
    dstPort: 1 + next(4000),
  };
}

/** What is known of a node. */
export function factsOf(node: number): NodeFacts {
  return {
    node: `node${node}`,
    interfaces: Object.fromEntries(Array.from({ length: 10 }, (_, eth) => [`eth${eth}`, []])),
  };
}
