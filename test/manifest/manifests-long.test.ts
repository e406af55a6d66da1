import { describe, expect, test } from "vitest";
import { HEP, read } from "./read.ts";

describe("a long text that is all wrong is not read to its end", () => {
  test.each([
    ["items that are not resources", "- {apiVersion: a}\n".repeat(20_000)],
    ["repeated keys", "apiVersion: a\n".repeat(20_000)],
    ["documents", "--- \napiVersion: a\nkind: Node\nfoo: 1\n".repeat(30_000)],
  ])("%s", (_, text) => {
    const { diagnostics } = read(text);
    expect(diagnostics.at(-1)).toMatchObject({ severity: "error", code: "document.findings" });
    expect(diagnostics.length).toBeLessThan(25_000);
  });

  test.each([
    ["texts behind separators", "--- a\nb\n".repeat(200_000)],
    [
      "numbers for text",
      `${HEP("a")
        .replace("spec:", "  labels:\n    l0: 0x1\nspec:")
        .replace("    l0: 0x1\n", Array.from({ length: 200_000 }, (_, i) => `    l${i}: 0x1\n`).join(""))}`,
    ],
  ])("hundreds of thousands of warnings: %s", (_, text) => {
    expect(read(text).diagnostics.length).toBeGreaterThan(100);
  });

  test("one that is in order is, however long", () => {
    const item = (at: number) => `- {apiVersion: projectcalico.org/v3, kind: Node, metadata: {name: node${at}}}\n`;
    const { resources, diagnostics } = read(Array.from({ length: 5000 }, (_, at) => item(at)).join(""));
    expect([resources.length, diagnostics.length]).toEqual([5000, 0]);
  });

  test("of resources that are given again, the first hundred are reported", () => {
    const item = "- {apiVersion: projectcalico.org/v3, kind: Node, metadata: {name: node1}}\n";
    const { resources, diagnostics } = read(item.repeat(5000));
    expect([resources.length, diagnostics.length]).toEqual([5000, 100]);
  });
});
