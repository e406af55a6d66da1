import { describe, expect, test } from "vitest";
import { candidatesIn } from "../../src/manifest/candidates.ts";
import type { Problem } from "../../src/manifest/problem.ts";

describe("candidatesIn", () => {
  /** The candidates as \`path: kind apiVersion\`, and the problems as \`code path\`. */
  const check = (value: unknown, candidates: readonly string[], problems: readonly string[] = []) => {
    const reported: Problem[] = [];
    const listed = candidatesIn(value, (problem) => reported.push(problem));
    expect(listed.map(({ path, kind, apiVersion }) => `${path.join(".")}: ${kind} ${apiVersion}`)).toEqual(candidates);
    expect(reported.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual(problems);
  };
  const node = { apiVersion: "v", kind: "Node" };

  test("one", () => check(node, [": Node v"]));
  test("keys in another case", () => check({ Kind: "Node", APIVERSION: "v" }, [": Node v"]));
  test("a document without kind and apiVersion", () => check({}, [": undefined undefined"]));
  test("a kind that is not text", () => check({ kind: 5, apiVersion: ["v"] }, [": undefined undefined"]));
  test("a list", () => check([node, node], ["0: Node v", "1: Node v"]));
  test("a list with other things in it", () =>
    check([null, node, "x", [node]], ["1: Node v"], ["document.type 0", "document.type 2", "document.type 3"]));
  test("typed lists in a list, which calicoctl takes", () =>
    check(
      [{ kind: "NodeList", apiVersion: "v", items: [{}, { kind: "Profile" }] }, node, { kind: "TierList", items: 5 }],
      ["0.items.0: Node v", "0.items.1: Profile v", "1: Node v"],
      ["field.type 2.items"],
    ));
  test("kind: List", () =>
    check({ kind: "List", apiVersion: "v1", items: [node, {}] }, ["items.0: Node v", "items.1: undefined undefined"]));
  test("a typed list gives its items what they lack", () =>
    check(
      {
        kind: "NodeList",
        apiVersion: "v",
        metadata: {},
        items: [{}, { kind: null }, { kind: "Profile", apiVersion: "w" }],
      },
      ["items.0: Node v", "items.1: Node v", "items.2: Profile w"],
    ));
  test("a list without items", () => check({ kind: "NodeList" }, []));
  test("items that are not a list", () => check({ kind: "NodeList", items: "x" }, [], ["field.type items"]));
  test("fields a list does not have", () => check({ kind: "List", items: [], spec: {} }, [], ["field.unknown spec"]));
  test.each([5, "x", true, 10n])("%s is not a resource", (value) => check(value, [], ["document.type "]));
});
