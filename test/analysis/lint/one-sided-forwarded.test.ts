import { expect, test } from "vitest";
import { lint } from "../../../src/analysis/lint/lint.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { allow, deny, gnp, hep, np, tcpFrom, tcpTo, wep, worldOf } from "../../policy/support.ts";

const ETH0 = hep("h", { expectedIPs: ["10.0.0.1"] });
const ETH1 = hep("i", { interfaceName: "eth1", expectedIPs: ["10.1.0.1"] });
const POD = wep("w1", "192.168.1.10");
const OTHER_POD = wep("w2", "192.168.1.20");
const OPEN = np("open", "default", { types: ["Ingress", "Egress"], ingress: [allow()], egress: [allow()] });
const ONLY_IN = np("in", "default", { types: ["Ingress", "Egress"], ingress: [allow()], egress: [] });
type Fields = Readonly<Record<string, unknown>>;
const untracked = (spec: Fields, name = "u") =>
  gnp(name, {
    doNotTrack: true,
    applyOnForward: true,
    types: ["Ingress", "Egress"],
    selector: "has(host-endpoint)",
    ...spec,
  });
const mirrored = ({ source, destination, ...rest }: Fields): Fields => ({
  ...rest,
  ...(destination !== undefined && { source: destination }),
  ...(source !== undefined && { destination: source }),
});
/** Rules that also let out the answers of the node's processes, so that only what is forwarded is left. */
const both = (rules: readonly Fields[], spec: Fields = {}, name = "u") =>
  untracked({ ingress: rules.map(allow), egress: rules.map((rule) => allow(mirrored(rule))), ...spec }, name);
const to = (rule: Fields, ...nets: string[]) => ({
  ...rule,
  destination: { ...(rule.destination as object | undefined), nets },
});
const UDP = { protocol: "UDP", destination: { ports: [53] } };

/** Resources, and each finding as `severity policy rule: from, to`. */
const CASES: readonly (readonly [name: string, resources: readonly Resource[], expected: readonly string[]])[] = [
  ["nothing is forwarded: no workload and no other host endpoint", [ETH0, both([tcpTo(80)])], []],
  ["TCP to a workload", [ETH0, POD, OPEN, both([tcpTo(80)])], ["info u/1: h, w1"]],
  [
    "TCP to a workload that the rule names",
    [ETH0, POD, OPEN, both([to(tcpTo(80), "192.168.1.0/24")])],
    ["warning u/1: h, w1"],
  ],
  [
    "by a selector",
    [ETH0, POD, OPEN, both([{ protocol: "TCP", destination: { selector: "app == 'w1'" } }])],
    ["warning u/1: h, w1"],
  ],
  ["to the host's own addresses", [ETH0, ETH1, POD, OPEN, both([to(tcpTo(80), "10.0.0.1/32")])], []],
  ["to a workload's address that no endpoint has", [ETH0, POD, OPEN, both([to(tcpTo(80), "192.168.9.0/24")])], []],
  [
    "to the second workload only",
    [ETH0, POD, OTHER_POD, OPEN, both([to(tcpTo(80), "192.168.1.20/32")])],
    ["warning u/1: h, w2"],
  ],
  ["UDP to a workload that may answer", [ETH0, POD, OPEN, both([UDP])], []],
  ["UDP to one that may not", [ETH0, POD, ONLY_IN, both([UDP])], ["info u/1: h, w1"]],
  ["the workload drops the packet itself", [ETH0, POD, both([tcpTo(80)])], []],
  ["a Deny needs no answers", [ETH0, POD, OPEN, untracked({ ingress: [deny(tcpTo(80))] })], []],
  ["TCP between two host endpoints, both untracked", [ETH0, ETH1, both([{}])], []],
  [
    "where only one interface has the policy",
    [ETH0, ETH1, both([tcpTo(80)], { selector: "host-endpoint == 'h'" })],
    ["info u/1: h, i"],
  ],
  [
    "where the other interface lets the answers in",
    [
      ETH0,
      ETH1,
      both([tcpTo(80)], { selector: "host-endpoint == 'h'" }),
      both([tcpFrom(80)], { selector: "host-endpoint == 'i'" }, "v"),
    ],
    [],
  ],
  [
    "where the other interface is on another node",
    [ETH0, hep("i", { node: "node2" }), both([tcpTo(80)], { selector: "host-endpoint == 'h'" })],
    [],
  ],
  [
    "where both let the answers to some clients in",
    [ETH0, ETH1, both([tcpTo(80), to(tcpFrom(80), "198.51.100.0/24")])],
    ["info u/1: h, i"],
  ],
  ["two rules, one of which is answered", [ETH0, POD, OPEN, both([UDP, tcpTo(80)])], ["info u/2: h, w1"]],
  [
    "found for processes of the node already",
    [ETH0, POD, OPEN, untracked({ ingress: [allow(tcpTo(80))] })],
    ["warning u/1: h"],
  ],
  ["of every interface: no untracked policy", [hep("h", { interfaceName: "*" }), POD, OPEN, both([tcpTo(80)])], []],
  [
    "alike endpoints are asked once, the first is named",
    [ETH0, POD, OPEN, hep("j", { node: "node2" }), wep("w3", "192.168.2.10", { node: "node2" }), both([tcpTo(80)])],
    ["info u/1: h, w1"],
  ],
];

test.each(CASES)("%s", (_, resources, expected) => {
  const world = worldOf(resources);
  const found = lint({ world, isWhole: true, perEndpoint: false }).filter(
    ({ code }) => code === "lint.one-sided-untracked",
  );
  const short = (name: string) => name.replace(/^(host|workload) endpoint /, "").replace(/^.*-k8s-(\w+)-eth0$/, "$1");
  const texts = found.map(({ severity, rule, endpoints = [] }) => {
    if (rule === undefined || !("policy" in rule)) return expect.unreachable();
    return `${severity} ${rule.policy.name}/${rule.rule}: ${endpoints.map(short).join(", ")}`;
  });
  expect(texts.sort()).toEqual([...expected].sort());
  for (const { packet, rule } of found) {
    const flow = packet ?? expect.unreachable();
    const outcome = simulate(world, { node: "node1" }, flow);
    expect(outcome).toMatchObject({ verdict: "allow", return: "deny" });
    const matched = outcome.steps.filter((step) => step.kind === "rule-matched" && step.stage === "untracked");
    expect(matched[0]).toMatchObject({ rule: rule?.rule, action: "Allow" });
  }
});
