import type { Flow, NodeFacts } from "../../src/model/flow.ts";
import { type CalicoVersion, calicoVersionRules, DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import { API_VERSION, type Located, type Resource } from "../../src/model/resource.ts";
import type { Outcome } from "../../src/policy/outcome.ts";
import { simulate } from "../../src/policy/simulate.ts";
import type { AddressOwner, World } from "../../src/policy/world/compiled.ts";
import { world } from "../../src/policy/world/world.ts";
import { difference } from "../support/differential.ts";

type Fields = Readonly<Record<string, unknown>>;
type Labels = Readonly<Record<string, string>>;

/** A resource that came from no file. */
export function unlocated(resource: Resource): Located {
  return { resource, locate: () => undefined };
}

/** The owners of addresses in a world of these resources. */
export function ownersIn(resources: readonly Located[]): readonly AddressOwner[] {
  return world(resources, { calico: DEFAULT_CALICO }).world.owners.everywhere();
}

function resource(kind: string, name: string, spec: Fields, labels?: Labels, namespace?: string): Resource {
  const metadata = { name, ...(labels ? { labels } : {}), ...(namespace === undefined ? {} : { namespace }) };
  return { apiVersion: API_VERSION, kind, metadata, spec };
}

export const gnp = (name: string, spec: Fields): Resource => resource("GlobalNetworkPolicy", name, spec);
export const np = (name: string, namespace: string, spec: Fields): Resource =>
  resource("NetworkPolicy", name, spec, undefined, namespace);
export const profile = (name: string, spec: Fields): Resource => resource("Profile", name, spec);
export const node = (name: string, spec: Fields = {}): Resource => resource("Node", name, spec);
export const tier = (name: string, spec: Fields): Resource => resource("Tier", name, spec);
export const felix = (spec: Fields, name = "default"): Resource => resource("FelixConfiguration", name, spec);
export const pool = (spec: Fields): Resource => resource("IPPool", "pool", { cidr: "192.168.0.0/16", ...spec });
export const bgp = (spec: Fields): Resource => resource("BGPConfiguration", "default", spec);
export const netset = (name: string, nets: readonly string[], labels: Labels = {}): Resource =>
  resource("GlobalNetworkSet", name, { nets }, labels);

/** A host endpoint on node1, `eth0` unless the spec says otherwise, with a label `iface`. */
export const hep = (name: string, spec: Fields = {}, labels: Labels = { "host-endpoint": name }): Resource =>
  resource("HostEndpoint", name, { node: "node1", interfaceName: "eth0", ...spec }, labels);

/** A workload endpoint on node1: pod and interface by name, `w1` on `caliw1`. */
export const wep = (pod: string, ip: string, spec: Fields = {}, labels: Labels = { app: pod }): Resource =>
  resource(
    "WorkloadEndpoint",
    `node1-k8s-${pod}-eth0`,
    { node: "node1", orchestrator: "k8s", pod, interfaceName: `cali${pod}`, ipNetworks: [ip], ...spec },
    labels,
    "default",
  );

/** Rules by how they are written most often. */
export const allow = (fields: Fields = {}): Fields => ({ action: "Allow", ...fields });
export const deny = (fields: Fields = {}): Fields => ({ action: "Deny", ...fields });
export const tcpTo = (...ports: (number | string)[]): Fields => ({ protocol: "TCP", destination: { ports } });
export const tcpFrom = (...ports: (number | string)[]): Fields => ({ protocol: "TCP", source: { ports } });

/** The node of most tests: eth0 towards 10/8, eth1 towards 172.16/12. */
export const FACTS: NodeFacts = {
  node: "node1",
  interfaces: { eth0: ["10.0.0.1", "fd00:10::1"], eth1: ["172.16.0.1"] },
};

/** The flow kinds of the guide, TCP to port 80 unless changed. */
const tcp = { protocol: "TCP", srcPort: 40000, dstPort: 80 } as const;
export const IN_TO_PROCESS: Flow = {
  ...tcp,
  from: { interface: "eth0" },
  to: { process: true },
  srcIP: "10.0.0.2",
  dstIP: "10.0.0.1",
};
export const IN_TO_WORKLOAD: Flow = { ...IN_TO_PROCESS, to: { workload: "w1" }, dstIP: "192.168.1.10" };
export const THROUGH: Flow = { ...IN_TO_PROCESS, to: { interface: "eth1" }, dstIP: "172.16.0.2" };
export const OUT_OF_PROCESS: Flow = {
  ...tcp,
  from: { process: true },
  to: { interface: "eth0" },
  srcIP: "10.0.0.1",
  dstIP: "10.0.0.2",
};
export const OUT_OF_WORKLOAD: Flow = {
  ...OUT_OF_PROCESS,
  from: { workload: "w1" },
  srcIP: "192.168.1.10",
};

/** The flow without ports, for a protocol that has none. */
export function withoutPorts({ srcPort: _source, dstPort: _destination, ...flow }: Flow): Flow {
  return flow;
}

/** The World of some resources. */
export function worldOf(resources: readonly Resource[], version: CalicoVersion = "v3.7"): World {
  return compiled(resources, version).world;
}

/** The World with its diagnostics. */
export function compiled(resources: readonly Resource[], version: CalicoVersion = "v3.7") {
  const calico = calicoVersionRules(version);
  if (calico === undefined) throw new Error(`no profile ${version}`);
  return world(resources.map(unlocated), { calico: calico });
}

/** The outcome of one flow in the World of some resources. */
export function run(
  resources: readonly Resource[],
  flow: Flow,
  options: { readonly facts?: NodeFacts; readonly version?: CalicoVersion; readonly trace?: boolean } = {},
): Outcome {
  const { facts = FACTS, version = "v3.7", trace = true } = options;
  return simulate(worldOf(resources, version), facts, flow, { trace });
}

/** What the compiled form answers otherwise than `simulate`; `undefined` where they agree. */
export function differs(resources: readonly Resource[], flow: Flow, version: CalicoVersion) {
  return difference({ version, resources: [...resources], facts: FACTS, flows: [flow] });
}

/** Verdict and return in one word each, as tables want them: `allow/deny`, `deny`. */
export function answer({ verdict, return: back }: Outcome): string {
  return back === undefined ? verdict : `${verdict}/${back}`;
}
