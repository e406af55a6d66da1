import { inspect } from "node:util";
import { expect } from "vitest";
import { readFastBlock } from "../../../../src/manifest/yaml/fast/fast-block.ts";
import { locator } from "../../../../src/manifest/yaml/locate.ts";
import { parseTree, treeValue } from "../../../../src/manifest/yaml/tree.ts";
import type { FieldPath } from "../../../../src/model/resource.ts";

/** What the parser makes of a text: its value, and everything it says about it. */
function parsed(text: string): { readonly value: unknown; readonly reported: readonly string[] } {
  const tree = parseTree(text);
  const reported = [...tree.errors, ...tree.warnings].map(({ code }) => code as string);
  const value = treeValue(tree, text, ({ code }) => reported.push(code));
  return { value, reported };
}

/** The paths of all fields and items, and paths that lead nowhere or only in another case of letters. */
function pathsIn(value: unknown, path: FieldPath = []): readonly FieldPath[] {
  const inside = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const wrong: readonly FieldPath[] = [...["nowhere", 7, 0].map((part) => [...path, part]), [...path, "A", "B"]];
  return [
    path,
    ...wrong,
    ...inside.flatMap(([name, one]) => pathsIn(one, [...path, Array.isArray(value) ? Number(name) : name])),
  ];
}

/** All that a new locator says of a path. */
function saidOf(text: string, path: FieldPath, parsed?: ReturnType<typeof parseTree>): unknown {
  const places = locator("f", text, 0, parsed && { parsed: parsed.contents });
  const stretches = ([undefined, "key"] as const).map((part) => places.locate(path, part));
  return {
    path,
    stretches,
    inside: [1, 2].map((at) => places.locate(path, "value", at)),
    plain: places.plainText(path),
  };
}

/** Holds the quick way to the parser's: the same value, the same places and no finding, or nothing. Says whether it read the text. */
export function agrees(text: string): boolean {
  const simple = readFastBlock(text);
  if (simple === undefined) return false;
  const { value, reported } = parsed(text);
  expect({ text, reported }).toEqual({ text, reported: [] });
  expect(simple.value).toStrictEqual(value);
  // The order of fields too.
  expect(inspect(simple.value, { depth: null })).toBe(inspect(value, { depth: null }));
  const tree = parseTree(text);
  const paths = pathsIn(value);
  expect(paths.map((path) => saidOf(text, path))).toEqual(paths.map((path) => saidOf(text, path, tree)));
  return true;
}
