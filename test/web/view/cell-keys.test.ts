import { expect, test } from "vitest";
import { type CellPlace, cellFrom, partWith } from "../../../src/web/view/exposure/cell-keys.ts";

const ALL = { rowCount: 1031, columnCount: 1000 };

test.each<[CellPlace, string, CellPlace | undefined]>([
  [[0, 0], "ArrowRight", [0, 1]],
  [[0, 0], "ArrowDown", [1, 0]],
  [[5, 5], "ArrowUp", [4, 5]],
  [[5, 5], "ArrowLeft", [5, 4]],
  [[0, 0], "ArrowUp", undefined],
  [[1030, 999], "ArrowRight", undefined],
  [[5, 5], "PageDown", [15, 5]],
  [[5, 5], "PageUp", [0, 5]],
  [[1029, 5], "PageDown", [1030, 5]],
  [[5, 5], "Home", [5, 0]],
  [[5, 5], "End", [5, 999]],
  [[5, 5], "Enter", undefined],
  [[5, 5], "constructor", undefined],
])("from %j %s leads to %j", (from, key, to) => {
  expect(cellFrom(from, key, ALL)).toEqual(to);
});

test.each([
  [25, 0, 25, 25],
  [24, 25, 25, 0],
  [999, 0, 8, 992],
  [0, 992, 8, 0],
  [3, 5, 25, 0],
  [60, 5, 25, 55],
  [30, 25, 25, 25],
])("row %i is in the part from the shown one at %i by %i: %i", (wanted, first, step, part) => {
  expect(partWith(wanted, first, step)).toBe(part);
});
