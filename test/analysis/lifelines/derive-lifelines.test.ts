import { describe, expect, test } from "vitest";
import { deriveLifelines } from "../../../src/analysis/lifelines/derive-lifelines.ts";
import type { LifelineSources } from "../../../src/analysis/lifelines/lifeline-sources.ts";
import { API_VERSION, type Resource } from "../../../src/model/resource.ts";
import { lifelineText, originText } from "../../../src/report/guard/lifeline-text.ts";
import { allow, deny, felix, gnp, hep, node, tcpTo, wep, worldOf } from "../../policy/support.ts";

const resource = (kind: string, name: string, spec: object): Resource => ({
  ...{ apiVersion: API_VERSION, kind, metadata: { name } },
  spec: spec as Resource["spec"] & object,
});
const from = (nets: readonly string[], ports: readonly (string | number)[] = [22]) => ({
  ...{ protocol: "TCP", source: { nets } },
  destination: { ports },
});
const hosts = (...addresses: readonly string[]): Resource[] =>
  addresses.map((address, at) => node(`n${at + 1}`, { bgp: { ipv4Address: address } }));

interface Row {
  readonly before: readonly Resource[];
  readonly after?: readonly Resource[];
  readonly servers?: LifelineSources["servers"];
  readonly bgp?: readonly Resource[];
  /** The names that are looked at. */
  readonly of: string;
  readonly version?: "v3.32";
  readonly expected: readonly string[];
  readonly notes?: readonly string[];
}

const EVERYONE =
  "ssh: TCP 22 from anyone to every host endpoint (derived: no policy names who may use it, so everyone who can today)";

