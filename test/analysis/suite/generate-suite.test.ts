import fc from "fast-check";
import { expect, test } from "vitest";
import { coverage, coverageTargets, markReached, targetKey } from "../../../src/analysis/coverage.ts";
import { type GeneratedSuite, generateSuite } from "../../../src/analysis/suite/generate-suite.ts";
import type { Flow, NodeFacts } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { targetText } from "../../../src/report/flow-tests/test-report.ts";
import {
  allow,
  deny,
  FACTS,
  felix,
  gnp,
  hep,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  OUT_OF_PROCESS,
  OUT_OF_WORKLOAD,
  profile,
  THROUGH,
  tcpTo,
  wep,
  worldOf,
} from "../../policy/support.ts";
import { policedNodes } from "../../support/worlds/policed-nodes.ts";

const NO_FAILSAFES = felix({ failsafeInboundHostPorts: [], failsafeOutboundHostPorts: [] });

function suiteOf(resources: readonly Resource[], facts: NodeFacts = FACTS): GeneratedSuite {
  return generateSuite(worldOf([...resources, NO_FAILSAFES]), [facts]);
}

const both = { selector: "all()", types: ["Ingress", "Egress"] };

/** Resources, what no packet reaches and why; all else is reached. */
test.each<[string, readonly Resource[], readonly string[]]>([
  ["an endpoint alone: its defaults", [hep("h")], []],
  [
    "rules, and the default after them",
    [hep("h"), gnp("web", { ...both, ingress: [allow(tcpTo(80)), deny(tcpTo(81))] })],
    [],
  ],
  [
    "a rule that an earlier one covers, and the default behind a rule for everything",
    [hep("h"), gnp("web", { ...both, ingress: [allow(tcpTo("1:100")), deny(tcpTo(80)), allow()] })],
    ["policy web, ingress rule 2 (Deny): not-matched"],
  ],
  [
    "a rule behind one for everything",
    [hep("h"), gnp("web", { ...both, ingress: [deny(), allow(tcpTo(80))] })],
    ["policy web, ingress rule 2 (Allow): not-come-to"],
  ],
  [
    "a rule that two others cover together",
    [hep("h"), gnp("web", { ...both, ingress: [allow(tcpTo("1:50")), allow(tcpTo("51:100")), deny(tcpTo("40:60"))] })],
    ["policy web, ingress rule 3 (Deny): not-matched"],
  ],
  [
    "a policy that selects nothing",
    [hep("h"), gnp("web", { selector: "role == 'none'", types: ["Ingress"], ingress: [allow()] })],
    ["policy web, ingress rule 1 (Allow): no-way"],
  ],
  [
    "profiles, workloads, forwarded traffic",
    [
      hep("h", { profiles: ["p"] }),
      wep("w1", "192.168.1.10/32", { profiles: ["p"] }),
      profile("p", { ingress: [allow(tcpTo(22))], egress: [allow(tcpTo(443))] }),
      gnp("fwd", {
        ...both,
        selector: "has(host-endpoint)",
        applyOnForward: true,
        ingress: [{ action: "Pass" }],
        egress: [deny(tcpTo(25))],
      }),
    ],
    [],
  ],
  [
    "a default that some packets pass, and others are dropped by",
    [
      hep("h"),
      gnp("fwd", {
        ...both,
        applyOnForward: true,
        ingress: [{ action: "Pass", ...tcpTo(80) }],
        egress: [{ action: "Pass", notProtocol: 58 }],
      }),
    ],
    [],
  ],
  [
    "what processes of the node send each other",
    [
      hep("l", { interfaceName: "lo" }),
      gnp("a", { ...both, ingress: [allow(tcpTo(80))], egress: [allow(tcpTo("1:100"))] }),
    ],
    [],
  ],
  [
    "replies of untracked packets",
    [
      hep("h"),
      gnp("raw", {
        ...both,
        doNotTrack: true,
        applyOnForward: true,
        ingress: [allow(tcpTo(80))],
        egress: [allow({ protocol: "TCP", source: { ports: [80] } })],
      }),
    ],
    [],
  ],
])("%s", (_, resources, unreached) => {
  const suite = suiteOf(resources);
  expect(suite.unreached.map(({ target, why }) => `${targetText(target)}: ${why}`)).toEqual([...unreached]);
  expect(suite.notProved).toEqual([]);
  const world = worldOf([...resources, NO_FAILSAFES]);
  const { total, reached } = coverage(
    world,
    suite.witnesses.map(({ outcome }) => outcome),
  );
  expect(reached).toBe(total - unreached.length);
});

