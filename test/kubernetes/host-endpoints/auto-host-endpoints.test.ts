import { expect, test } from "vitest";
import { autoHostEndpoints } from "../../../src/kubernetes/host-endpoints/auto-host-endpoints.ts";
import { withHostEndpoints } from "../../../src/kubernetes/host-endpoints/with-host-endpoints.ts";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { unlocated } from "../../policy/support.ts";

const CALICO = calicoVersionRules("v3.32") ?? expect.unreachable();
const OF_KUBERNETES = { orchRefs: [{ nodeName: "n1", orchestrator: "k8s" }] };
const BY = { "projectcalico.org/created-by": "calico-kube-controllers" };

const resource = (kind: string, name: string, spec: object, labels: object = {}): Resource => ({
  apiVersion: "projectcalico.org/v3",
  kind,
  metadata: { name, labels: labels as Record<string, string> },
  spec: spec as Record<string, unknown>,
});
const node = (spec: object = {}) =>
  resource(
    "Node",
    "n1",
    { ...OF_KUBERNETES, bgp: { ipv4Address: "10.0.0.1/24" }, ...spec },
    { role: "worker", rack: "a" },
  );
const configured = (hostEndpoint: object, name = "default") =>
  resource("KubeControllersConfiguration", name, { controllers: { node: { hostEndpoint } } });
const ON = { autoCreate: "Enabled" };
const ONLY = { ...ON, createDefaultHostEndpoint: "Disabled" };
const template = (fields: object) => ({ ...ONLY, templates: [{ generateName: "t", ...fields }] });
const INTERFACES = {
  interfaces: [
    { name: "eth0", addresses: ["10.0.0.1"] },
    { name: "eth1", addresses: ["10.1.0.1", "x"] },
    { name: "lo" },
  ],
};

test("the endpoint of all interfaces", () => {
  const { endpoints } = autoHostEndpoints([node(), configured(ON)], CALICO);
  expect(endpoints).toEqual([
    resource(
      "HostEndpoint",
      "n1-auto-hep",
      { node: "n1", interfaceName: "*", expectedIPs: ["10.0.0.1"], profiles: ["projectcalico-default-allow"] },
      { role: "worker", rack: "a", ...BY },
    ),
  ]);
});

/** Name, interface and addresses of each that is made. */
test.each<[what: string, resources: Resource[], made: string[]]>([
  ["not asked for", [node()], []],
  ["switched off", [node(), configured({ autoCreate: "Disabled" })], []],
  ["asked for by another configuration", [node(), configured(ON, "other")], []],
  ["a Node of no orchestrator", [node({ orchRefs: [] }), configured(ON)], []],
  ["there already", [node(), configured(ON), resource("HostEndpoint", "n1-auto-hep", {})], []],
  ["no templates and no default one", [node(), configured(ONLY)], []],
  [
    "all addresses of a Node, in their order, each once",
    [
      node({
        bgp: { ipv4Address: "10.0.0.1/24", ipv6Address: "fd00::1/64", ipv4IPIPTunnelAddr: "192.168.1.1" },
        ...{ ipv4VXLANTunnelAddr: "192.168.1.2", ipv6VXLANTunnelAddr: "fd01::2" },
        wireguard: { interfaceIPv4Address: "192.168.1.3", interfaceIPv6Address: "fd01::3" },
        addresses: [
          { address: "10.0.0.1/24", type: "CalicoNodeIP" },
          { address: "10.0.0.1", type: "InternalIP" },
          { address: "10.0.0.9", type: "InternalIP" },
          { address: "198.51.100.1", type: "ExternalIP" },
        ],
        ...INTERFACES,
      }),
      configured(ON),
    ],
    ["n1-auto-hep * 10.0.0.1,fd00::1,192.168.1.1,192.168.1.2,fd01::2,192.168.1.3,fd01::3,10.0.0.9,10.1.0.1"],
  ],
  ["a Node without addresses", [node({ bgp: {} }), configured(ON)], ["n1-auto-hep * "]],
  [
    "a template of networks",
    [node(INTERFACES), configured(template({ interfaceCIDRs: ["10.1.0.0/16"] }))],
    ["n1-t-auto-hep  10.1.0.1"],
  ],
  [
    "a template of networks without an address",
    [node(), configured(template({ interfaceCIDRs: ["10.9.0.0/16"] }))],
    [],
  ],
  ["a network that cannot be read", [node(), configured(template({ interfaceCIDRs: ["10.0.0.0/8", "x"] }))], []],
  [
    "a template of interfaces",
    [node(INTERFACES), configured(template({ interfacePattern: "^eth" }))],
    ["n1-t-eth0-auto-hep eth0 10.0.0.1", "n1-t-eth1-auto-hep eth1 10.1.0.1"],
  ],
  [
    "both: the addresses in the networks, then those of the interface",
    [node(INTERFACES), configured(template({ interfacePattern: "eth1|lo", interfaceCIDRs: ["10.0.0.0/24"] }))],
    ["n1-t-eth1-auto-hep eth1 10.0.0.1,10.1.0.1", "n1-t-lo-auto-hep lo 10.0.0.1"],
  ],
  [
    "nodes that a template does not select",
    [node(), configured(template({ nodeSelector: "role == 'edge'", interfaceCIDRs: ["10.0.0.0/8"] }))],
    [],
  ],
  [
    "a selector that cannot be read ends them, the default one is made before",
    [
      node(),
      configured({
        ...ON,
        templates: [
          { generateName: "a", nodeSelector: "=" },
          { generateName: "b", interfaceCIDRs: ["10.0.0.0/8"] },
        ],
      }),
    ],
    ["n1-auto-hep * 10.0.0.1"],
  ],
])("%s", (_, resources, made) => {
  const { endpoints } = autoHostEndpoints(resources, CALICO);
  expect(
    endpoints.map(({ metadata, spec }) => {
      const { interfaceName = "", expectedIPs = [] } = spec as { interfaceName?: string; expectedIPs?: string[] };
      return `${metadata.name} ${interfaceName} ${expectedIPs.join()}`;
    }),
  ).toEqual(made);
});

test("labels of a template win over the Node's", () => {
  const options = template({ interfaceCIDRs: ["10.0.0.0/8"], labels: { role: "edge" } });
  const { endpoints } = autoHostEndpoints([node(), configured(options)], CALICO);
  expect(endpoints.map(({ metadata }) => metadata.labels)).toEqual([{ role: "edge", rack: "a", ...BY }]);
});

test("a pattern that is not understood is told", () => {
  const resources = [node(INTERFACES), configured(template({ interfacePattern: "(?i)ETH" }))].map(unlocated);
  const { diagnostics } = withHostEndpoints(resources, CALICO);
  expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    "kubernetes.host-endpoints: the host endpoints that kube-controllers makes by `interfacePattern: (?i)ETH` are missing: the pattern is not understood",
  ]);
});

test("earlier releases make none", () => {
  const older = calicoVersionRules("v3.9") ?? expect.unreachable();
  expect(autoHostEndpoints([node(), configured(ON)], older).endpoints).toEqual([]);
});
