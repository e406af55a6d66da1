import fc from "fast-check";
import { expect, test } from "vitest";
import { EVERY_HOST, type Lifeline } from "../../../src/analysis/lifelines/lifeline.ts";
import { type Holding, LifelineProofs } from "../../../src/analysis/lifelines/lifeline-proofs.ts";
import { KnownWays } from "../../../src/analysis/lifelines/ways/known-ways.ts";
import { forwardedLifelineWays } from "../../../src/analysis/lifelines/ways/lifeline-ways.ts";
import { wayIn, waysOfNode } from "../../../src/analysis/paths/ways-of.ts";
import type { NodeFacts } from "../../../src/model/flow.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import type { Located, Resource } from "../../../src/model/resource.ts";
import { CompileMemo } from "../../../src/policy/compile-memo.ts";
import type { World } from "../../../src/policy/world/compiled.ts";
import { world } from "../../../src/policy/world/world.ts";
import { ALL } from "../../../src/selector/selector.ts";
import { allow, deny, gnp, netset, unlocated, wep, worldOf } from "../../policy/support.ts";
import { sized } from "../../support/full.ts";
import { dataText, edited, type ResourceEdit, resourceEdits } from "../../support/worlds/edited-resources.ts";
import { type MadeWorld, madeWorlds } from "../../support/worlds.ts";

const COMMON = { peers: [], protocol: 6, sourcePorts: [], endpoints: EVERY_HOST };
const EVERYONE = { addresses: [], selector: { key: "all()", selector: ALL } };

const LIFELINES: readonly Lifeline[] = [
  { ...COMMON, name: "in", direction: "in", ports: [[80, 80]], replies: true },
  { ...COMMON, name: "out", direction: "out", ports: [], replies: false },
  { ...COMMON, name: "dns", direction: "out", protocol: 17, ports: [[53, 53]], replies: true, endpoints: EVERYONE },
  { ...COMMON, name: "all in", direction: "in", ports: [], replies: true, endpoints: EVERYONE },
];

const THROUGH: readonly Lifeline[] = [
  {
    ...COMMON,
    name: "through",
    direction: "in",
    ports: [[443, 443]],
    through: { in: ["eth0"], out: [] },
    replies: true,
  },
];

/** What is asked about, and whether with what the made cluster knows of its node; how many clusters. */
const SETTINGS: readonly (readonly [name: string, lifelines: readonly Lifeline[], hasFacts: boolean, runs: number])[] =
  [
    ["lifelines of hosts and workloads", LIFELINES, false, 30],
    ["those of a node with facts", LIFELINES, true, 6],
    ["what hosts forward", THROUGH, false, 8],
    ["what a node with facts forwards", THROUGH, true, 8],
  ];

/** The facts of a cluster's node, of which some have translations; of another nothing is known. */
function factsOf({ facts }: MadeWorld, hasFacts: boolean): (node: string) => NodeFacts {
  return (node) => (hasFacts && facts.node === node ? facts : { node });
}

/** The Worlds of a cluster and of it after edits, the later ones made with what earlier ones left and made alone; policies are edited more often than other kinds. */
function worldsOf(made: MadeWorld, steps: readonly ResourceEdit[]): readonly Record<"kept" | "alone", World>[] {
  const calico = calicoVersionRules(made.version) ?? DEFAULT_CALICO;
  const all = made.resources.map(unlocated);
  const policies = all.filter(({ resource }) => /Policy$/.test(resource.kind));
  const memo = new CompileMemo();
  let list: readonly Located[] = all;
  return [undefined, ...steps].map((step, index) => {
    if (step !== undefined && index % 3 === 0) list = edited(list, all, step);
    else if (step !== undefined) list = [...list.filter(isOther), ...edited(list.filter(isPolicy), policies, step)];
    return { kept: world(list, { calico, memo }).world, alone: world(list, { calico }).world };
  });
}

function isPolicy({ resource }: Located): boolean {
  return /Policy$/.test(resource.kind);
}

function isOther(located: Located): boolean {
  return !isPolicy(located);
}

/** A sequence of Worlds, and which of them is asked about, in order. */
const cases = fc.tuple(madeWorlds(1), resourceEdits, fc.array(fc.nat(), { minLength: 3, maxLength: 8 }));

