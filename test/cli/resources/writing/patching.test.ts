import { expect, test } from "vitest";
import { applyPatch, type PatchType } from "../../../../src/cli/resources/writing/patching.ts";

const TARGET = { a: 1, b: { c: [1, 2, 3], d: "x" }, "e/f": { "g~h": true } };
const b = TARGET.b;

test.each([
  ["merge", { a: 2 }, { ...TARGET, a: 2 }],
  ["merge", { b: { d: null, n: 1 } }, { ...TARGET, b: { c: [1, 2, 3], n: 1 } }],
  ["merge", { b: { c: [9] } }, { ...TARGET, b: { ...b, c: [9] } }],
  ["merge", { a: { x: null, y: 1 } }, { ...TARGET, a: { y: 1 } }],
  ["strategic", { b: { c: [] } }, { ...TARGET, b: { ...b, c: [] } }],
  ["strategic", { b: { $patch: "replace", z: 1 } }, { ...TARGET, b: { z: 1 } }],
  ["strategic", { b: { $patch: "delete" } }, { a: 1, "e/f": TARGET["e/f"] }],
  ["strategic", { b: { $patch: "merge", z: 1 } }, { ...TARGET, b: { ...b, z: 1 } }],
  ["strategic", null, TARGET],
  ["strategic", { $retainKeys: ["a"] }, { a: 1 }],
  ["strategic", { b: { $retainKeys: ["d", "n"], n: 1, c: null } }, { ...TARGET, b: { d: "x", n: 1 } }],
  ["strategic", { b: { "$deleteFromPrimitiveList/c": [1, 3, 7] } }, { ...TARGET, b: { ...b, c: [2] } }],
  ["strategic", { b: { "$deleteFromPrimitiveList/nope": [1] } }, TARGET],
  ["json", { b: { "$deleteFromPrimitiveList/c": [2] } }, { ...TARGET, b: { ...b, c: [1, 3] } }],
  ["json", [], TARGET],
  ["json", [{ op: "add", path: "/n", value: null }], { ...TARGET, n: null }],
  ["json", [{ op: "add", path: "/b/c/1", value: 9 }], { ...TARGET, b: { ...b, c: [1, 9, 2, 3] } }],
  ["json", [{ op: "add", path: "/b/c/-", value: 9 }], { ...TARGET, b: { ...b, c: [1, 2, 3, 9] } }],
  ["json", [{ op: "add", path: "/b/c/3", value: 9 }], { ...TARGET, b: { ...b, c: [1, 2, 3, 9] } }],
  ["json", [{ op: "replace", path: "/b/c/0", value: 9 }], { ...TARGET, b: { ...b, c: [9, 2, 3] } }],
  ["json", [{ op: "replace", path: "", value: 5 }], 5],
  ["json", [{ op: "remove", path: "/b/c/1" }], { ...TARGET, b: { ...b, c: [1, 3] } }],
  ["json", [{ op: "remove", path: "/e~1f/g~0h" }], { ...TARGET, "e/f": {} }],
  ["json", [{ op: "copy", from: "/b/d", path: "/a" }], { ...TARGET, a: "x" }],
  ["json", [{ op: "move", from: "/b/d", path: "/z" }], { ...TARGET, b: { c: b.c }, z: "x" }],
  ["json", [{ op: "test", path: "/b", value: { d: "x", c: [1, 2, 3] } }], TARGET],
] as const)("%s %j", (type, patch, value) => {
  const before = structuredClone(TARGET);
  expect(applyPatch(type, TARGET, JSON.stringify(patch))).toEqual({ ok: true, value });
  expect(TARGET).toEqual(before);
});

test.each([
  ["strategic", "spec:\n  a: b", "the patch is not JSON: "],
  ["strategic", '{"spec":', "the patch is not JSON: "],
  ["strategic", "[]", "the patch must be a JSON object"],
  ["merge", "null", "the patch must be a JSON object"],
  ["strategic", '{"$setElementOrder/x":[]}', "`$setElementOrder/x` is not understood"],
  ["strategic", '{"$retainKeys":"a"}', "`$retainKeys` is a list of the fields to keep"],
  ["strategic", '{"$retainKeys":["a"],"b":{}}', "the patch has `b`, which its `$retainKeys` does not list"],
  ["strategic", '{"b":{"$deleteFromPrimitiveList/d":["x"]}}', "is a list of items of a list"],
  ["strategic", '{"b":{"$deleteFromPrimitiveList/c":[{}]}}', "takes items out of lists of texts and numbers only"],
  ["strategic", '{"b":{"$deleteFromPrimitiveList":[1]}}', "is not understood"],
  ["strategic", '{"b":{"$patch":"no"}}', '`$patch` is `replace`, `merge` or `delete`, not "no"'],
  ["merge", `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`, "nested deeper than 100"],
  ["json", "5", "a JSON patch is a list of operations"],
  ["json", "[1]", "operation 1 is not an object"],
  ["json", '[{"op":"add","path":"/x"}]', "operation 1: `value` is missing"],
  ["json", '[{"op":"remove"}]', "`path` is missing"],
  ["json", '[{"op":"remove","path":"x"}]', "`x` is not a JSON pointer"],
  ["json", '[{"op":"remove","path":""}]', "the whole resource cannot be removed"],
  ["json", '[{"op":"remove","path":"/nope"}]', "`/nope` does not exist"],
  ["json", '[{"op":"replace","path":"/nope","value":1}]', "`nope` does not exist"],
  ["json", '[{"op":"add","path":"/a/b","value":1}]', "nothing can hold `b`"],
  ["json", '[{"op":"add","path":"/b/c/9","value":1}]', "the list has no index 9"],
  ["json", '[{"op":"remove","path":"/b/c/3"}]', "the list has no index 3"],
  ["json", '[{"op":"remove","path":"/b/c/01"}]', "`01` is not an index of a list"],
  ["json", '[{"op":"move","from":"/b","path":"/b/x"}]', "a value cannot move into itself"],
  ["json", '[{"op":"copy","from":"/nope","path":"/x"}]', "`/nope` does not exist"],
  ["json", '[{"op":"test","path":"/a","value":2}]', "`/a` is not what `test` expects"],
  ["json", '[{"op":"test","path":"/a","value":1},{"op":"frob","path":"/a"}]', "operation 2: `op` is add, remove"],
  ["json", '[{"op":"add","path":"/__proto__/polluted","value":1}]', "`__proto__` does not exist"],
  ["json", '[{"op":"add","path":"/constructor/prototype/x","value":1}]', "`constructor` does not exist"],
] as const)("%s %s is refused", (type: PatchType, text, message) => {
  const result = applyPatch(type, TARGET, text);
  expect(result.ok ? JSON.stringify(result.value) : result.message).toContain(message);
});

test("no prototype is touched", () => {
  for (const [type, text] of [
    ["merge", '{"__proto__":{"polluted":1}}'],
    ["json", '[{"op":"add","path":"/__proto__","value":{"polluted":1}}]'],
  ] as const) {
    const result = applyPatch(type, {}, text);
    expect(result.ok && Object.keys(result.value as object)).toEqual(["__proto__"]);
    expect(result.ok && result.value).not.toHaveProperty("polluted");
  }
  expect({}).not.toHaveProperty("polluted");
});
