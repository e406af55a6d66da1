import fc from "fast-check";
import type { DnatRule, Flow, FlowEnd, NodeFacts, Route } from "../../src/model/flow.ts";
import type { CalicoVersion } from "../../src/model/kinds/version.ts";
import type { Resource } from "../../src/model/resource.ts";

/** A small made-up cluster with flows through one of its nodes. Names and addresses are few, so that things meet. */
export interface MadeWorld {
  readonly version: CalicoVersion;
  readonly resources: readonly Resource[];
  readonly facts: NodeFacts;
  readonly flows: readonly Flow[];
}

const V4 = [
  "10.0.0.1",
  "10.0.0.1",
  "10.0.0.2",
  "10.0.1.1",
  "127.0.0.1",
  "10.0.1.7",
  "172.16.0.9",
  "255.255.255.255",
  "0.0.0.0",
];
const V6 = ["fd00::1", "fd00::2", "fd00:1::7", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"];
const NETS4 = [
  "10.0.0.0/24",
  "10.0.0.0/30",
  "10.0.1.0/24",
  "10.0.0.1/32",
  "0.0.0.0/0",
  "172.16.0.0/12",
  "255.255.255.254/31",
  "10.0.0.0/024",
  "::ffff:10.0.0.0/126",
  "10.0.1.7/24",
];
const NETS6 = ["fd00::/64", "fd00::1/128", "::/0", "ffff:ffff::/32", "FD00:0::/0064", "fd00::7/127"];
/** Names of policies, which decide between equal orders: by bytes, `a-b` and `a.b` stand around `a/`. */
const POLICY_NAMES = ["a", "a-b", "a.b", "a0", "ab", "b", "a-b.c"];
const NAMESPACES = ["ns1", "ns2"];
const INTERFACES = ["eth0", "eth0", "eth0", "eth1", "eth1", "cali1", "cali1", "cali2", "lo", "cali9"];

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);
/** Absent in one case of `freq`, which is at least 2: `fc.option` with 1 is always absent. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq: 2 | 3 | 4 | 5 = 2) =>
  fc.option(arbitrary, { nil: undefined, freq });
/** Present in one case of five. */
const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 4 }, { arbitrary, weight: 1 });
const some = <T>(arbitrary: fc.Arbitrary<T>, maxLength = 3) =>
  fc.array(arbitrary, { minLength: 1, maxLength, size: "max" });
