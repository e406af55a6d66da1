import { expect, test } from "vitest";
import { lint } from "../../../src/analysis/lint/lint.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { allow, deny, gnp, hep, tcpTo, tier, worldOf } from "../../policy/support.ts";

const HOST = hep("h", { expectedIPs: ["10.0.0.1"] });
const preDnat = (name: string, spec: object) => gnp(name, { preDNAT: true, applyOnForward: true, ...spec });
/** What comes from the cluster is allowed, before what the other policy says. */
const cluster = (...ingress: object[]) =>
  preDnat("open", { order: 10, ingress: [allow({ source: { nets: ["10.0.0.0/8"] } }), ...ingress] });
const then = (...ingress: object[]) => preDnat("then", { order: 20, ingress });
const DENIES_TCP = deny({ protocol: "TCP" });
const DENIES_OTHERS = deny({ notProtocol: "TCP" });

type Case = readonly [name: string, resources: readonly Resource[], findings: readonly string[]];

const CASES: readonly Case[] = [
  ["no Deny", [HOST, cluster()], ["warning open"]],
  ["a Deny of everything", [HOST, cluster(), then(deny())], []],
  ["a Deny of everything at another endpoint", [HOST, cluster(), then(deny()), hep("i", { node: "node2" })], []],
  [
    "a Deny of everything that another endpoint only has",
    [HOST, cluster(), preDnat("drop", { selector: "role == 'x'", ingress: [deny()] })],
    ["warning open"],
  ],
  ["a Deny of everything that comes first", [HOST, preDnat("drop", { order: 1, ingress: [deny()] }), cluster()], []],
  ["a Deny of some networks", [HOST, cluster(), then(deny({ source: { nets: ["172.16.0.0/12"] } }))], ["warning then"]],
  ["a Deny of one port", [HOST, cluster(), then(deny(tcpTo(80)))], ["warning then"]],
  ["a Deny of one protocol", [HOST, cluster(), then(DENIES_TCP)], ["warning then"]],
  ["a Deny of all of IPv4", [HOST, cluster(), then(deny({ source: { nets: ["0.0.0.0/0"] } }))], ["info then"]],
  ["two that deny everything together", [HOST, cluster(), then(DENIES_TCP, DENIES_OTHERS)], []],
  [
    "a Deny of all others of IPv4",
    [HOST, cluster(), then(deny({ source: { notNets: ["10.0.0.0/8"] } }))],
    ["info then"],
  ],
  [
    "a Deny of all others of both versions",
    [HOST, cluster(), then(deny({ source: { notNets: ["10.0.0.0/8"] } }), deny({ source: { nets: ["::/0"] } }))],
    [],
  ],
  [
    "a Deny that a selector narrows",
    [HOST, cluster(), then(deny({ source: { selector: "role == 'x'" } }))],
    ["warning then"],
  ],
  [
    "an exception of what is denied",
    [
      HOST,
      preDnat("ssh", { ingress: [allow({ ...tcpTo(8022), source: { nets: ["10.0.0.0/8"] } }), deny(tcpTo(8022))] }),
    ],
    ["info ssh"],
  ],
  ["nothing is allowed", [HOST, then(deny(tcpTo(80)))], []],
  ["only a Log for the rest", [HOST, cluster({ action: "Log" })], ["warning open"]],
  ["a Pass for the rest, which is meant", [HOST, cluster({ action: "Pass" })], []],
  [
    "only failsafe ports are left, which a Deny does not stop",
    [HOST, cluster(), then(deny({ ...tcpTo(), destination: { notPorts: [22] } }), DENIES_OTHERS)],
    [],
  ],
  [
    "another port is left also",
    [HOST, cluster(), then(deny({ protocol: "TCP", destination: { notPorts: [22, 80] } }), DENIES_OTHERS)],
    ["warning then"],
  ],
  [
    "untracked policy denies the rest",
    [
      HOST,
      cluster(),
      gnp("u", {
        doNotTrack: true,
        applyOnForward: true,
        ingress: [deny({ source: { notNets: ["10.0.0.0/8"] } }), deny({ source: { nets: ["::/0"] } })],
      }),
    ],
    [],
  ],
  [
    "forwarded packets are denied by default",
    [HOST, cluster(), gnp("n", { applyOnForward: true, ingress: [allow(tcpTo(81))] })],
    [],
  ],
  [
    "the tier of that passes what it does not match",
    [
      HOST,
      cluster(),
      tier("t", { order: 5, defaultAction: "Pass" }),
      gnp("t.n", { tier: "t", applyOnForward: true, ingress: [allow(tcpTo(81))] }),
    ],
    ["warning open"],
  ],
  [
    "normal policy does not see what is forwarded",
    [HOST, cluster(), gnp("n", { ingress: [deny()] })],
    ["warning open"],
  ],
  ["no host endpoints", [cluster()], ["info open"]],
  ["no host endpoints, a Deny of some", [cluster(), then(deny(tcpTo(80)))], ["info then"]],
  ["no host endpoints, a Deny of everything", [cluster(), then(deny())], []],
];

test.each(CASES)("pre-DNAT policy without a final deny: %s", (_name, resources, expected) => {
  const world = worldOf(resources, "v3.32");
  const findings = lint({ world, isWhole: true, perEndpoint: false }).filter(
    ({ code }) => code === "lint.no-final-deny",
  );
  expect(findings.map(({ severity, resource }) => `${severity} ${resource?.replace(/^\S+ /, "")}`)).toEqual(expected);
  for (const { packet } of findings) {
    if (packet === undefined) continue;
    expect(simulate(world, { node: "node1" }, packet)).toMatchObject({
      verdict: "allow",
      decidedBy: { kind: "default" },
    });
  }
  // Where there are host endpoints, a finding is proved by a packet.
  if (resources.includes(HOST)) expect(findings.every(({ packet }) => packet !== undefined)).toBe(true);
});
