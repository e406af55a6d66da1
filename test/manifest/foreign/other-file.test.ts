import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { read } from "../read.ts";

describe("a file of the tool that holds no manifests says what reads it", () => {
  test.each([
    ["examples/worked-example/flows.yaml", "calicoctl test FILE"],
    ["examples/lifelines.yaml", "calicoctl guard --lifelines FILE"],
  ])("%s", (file, line) => {
    const [first] = read(readFileSync(file, "utf8")).diagnostics;
    expect(first).toMatchObject({ code: "field.required", help: expect.stringContaining(line) });
  });

  test.each(["forbid: []", "permit: []", "flows: []"])("%s", (text) =>
    expect(read(text).diagnostics[0]?.help).toContain("this is a flow file"),
  );

  test.each(["flows: 1", "spec: { flows: [] }", "items: []"])("but not %s", (text) =>
    expect(read(text).diagnostics[0]?.help ?? "").not.toMatch(/this is a (flow|file of)/),
  );
});
