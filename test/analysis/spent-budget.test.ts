import { expect, test } from "vitest";
import { prove } from "../../src/analysis/assertions/prove.ts";
import { effectOf } from "../../src/analysis/effect/effect.ts";
import { exposureOf } from "../../src/analysis/exposure/exposure.ts";
import { guardAnswer } from "../../src/analysis/lifelines/guard-answer.ts";
import { lint } from "../../src/analysis/lint/lint.ts";
import { mutantsOf } from "../../src/analysis/mutation/mutants.ts";
import { runMutants } from "../../src/analysis/mutation/run-mutants.ts";
import { waysOf } from "../../src/analysis/paths/ways-of.ts";
import { type Budget, DEFAULT_BUDGET, SharedBudget } from "../../src/analysis/sets/budget.ts";
import { generateSuite } from "../../src/analysis/suite/generate-suite.ts";
import { NEWEST_CALICO } from "../../src/model/kinds/version.ts";
import type { Located, Resource } from "../../src/model/resource.ts";
import { world } from "../../src/policy/world/world.ts";
import { unlocated } from "../policy/support.ts";
import { changesOf, tcpIn } from "./lifelines/stories.ts";

const resource = (kind: string, name: string, spec: Readonly<Record<string, unknown>>): Resource => ({
  apiVersion: "projectcalico.org/v3",
  kind,
  metadata: { name },
  spec,
});
const NODES = ["node1", "node2", "node3"];
/** Endpoints, each with a policy of its own whose rules overlap: no two are alike, so that each is a question. */
const resources = (shift: number): readonly Resource[] =>
  NODES.flatMap((node, at) => [
    resource("HostEndpoint", node, { node, interfaceName: "eth0", expectedIPs: [`192.0.2.${at + 1}`] }),
    resource("GlobalNetworkPolicy", node, {
      selector: "all()",
      order: at,
      types: ["Ingress"],
      ingress: Array.from({ length: 12 }, (_, i) => ({
        action: i % 2 === 0 ? "Allow" : "Deny",
        protocol: "TCP",
        source: { nets: [`10.${(i * 3) % 7}.0.0/${14 + (i % 3)}`] },
        destination: { ports: [`${1000 * i + at * 100 + shift}:${1000 * i + 2500}`] },
      })),
    }),
  ]);
const stored: readonly Located[] = resources(0).map(unlocated);
const compile = (of: readonly Located[]) => world(of, { calico: NEWEST_CALICO }).world;
const NOW = compile(stored);
const NEXT = compile(resources(7).map(unlocated));
const TINY: Budget = { ...DEFAULT_BUDGET, steps: 4 };
const waysIn = waysOf(NOW, [], ({ kind }) => kind === "local in");

/** What a question says is proved, and what it says is not. */
interface Said {
  readonly proved: number;
  readonly notProved: number;
}

