import fc from "fast-check";
import { expect, test } from "vitest";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import { CompileMemo } from "../../../src/policy/compile-memo.ts";
import { world } from "../../../src/policy/world/world.ts";
import { unlocated } from "../../conformance/flows.ts";
import { sized } from "../../support/full.ts";
import { madeWorlds } from "../../support/worlds.ts";
import { FlowComparison } from "./flow-ways.ts";
import { differences, newUniverses, nothingSeen } from "./way-packets.ts";

/** Set it for a long run: a million packets are about 1,500 worlds. */
const WORLDS = Number(process.env.PATHS_WORLDS ?? sized(120, 12));

/** Decisions that random worlds must bring up, or the run proves little. */
const KINDS = [
  ...["rule", "failsafe", "missing-profile", "conntrack", "unknown-workload-interface", "endpoint-to-host"],
  ...["encapsulation", "neighbour-discovery", "tunnel", "spoofed-source", "unpoliced", "default no-rule-matched"],
  ...["default no-profile-allowed", "default no-policy-no-profile", "default no-forward-policy", "default passed"],
];

test("packets at the edges of the regions of every way are decided as simulate decides them, and by the same", () => {
  const seen = nothingSeen();
  const compared = new FlowComparison();
  fc.assert(
    fc.property(madeWorlds(60), (made) => {
      const calico = calicoVersionRules(made.version) ?? expect.unreachable();
      const options = { calico, ...(made.services && { services: made.services }) };
      const compiled = world(made.resources.map(unlocated), options).world;
      expect([...differences(compiled, made.facts, seen, 3)]).toEqual([]);
      compared.compare("made", compiled, made.facts, made.flows);
      expect(compared.misses).toEqual([]);
    }),
    { numRuns: WORLDS, seed: 7 },
  );
  const others = [...seen.notAnalysed, ...compared.counts.notAnalysed];
  process.stdout.write(
    `sets: ${seen.packets} packets on ${seen.ways} ways and ${compared.counts.flows} flows in ${WORLDS} worlds; not analysed ${JSON.stringify(others)}\n`,
  );
  for (const kind of KINDS) expect(seen.deciders.get(kind) ?? 0, kind).toBeGreaterThan(0);
  expect(seen.packets).toBeGreaterThan(WORLDS * 300);
});

test("Worlds of one sequence share what is remembered, and each is decided as simulate decides it", () => {
  const seen = nothingSeen();
  fc.assert(
    fc.property(madeWorlds(1), fc.nat(), (made, chosen) => {
      const calico = calicoVersionRules(made.version) ?? expect.unreachable();
      const options = { calico, memo: new CompileMemo(), ...(made.services && { services: made.services }) };
      const located = made.resources.map(unlocated);
      const fewer = located.filter((_, index) => index !== chosen % located.length);
      const universes = newUniverses();
      for (const resources of [located, fewer, located]) {
        const compiled = world(resources, options).world;
        expect([...differences(compiled, made.facts, seen, 1, { universes })]).toEqual([]);
      }
    }),
    { numRuns: sized(60, 6), seed: 13 },
  );
  expect(seen.packets).toBeGreaterThan(1000);
});
