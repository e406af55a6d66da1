import "../support/work.ts";
import { expect, test } from "vitest";
import { tokenize } from "../../src/selector/tokenize.ts";
import { workOf } from "../support/work.ts";

test.each([["has(".repeat(50_000)], ["starts ".repeat(50_000)], [`a not${" ".repeat(1_000_000)}x`]])(
  "%.20s... takes work in proportion to its length",
  async (text) => expect((await workOf(() => tokenize(text))) / text.length).toBeLessThan(30),
);
