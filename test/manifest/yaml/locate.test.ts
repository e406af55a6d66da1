import { describe, expect, test } from "vitest";
import { locator, RecentTrees } from "../../../src/manifest/yaml/locate.ts";
import type { Part } from "../../../src/manifest/yaml/pointed.ts";
import type { FieldPath } from "../../../src/model/resource.ts";

const TEXT = `metadata:
  name: "long name"
  labels: {role: n}
spec:
  ingress:
  - action: Allow
    source:
      nets: [10.0.0.0/8, "10.1.0.0/16"]
  - {action: Deny}
  empty:
  selector: >-
    a == 'b'
  Twice: 1
  Twice: 2
`;

describe("locate", () => {
  const places = locator("f.yaml", TEXT, 10);
  /** The stretch a path leads to, as \`line:column text\`. */
  const check = (path: FieldPath, expected: string, part?: Part, offset?: number) => {
    const { source, start, end } = places.locate(path, part, offset);
    const line = TEXT.split("\n")[start.line - 11] ?? "";
    const text =
      end.line === start.line ? line.slice(start.column - 1, end.column - 1) : `${line.slice(start.column - 1)}...`;
    expect(source).toBe("f.yaml");
    expect(`${start.line}:${start.column} ${text}`).toBe(expected);
  };

  test("a scalar", () => check(["metadata", "name"], '12:9 "long name"'));
  test("its key", () => check(["metadata", "name"], "12:3 name", "key"));
  test("inside a quoted scalar", () => check(["metadata", "name"], "12:15 name", "value", 5));
  test("past the end of a scalar", () => check(["metadata", "name"], "12:18 e", "value", 99));
  test("in a flow map", () => check(["metadata", "labels", "role"], "13:18 n"));
  test("a map is its key", () => check(["metadata", "labels"], "13:3 labels"));
  test("a map in a list is its first key", () => check(["spec", "ingress", 0], "16:5 action"));
  test("a flow map in a list", () => check(["spec", "ingress", 1], "19:6 action"));
  test("an item of a flow list", () => check(["spec", "ingress", 0, "source", "nets", 1], '18:26 "10.1.0.0/16"'));
  test("a null is its key", () => check(["spec", "empty"], "20:3 empty"));
  test("an absent field is the one around it", () => check(["spec", "ingress", 0, "source", "ports"], "17:5 source"));
  test("an absent item too", () => check(["spec", "ingress", 7], "15:3 ingress"));
  test("a block scalar goes over lines", () => check(["spec", "selector"], "21:13 >-..."));
  test("of a repeated key the last", () => check(["spec", "Twice"], "24:10 2"));
  test("in any case of letters", () => check(["spec", "twice"], "24:3 Twice", "key"));
  test("the whole document", () => check([], "11:1 metadata"));

  test("after it has forgotten", () => {
    places.forget();
    check(["metadata", "name"], '12:9 "long name"');
  });

  test("the text of plain scalars only", () => {
    expect(places.plainText(["metadata", "labels", "role"])).toBe("n");
    expect(places.plainText(["metadata", "name"])).toBeUndefined();
    expect(places.plainText(["metadata"])).toBeUndefined();
  });

  test("text that is not YAML has places too", () => {
    const span = locator("f", "]]]", 0).locate(["a", 1]);
    expect(span.start).toEqual({ line: 1, column: 1 });
  });
});

test("many documents are located in any order, though only a few stay parsed", () => {
  const all = Array.from({ length: 30 }, (_, i) => locator("f.yaml", `a: 1\nb: ${"x".repeat(i + 1)}\n`, i * 10));
  for (const order of [all.keys(), [...all.keys()].reverse(), [0, 29, 0, 15, 29]]) {
    for (const i of order) {
      const span = all[i]?.locate(["b"]);
      expect(span?.start).toEqual({ line: i * 10 + 2, column: 4 });
      expect(span?.end).toEqual({ line: i * 10 + 2, column: 5 + i });
    }
  }
});

test.each(["a: 1\n", "a: &x 1\nb: *x\n"])(
  "places of %j are found again when it was freed, and is the oldest that was kept",
  (text) => {
    const recent = new RecentTrees();
    const one = locator("f", text, 0, { recent });
    const before = one.locate(["a"]);
    one.forget();
    for (let at = 0; at < 7; at++) locator("g", text, 0, { recent }).locate(["a"]);
    expect(one.locate(["a"])).toEqual(before);
  },
);
