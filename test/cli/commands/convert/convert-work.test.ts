import "../../../support/work.ts";
import { expect, test } from "vitest";
import { runCli } from "../../../support/cli.ts";
import { workOf } from "../../../support/work.ts";

const v1 = (kind: string, metadata: object, spec: object = {}) =>
  JSON.stringify({ apiVersion: "v1", kind, metadata, spec });

test.each([
  ["a long name", v1("policy", { name: "a".repeat(100_000) })],
  ["many dashes", v1("policy", { name: `${"-".repeat(200_000)}a` })],
  ["many quotes", v1("policy", { name: "p" }, { selector: "'".repeat(100_001) })],
])("convert takes work in proportion to the text: %s", async (_, stdin) => {
  const work = await workOf(() => runCli(["convert", "-f", "-"], { stdin }));
  expect(work / stdin.length).toBeLessThan(100);
});