const ROWS: Readonly<Record<string, Row>> = {
  "ssh from the networks of a policy": {
    before: [
      gnp("failsafe", { selector: "all()", ingress: [deny(tcpTo(25)), allow(from(["10.20.0.0/24", "10.21.0.7"]))] }),
    ],
    of: "ssh",
    expected: ["ssh: TCP 22 from 10.20.0.0/24, 10.21.0.7 to every host endpoint (derived: policy failsafe, rule 2)"],
  },
  "ssh from those of several, in a range of ports": {
    before: [
      gnp("a", { order: 1, ingress: [allow(from(["10.1.0.0/16"]))] }),
      gnp("b", { order: 2, ingress: [allow(from(["10.1.0.0/16", "10.2.0.0/16"], ["20:25"]))] }),
    ],
    of: "ssh",
    expected: [
      "ssh: TCP 22 from 10.1.0.0/16, 10.2.0.0/16 to every host endpoint (derived: policy a, rule 1 and 1 more rule)",
    ],
  },
  "ssh from those of the new policies where no stored one names any": {
    before: [],
    after: [gnp("new", { ingress: [allow(from(["10.1.0.0/16"]))] })],
    of: "ssh",
    expected: ["ssh: TCP 22 from 10.1.0.0/16 to every host endpoint (derived: policy new, rule 1)"],
  },
  "ssh from everyone where the rules that name networks are for others": {
    before: [
      wep("w1", "192.168.1.10/32"),
      hep("h", {}, {}),
      gnp("pods", { selector: "app == 'w1'", ingress: [allow(from(["10.1.0.0/16"]))] }),
      gnp("denied", { ingress: [deny(from(["10.2.0.0/16"]))] }),
      gnp("out", { types: ["Egress"], egress: [allow(from(["10.3.0.0/16"]))] }),
      gnp("web", { ingress: [allow(from(["10.4.0.0/16"], [80]))] }),
    ],
    of: "ssh",
    expected: [EVERYONE],
  },
  "etcd by the client's endpoints, also to a node that runs it": {
    before: hosts("10.0.0.1/24", "10.0.0.2/24"),
    servers: [
      "http://10.0.0.1:2379",
      "https://[fd00::9]:2379",
      "http://etcd.example:2379",
      "http://127.0.0.1:2379",
    ].map((url) => ({ kind: "etcd", url })),
    of: "etcd",
    expected: [
      "etcd: TCP 2379 from every host endpoint to 10.0.0.1 (derived: etcd endpoint http://10.0.0.1:2379 of this client)",
      "etcd: TCP 2379 from 10.0.0.2 to every host endpoint of n1, 10.0.0.1 (derived: etcd endpoint http://10.0.0.1:2379 of this client)",
      "etcd: TCP 2379 from every host endpoint to fd00::9 (derived: etcd endpoint https://[fd00::9]:2379 of this client)",
    ],
    notes: [
      "etcd: not derived from http://etcd.example:2379, which names no address: declare a lifeline to its addresses",
    ],
  },
  "BGP between nodes": {
    before: hosts("10.0.0.1/24", "10.0.0.2/24"),
    of: "bgp",
    expected: [
      "bgp: TCP 179 from 10.0.0.1, 10.0.0.2 to every host endpoint (derived: the addresses of 2 Nodes)",
      "bgp: TCP 179 from every host endpoint to 10.0.0.1, 10.0.0.2 (derived: the addresses of 2 Nodes)",
    ],
  },
  "BGP with peers alone where the mesh is off": {
    before: hosts("10.0.0.1/24", "10.0.0.2/24"),
    bgp: [
      resource("BGPConfiguration", "default", { nodeToNodeMeshEnabled: false }),
      resource("BGPPeer", "tor", { peerIP: "10.0.0.254:1790", node: "n1" }),
    ],
    of: "bgp",
    expected: [
      "bgp: TCP 179 from 10.0.0.254 to every host endpoint of n1 (derived: BGPPeer tor)",
      "bgp: TCP 1790 from every host endpoint of n1 to 10.0.0.254 (derived: BGPPeer tor)",
    ],
  },
  "the API server where its port is failsafe": {
    before: [felix({ failsafeOutboundHostPorts: [{ protocol: "tcp", port: 443 }] })],
    version: "v3.32",
    servers: [{ kind: "kube-apiserver", url: "https://10.0.0.7" }],
    of: "kube-apiserver",
    expected: [
      "kube-apiserver: TCP 443 from every host endpoint to 10.0.0.7 (derived: API server https://10.0.0.7 of this client)",
      "kube-apiserver: TCP 6443 from anyone to every host endpoint (derived: failsafe port tcp/6443 (failsafeInboundHostPorts))",
    ],
  },
  "DHCP and DNS of every host": {
    before: [],
    of: "dhcp dns",
    expected: [
      "dhcp: UDP 67 from port 68 from every host endpoint to anywhere (derived: requests of DHCP, UDP 68 to 67)",
      "dhcp: UDP 68 from port 67 from anyone to every host endpoint (derived: answers of DHCP, UDP 67 to 68)",
      "dns: UDP 53 from every host endpoint to anywhere (derived: queries of DNS, UDP 53)",
    ],
  },
};

describe("lifelines are derived", () => {
  test.each(Object.entries(ROWS))(
    "%s",
    (_, { before, after = before, servers = [], bgp = [], of, version, expected, notes = [] }) => {
      const sources = { before: worldOf(before, version), after: worldOf(after, version), servers, bgp };
      const derived = deriveLifelines(sources, new Set());
      const wanted = derived.lifelines.filter(({ name }) => of.split(" ").includes(name));
      expect(wanted.map((one) => `${lifelineText(one)} (${originText(one)})`)).toEqual(expected);
      expect(derived.notes).toEqual(notes);
    },
  );

  test("but for those that are left out, and what would be said of them", () => {
    const url = "http://etcd.example:2379";
    const sources = { before: worldOf([]), after: worldOf([]), servers: [{ kind: "etcd", url } as const], bgp: [] };
    const { lifelines, notes } = deriveLifelines(sources, new Set(["ssh", "dhcp", "etcd"]));
    expect([lifelines.map(({ name }) => name), notes]).toEqual([["dns"], []]);
  });
});
