import { expect, test } from "vitest";
import type { DnatTarget, NodeFacts } from "../../../src/model/flow.ts";
import { evaluateEveryChoice } from "../../../src/policy/end-to-end/every-choice.ts";
import { worldOf } from "../support.ts";
import { CLUSTER, fromNet, HOST2, onHost2 } from "./cluster.ts";

const target = (toIP: string, toPort = 80): DnatTarget => ({ toIP, toPort });
const dnat = (dst: string, port: number, ...targets: DnatTarget[]) => ({
  ...{ protocol: "TCP", dst, port, toIP: "UNKNOWN", alternatives: targets },
  ...targets[0],
});
const facts = (node: string, ...rules: ReturnType<typeof dnat>[]): NodeFacts => ({
  node,
  dnat: rules,
  outputDnat: rules,
});
const WEB = target("192.168.1.10");
const DB = target("192.168.2.20", 5432);
const FAR = target("192.168.3.30");
const HOST = target("10.0.0.2", 9100);
const SERVICE = dnat("10.96.0.10", 80, WEB, DB, FAR);
const DENIED = [HOST2, onHost2({ action: "Deny", ...fromNet("0.0.0.0/0") })];
const UNTRACKED = [
  HOST2,
  {
    ...onHost2({ action: "Allow" }),
    spec: { ...onHost2({ action: "Allow" }).spec, doNotTrack: true, applyOnForward: true },
  },
];

/** What each choice makes of a packet: its targets, the verdict, and the last node; in the order of evaluation. */
function check(ends: string, known: readonly NodeFacts[], resources: readonly object[] = []): string {
  const [from = "", to = ""] = ends.split(" ");
  const world = worldOf([...CLUSTER, ...(resources as typeof CLUSTER)], "v3.32");
  const packet = { protocol: "TCP", srcPort: 40000, dstPort: 80 };
  const result = evaluateEveryChoice(world, new Map(known.map((one) => [one.node, one])), { from, to, packet });
  if (!result.ok) return `${result.question.about}?`;
  return result.paths
    .map(({ path }) => {
      const chosen = path.choices.map(({ node, to: name, place }) => `${node}>${name}=${place.name}`);
      return [...chosen, path.verdict, path.hops.at(-1)?.node].join(" ");
    })
    .join("; ");
}

test.each([
  ["without a choice one path", "web db", [], [], "allow node2"],
  [
    "every backend of a service, from end to end",
    "web 10.96.0.10",
    [facts("node1", SERVICE)],
    [],
    "node1>192.168.1.10:80=default/web allow node1; node1>192.168.2.20:5432=default/db allow node2; node1>192.168.3.30:80=default/far allow node3",
  ],
  [
    "one of them denied",
    "web 10.96.0.10",
    [facts("node1", dnat("10.96.0.10", 80, DB, HOST))],
    DENIED,
    "node1>192.168.2.20:5432=default/db allow node2; node1>10.0.0.2:9100=h2 deny node2",
  ],
  [
    "choices of two nodes, one after the other",
    "web 10.96.0.10",
    [
      facts("node1", dnat("10.96.0.10", 80, WEB, target("10.0.0.2", 81))),
      facts("node2", dnat("10.0.0.2", 81, DB, HOST)),
    ],
    [],
    "node1>192.168.1.10:80=default/web allow node1; node1>10.0.0.2:81=node2 node2>192.168.2.20:5432=default/db allow node2; node1>10.0.0.2:81=node2 node2>10.0.0.2:9100=node2 allow node2",
  ],
  ["one target is no choice", "web 10.96.0.10", [facts("node1", dnat("10.96.0.10", 80, DB))], [], "allow node2"],
  [
    "a packet that is denied before it is translated has none",
    "198.51.100.7 node2",
    [facts("node2", dnat("10.0.0.2", 80, DB, HOST))],
    [
      HOST2,
      {
        ...onHost2({ action: "Deny" }),
        spec: { ...onHost2({ action: "Deny" }).spec, preDNAT: true, applyOnForward: true },
      },
    ],
    "deny node2",
  ],
  [
    "nor has one that is not tracked",
    "198.51.100.7 node2",
    [facts("node2", dnat("10.0.0.2", 80, DB, HOST))],
    UNTRACKED,
    "allow node2",
  ],
] as const)("%s", (_, ends, known, resources, expected) => {
  expect(check(ends, known, resources)).toBe(expected);
});

test.each([
  [500, 500, true],
  [501, 500, false],
  [600, 500, false],
])("of %i choices %i are evaluated, which is all: %s", (count, evaluated, isComplete) => {
  const many = Array.from({ length: count }, (_, i) => target(`192.168.9.${i % 250}`, i + 1));
  const world = worldOf([...CLUSTER], "v3.32");
  const known = new Map([["node1", facts("node1", dnat("10.96.0.10", 80, ...many))]]);
  const packet = { protocol: "TCP", srcPort: 40000, dstPort: 80 };
  const result = evaluateEveryChoice(world, known, { from: "web", to: "10.96.0.10", packet });
  expect(result).toMatchObject({ ok: true, isComplete });
  expect(result.ok && result.paths.length).toBe(evaluated);
});