test("one flow for each failsafe port and direction, on the first endpoint that has it", () => {
  const ports = felix({
    failsafeInboundHostPorts: [{ protocol: "TCP", port: 22 }],
    failsafeOutboundHostPorts: [{ protocol: "UDP", port: 53 }],
  });
  const { witnesses } = generateSuite(worldOf([hep("a"), hep("b", { interfaceName: "eth1" }), ports]), [FACTS]);
  const failsafes = witnesses.flatMap(({ target }) => (target.kind === "failsafe" ? [target.by] : []));
  expect(
    failsafes.map(({ direction, protocol, port, endpoint }) => [direction, protocol, port, endpoint.name]),
  ).toEqual([
    ["ingress", "TCP", 22, "a"],
    ["egress", "UDP", 53, "a"],
  ]);
});

test("of one node, nothing is said of what is on none of its ways", () => {
  const resources = [
    hep("a"),
    hep("b", { node: "node2" }),
    gnp("p", { selector: "host-endpoint == 'b'", types: ["Ingress"], ingress: [allow()] }),
  ];
  const suite = generateSuite(worldOf([...resources, NO_FAILSAFES]), [FACTS], "node1");
  expect(suite.unreached).toEqual([]);
  expect(suite.witnesses.map(({ facts }) => facts.node)).toEqual(["node1", "node1"]);
});

test("nodes that are alike have each the defaults that packets reach, and none that they do not", () => {
  const resources = [
    hep("a"),
    hep("b", { node: "node2" }),
    gnp("p", {
      ...both,
      ingress: [allow({ protocol: "TCP" }), allow({ notProtocol: "TCP" })],
      egress: [allow(tcpTo(443))],
    }),
  ];
  const suite = generateSuite(worldOf([...resources, NO_FAILSAFES]), [FACTS, { node: "node2" }]);
  const defaults = suite.witnesses.flatMap(({ target }) => (target.kind === "default" ? [targetText(target)] : []));
  expect(defaults).toEqual(["a", "b"].map((name) => `host endpoint ${name}, normal egress: default deny`));
  expect(suite.unreached.map(({ target, why }) => `${targetText(target)}: ${why}`)).toEqual(
    ["a", "b"].map((name) => `host endpoint ${name}, normal ingress: default deny: not-come-to`),
  );
});

const FLOWS: readonly Flow[] = [IN_TO_PROCESS, OUT_OF_PROCESS, THROUGH, IN_TO_WORKLOAD, OUT_OF_WORKLOAD].flatMap(
  (flow) => [80, 22, 443, 9].flatMap((dstPort) => ["TCP", "UDP"].map((protocol) => ({ ...flow, dstPort, protocol }))),
);

test("its flows, replayed, reach all but what is proved not to be reached, which no other flow reaches", () => {
  let proved = 0;
  fc.assert(
    fc.property(policedNodes, ({ resources }) => {
      const world = worldOf(resources);
      const { total, witnesses, unreached, notProved } = generateSuite(world, [FACTS]);
      expect(notProved).toEqual([]);
      const replayed = witnesses.map(({ facts, flow }) => simulate(world, facts, flow));
      const { reached, unreached: left } = coverage(world, replayed);
      expect(left.map(targetKey)).toEqual(unreached.map(({ target }) => targetKey(target)));
      expect(reached).toBe(total - unreached.length);
      expect(total).toBe(coverageTargets(world).length);
      const others = new Set<string>();
      for (const flow of FLOWS) markReached(others, simulate(world, FACTS, flow));
      for (const { target } of unreached) expect(others.has(targetKey(target)), targetText(target)).toBe(false);
      proved += unreached.length;
      // The order of resources changes nothing.
      const again = generateSuite(worldOf([...resources].reverse()), [FACTS]);
      expect(again.witnesses.map(({ flow }) => flow)).toEqual(witnesses.map(({ flow }) => flow));
    }),
    { numRuns: 10, seed: 13 },
  );
  expect(proved).toBeGreaterThan(10);
});
