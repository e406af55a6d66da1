import { expect, test } from "vitest";
import { DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import { plainEnds } from "../../../src/policy/tables/batch/plain-ends.ts";
import { NO_WAY } from "../../../src/policy/tables/batch/sorted-packets.ts";
import { keyOf, placeOf, wayTable } from "../../../src/policy/tables/batch/way-table.ts";
import type { TableEnd } from "../../../src/policy/tables/ends.ts";
import { compileNode } from "../../../src/policy/tables/evaluate.ts";
import { world } from "../../../src/policy/world/world.ts";

/** What is inside a node with a host interface, and that end of it. */
function nodeWithEnd() {
  const node = compileNode(world([], { calico: DEFAULT_CALICO }).world, { node: "n1" });
  const end = node.inside.ends[node.end({ interface: "eth0" })] as TableEnd;
  return { ...node.inside, end };
}

test("a table that grows has one way for each two kinds, where it is looked for", () => {
  const { end, settings, state } = nodeWithEnd();
  const kinds = Array.from({ length: 40 }, () => ({ end, settings }));
  const table = wayTable(kinds, state);
  const pairs = kinds.flatMap((_, from) => kinds.map((_, to) => [from, to] as const));
  const made = pairs.map(([from, to]) => table.between(from, to));
  expect([...made].sort((a, b) => a - b)).toEqual(pairs.map((_, at) => at + 1));
  expect(pairs.map(([from, to]) => table.between(from, to))).toEqual(made);
  const atOnce = pairs.filter(([from, to], at) => {
    const place = placeOf(keyOf(from, to), table.shift);
    return table.places[place] === keyOf(from, to) && table.places[place + 1] === made[at];
  });
  expect(atOnce.length).toBeGreaterThan(0.9 * pairs.length);
});

test("there is no way between ends of other settings, nor where an end has no kind", () => {
  const { end, settings, state } = nodeWithEnd();
  const table = wayTable(
    [
      { end, settings },
      { end, settings: { ...settings } },
    ],
    state,
  );
  expect([table.between(0, 1), table.between(0, 1), table.between(-1, 0), table.between(0, -1)]).toEqual(
    Array(4).fill(NO_WAY),
  );
});

test("ends of more kinds than two fit into a number have none", () => {
  const { end, ...inside } = nodeWithEnd();
  const most = 2 ** 15;
  const ends = plainEnds([{ ...inside, ends: Array.from({ length: most + 2 }, () => ({ ...end, stages: [] })) }]);
  ends.update();
  const kindOf = (number: number) => ends.fields[4 * ((ends.starts[0] as number) + number)];
  expect([0, most - 1, most, most + 1].map(kindOf)).toEqual([0, most - 1, -1, -1]);
  expect(keyOf(most - 1, most - 1)).toBeGreaterThan(0);
});
