import { describe, expect, test } from "vitest";
import { lint } from "../../../src/analysis/lint/lint.ts";
import type { CalicoVersion } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { allow, deny, gnp, hep, np, tcpFrom, tcpTo, wep, worldOf } from "../../policy/support.ts";
import { found } from "./support.ts";

const HOST = hep("h", { expectedIPs: ["10.0.0.1"] });
const EVERY = hep("h", { interfaceName: "*", expectedIPs: ["10.0.0.1"] });
const POD = wep("w1", "192.168.1.10");
const untracked = (spec: object, name = "u") =>
  gnp(name, { doNotTrack: true, applyOnForward: true, types: ["Ingress", "Egress"], ...spec });
const udpTo = (port: number) => ({ protocol: "UDP", destination: { ports: [port] } });
const fromPods = { source: { nets: ["192.168.1.0/28"] } };
const toPods = { destination: { selector: "app == 'w1'" } };
const AT_HOST = { selector: "has(host-endpoint)" };

type Case = readonly [
  name: string,
  resources: readonly Resource[],
  expected: readonly string[],
  version?: CalicoVersion,
];
const ONE_SIDED = "warning lint.one-sided-untracked GlobalNetworkPolicy u";

const CASES: Readonly<Record<string, readonly Case[]>> = {
  "untracked policy whose answers are dropped": [
    ["no rule for the answers", [HOST, untracked({ ingress: [allow(tcpTo(80))] })], [`${ONE_SIDED} spec.ingress[0]`]],
    ["one for all answers", [HOST, untracked({ ingress: [allow(tcpTo(80))], egress: [allow(tcpFrom(80))] })], []],
    [
      "one for a part of the answers",
      [
        HOST,
        untracked({
          ingress: [allow(tcpTo(80))],
          egress: [allow({ ...tcpFrom(80), destination: { nets: ["10.0.0.0/8"] } })],
        }),
      ],
      [`${ONE_SIDED} spec.ingress[0]`],
    ],
    [
      "in another policy, which itself lets out what is not answered",
      [HOST, untracked({ ingress: [allow(tcpTo(80))] }), untracked({ egress: [allow()] }, "v")],
      ["warning lint.one-sided-untracked GlobalNetworkPolicy v spec.egress[0]"],
    ],
    [
      "of one port of two",
      [HOST, untracked({ ingress: [allow(tcpTo(80, 81))], egress: [allow(tcpFrom(80))] })],
      [`${ONE_SIDED} spec.ingress[0]`],
    ],
    [
      "that denies the answers",
      [HOST, untracked({ ingress: [allow(tcpTo(80))], egress: [deny(), allow(tcpFrom(80))] })],
      ["warning lint.shadowed GlobalNetworkPolicy u spec.egress[1]", `${ONE_SIDED} spec.ingress[0]`],
    ],
    ["the other way round", [HOST, untracked({ egress: [allow(tcpTo(80))] })], [`${ONE_SIDED} spec.egress[0]`]],
    [
      "of UDP, where normal policy lets the answers out",
      [HOST, untracked({ ingress: [allow(udpTo(80))] }), gnp("n", { types: ["Egress"], egress: [allow()] })],
      [],
    ],
    [
      "of UDP, where it does not",
      [HOST, untracked({ ingress: [allow(udpTo(80))] }), gnp("n", { types: ["Egress"], egress: [allow(tcpTo(80))] })],
      [`${ONE_SIDED} spec.ingress[0]`],
    ],
    [
      "of TCP normal policy has no say: the answers are INVALID",
      [HOST, untracked({ ingress: [allow(tcpTo(80))] }), gnp("n", { types: ["Egress"], egress: [allow()] })],
      [`${ONE_SIDED} spec.ingress[0]`],
    ],
    ["a Deny needs no answers", [HOST, untracked({ ingress: [deny(tcpTo(80))] })], []],
    [
      "failsafe ports are tracked",
      [HOST, untracked({ ingress: [allow(tcpTo(22))] })],
      ["info lint.failsafe GlobalNetworkPolicy u spec.ingress[0]"],
    ],
  ],
  "policies that are evaluated at none of their endpoints": [
    [
      "normal at `*`, v3.7",
      [EVERY, gnp("n", { ingress: [allow()] })],
      ["warning lint.never-evaluated GlobalNetworkPolicy n spec.selector"],
    ],
    ["normal at `*`, v3.32", [EVERY, gnp("n", { ingress: [allow()] })], [], "v3.32"],
    [
      "untracked at `*`, v3.32",
      [EVERY, untracked({ ingress: [allow()], egress: [allow()] })],
      ["warning lint.never-evaluated GlobalNetworkPolicy u spec.selector"],
      "v3.32",
    ],
    ["pre-DNAT at `*`", [EVERY, gnp("n", { preDNAT: true, applyOnForward: true, ingress: [deny()] })], []],
    ["at a workload also", [EVERY, POD, gnp("n", { ingress: [allow()] })], []],
  ],
  "normal policy without applyOnForward, about workloads": [
    [
      "to them",
      [HOST, POD, gnp("n", { ...AT_HOST, ingress: [allow(toPods)] })],
      ["warning lint.not-forwarded GlobalNetworkPolicy n spec.ingress[0]"],
    ],
    [
      "from them, inwards: they may be what a process talks to",
      [HOST, POD, gnp("n", { ...AT_HOST, ingress: [allow({ source: { selector: "app == 'w1'" } })] })],
      [],
    ],
    [
      "from them, outwards",
      [
        HOST,
        POD,
        gnp("n", { ...AT_HOST, types: ["Egress"], egress: [allow({ source: { selector: "app == 'w1'" } })] }),
      ],
      ["warning lint.not-forwarded GlobalNetworkPolicy n spec.egress[0]"],
    ],
    ["with applyOnForward", [HOST, POD, gnp("n", { ...AT_HOST, applyOnForward: true, ingress: [allow(toPods)] })], []],
    ["of the workloads' own policy", [HOST, POD, np("n", "default", { ingress: [allow(toPods)] })], []],
    [
      "to other addresses also",
      [HOST, POD, gnp("n", { ...AT_HOST, ingress: [allow({ destination: { nets: ["192.168.1.10/31"] } })] })],
      [],
    ],
    [
      "to one that a host has also",
      [
        HOST,
        POD,
        hep("i", { node: "n2", expectedIPs: ["192.168.1.10"] }),
        gnp("n", { ...AT_HOST, ingress: [allow({ ...fromPods, ...toPods })] }),
      ],
      [],
    ],
  ],
};

