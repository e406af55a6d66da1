import fc from "fast-check";
import { expect, test } from "vitest";
import { coverage, type DefaultTarget, percentage, type RuleTarget } from "../../src/analysis/coverage.ts";
import type { Flow } from "../../src/model/flow.ts";
import { type CalicoVersion, calicoVersionRules } from "../../src/model/kinds/version.ts";
import type { Located, Resource } from "../../src/model/resource.ts";
import { simulate } from "../../src/policy/simulate.ts";
import { world } from "../../src/policy/world/world.ts";
import { LOG, PASS } from "../policy/cast.ts";
import {
  allow,
  deny,
  FACTS,
  gnp,
  hep,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  np,
  OUT_OF_PROCESS,
  OUT_OF_WORKLOAD,
  profile,
  run,
  THROUGH,
  tcpTo,
  wep,
  worldOf,
} from "../policy/support.ts";
import { madeWorlds } from "../support/worlds.ts";

/** What was not reached, short: `p ingress 2`, `eth0 normal egress`. */
function short(target: RuleTarget | DefaultTarget): string {
  if (target.kind === "default") return `${target.endpoint.name} ${target.stage} ${target.direction}`;
  const owner = "policy" in target ? [target.policy.namespace, target.policy.name] : ["profile", target.profile];
  return `${owner.filter((part) => part !== undefined).join("/")} ${target.direction} ${target.rule}`;
}

function unreached(resources: readonly Resource[], flows: readonly Flow[], version: CalicoVersion = "v3.7"): string[] {
  const outcomes = flows.map((flow) => run(resources, flow, { version }));
  return coverage(worldOf(resources, version), outcomes).unreached.map(short);
}

const EGRESS = gnp("out", { egress: [allow()], selector: "all()", order: 1 });
const both = (spec: Record<string, unknown>) => ({ types: ["Ingress", "Egress"], selector: "all()", ...spec });

/** Resources, the flows, and what none of them reached. */
test.each<[string, readonly Resource[], readonly Flow[], readonly string[]]>([
  ["nothing at all", [], [IN_TO_PROCESS], []],
  ["an endpoint alone denies by default, both ways", [hep("h")], [], ["h normal ingress", "h normal egress"]],
  ["its defaults are reached by what they drop", [hep("h")], [IN_TO_PROCESS, OUT_OF_PROCESS], []],
  [
    "forwarded traffic without policy is allowed, which is not a default deny",
    [hep("h")],
    [THROUGH],
    ["h normal ingress", "h normal egress"],
  ],
  [
    "a rule is reached when it matches, not when it is evaluated",
    [hep("h"), EGRESS, gnp("in", { ingress: [allow(tcpTo(22)), allow(tcpTo(80)), allow(tcpTo(443))] })],
    [IN_TO_PROCESS],
    ["out egress 1", "in ingress 1", "in ingress 3", "h normal ingress"],
  ],
  [
    "Log and Pass are reached, too",
    [hep("h", { profiles: ["p"] }), EGRESS, gnp("in", { ingress: [LOG, PASS] }), profile("p", { ingress: [allow()] })],
    [IN_TO_PROCESS, OUT_OF_PROCESS],
    [],
  ],
  [
    "behind a rule for everything no default can be reached, but a rule is still missed",
    [hep("h"), EGRESS, gnp("in", { ingress: [deny(), allow(tcpTo(80))] })],
    [IN_TO_PROCESS, OUT_OF_PROCESS],
    ["in ingress 2"],
  ],
  [
    "a Pass before it leads to the profiles' default",
    [hep("h"), EGRESS, gnp("in", { ingress: [{ ...PASS, ...tcpTo(9) }, deny()] })],
    [IN_TO_PROCESS, OUT_OF_PROCESS],
    ["in ingress 1", "h normal ingress"],
  ],
  [
    "a profile that allows everything has no default after it",
    [hep("h", { profiles: ["p"] }), profile("p", { ingress: [allow()], egress: [PASS] })],
    [],
    ["profile/p ingress 1", "profile/p egress 1", "h normal egress"],
  ],
  [
    "a profile that does not exist denies in place of the default",
    [hep("h", { profiles: ["gone", "p"] }), EGRESS, profile("p", { ingress: [allow()] })],
    [IN_TO_PROCESS, OUT_OF_PROCESS],
    ["profile/p ingress 1"],
  ],
  [
    "applyOnForward policy has a default deny for forwarded traffic",
    [hep("h"), gnp("fwd", both({ applyOnForward: true, ingress: [allow(tcpTo(1))], egress: [allow()] }))],
    [THROUGH, IN_TO_PROCESS],
    ["fwd ingress 1", "fwd egress 1"],
  ],
  [
    "a Pass for everything lets forwarded traffic on",
    [hep("h"), gnp("fwd", both({ applyOnForward: true, ingress: [PASS], egress: [allow()] }))],
    [THROUGH, IN_TO_PROCESS, OUT_OF_PROCESS],
    [],
  ],
  [
    "untracked and pre-DNAT policy have no default",
    [
      hep("h"),
      gnp("raw", both({ doNotTrack: true, ingress: [allow(tcpTo(1))], egress: [] })),
      gnp("pre", { preDNAT: true, applyOnForward: true, ingress: [allow(tcpTo(2))] }),
    ],
    [IN_TO_PROCESS, OUT_OF_PROCESS],
    ["pre ingress 1", "raw ingress 1"],
  ],
  [
    "the untracked reply's rules count",
    [hep("h"), gnp("raw", both({ doNotTrack: true, ingress: [allow(tcpTo(80))], egress: [allow(), deny()] }))],
    [IN_TO_PROCESS],
    ["raw egress 2", "h normal ingress", "h normal egress"],
  ],
  [
    "workloads, and policies by namespace",
    [
      wep("w1", "192.168.1.10/32"),
      np("same", "default", { ingress: [allow(tcpTo(80))], order: 1 }),
      np("same", "other", { ingress: [allow(tcpTo(80))], order: 2 }),
    ],
    [IN_TO_WORKLOAD, OUT_OF_WORKLOAD],
    ["other/same ingress 1", "node1-k8s-w1-eth0 workload ingress"],
  ],
])("%s", (_, resources, flows, expected) => {
  expect(unreached(resources, flows).sort()).toEqual([...expected].sort());
});