/** A record without its undefined fields. */
const fields = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Defined<T>> =>
  fc
    .record(shape)
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, field]) => field !== undefined)) as Defined<T>);
type Defined<T> = {
  readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & { readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };

const address = fc.oneof({ arbitrary: pick(...V4), weight: 4 }, { arbitrary: pick(...V6), weight: 1 });
const net = fc.oneof({ arbitrary: pick(...NETS4), weight: 5 }, { arbitrary: pick(...NETS6), weight: 1 });
const labels = fields({ a: maybe(pick("x", "y")), b: maybe(pick("x", "y", "")), team: maybe(pick("x")) });

const comparison = pick(
  "a == 'x'",
  "a != 'x'",
  "has(a)",
  "!has(b)",
  "b in {'x', 'y'}",
  "b not in {'x'}",
  "a starts with 'x'",
  "has(team)",
  "projectcalico.org/namespace == 'ns1'",
);
const selector = fc.oneof(
  { arbitrary: comparison, weight: 4 },
  { arbitrary: pick("all()", "", " "), weight: 3 },
  { arbitrary: fc.tuple(comparison, pick("&&", "||"), comparison).map((parts) => parts.join(" ")), weight: 2 },
  { arbitrary: comparison.map((text) => `!(${text})`), weight: 1 },
);

const port = fc.oneof(
  pick<string | number>(80, "443", "22", "1:79", "8000:9000", 8080, 53, "080", "53:53"),
  pick("http", "dns", "none"),
);
const manyPorts = fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 16, maxLength: 18 });
const ports = fc.oneof({ arbitrary: some(port), weight: 6 }, { arbitrary: manyPorts, weight: 1 });
/** Half of the sides ask nothing, most others one thing. */
const side = (withPorts: boolean) => {
  const none = fc.constant(undefined);
  const one = fc.oneof(
    { arbitrary: fields({ nets: some(net), notNets: rarely(some(net, 2)) }), weight: 3 },
    { arbitrary: fields({ notNets: some(net, 2) }), weight: 1 },
    { arbitrary: fields({ selector: maybe(selector), notSelector: maybe(selector) }), weight: 3 },
    { arbitrary: withPorts ? fields({ ports }) : fields({ notNets: some(net, 1) }), weight: 4 },
    { arbitrary: withPorts ? fields({ notPorts: some(port, 2) }) : fields({ nets: some(net) }), weight: 1 },
  );
  const any = fields({
    nets: maybe(some(net)),
    notNets: maybe(some(net, 2), 5),
    selector: maybe(selector),
    notSelector: maybe(selector, 4),
    namespaceSelector: rarely(pick("has(team)", "!has(team)", "all()")),
    serviceAccounts: rarely(fields({ names: maybe(pick(["sa1"], [])), selector: maybe(pick("has(team)")) })),
    ports: withPorts ? maybe(ports) : none,
    notPorts: withPorts ? maybe(some(port, 2), 4) : none,
  });
  const service = fields({ services: fields({ name: pick("s0", "s1"), namespace: maybe(pick(...NAMESPACES)) }) });
  return fc.oneof(
    { arbitrary: none, weight: 20 },
    { arbitrary: one, weight: 16 },
    { arbitrary: any, weight: 4 },
    { arbitrary: service, weight: 1 },
  );
};
const icmp = fields({ type: maybe(pick(8, 0, 3, 128, 135), 4), code: maybe(pick(0, 1)) });
const action = pick("Allow", "Allow", "Deny", "Pass", "Log");
const rule = fc.oneof(
  {
    arbitrary: fields({ action, protocol: pick("TCP", "UDP", "TCP"), source: side(true), destination: side(true) }),
    weight: 5,
  },
  {
    arbitrary: fields({
      action,
      ipVersion: rarely(pick(4, 6)),
      protocol: rarely(pick<string | number>("ICMP", "ICMPv6", "SCTP", 4, 99, "TCP")),
      notProtocol: rarely(pick<string | number>("TCP", "UDP", "ICMP", 58)),
      source: side(false),
      destination: side(false),
    }),
    weight: 3,
  },
  {
    arbitrary: fields({
      action,
      protocol: pick("ICMP", "ICMPv6"),
      icmp: maybe(icmp),
      notICMP: maybe(icmp),
      source: side(false),
    }),
    weight: 1,
  },
);
/** A rule whose four lists are many-valued, of which a node checks the first two. */
const wide = ["1:79", "80:90", "100:200", "400:500", "600:700", "3000:5000", "8000:9000", "30000:50000"];
const blockRule = fc
  .record({
    action: pick("Allow", "Deny"),
    from: some(pick(...NETS4.slice(0, 4)), 2),
    to: some(pick(...NETS4.slice(0, 4)), 2),
  })
  .map(({ action: does, from, to }) => ({
    action: does,
    protocol: "TCP",
    source: { nets: ["192.0.2.0/24", ...from], ports: wide },
    destination: { nets: ["192.0.2.0/24", ...to], ports: wide },
  }));
const rules = fc.array(fc.oneof({ arbitrary: rule, weight: 9 }, { arbitrary: blockRule, weight: 1 }), {
  maxLength: 4,
  size: "max",
});

const resource = (kind: string, name: string, spec: object, metadata: object = {}): Resource => ({
  apiVersion: "projectcalico.org/v3",
  kind,
  metadata: { name, ...metadata },
  spec: spec as Record<string, unknown>,
});
/** Up to `most` resources of a kind, numbered. */
const several = (least: number, most: number, one: fc.Arbitrary<(index: number) => Resource>) =>
  fc
    .array(one, { minLength: least, maxLength: most, size: "max" })
    .map((made) => made.map((make, index) => make(index)));

