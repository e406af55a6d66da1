import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { needsSchemas, schemaProblems } from "../support/ci/ci-tools.ts";

/** The blocks of YAML in the page about CI, by what they are for. */
const BLOCKS = [...readFileSync("docs/ci.md", "utf8").matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(
  ([, text = ""]) => text,
);
const workflows = BLOCKS.filter((text) => text.includes("runs-on:"));

describe.skipIf(needsSchemas.isMissing)(`by the schemas that are published${needsSchemas.why}`, () => {
  test("action.yml is an action of GitHub's", () => {
    const text = readFileSync("action.yml", "utf8");
    expect(schemaProblems("github-actions", text)).toBe("");
    expect(schemaProblems("github-actions", text.replace("using: composite", "using: composit"))).toContain("composit");
  });

  test("the examples of workflows are valid", () => {
    expect(workflows).toHaveLength(2);
    for (const text of workflows) {
      expect(schemaProblems("github-workflows", text.startsWith("jobs:") ? `on: push\n${text}` : text)).toBe("");
    }
  });
});
