import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HOSTILE_TEXTS } from "../scripts/torture/mutate.ts";
import { readManifests } from "../src/manifest/manifests.ts";
import { hasErrors } from "../src/model/diagnostic.ts";
import { isEndToEndFlow } from "../src/model/flow.ts";
import { DEFAULT_CALICO } from "../src/model/kinds/version.ts";
import { simulate } from "../src/policy/simulate.ts";
import { world } from "../src/policy/world/world.ts";
import { readFlowFile } from "../src/traffic/flow-file.ts";
import { sized } from "./support/full.ts";

const EXAMPLES = join(import.meta.dirname, "..", "examples", "worked-example");
const read = (name: string): string => readFileSync(join(EXAMPLES, name), "utf8");
const MANIFESTS = [read("policy.yaml"), read("host-endpoint.yaml"), read("allow-nodeport.yaml")];
const FLOWS = read("flows.yaml");

/** A text with a few pieces cut, doubled or replaced. */
function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat(),
    length: fc.nat(40),
    splice: fc.constantFrom(...HOSTILE_TEXTS),
    double: fc.boolean(),
  });
  return fc.tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 })).map(([text, edits]) =>
    edits.reduce((current, { at, length, splice, double }) => {
      const start = at % (current.length + 1);
      const cut = current.slice(start, start + length);
      return current.slice(0, start) + splice + (double ? cut + cut : "") + current.slice(start + length);
    }, text),
  );
}

const good = readManifests(
  MANIFESTS.map((text, i) => ({ name: String(i), text })),
  { calico: DEFAULT_CALICO, purpose: "simulate" },
).resources;

function evaluate(resources: typeof good, text: string): void {
  const { file, diagnostics } = readFlowFile({ name: "flows", text });
  expect(file === undefined).toBe(hasErrors(diagnostics));
  const compiled = world(resources, { calico: DEFAULT_CALICO });
  for (const flow of file?.flows ?? []) {
    if (isEndToEndFlow(flow)) continue;
    const outcome = simulate(compiled.world, { ...file, node: file?.node ?? "node1" }, flow);
    expect(["allow", "deny"]).toContain(outcome.verdict);
    expect(outcome.decidedBy.kind === "not-evaluated").toBe(hasErrors(outcome.diagnostics));
  }
}

const RUNS = sized(5000, 500);

describe("an error or an answer, never an exception", () => {
  test(`${RUNS} mutated manifests, and the example's flows through what is left of them`, () => {
    fc.assert(
      fc.property(mutated(MANIFESTS), (text) => {
        const { resources, diagnostics } = readManifests([{ name: "m", text }], {
          calico: DEFAULT_CALICO,
          purpose: "simulate",
        });
        for (const { span, message } of diagnostics) {
          expect(span?.start.line).toBeGreaterThan(0);
          expect(message).not.toBe("");
        }
        evaluate([...good, ...resources], FLOWS);
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  test(`${RUNS} mutated flow files`, () => {
    fc.assert(
      fc.property(mutated([FLOWS]), (text) => evaluate(good, text)),
      { numRuns: RUNS, seed: 1 },
    );
  });
});
