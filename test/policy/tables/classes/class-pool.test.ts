import { expect, test } from "vitest";
import { isIn } from "../../../../src/policy/tables/classes/address-ranges.ts";
import { classPool } from "../../../../src/policy/tables/classes/class-pool.ts";

test("a class is its groups and what is around it, and has one number", () => {
  const pool = classPool();
  const outer = pool.add(0, [1]);
  const inner = pool.add(outer, [2, 3]);
  const innermost = pool.add(inner, [4]);
  const alone = pool.add(0, [2, 3]);
  expect([outer, inner, innermost, alone]).toEqual([1, 2, 3, 4]);
  expect([pool.add(0, [1]), pool.add(outer, [2, 3])]).toEqual([outer, inner]);
  expect(pool.read(inner)).toEqual({ parent: outer, groups: [2, 3] });
  expect(pool.count()).toBe(5);
});

test.each<[groups: number[], classes: number[]]>([
  [[], []],
  [[1], [1, 2, 3]],
  [[2], [2, 3, 4]],
  [
    [3, 2],
    [2, 3, 4],
  ],
  [[4], [3]],
  [
    [4, 1],
    [1, 2, 3],
  ],
  [[9], []],
])("the classes that hold any of the groups %j", (groups, classes) => {
  const pool = classPool();
  pool.add(pool.add(pool.add(0, [1]), [2, 3]), [4]);
  pool.add(0, [2, 3]);
  const classSet = pool.holding(groups);
  expect([0, 1, 2, 3, 4, 5].filter((number) => isIn(classSet, number))).toEqual(classes);
});
