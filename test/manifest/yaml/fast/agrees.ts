import { inspect } from "node:util";
import { expect } from "vitest";
import { readFastBlock } from "../../../../src/manifest/yaml/fast/fast-block.ts";
import { parseTree, treeValue } from "../../../../src/manifest/yaml/tree.ts";

/** What the parser makes of a text: its value, and everything it says about it. */
function parsed(text: string): { readonly value: unknown; readonly reported: readonly string[] } {
  const tree = parseTree(text);
  const reported = [...tree.errors, ...tree.warnings].map(({ code }) => code as string);
  const value = treeValue(tree, text, ({ code }) => reported.push(code));
  return { value, reported };
}

/** Holds the quick way to the parser's: the same value and no finding, or nothing. Says whether it read the text. */
export function agrees(text: string): boolean {
  const simple = readFastBlock(text);
  if (simple === undefined) return false;
  const { value, reported } = parsed(text);
  expect({ text, reported }).toEqual({ text, reported: [] });
  expect(simple.value).toStrictEqual(value);
  // The order of fields too.
  expect(inspect(simple.value, { depth: null })).toBe(inspect(value, { depth: null }));
  return true;
}