test.each(SETTINGS)("%s: ways that are kept are the ways of the World, and of the first one", (...setting) => {
  const [, lifelines, hasFacts, runs] = setting;
  fc.assert(
    fc.property(cases, ([made, steps, asked]) => {
      const facts = factsOf(made, hasFacts);
      const own = (of: World, node: string) => waysOfNode(of, facts(node));
      const forwarded = (before: World) => (of: World, node: string) =>
        forwardedLifelineWays(lifelines, before, of, facts(node));
      const worlds = worldsOf(made, steps);
      const [{ kept: first, alone: firstAlone }] = worlds as [(typeof worlds)[number]];
      const known = new KnownWays(first, own, forwarded(first));
      for (const at of asked) {
        const { kept: of, alone } = worlds[at % worlds.length] as (typeof worlds)[number];
        for (const node of of.hostEndpoints.keys()) {
          const [kept, fresh] = [known.of(of, node), [...own(alone, node), ...forwarded(firstAlone)(alone, node)]];
          expect(dataOf(kept)).toEqual(dataOf(fresh));
          for (const way of kept) expect(dataOf(known.inFirst(of, way))).toEqual(dataOf(wayIn(firstAlone, way)));
        }
      }
    }),
    { numRuns: sized(300, Math.min(runs, 12)), seed: 21 },
  );
});

test.each(SETTINGS)(
  "%s: what is proved with what earlier proofs left is what is proved of the World alone",
  (...setting) => {
    const [, lifelines, hasFacts, runs] = setting;
    fc.assert(
      fc.property(cases, ([cluster, steps, asked]) => {
        const worlds = worldsOf(cluster, steps);
        const [{ kept: first, alone: firstAlone }] = worlds as [(typeof worlds)[number]];
        const proofs = new LifelineProofs(first, lifelines, { facts: factsOf(cluster, hasFacts) });
        for (const at of asked) {
          const { kept: of, alone } = worlds[at % worlds.length] as (typeof worlds)[number];
          const fresh = new LifelineProofs(firstAlone, lifelines, { facts: factsOf(cluster, hasFacts) });
          const [kept, made] = [proofs.holds(of), fresh.holds(alone)];
          if (kept.kind === "holds" && isOpen(made)) continue;
          expect(brief(kept)).toEqual(brief(made));
        }
      }),
      { numRuns: sized(200, runs), seed: 22 },
    );
  },
);

/**
 * Whether an answer is not known because a translation is open. A node of which nothing differs cuts nothing, wherever packets are
 * translated to; that is seen of Worlds that share what did not change, and not of Worlds that are compiled alone.
 */
function isOpen(found: Holding): boolean {
  return found.kind === "not proved" && /^of node \S+, .* are taken not to be translated /.test(found.why);
}

test("what is known of a workload at one address is not taken for what is known of it at another", () => {
  const allowed = gnp("allow", { selector: "all()", order: 2, ingress: [allow()] });
  const noted = gnp("note", { selector: "all()", order: 1, ingress: [allow({ protocol: "UDP" })] });
  const to = (address: string) => ({ protocol: "TCP", destination: { nets: [`${address}/32`] } });
  const denied = gnp("deny", { selector: "all()", order: 1, ingress: [deny(to("192.168.1.11"))] });
  const made = (...resources: readonly Resource[]) => worldOf([allowed, ...resources]);
  const [here, there] = [wep("w1", "192.168.1.10"), wep("w1", "192.168.1.11")];
  const proofs = new LifelineProofs(made(here), LIFELINES);
  expect(proofs.holds(made(here, noted, netset("set", ["10.9.0.0/16"]))).kind).toBe("holds");
  expect(proofs.holds(made(there, denied)).kind).toBe("cut");
});

/** All of a value but its functions, whatever the order of its fields. */
function dataOf(value: unknown): unknown {
  return JSON.parse(dataText(value));
}

/** The kind of an answer, and what is cut. */
function brief(found: Holding): unknown {
  if (found.kind !== "cut") return found.kind;
  const { lifeline, way, isReply, witness } = found.cut;
  return [lifeline.name, way.node, way.kind, way.interface, isReply, witness.flow];
}
