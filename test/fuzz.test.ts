import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readManifests } from "../src/manifest/manifests.ts";
import { hasErrors } from "../src/model/diagnostic.ts";
import { DEFAULT_CALICO } from "../src/model/kinds/version.ts";
import { simulate } from "../src/policy/simulate.ts";
import { world } from "../src/policy/world/world.ts";
import { readFlowFile } from "../src/traffic/flow-file.ts";

const EXAMPLES = join(import.meta.dirname, "..", "examples", "worked-example");
const read = (name: string): string => readFileSync(join(EXAMPLES, name), "utf8");
const MANIFESTS = [read("policy.yaml"), read("host-endpoint.yaml"), read("allow-nodeport.yaml")];
const FLOWS = read("flows.yaml");

/** What hostile or careless people put into a text: structure, other types, escapes, extremes. */
const SPLICES = [
  "",
  " ",
  "\n",
  "\t",
  "---\n",
  "- ",
  ": ",
  "{",
  "}",
  "[",
  "]",
  "'",
  '"',
  "&a ",
  "*a",
  "!!binary ",
  "|\n",
  ">",
  "#",
  "%",
  "null",
  "~",
  "true",
  "-1",
  "0",
  "1e999",
  "99999999999999999999",
  "0x1f",
  "2001:db8::1",
  "256.0.0.1",
  "10.0.0.0/33",
  "all()",
  "has(",
  "a == 'b' && ",
  "!",
  "__proto__",
  "constructor",
  "\u0000",
  "\u001b[31m",
  "\ud800",
  "😀",
  "\ufeff",
  "x".repeat(300),
];

/** A text with a few pieces cut, doubled or replaced. */
function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat(),
    length: fc.nat(40),
    splice: fc.constantFrom(...SPLICES),
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
    const outcome = simulate(compiled.world, { ...file, node: file?.node ?? "node1" }, flow);
    expect(["allow", "deny"]).toContain(outcome.verdict);
    expect(outcome.decidedBy.kind === "not-evaluated").toBe(hasErrors(outcome.diagnostics));
  }
}

describe("an error or an answer, never an exception", () => {
  test("5,000 mutated manifests, and the example's flows through what is left of them", { timeout: 120_000 }, () => {
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
      { numRuns: 5000 },
    );
  });

  test("5,000 mutated flow files", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(mutated([FLOWS]), (text) => evaluate(good, text)),
      { numRuns: 5000 },
    );
  });
});

/** A megabyte of one thing each. The bound is for a hang: a machine that is ten times slower must still pass. */
const MEGABYTE = 1024 * 1024;
const filled = (piece: string): string => piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE);

/** The shortest flow that is right. */
const SHORTEST = "{from: {process: true}, protocol: 1, srcIP: 1.1.1.1, dstIP: 1.1.1.1}";
const BLOCK = "- from: {process: true}\n  protocol: 1\n  srcIP: 1.1.1.1\n  dstIP: 1.1.1.1\n";
const JSON_FLOW = '{"from":{"process":true},"protocol":1,"srcIP":"1.1.1.1","dstIP":"1.1.1.1"}';
const numbered = (piece: (i: number) => string): string => Array.from({ length: 95_000 }, (_, i) => piece(i)).join("");

/** The beginning of a set, up to its spec's fields. */
const SET = "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata:\n  name: a\nspec:\n";

