import { describe, expect, test } from "vitest";
import { lint } from "../../../src/analysis/lint/lint.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { allow, deny, gnp, hep, netset, np, profile, tcpTo, tier, wep, worldOf } from "../../policy/support.ts";
import { found } from "./support.ts";

const ADDRESSES = { expectedIPs: ["10.0.0.1"] };
const HOST = hep("h", ADDRESSES);
const open = (spec: object) => gnp("open", { ingress: [allow()], ...spec });
const from = (source: object) => open({ ingress: [allow({ source })] });
const log = { action: "Log" };
const preDnat = (name: string, spec: object) => gnp(name, { preDNAT: true, applyOnForward: true, ...spec });

type Case = readonly [name: string, resources: readonly Resource[], expected: readonly string[]];
const P = "GlobalNetworkPolicy open";

const CASES: Readonly<Record<string, readonly Case[]>> = {
  "policies that select nothing": [
    [
      "a label that no endpoint has",
      [HOST, open({ selector: "role == 'x'" })],
      [`warning lint.selects-nothing ${P} spec.selector`],
    ],
    ["an endpoint has it", [HOST, open({ selector: "has(host-endpoint)" })], []],
    ["no endpoint is known", [open({ selector: "role == 'x'" })], []],
    [
      "a pre-DNAT one for workloads",
      [HOST, wep("w1", "192.168.1.10"), preDnat("open", { selector: "app == 'w1'", ingress: [deny()] })],
      [`warning lint.selects-nothing ${P} spec.selector`],
    ],
    [
      "a NetworkPolicy for another namespace",
      [wep("w1", "192.168.1.10"), np("p", "shop", { ingress: [allow()] })],
      ["warning lint.selects-nothing NetworkPolicy shop/p spec.selector"],
    ],
  ],
  "selectors in rules": [
    [
      "one that nothing has",
      [HOST, from({ selector: "role == 'x'" })],
      [`warning lint.empty-selector ${P} spec.ingress[0].source.selector`],
    ],
    [
      "a network set has it",
      [HOST, netset("s", ["10.1.0.0/16"], { role: "x" }), from({ selector: "role == 'x'" })],
      [],
    ],
    [
      "a network set without nets has it",
      [HOST, netset("s", [], { role: "x" }), from({ selector: "role == 'x'" })],
      [`warning lint.empty-selector ${P} spec.ingress[0].source.selector`],
    ],
    [
      "a notSelector that excludes nothing",
      [HOST, from({ notSelector: "role == 'x'" })],
      [`warning lint.empty-selector ${P} spec.ingress[0].source.notSelector`],
    ],
    [
      "a namespaceSelector",
      [HOST, from({ namespaceSelector: "team == 'x'" })],
      [`warning lint.empty-selector ${P} spec.ingress[0].source.namespaceSelector`],
    ],
    [
      "a direction that the policy is not for",
      [
        HOST,
        gnp("open", {
          types: ["Egress"],
          ingress: [allow({ source: { selector: "role == 'x'" } })],
          egress: [allow()],
        }),
      ],
      [],
    ],
  ],
  "host endpoints without expectedIPs": [
    [
      "a rule selects one",
      [hep("h"), wep("w1", "192.168.1.10", {}, { "host-endpoint": "h" }), from({ selector: "has(host-endpoint)" })],
      ["warning lint.no-expected-ips HostEndpoint h spec"],
    ],
    ["no rule selects one", [hep("h"), from({ nets: ["10.0.0.0/8"] })], []],
    [
      "all rules miss it",
      [hep("h"), from({ selector: "has(host-endpoint)" })],
      [
        "warning lint.empty-selector GlobalNetworkPolicy open spec.ingress[0].source.selector",
        "warning lint.no-expected-ips HostEndpoint h spec",
      ],
    ],
  ],
  "named ports": [
    [
      "one that nothing has",
      [HOST, open({ ingress: [allow(tcpTo("web"))] })],
      [`warning lint.unknown-port-name ${P} spec.ingress[0].destination.ports[0]`],
    ],
    [
      "of another protocol",
      [
        hep("h", { ...ADDRESSES, ports: [{ name: "web", protocol: "UDP", port: 80 }] }),
        open({ ingress: [allow(tcpTo(80, "web"))] }),
      ],
      [`warning lint.unknown-port-name ${P} spec.ingress[0].destination.ports[1]`],
    ],
    [
      "one that an endpoint has",
      [
        hep("h", { ...ADDRESSES, ports: [{ name: "web", protocol: "TCP", port: 80 }] }),
        open({ ingress: [allow(tcpTo("web"))] }),
      ],
      [],
    ],
    [
      "of an endpoint without addresses",
      [hep("h", { ports: [{ name: "web", protocol: "TCP", port: 80 }] }), open({ ingress: [allow(tcpTo("web"))] })],
      [`warning lint.unknown-port-name ${P} spec.ingress[0].destination.ports[0]`],
    ],
  ],
  "network sets and profiles": [
    [
      "a set that no rule selects",
      [HOST, netset("s", ["10.1.0.0/16"], { role: "x" }), open({})],
      ["info lint.unused-set GlobalNetworkSet s metadata.labels"],
    ],
    ["without any rule", [HOST, netset("s", ["10.1.0.0/16"])], []],
    [
      "a profile that does not exist",
      [hep("h", { ...ADDRESSES, profiles: ["there", "not"] }), profile("there", { ingress: [allow()] })],
      ["warning lint.missing-profile HostEndpoint h spec.profiles[1]"],
    ],
  ],
  "host endpoints that do nothing": [
    [
      "a second one for an interface",
      [HOST, hep("i", ADDRESSES)],
      ["warning lint.idle-endpoint HostEndpoint i metadata.name"],
    ],
    ["one of another node", [HOST, hep("i", { ...ADDRESSES, node: "node2" })], []],
    [
      "a second one for every interface",
      [hep("a", { ...ADDRESSES, interfaceName: "*" }), hep("b", { ...ADDRESSES, interfaceName: "*" })],
      ["warning lint.idle-endpoint HostEndpoint b metadata.name"],
    ],
    [
      "by the same addresses",
      [
        hep("a", { expectedIPs: ["10.0.0.1", "10.0.0.2"], interfaceName: "" }),
        hep("b", { expectedIPs: ["10.0.0.2"], interfaceName: "" }),
      ],
      ["warning lint.idle-endpoint HostEndpoint b metadata.name"],
    ],
    [
      "by one more address",
      [
        hep("a", { expectedIPs: ["10.0.0.2"], interfaceName: "" }),
        hep("b", { expectedIPs: ["10.0.0.2", "10.0.0.3"], interfaceName: "" }),
      ],
      [],
    ],
    [
      "of a workload interface",
      [hep("h", { ...ADDRESSES, interfaceName: "cali1" })],
      ["warning lint.idle-endpoint HostEndpoint h metadata.name"],
    ],
  ],
  "policies that only log": [
    ["alone", [HOST, gnp("open", { ingress: [log] })], [`warning lint.log-only ${P} spec.ingress`]],
    ["beside one that decides", [HOST, gnp("open", { ingress: [log] }), gnp("p", { ingress: [allow()] })], []],
    [
      "beside one that denies all by having no rules",
      [HOST, gnp("open", { ingress: [log] }), gnp("p", { types: ["Ingress"] })],
      [],
    ],
    ["with a rule that decides", [HOST, gnp("open", { ingress: [log, allow()] })], []],
    ["pre-DNAT, which has no default deny", [HOST, preDnat("open", { ingress: [log] })], []],
  ],
  "rules that a node does not enforce as written": [
    [
      "three many-valued lists",
      [
        HOST,
        open({
          ingress: [
            allow({
              protocol: "TCP",
              source: { nets: ["10.0.0.0/8", "172.16.0.0/12"], ports: ["1024:65535", "a"] },
              destination: { nets: ["10.0.0.0/8", "172.16.0.0/12"] },
            }),
          ],
        }),
      ],
      [
        `warning felix.match-block ${P} spec.ingress[0]`,
        `warning lint.unknown-port-name ${P} spec.ingress[0].source.ports[1]`,
      ],
    ],
  ],
};

