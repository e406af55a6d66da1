import fc from "fast-check";
import { expect, test } from "vitest";
import type { Flow, NodeFacts } from "../../../src/model/flow.ts";
import { difference } from "../../support/differential.ts";
import { sized } from "../../support/full.ts";
import { madeWorlds } from "../../support/worlds.ts";

const WORLDS = sized(700, 120);
const FLOWS = 160;

/** Decisions that random worlds must bring up, or the run proves little. */
const KINDS = [
  "rule",
  "failsafe",
  "missing-profile",
  "conntrack",
  "unknown-workload-interface",
  "endpoint-to-host",
  "encapsulation",
  "neighbour-discovery",
  "tunnel",
  "spoofed-source",
  "service-loop",
  "not-evaluated",
  "default no-rule-matched",
  "default no-profile-allowed",
  "default no-policy-no-profile",
  "default no-forward-policy",
  "default passed",
  "default no-default-drop",
  "unpoliced no-host-endpoint",
  "unpoliced process-to-workload",
  "unpoliced forwarded",
];

test("the compiled form answers random flows as simulate does", () => {
  let flows = 0;
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(madeWorlds(FLOWS), (made) => {
      flows += made.flows.length;
      expect(difference(made, seen)).toBeUndefined();
    }),
    { numRuns: WORLDS, seed: 42 },
  );
  process.stdout.write(
    `differential fuzzing: ${flows} flows in ${WORLDS} worlds, ${seen.get("explained false")} of them by tables, ${seen.get("together")} together in batches\n`,
  );
  for (const kind of KINDS) expect(seen.get(kind) ?? 0, kind).toBeGreaterThanOrEqual(sized(20, 1));
  expect(seen.get("explained false") ?? 0).toBeGreaterThanOrEqual(0.45 * flows);
  expect(seen.get("together") ?? 0).toBeGreaterThanOrEqual(0.05 * flows);
  expect(flows).toBeGreaterThanOrEqual(sized(50_000, 5_000));
});

const apiVersion = "projectcalico.org/v3";
const host = { apiVersion, kind: "HostEndpoint", metadata: { name: "h0" }, spec: { node: "n1" } };
const workload = {
  apiVersion,
  kind: "WorkloadEndpoint",
  metadata: { name: "w0", namespace: "ns1" },
  spec: { node: "n1", orchestrator: "k8s", interfaceName: "cali1", pod: "pod0", endpoint: "eth0" },
};
const felix = {
  apiVersion,
  kind: "FelixConfiguration",
  metadata: { name: "default" },
  spec: { vxlanPort: 8080, vxlanEnabled: true },
};

test.each([
  {
    what: "neighbour discovery in an IPv4 packet, whose reply an unknown workload may send",
    resources: [host, workload],
    facts: { node: "n3", interfaces: {} },
    flow: { from: { process: true }, to: { interface: "cali1" }, protocol: "ICMPv6", icmpType: 135 },
  },
  {
    what: "a DNAT to the port of the node's VXLAN",
    resources: [host, workload, felix],
    facts: {
      node: "n1",
      interfaces: { eth0: ["10.0.0.1"] },
      dnat: [{ protocol: "all", dst: "LOCAL", toIP: "INTERFACE", toPort: 8080 }],
    },
    flow: { from: { interface: "eth0" }, protocol: "UDP", srcPort: 80, dstPort: 80 },
  },
] as const)("$what is answered as simulate does", ({ resources, facts, flow }) => {
  const flows = (["new", "established"] as const).map((conntrack): Flow => {
    return { ...flow, srcIP: "10.0.0.1", dstIP: "10.0.0.1", conntrack };
  });
  expect(difference({ version: "v3.7", resources: [...resources], facts: facts as NodeFacts, flows })).toBeUndefined();
});

/** Fields that decide somewhere, and values that are written in an unusual way. */
const FIELDS = [
  ...[
    "tier",
    "namespaceSelector",
    "serviceAccounts",
    "services",
    "ipVersion",
    "notProtocol",
    "icmp",
    "notICMP",
    "notPorts",
  ],
  ...["routes", "dnat", "uncertain", "conntrack", "tcpFlags", "vxlanPort", "interfacePrefix", "ports", "notNets"],
];
const VALUES = ["10.0.0.0/024", "::ffff:10.0.0.0/126", "10.0.1.7/24", "FD00:0::/0064", "080", "a-b", "a.b"];

test("random worlds have every field and every unusual value", () => {
  const text = JSON.stringify(fc.sample(madeWorlds(20), { numRuns: 150, seed: 42 }));
  expect(FIELDS.filter((field) => !text.includes(`"${field}":`))).toEqual([]);
  expect(VALUES.filter((value) => !text.includes(`"${value}"`))).toEqual([]);
});