const profiles = maybe(some(pick("p0", "p0", "p1", "p1", "kns.ns1", "kns.ns1", "missing"), 2), 2);
const endpointPorts = maybe(
  some(
    fc.record({
      name: pick("http", "dns"),
      protocol: pick("TCP", "UDP"),
      port: pick(80, 53, 8080),
    }),
    2,
  ),
);
const hostEndpoints = several(
  1,
  4,
  fc
    .record({
      labels,
      spec: fields({
        node: pick("n1", "n1", "n1", "n2"),
        interfaceName: maybe(pick("eth0", "eth0", "eth1", "*", "lo", "cali1"), 5),
        expectedIPs: maybe(some(address, 2)),
        profiles,
        ports: endpointPorts,
      }),
    })
    .map(
      ({ labels: own, spec }) =>
        (index) =>
          resource("HostEndpoint", `h${index}`, spec, { labels: own }),
    ),
);
const workloadEndpoints = several(
  1,
  3,
  fc
    .record({
      labels,
      namespace: pick(...NAMESPACES),
      spec: fields({
        node: pick("n1", "n1", "n1", "n2"),
        orchestrator: pick("k8s", undefined),
        serviceAccountName: pick("sa1", undefined),
        interfaceName: pick("cali1", "cali1", "cali2"),
        ipNetworks: maybe(
          some(
            address.map((ip) => `${ip}/${ip.includes(":") ? 128 : 32}`),
            2,
          ),
        ),
        profiles,
        ports: endpointPorts,
      }),
    })
    .map(
      ({ labels: own, namespace, spec }) =>
        (index) =>
          resource(
            "WorkloadEndpoint",
            `w${index}`,
            { ...spec, pod: `pod${index}`, endpoint: "eth0" },
            { namespace, labels: own },
          ),
    ),
);
const networkSets = several(
  0,
  3,
  fc.record({ labels, namespace: maybe(pick(...NAMESPACES)), nets: maybe(some(fc.oneof(net, address))) }).map(
    ({ labels: own, namespace, nets }) =>
      (index) =>
        namespace === undefined
          ? resource("GlobalNetworkSet", `s${index}`, { nets }, { labels: own })
          : resource("NetworkSet", `s${index}`, { nets }, { labels: own, namespace }),
  ),
);
const policyBase = {
  order: maybe(pick(1, 2, 2, 3.5, 0, -1), 5),
  selector: maybe(selector, 5),
  types: maybe(pick(["Ingress"], ["Egress"], ["Ingress", "Egress"], []), 3),
  ingress: maybe(rules, 5),
  egress: maybe(rules, 3),
  tier: rarely(pick("t0", "t0", "t1", "default", "kube-admin", "kube-baseline", "none")),
};
const tiers = several(
  0,
  2,
  fields({ order: maybe(pick(5, 5, 2_000_000)), defaultAction: maybe(pick("Pass", "Deny")) }).map(
    (spec) => (index) => resource("Tier", `t${index}`, spec),
  ),
);
const globalPolicies = several(
  1,
  7,
  fc
    .record({
      spec: fields(policyBase),
      kind: pick(
        {},
        {},
        {},
        { applyOnForward: true },
        { applyOnForward: true },
        { doNotTrack: true, applyOnForward: true },
        { preDNAT: true, applyOnForward: true },
      ),
    })
    .map(
      ({ spec, kind }) =>
        (index) =>
          resource("GlobalNetworkPolicy", POLICY_NAMES[index] ?? `g${index}`, { ...spec, ...kind }),
    ),
);
const networkPolicies = several(
  0,
  3,
  fc.record({ spec: fields(policyBase), namespace: pick(...NAMESPACES) }).map(
    ({ spec, namespace }) =>
      (index) =>
        resource("NetworkPolicy", POLICY_NAMES[index] ?? `g${index}`, spec, { namespace }),
  ),
);
const profileResources = fc
  .record({
    count: pick(2, 2, 1, 0),
    specs: fc.array(fields({ ingress: maybe(rules, 5), egress: maybe(rules, 5), labelsToApply: maybe(labels) }), {
      minLength: 3,
      maxLength: 3,
    }),
  })
  .map(({ count, specs }) => [
    ...specs.slice(0, count).map((spec, index) => resource("Profile", `p${index}`, spec)),
    resource("Profile", "kns.ns1", { ...specs[2], labelsToApply: { "pcns.team": "x", "pcsa.team": "x" } }),
  ]);
const failsafes = maybe(
  fc.array(fields({ protocol: pick("TCP", "UDP"), port: pick(22, 80, 53), net: maybe(net, 3) }), { maxLength: 2 }),
);
const felixConfigurations = fc
  .array(
    fc.tuple(
      pick("default", "node.n1"),
      fields({
        interfacePrefix: rarely(pick("cali", "cali,eth1", "tap")),
        defaultEndpointToHostAction: maybe(pick("Drop", "Return", "Accept")),
        failsafeInboundHostPorts: failsafes,
        failsafeOutboundHostPorts: failsafes,
        disableConntrackInvalidCheck: rarely(fc.boolean()),
        allowVXLANPacketsFromWorkloads: rarely(fc.boolean()),
        allowIPIPPacketsFromWorkloads: rarely(fc.boolean()),
        vxlanPort: rarely(pick(8080)),
      }),
    ),
    { maxLength: 2 },
  )
  .map((made) => made.map(([name, spec]) => resource("FelixConfiguration", name, spec)));
