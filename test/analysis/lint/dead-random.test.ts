import fc from "fast-check";
import { expect, test } from "vitest";
import { type DeadRule, deadRules } from "../../../src/analysis/lint/dead/dead-rules.ts";
import { openPaths, verdictSets } from "../../../src/analysis/paths/paths.ts";
import { wayIn, waysOf } from "../../../src/analysis/paths/ways-of.ts";
import { within } from "../../../src/analysis/sets/budget.ts";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import type { CompiledPolicy, CompiledRules } from "../../../src/policy/world/compiled.ts";
import { world } from "../../../src/policy/world/world.ts";
import { unlocated } from "../../conformance/flows.ts";
import { sized } from "../../support/full.ts";
import { type MadeWorld, madeWorlds } from "../../support/worlds.ts";
import { stagesDisagree } from "./stage-packets.ts";

const WORLDS = Number(process.env.LINT_WORLDS ?? sized(60, 8));

function compiledOf({ version, resources, services }: MadeWorld) {
  const calico = calicoVersionRules(version) ?? expect.unreachable();
  return world(resources.map(unlocated), { calico, ...(services && { services }) }).world;
}

/** The resource of a rule without it, and otherwise as it was: a policy that names no `types` has those that it had. */
function without({ rule: { name, owner } }: DeadRule): Resource {
  const { resource } = owner.located;
  const list = resource.spec?.[name.direction] as readonly unknown[];
  const types = typesOf(owner);
  const spec = { ...resource.spec, ...types, [name.direction]: list.filter((_, index) => index !== name.rule - 1) };
  return { ...resource, spec };
}

function typesOf(owner: CompiledRules | CompiledPolicy): { readonly types?: readonly string[] } {
  if (!("types" in owner)) return {};
  return { types: [...(owner.types.ingress ? ["Ingress"] : []), ...(owner.types.egress ? ["Egress"] : [])] };
}

/** What becomes of packets otherwise without the rule: of each flow by `simulate`, of all packets of each way by sets. */
function* changes(made: MadeWorld, dead: DeadRule, counts: { ways: number; tooLarge: number }): Generator<string> {
  const edited = without(dead);
  const original = dead.rule.owner.located.resource;
  const resources = made.resources.map((one) => (one === original ? edited : one));
  const [before, after] = [compiledOf(made), compiledOf({ ...made, resources })];
  for (const flow of made.flows) {
    const [a, b] = [before, after].map((one) => {
      const { verdict, return: reply } = simulate(one, made.facts, flow, { trace: false });
      return `${verdict} ${reply}`;
    });
    if (a !== b) yield `${JSON.stringify(flow)}: ${a}, without the rule ${b}`;
  }
  for (const way of waysOf(before, [made.facts])) {
    const answer = within(() => {
      const cases = [
        { world: before, way },
        { world: after, way: wayIn(after, way) },
      ];
      const paths = openPaths(cases, { deciders: false, replies: true });
      const [a, b] = [0, 1].map((index) => {
        const answered = paths.decide(index).filter(({ reply }) => reply?.verdict === "allow");
        const replies = answered.reduce((set, { packets }) => paths.space.union(set, packets), paths.space.none);
        return `${verdictSets(paths, index).allowed} ${replies}`;
      });
      return a === b;
    });
    counts.ways++;
    if (!answer.exact) counts.tooLarge++;
    else if (!answer.value) yield `${way.kind} ${way.interface} IPv${way.family}`;
  }
}

test("without a rule that nothing comes to, all packets are decided as with it", () => {
  const counts = { dead: 0, ways: 0, tooLarge: 0 };
  fc.assert(
    fc.property(madeWorlds(30), (made) => {
      const { dead, notProved } = deadRules(compiledOf(made), { perEndpoint: false });
      expect(notProved).toEqual([]);
      for (const one of dead.slice(0, 2)) {
        counts.dead++;
        expect([...changes(made, one, counts)], JSON.stringify(one.rule.name)).toEqual([]);
      }
    }),
    { numRuns: WORLDS, seed: 11 },
  );
  process.stdout.write(`lint: ${JSON.stringify(counts)} in ${WORLDS} worlds\n`);
  expect(counts.dead).toBeGreaterThan(WORLDS / 2);
  expect(counts.tooLarge).toBeLessThan(counts.ways / 20);
});

test("box search and diagrams agree on every rule of every stage, and the evaluator on their packets", () => {
  const counts = { live: 0, dead: 0, replayed: 0, before: 0, takers: 0 };
  fc.assert(
    fc.property(madeWorlds(40), (made) => {
      expect(stagesDisagree(compiledOf(made), made.facts, made.flows, counts)).toEqual([]);
    }),
    { numRuns: WORLDS * 5, seed: 12 },
  );
  process.stdout.write(`lint: ${JSON.stringify(counts)} in ${WORLDS * 5} worlds\n`);
  for (const count of [counts.live, counts.dead, counts.replayed, counts.takers]) expect(count).toBeGreaterThan(WORLDS);
});