describe("a megabyte never takes long", () => {
  const texts: readonly (readonly [string, string])[] = [
    ["policies", filled(`${MANIFESTS[0]}---\n`)],
    ["a set of nets that are none", `${SET}  nets: [${filled("a,")}]\n`],
    ["a set of nets that are objects", `${SET}  nets: [${filled("{},")}]\n`],
    ["a set of nets, in YAML that is not simple", `${SET}  nets: !!seq [${filled("10.0.0.0/8,")}]\n`],
    ["rules", `${SET.replace("Set", "Policy")}  ingress:\n${filled("  - {action: Allow}\n")}`],
    ["labels", `${SET.replace("spec:", "  labels:")}${numbered((i) => `    k${i}: v\n`)}`],
    ["one list of nets", `{apiVersion: a, protocol: b, nets: [${filled("10.0.0.0/8, ")}]}`],
    ["repeated keys", filled("a: b\n")],
    ["empty block scalars", filled("- |\n")],
    ["empty documents", filled("---\n")],
    ["documents of a word", filled("--- a\nb\n")],
    ["brackets", filled("[")],
    ["quotes", filled('"')],
    ["anchors", filled("- &a b\n- *a\n")],
    ["colons", filled("a:")],
    ["resources' words", filled("- {apiVersion: a, protocol: b}\n")],
    ["a comment", filled("# x\n")],
    ["deep indents", Array.from({ length: 1400 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")],
  ];
  test.each(texts)("%s", (name, text) => {
    const started = performance.now();
    const { diagnostics } = readManifests([{ name, text }], { calico: DEFAULT_CALICO, purpose: "simulate" });
    readFlowFile({ name, text });
    const took = performance.now() - started;
    process.stdout.write(`1 MB of ${name}: ${(took / 1000).toFixed(2)} s\n`);
    expect(took).toBeLessThan(20_000);
    expect(Array.isArray(diagnostics)).toBe(true);
  });

  /** Flow files, dense with what they may hold, right and wrong; the number of findings. */
  const flowFiles: readonly (readonly [string, string, number])[] = [
    ["wrong flows of two fields", filled("- {a: 1, protocol: b}\n"), 101],
    ["empty flows", `protocol: 1\nflows:\n${filled("- {}\n")}`, 101],
    ["flows that are numbers, on one line", `{protocol: 1, flows: [${filled("1,")}]}`, 101],
    ["wrong flows in JSON", `[${'{"protocol":1},'.repeat(70_000)}{}]`, 101],
    ["wrong DNATs", `flows: [${SHORTEST}]\ndnat:\n${filled("- {a: 1}\n")}`, 101],
    ["unknown fields", `protocol: 1\n${numbered((i) => `k${i}: 1\n`)}`, 101],
    ["right flows", `- ${SHORTEST}\n`.repeat(15_000), 0],
    ["right flows, and wrong ones after them", `- ${SHORTEST}\n`.repeat(7_500) + "- {}\n".repeat(100_000), 101],
    ["right flows in blocks", BLOCK.repeat(15_000), 0],
    ["right flows in JSON", `[${`${JSON_FLOW},`.repeat(11_000)}${JSON_FLOW}]`, 0],
    ["right flows with comments", `- ${SHORTEST} # ok\n`.repeat(13_500), 0],
    ["right flows with tags", `- !!map ${SHORTEST}\n`.repeat(13_500), 1],
    [
      "few right flows with tags",
      `- ${SHORTEST.replace("}, ", `}, name: !!str "${"x".repeat(900)}", `)}\n`.repeat(1_000),
      0,
    ],
    [
      "exceptions",
      `flows: [${SHORTEST}]\ndnat:\n- {protocol: 1, dst: a, toIP: b, except: [${"{},".repeat(350_000)}]}\n`,
      0,
    ],
    [
      "exceptions with a tag",
      `flows: [${SHORTEST}]\ndnat:\n- !!map {protocol: 1, dst: a, toIP: b, except: [${"{},".repeat(350_000)}]}\n`,
      1,
    ],
    ["interfaces", `flows: [${SHORTEST}]\ninterfaces:\n${numbered((i) => ` e${i}: []\n`)}`, 0],
  ];
  test.each(flowFiles)("a flow file: %s", (name, text, findings) => {
    const started = performance.now();
    const { file, diagnostics } = readFlowFile({ name, text });
    const took = performance.now() - started;
    process.stdout.write(`1 MB of ${name}: ${(took / 1000).toFixed(2)} s\n`);
    expect(took).toBeLessThan(10_000);
    expect(diagnostics).toHaveLength(findings);
    expect(file === undefined).toBe(findings > 0);
  });
});
