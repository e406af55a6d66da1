import "./support/work.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readManifests } from "../src/manifest/manifests.ts";
import { DEFAULT_CALICO } from "../src/model/kinds/version.ts";
import { readFlowFile } from "../src/traffic/flow-file.ts";
import { sized } from "./support/full.ts";
import { workOf } from "./support/work.ts";

const POLICY = readFileSync(join(import.meta.dirname, "..", "examples", "worked-example", "policy.yaml"), "utf8");

/** Characters of a text. */
const SIZE = sized(1024 * 1024, 128 * 1024);
/** How often a piece is written where a megabyte has it `count` times. */
const times = (count: number): number => Math.round((count * SIZE) / (1024 * 1024));
const filled = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);

/** The shortest valid flow. */
const SHORTEST = "{from: {process: true}, protocol: 1, srcIP: 1.1.1.1, dstIP: 1.1.1.1}";
const BLOCK = "- from: {process: true}\n  protocol: 1\n  srcIP: 1.1.1.1\n  dstIP: 1.1.1.1\n";
const JSON_FLOW = '{"from":{"process":true},"protocol":1,"srcIP":"1.1.1.1","dstIP":"1.1.1.1"}';
const numbered = (piece: (i: number) => string): string =>
  Array.from({ length: times(95_000) }, (_, i) => piece(i)).join("");

/** The beginning of a set, up to its spec's fields. */
const SET = "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata:\n  name: a\nspec:\n";

/** Blocks of code for one character at most; the most that any of these texts takes is 83. */
const LIMIT = 300;

describe("reading a text takes work in proportion to its length", () => {
  const texts: readonly (readonly [string, string])[] = [
    ["policies", filled(`${POLICY}---\n`)],
    ["a set of invalid nets", `${SET}  nets: [${filled("a,")}]\n`],
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
    ["deep indents", Array.from({ length: times(1400) }, (_, i) => `${" ".repeat(i)}a:`).join("\n")],
  ];
  test.each(texts)("%s", async (name, text) => {
    const read = () => {
      readManifests([{ name, text }], { calico: DEFAULT_CALICO, purpose: "simulate" });
      readFlowFile({ name, text });
    };
    expect((await workOf(read)) / text.length).toBeLessThan(LIMIT);
  });

  /** Findings of a text that is too long for YAML that is not simple: one at full size. */
  const TOO_LONG = sized(1, 0);

  /** Flow files, dense with what they may hold, right and wrong; the number of findings. */
  const flowFiles: readonly (readonly [string, string, number])[] = [
    ["wrong flows of two fields", filled("- {a: 1, protocol: b}\n"), 101],
    ["empty flows", `protocol: 1\nflows:\n${filled("- {}\n")}`, 101],
    ["flows that are numbers, on one line", `{protocol: 1, flows: [${filled("1,")}]}`, 101],
    ["wrong flows in JSON", `[${'{"protocol":1},'.repeat(times(70_000))}{}]`, 101],
    ["wrong DNATs", `flows: [${SHORTEST}]\ndnat:\n${filled("- {a: 1}\n")}`, 101],
    ["unknown fields", `protocol: 1\n${numbered((i) => `k${i}: 1\n`)}`, 101],
    ["right flows", `- ${SHORTEST}\n`.repeat(times(15_000)), 0],
    [
      "right flows, and wrong ones after them",
      `- ${SHORTEST}\n`.repeat(times(7_500)) + "- {}\n".repeat(times(100_000)),
      101,
    ],
    ["right flows in blocks", BLOCK.repeat(times(15_000)), 0],
    ["right flows in JSON", `[${`${JSON_FLOW},`.repeat(times(11_000))}${JSON_FLOW}]`, 0],
    ["right flows with comments", `- ${SHORTEST} # ok\n`.repeat(times(13_500)), 0],
    ["right flows with tags", `- !!map ${SHORTEST}\n`.repeat(times(13_500)), TOO_LONG],
    [
      "few right flows with tags",
      `- ${SHORTEST.replace("}, ", `}, name: !!str "${"x".repeat(900)}", `)}\n`.repeat(times(1_000)),
      0,
    ],
    [
      "exceptions",
      `flows: [${SHORTEST}]\ndnat:\n- {protocol: 1, dst: a, toIP: b, except: [${"{},".repeat(times(350_000))}]}\n`,
      0,
    ],
    [
      "exceptions with a tag",
      `flows: [${SHORTEST}]\ndnat:\n- !!map {protocol: 1, dst: a, toIP: b, except: [${"{},".repeat(times(350_000))}]}\n`,
      TOO_LONG,
    ],
    ["interfaces", `flows: [${SHORTEST}]\ninterfaces:\n${numbered((i) => ` e${i}: []\n`)}`, 0],
  ];
  test.each(flowFiles)("a flow file: %s", async (name, text, findings) => {
    let answer: ReturnType<typeof readFlowFile> | undefined;
    const work = await workOf(() => {
      answer = readFlowFile({ name, text });
    });
    expect(work / text.length).toBeLessThan(LIMIT);
    expect(answer?.diagnostics).toHaveLength(findings);
    expect(answer?.file === undefined).toBe(findings > 0);
  });
});