describe.each(Object.entries(CASES))("%s", (_, cases) => {
  test.each(cases)("%s", (_name, resources, expected) => {
    expect([...found(resources)].sort()).toEqual([...expected].sort());
  });
});

test("where the input may lack workloads, what selects nothing is a note", () => {
  const resources = [
    HOST,
    open({ selector: "app == 'web'", ingress: [allow({ source: { selector: "app == 'db'" } })] }),
  ];
  expect(found(resources, { isWhole: false })).toEqual([
    `info lint.selects-nothing ${P} spec.selector`,
    `info lint.empty-selector ${P} spec.ingress[0].source.selector`,
  ]);
  const untracked = gnp("open", { doNotTrack: true, selector: "app == 'web'", ingress: [deny()] });
  expect(found([HOST, untracked], { isWhole: false })).toEqual([`warning lint.selects-nothing ${P} spec.selector`]);
});

test("a tier that passes by default has no default deny to apply", () => {
  const resources = [
    HOST,
    tier("t", { order: 1, defaultAction: "Pass" }),
    gnp("t.open", { tier: "t", ingress: [log] }),
  ];
  expect(found(resources, { version: "v3.32" })).toEqual([]);
});

test("a finding names the first endpoints in words, and all of them as data", () => {
  const hosts = ["a", "b", "c", "d", "e"].map((name) => hep(name, { node: name }));
  const findings = lint({
    world: worldOf([...hosts, gnp("p", { ingress: [log] })]),
    isWhole: true,
    perEndpoint: false,
  });
  expect(findings.map(({ message, endpoints }) => ({ message, endpoints }))).toEqual([
    {
      message:
        "p only logs, yet it selects host endpoint a, host endpoint b, host endpoint c and 2 more, which makes the default deny apply to ingress there",
      endpoints: ["a", "b", "c", "d", "e"].map((name) => `host endpoint ${name}`),
    },
  ]);
});