const nodes = maybe(address).map((ip) =>
  ip === undefined
    ? []
    : [resource("Node", "n1", { bgp: ip.includes(":") ? { ipv6Address: ip } : { ipv4Address: `${ip}/24` } })],
);

const interfaces = fc.record({
  eth0: fc.array(fc.oneof(address, pick("10.0.0.1/24", "fd00::1/64")), { maxLength: 2 }),
  eth1: fc.array(fc.oneof(address, pick("10.0.1.1/24")), { maxLength: 2 }),
});
const dnat: fc.Arbitrary<DnatRule[]> = fc.array(
  fields({
    protocol: pick<string | number>("TCP", "UDP", "all"),
    dst: fc.oneof(address, pick("LOCAL", "LOCAL", "10.0.0.0/24", "0.0.0.0/0")),
    port: rarely(pick(80, 8080, 443)),
    toIP: fc.oneof(address, pick("INTERFACE")),
    toPort: maybe(pick(80, 8080)),
    interface: maybe(pick("eth0", "cali+"), 2),
    uncertain: rarely(fc.constant("the choice is random")),
  }),
  { maxLength: 2 },
);
const routes: fc.Arbitrary<Route[]> = some(
  fc.record({
    dst: fc.oneof(net, pick("0.0.0.0/0", "::/0")),
    type: pick<"unicast" | "blackhole" | "local">("unicast", "unicast", "unicast", "blackhole", "local"),
    interfaces: pick<readonly string[]>(["eth0"], ["eth1"], ["cali1"], ["eth0", "eth1"]),
  }),
);
const facts: fc.Arbitrary<NodeFacts> = fields({
  node: pick("n1", "n1", "n1", "n1", "n3"),
  interfaces: maybe(interfaces, 3),
  dnat: maybe(dnat, 3),
  routes: rarely(routes),
});

const end: fc.Arbitrary<FlowEnd> = fc.oneof(
  { arbitrary: pick(...INTERFACES).map((name) => ({ interface: name })), weight: 8 },
  { arbitrary: fc.constant({ process: true } as const), weight: 3 },
  { arbitrary: pick("w0", "pod1", "ns1/w0").map((workload) => ({ workload })), weight: 1 },
);
const addresses = fc.oneof(
  { arbitrary: fc.record({ srcIP: pick(...V4), dstIP: pick(...V4) }), weight: 4 },
  { arbitrary: fc.record({ srcIP: pick(...V6), dstIP: pick(...V6) }), weight: 1 },
);
const flowPort = pick(80, 443, 22, 53, 8080, 4789, 40_000, 0, 65_535);
const packet = fc.oneof(
  {
    arbitrary: fields({
      protocol: pick<string | number>("TCP", "TCP", 6, "UDP", "SCTP", "UDPLite"),
      srcPort: flowPort,
      dstPort: flowPort,
    }),
    weight: 6,
  },
  {
    arbitrary: fields({
      protocol: fc.constant("TCP"),
      srcPort: flowPort,
      dstPort: flowPort,
      tcpFlags: pick("SYN", "SYN+ACK", "RST", "ACK"),
    }),
    weight: 1,
  },
  {
    arbitrary: fields({
      protocol: pick("ICMP", "ICMPv6"),
      icmpType: maybe(pick(8, 0, 3, 128, 129, 135)),
      icmpCode: maybe(pick(0, 1)),
    }),
    weight: 2,
  },
  { arbitrary: fields({ protocol: pick<string | number>(4, 99, "2") }), weight: 1 },
);
const flow: fc.Arbitrary<Flow> = fc
  .tuple(
    end,
    maybe(end, 4),
    addresses,
    packet,
    rarely(pick("established" as const, "invalid" as const, "new" as const)),
  )
  .map(([from, to, ips, rest, conntrack]) => ({
    from,
    ...(to === undefined ? {} : { to }),
    ...ips,
    ...rest,
    ...(conntrack === undefined ? {} : { conntrack }),
  }));

/** Random worlds of all the evaluator's kinds, right and wrong ones, with that many random flows each. */
export function madeWorlds(flows: number): fc.Arbitrary<MadeWorld> {
  return fc.record({
    version: pick<CalicoVersion>("v3.7", "v3.32"),
    resources: fc
      .tuple(
        hostEndpoints,
        workloadEndpoints,
        networkSets,
        globalPolicies,
        networkPolicies,
        tiers,
        profileResources,
        felixConfigurations,
        nodes,
      )
      .map((lists) => lists.flat()),
    facts,
    flows: fc.array(flow, { minLength: 1, maxLength: flows, size: "max" }),
  });
}