describe.each(Object.entries(CASES))("%s", (_, cases) => {
  test.each(cases.map((one) => ({ one, name: one[0] })))(
    "$name",
    ({ one: [, resources, expected, version = "v3.7"] }) => {
      expect([...found(resources, { version })].sort()).toEqual([...expected].sort());
    },
  );
});

test("a packet whose answer is dropped is named, and simulate agrees", () => {
  const world = worldOf([HOST, hep("i", { node: "n2" }), untracked({ ingress: [allow(tcpTo(80))] })]);
  const [finding] = lint({ world, isWhole: true, perEndpoint: false });
  expect(finding).toMatchObject({
    message:
      "u lets packets through untracked whose answers are dropped at host endpoint h and host endpoint i: TCP 198.51.100.7:40000 -> 10.0.0.1:80",
    help: "add the matching egress rule, with source and destination swapped",
  });
  const flow = finding?.packet ?? expect.unreachable();
  expect(simulate(world, { node: "node1" }, flow)).toMatchObject({ verdict: "allow", return: "deny" });
});

const NODE_PORT = { protocol: "TCP", dst: "LOCAL", port: 31852, toIP: "192.168.1.10", toPort: 8080 };
const preDnat = (...ports: number[]) =>
  gnp("n", { preDNAT: true, applyOnForward: true, ingress: [deny(tcpTo(...ports))] });
const normal = (...ports: number[]) => gnp("n", { ...AT_HOST, applyOnForward: true, ingress: [deny(tcpTo(...ports))] });

test.each([
  ["pre-DNAT, the port after", preDnat(8080), [NODE_PORT], ["lint.port-after-dnat"]],
  ["pre-DNAT, the port before", preDnat(31852), [NODE_PORT], []],
  ["pre-DNAT, both", preDnat(8080, 31852), [NODE_PORT], []],
  ["untracked, the port after", untracked({ ingress: [deny(tcpTo(8080))] }), [NODE_PORT], ["lint.port-after-dnat"]],
  ["normal, the port before", normal(31852), [NODE_PORT], ["lint.port-before-dnat"]],
  ["normal, the port after", normal(8080), [NODE_PORT], []],
  ["another protocol", preDnat(8080), [{ ...NODE_PORT, protocol: "UDP" }], []],
  ["another address than the nodes' own", preDnat(8080), [{ ...NODE_PORT, dst: "10.96.0.10/32" }], []],
  ["no translation is known", preDnat(8080), [], []],
] as const)("ports on the other side of DNAT: %s", (_name, policy, translations, codes) => {
  const findings = lint({ world: worldOf([HOST, policy]), isWhole: true, perEndpoint: false, translations });
  expect(findings.map(({ code }) => code)).toEqual(codes);
});
