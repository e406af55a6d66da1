import fc from "fast-check";
import type { Resource } from "../../../src/model/resource.ts";
import { fields, maybe, pick, rarely, some } from "../arbitraries.ts";
import { rules } from "./rules.ts";
import { address, labels, NAMESPACES, net, POLICY_NAMES, selector } from "./values.ts";

export const resource = (kind: string, name: string, spec: object, metadata: object = {}): Resource => ({
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

export const profiles = maybe(some(pick("p0", "p0", "p1", "p1", "kns.ns1", "kns.ns1", "missing"), 2), 2);
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
export const hostEndpoints = several(
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
export const workloadEndpoints = several(
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
        allowSpoofedSourcePrefixes: rarely(some(net)),
        ipNATs: rarely(some(fc.record({ externalIP: address, internalIP: address }))),
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
export const networkSets = several(
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
export const tiers = several(
  0,
  2,
  fields({ order: maybe(pick(5, 5, 2_000_000)), defaultAction: maybe(pick("Pass", "Deny")) }).map(
    (spec) => (index) => resource("Tier", `t${index}`, spec),
  ),
);
export const globalPolicies = several(
  1,
  7,
  fc
    .record({
      spec: fields(policyBase),
      namespaces: fields({ namespaceSelector: rarely(selector), serviceAccountSelector: rarely(selector) }),
      isStaged: rarely(fc.constant(true)),
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
      ({ spec, kind, namespaces, isStaged }) =>
        (index) =>
          resource(isStaged ? "StagedGlobalNetworkPolicy" : "GlobalNetworkPolicy", POLICY_NAMES[index] ?? `g${index}`, {
            ...spec,
            ...kind,
            ...namespaces,
          }),
    ),
);
export const networkPolicies = several(
  0,
  3,
  fc.record({ spec: fields(policyBase), namespace: pick(...NAMESPACES) }).map(
    ({ spec, namespace }) =>
      (index) =>
        resource("NetworkPolicy", POLICY_NAMES[index] ?? `g${index}`, spec, { namespace }),
  ),
);
export const profileResources = fc
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
export const felixConfigurations = fc
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
        ipipEnabled: rarely(fc.boolean()),
        vxlanEnabled: rarely(fc.boolean()),
        wireguardEnabled: rarely(fc.boolean()),
        wireguardEnabledV6: rarely(fc.boolean()),
        wireguardListeningPort: rarely(pick(443, 53)),
        wireguardListeningPortV6: rarely(pick(443)),
        externalNodesList: rarely(some(net)),
        iptablesFilterAllowAction: rarely(pick("Accept", "Return")),
        workloadSourceSpoofing: rarely(pick("Disabled", "Any")),
        serviceLoopPrevention: rarely(pick("Drop", "Reject", "Disabled")),
        floatingIPs: rarely(pick("Disabled", "Enabled")),
      }),
    ),
    { maxLength: 2 },
  )
  .map((made) => made.map(([name, spec]) => resource("FelixConfiguration", name, spec)));
const node = fc
  .record({ ip: address, other: address, vxlan: fc.boolean(), from: pick("bgp", "InternalIP", "ExternalIP") })
  .map(({ ip, other, vxlan, from }) => {
    const family = ip.includes(":") ? 6 : 4;
    const addresses = [
      { type: "ExternalIP", address: other },
      { type: from, address: ip },
    ];
    return {
      ...(from === "bgp" ? { bgp: { [`ipv${family}Address`]: family === 4 ? `${ip}/24` : ip } } : { addresses }),
      ...(vxlan && { [`ipv${family}VXLANTunnelAddr`]: family === 4 ? "10.9.0.1" : "fd00:9::1" }),
    };
  });
export const nodes = fc
  .record({ n1: maybe(node), n2: rarely(node) })
  .map((made) =>
    Object.entries(made).flatMap(([name, spec]) => (spec === undefined ? [] : [resource("Node", name, spec)])),
  );
export const pools = several(
  0,
  2,
  fields({
    cidr: net,
    ipipMode: rarely(pick("Always", "CrossSubnet", "Never")),
    vxlanMode: rarely(pick("Always", "Never")),
  }).map((spec) => (index) => resource("IPPool", `pool${index}`, spec)),
);
export const bgpConfigurations = rarely(
  fields({
    serviceClusterIPs: maybe(some(fc.record({ cidr: net }))),
    serviceExternalIPs: maybe(some(fc.record({ cidr: net }))),
  }),
).map((spec) => (spec === undefined ? [] : [resource("BGPConfiguration", "default", spec)]));
