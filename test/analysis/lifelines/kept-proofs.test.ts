import fc from "fast-check";
import { expect, test } from "vitest";
import { EVERY_HOST, type Lifeline } from "../../../src/analysis/lifelines/lifeline.ts";
import { type Holding, LifelineProofs } from "../../../src/analysis/lifelines/lifeline-proofs.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import type { Located } from "../../../src/model/resource.ts";
import { CompileMemo } from "../../../src/policy/compile-memo.ts";
import type { World } from "../../../src/policy/world/compiled.ts";
import { world } from "../../../src/policy/world/world.ts";
import { ALL } from "../../../src/selector/selector.ts";
import { unlocated } from "../../policy/support.ts";
import { sized } from "../../support/full.ts";
import { edited, type ResourceEdit, resourceEdits } from "../../support/worlds/edited-resources.ts";
import { type MadeWorld, madeWorlds } from "../../support/worlds.ts";

const COMMON = { peers: [], protocol: 6, sourcePorts: [], endpoints: EVERY_HOST };
const EVERYONE = { addresses: [], selector: { key: "all()", selector: ALL } };

const LIFELINES: readonly Lifeline[] = [
  { ...COMMON, name: "in", direction: "in", ports: [[80, 80]], replies: true },
  { ...COMMON, name: "out", direction: "out", ports: [], replies: false },
  { ...COMMON, name: "dns", direction: "out", protocol: 17, ports: [[53, 53]], replies: true, endpoints: EVERYONE },
  { ...COMMON, name: "all in", direction: "in", ports: [], replies: true, endpoints: EVERYONE },
];

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

test("what is proved with what earlier proofs left is what is proved of the World alone", () => {
  fc.assert(
    fc.property(cases, ([made, steps, asked]) => {
      const worlds = worldsOf(made, steps);
      const [{ kept: first, alone: firstAlone }] = worlds as [(typeof worlds)[number]];
      const proofs = new LifelineProofs(first, LIFELINES);
      for (const at of asked) {
        const { kept: of, alone } = worlds[at % worlds.length] as (typeof worlds)[number];
        const fresh = new LifelineProofs(firstAlone, LIFELINES);
        expect(brief(proofs.holds(of))).toEqual(brief(fresh.holds(alone)));
      }
    }),
    { numRuns: sized(200, 30), seed: 22 },
  );
});

/** The kind of an answer, and what is cut. */
function brief(found: Holding): unknown {
  if (found.kind !== "cut") return found.kind;
  const { lifeline, way, isReply, witness } = found.cut;
  return [lifeline.name, way.node, way.kind, way.interface, isReply, witness.flow];
}
