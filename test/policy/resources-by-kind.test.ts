import { expect, test } from "vitest";
import type { Located } from "../../src/model/resource.ts";
import { groupByKind } from "../../src/policy/resources-by-kind.ts";
import { np, unlocated } from "./support.ts";

const policy = (namespace: string, name: string): Located => unlocated(np(name, namespace, {}));

test("a list is grouped after another as it is by itself, where namespaces and names have slashes at different places", () => {
  const [one, other, again] = [policy("a/b", "c"), policy("a", "b/c"), policy("a", "b/c")];
  const last = groupByKind([one, other], undefined);
  expect(last.kinds.get("NetworkPolicy")).toEqual([one, other]);
  const after = groupByKind([other, again], last);
  expect(after.kinds.get("NetworkPolicy")).toHaveLength(1);
  expect(after.kinds.get("NetworkPolicy")?.[0]).toBe(again);
});
