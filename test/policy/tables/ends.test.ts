import { describe, expect, test } from "vitest";
import { nodeView } from "../../../src/policy/path/node-view.ts";
import { compiledWorld } from "../../../src/policy/tables/compiled-world.ts";
import { BAD_END, MOST_NAMES, makeEnds, reasonPlaceAt, type TableEnd } from "../../../src/policy/tables/ends.ts";
import { endReasonOf, reasonOf, splitReason } from "../../../src/policy/tables/reasons.ts";
import { STAGES, slotOf } from "../../../src/policy/tables/stage.ts";
import { allow, gnp, hep, profile, worldOf } from "../support.ts";

const FACTS = { node: "n1", interfaces: { eth0: [], eth1: [], eth2: [], eth3: [], eth9: [] } };
const on = (eth: number, labels: Record<string, string>, rest: object = {}) =>
  hep(`h${eth}`, { node: "n1", interfaceName: `eth${eth}`, ...rest }, labels);
const WORLD = worldOf([
  on(0, { role: "db" }),
  on(1, { role: "db", unread: "by policies" }),
  on(2, { role: "db" }, { profiles: ["p"] }),
  on(3, { role: "web" }),
  profile("p", { ingress: [allow()] }),
  gnp("db", { selector: "role == 'db'", ingress: [allow()] }),
]);

function endsOf(world = WORLD) {
  const context = { compiled: compiledWorld(world), view: nodeView(world, FACTS) };
  const ends = makeEnds(context, FACTS);
  const at = (name: string) => ends.list[ends.numberOfNamed({ interface: name })] as TableEnd;
  return { context, at };
}

describe("plans", () => {
  test.each([
    ["endpoints that policies cannot tell apart share one", "eth0", "eth1", true],
    ["other profiles need another", "eth0", "eth2", false],
    ["other policies need another", "eth0", "eth3", false],
    ["the same end has the same", "eth3", "eth3", true],
  ])("%s", (_, one, other, same) => {
    const { at } = endsOf();
    const [here, there] = [at(one), at(other)].map(({ stages }) => stages[slotOf("normal", "ingress")]);
    expect(here).toBeDefined();
    expect(here === there).toBe(same);
  });

  test("an interface without endpoint has none", () => {
    const { number: _, end: _end, ...rest } = endsOf().at("eth9");
    expect(rest).toEqual({
      kind: "host",
      kindNumber: 1,
      isWorkload: false,
      isUncertain: false,
      sources: [],
      otherSources: "pass",
      stages: STAGES.map(() => undefined),
      before: [],
    });
  });
});

test("a node remembers so many names and no more; the rest is explained", () => {
  const { context } = endsOf();
  const ends = makeEnds(context, FACTS);
  for (let i = 0; i < MOST_NAMES; i++) expect(ends.numberOfNamed({ interface: `made-up${i}` })).toBe(i);
  expect(ends.numberOfNamed({ interface: "one-more" })).toBe(BAD_END);
  expect([ends.numberOfNamed({ interface: "made-up7" }), ends.list.length]).toEqual([7, MOST_NAMES]);
});

describe("reasons as numbers", () => {
  test.each([
    [0, 0, 0],
    [0, 8, 15],
    [1, 0, 0],
    [3, 5, 13],
    [70_000, 8, 15],
  ])("end %i, slot %i, code %i", (end, slot, code) => {
    expect(splitReason(reasonOf(end, slot, code))).toEqual({ end, slot, code });
  });

  test("one that no endpoint gives has a slot that no stage has", () => {
    expect(STAGES[splitReason(endReasonOf(4, 6)).slot]).toBeUndefined();
    expect(splitReason(endReasonOf(4, 6))).toMatchObject({ end: 4, code: 6 });
  });
});

describe("what a reason is about", () => {
  const { context, at } = endsOf();
  test.each(
    STAGES.slice(3, 7).map((stage) => [`${stage.stage} ${stage.direction}`, STAGES.indexOf(stage), stage] as const),
  )("%s of a host endpoint", (_, slot, { stage, direction }) => {
    const place = reasonPlaceAt(at("eth2"), slot, context);
    expect(place).toMatchObject({ kind: "stage", at: { stage, direction }, profileNames: ["p"] });
  });
  test.each([0, 1, 2, 7, 8, 9])("slot %i has no chains here: the end itself", (slot) => {
    expect(reasonPlaceAt(at("eth2"), slot, context)).toEqual({ kind: "end", name: "eth2", action: "Drop" });
  });
});