/** The questions of the commands that prove, each with a budget for all of it. */
const QUESTIONS: readonly (readonly [string, (budget: Budget) => Said])[] = [
  [
    "lint",
    (budget) => {
      const found = lint({ world: NOW, isWhole: true, perEndpoint: false, budget });
      const open = found.filter(({ code }) => code === "lint.not-proved").length;
      return { proved: 36 - open, notProved: open };
    },
  ],
  [
    "guard",
    (budget) => {
      const writes = changesOf(resources(7));
      const lifelines = () => [tcpIn("api", 6443, "10.0.0.0/8"), tcpIn("web", 3100, "10.0.0.0/8")];
      const { proof } = guardAnswer({ stored, writes, compile, lifelines, budget });
      return { proved: Number(proof.kind !== "not proved"), notProved: Number(proof.kind === "not proved") };
    },
  ],
  [
    "diff --effect",
    (budget) => {
      const { groups, notProved } = effectOf({ world: NOW, facts: [] }, { world: NEXT, facts: [] }, { budget });
      return { proved: groups.length, notProved: notProved.length };
    },
  ],
  [
    "exposure",
    (budget) => {
      const shared = SharedBudget.of(budget);
      const asked = { peerSide: "source", services: [] } as const;
      const answers = waysIn.map((way) => exposureOf(NOW, way, asked, { budget: shared }));
      const proved = answers.filter(({ exact }) => exact).length;
      return { proved, notProved: answers.length - proved };
    },
  ],
  [
    "assertions",
    (budget) => {
      const packets = { peerSide: "source", services: [{ protocol: 17 }] } as const;
      const { result } = prove(
        NOW,
        { verdict: "deny", ways: waysIn, packets, replies: true },
        { deciders: true, budget },
      );
      return { proved: Number(result !== "not-proved"), notProved: Number(result === "not-proved") };
    },
  ],
  [
    "test --generate",
    (budget) => {
      const { witnesses, unreached, notProved } = generateSuite(NOW, [], undefined, budget);
      return { proved: witnesses.length + unreached.length, notProved: notProved.length };
    },
  ],
  [
    "test --mutate",
    (budget) => {
      const mutants = mutantsOf(NOW, stored).slice(0, 12);
      const setting = { resources: stored, world: NOW, compile, suite: [], facts: [], budget };
      const { equivalent, survivors, notProved, notTried } = runMutants(mutants, setting);
      return { proved: equivalent.length + survivors.length, notProved: notProved.length + notTried.length };
    },
  ],
];

test.each(QUESTIONS)(
  "%s: with a spent budget nothing is proved, and that is said; with the usual one all is",
  (_, ask) => {
    const spent = new SharedBudget({ ...DEFAULT_BUDGET, steps: 0 });
    const none = ask(spent);
    expect(none.notProved).toBeGreaterThan(0);
    expect(ask(TINY).notProved, "a budget for one part is not one for each").toBeGreaterThan(0);
    expect(ask(DEFAULT_BUDGET)).toMatchObject({ notProved: 0 });
    const shared = new SharedBudget();
    ask(shared);
    expect(shared.half().steps, "all of it draws from one budget").toBeLessThan(DEFAULT_BUDGET.steps / 2);
  },
);

test("test --generate names the limit of one way, half of what was left; with nothing left that of the question", () => {
  const { notProved } = generateSuite(NOW, [], undefined, { ...DEFAULT_BUDGET, steps: 600 });
  const limits = new Set(notProved.map(({ why }) => why));
  const ofQuestion = "the limit is 600 steps of all searches of the question together";
  expect(limits.delete(ofQuestion)).toBe(true);
  expect(limits.size).toBeGreaterThan(0);
  for (const why of limits) {
    const [, limit] = /^the limit is (\d+) steps of all searches of the way together$/.exec(why) ?? [];
    expect(Number(limit), why).toBeLessThanOrEqual(300);
  }
});

test("lint: what a packet shows at once is proved though searches for rules before it spend the budget", () => {
  const node = resource("HostEndpoint", "h", { node: "n", interfaceName: "eth0", expectedIPs: ["192.0.2.1"] });
  const overlapping = Array.from({ length: 40 }, (_, i) => ({
    action: "Deny",
    protocol: "TCP",
    source: { ports: [`${1000 + ((i * 7919) % 30_000)}:${20_000 + ((i * 7919) % 30_000)}`] },
    destination: { ports: [`${1000 + ((i * 104_729) % 30_000)}:${20_000 + ((i * 104_729) % 30_000)}`] },
  }));
  const ingress = [...overlapping, { action: "Deny", protocol: "UDP" }];
  const policy = resource("GlobalNetworkPolicy", "p", { selector: "all()", types: ["Ingress"], ingress });
  const found = lint({
    world: compile([node, policy].map(unlocated)),
    isWhole: true,
    perEndpoint: false,
    budget: { ...DEFAULT_BUDGET, steps: 150 },
  });
  const open = found.filter(({ code }) => code === "lint.not-proved").map(({ rule }) => rule?.rule);
  expect(open.length).toBeGreaterThan(5);
  expect(open).not.toContain(ingress.length);
});
