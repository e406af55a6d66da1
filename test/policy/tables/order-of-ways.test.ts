import { expect, test } from "vitest";
import { wayOrder } from "../../../src/policy/tables/batch/order-of-ways.ts";
import type { Way } from "../../../src/policy/tables/batch/ways.ts";

/** Ways with lists by name, of which only that they are the same or others matters. */
function waysWith(names: readonly string[]): readonly (Way | undefined)[] {
  const lists = new Map<string, object>();
  const listOf = (name: string) => {
    const list = lists.get(name) ?? {};
    lists.set(name, list);
    return { list };
  };
  const ways = names.map((ofWay) => ({ steps: [{ lists: [...ofWay].map(listOf) }, { decided: 0 }] }));
  // Lists and steps have much more, which takes a World to make and is not read where ways are put in order.
  return [undefined, ...ways] as unknown as readonly (Way | undefined)[];
}

test.each([
  { name: "no ways", lists: [], order: [] },
  { name: "ways that share no list", lists: ["a", "b", "c"], order: [1, 2, 3] },
  { name: "ways that share their first list", lists: ["ab", "cd", "ae", "cf"], order: [1, 3, 2, 4] },
  { name: "ways that share lists by another", lists: ["ab", "cd", "ef", "eb"], order: [1, 4, 3, 2] },
  { name: "ways without lists", lists: ["", "a", "", "a"], order: [1, 2, 4, 3] },
])("$name come one after the other", ({ lists, order }) => {
  expect([...wayOrder()(waysWith(lists))]).toEqual(order);
});

test("ways that were made since are at the end, and among the others when they are many", () => {
  const orderOf = wayOrder();
  const lists = ["a", "b", "a", "b", "a", "b"];
  const orders = [2, 3, 4, 6].map((count) => [...orderOf(waysWith(lists.slice(0, count)))]);
  expect(orders).toEqual([
    [1, 2],
    [1, 2, 3],
    [1, 3, 2, 4],
    [1, 3, 2, 4, 5, 6],
  ]);
});