test.each([
  ["v3.7", []],
  ["v3.32", ["every normal ingress", "every normal egress"]],
] as const)("a `*` endpoint has defaults where the version has it police all traffic: %s", (version, expected) => {
  expect(unreached([hep("every", { interfaceName: "*" })], [], version)).toEqual(expected);
});

test("the numbers, and the places of what was not reached", () => {
  const at = (resource: Resource): Located => ({
    resource,
    locate: (path) => {
      const start = { line: 1 + path.length, column: 1 };
      return { source: `${resource.metadata.name}.yaml`, start, end: start };
    },
  });
  const resources = [hep("h"), gnp("in", { ingress: [allow(tcpTo(80)), deny(tcpTo(81))] })].map(at);
  const calico = calicoVersionRules("v3.7");
  if (calico === undefined) throw new Error("v3.7 is a version");
  const { world: compiled } = world(resources, { calico: calico });
  const result = coverage(compiled, [simulate(compiled, FACTS, IN_TO_PROCESS)]);
  expect(result).toMatchObject({
    total: 4,
    reached: 1,
    rules: { total: 2, reached: 1 },
    defaults: { total: 2, reached: 0 },
  });
  expect(result.unreached.map(({ span }) => `${span?.source}:${span?.start.line}`)).toEqual([
    "in.yaml:4",
    "h.yaml:3",
    "h.yaml:3",
  ]);
  expect(result.unreached[0]).toMatchObject({ action: "Deny", rule: 2, direction: "ingress" });
});

test.each([
  [{ total: 0, reached: 0 }, 100],
  [{ total: 4, reached: 1 }, 25],
  [{ total: 3, reached: 3 }, 100],
])("%j is %d %%", (reached, expected) => {
  expect(percentage(reached)).toBe(expected);
});

test("the order of resources changes nothing", () => {
  const resources = [hep("h"), hep("g", { interfaceName: "eth1" }), EGRESS, gnp("in", { ingress: [allow(tcpTo(80))] })];
  const flows = [IN_TO_PROCESS, THROUGH];
  expect(unreached([...resources].reverse(), flows).sort()).toEqual(unreached(resources, flows).sort());
  expect(coverage(worldOf(resources), []).unreached).toHaveLength(4);
});

test("everything that a flow meets can be reached", () => {
  let met = 0;
  fc.assert(
    fc.property(madeWorlds(20), ({ version, resources, facts, flows }) => {
      const compiled = worldOf(resources, version);
      const all = new Set(coverage(compiled, []).unreached.map(short));
      for (const flow of flows) {
        const outcome = simulate(compiled, facts, flow);
        const { total, reached, unreached: left } = coverage(compiled, [outcome]);
        expect(left.length).toBe(total - reached);
        const { decidedBy: by } = outcome;
        if (
          by.kind !== "rule" &&
          by.kind !== "missing-profile" &&
          (by.kind !== "default" || outcome.verdict === "allow")
        )
          continue;
        const target =
          by.kind === "rule"
            ? short({ ...by, kind: "rule" })
            : short({ kind: "default", endpoint: by.endpoint, stage: by.stage, direction: by.direction });
        expect(all).toContain(target);
        expect(left.map(short)).not.toContain(target);
        met += 1;
      }
    }),
    { numRuns: 150, seed: 1 },
  );
  expect(met).toBeGreaterThan(100);
});
