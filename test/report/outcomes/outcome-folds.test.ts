import { Chalk } from "chalk";
import { describe, expect, test } from "vitest";
import type { Hint, SkipReason, Step } from "../../../src/policy/outcome.ts";
import { foldedSteps } from "../../../src/report/outcomes/outcome-folds.ts";
import { pathTable } from "../../../src/report/outcomes/outcome-text.ts";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const endpoint = { kind: "HostEndpoint", name: "e", node: "n", interface: "eth0" } as const;
const at = { stage: "normal", direction: "ingress", endpoint } as const;
const SELECTOR: SkipReason = { reason: "selector", needs: "role == 'db'", has: [] };
const NAMESPACE: SkipReason = { reason: "namespace", needs: "ns" };
const FORWARD: SkipReason = { reason: "not-apply-on-forward" };
const TYPES: SkipReason = { reason: "no-rules-in-direction" };
const STAGE: Step = { kind: "stage", policies: 0, ...at };

const skips = (count: number, why: SkipReason): Step[] =>
  Array.from({ length: count }, (_, i) => {
    return { kind: "policy-skipped", policy: { kind: "GlobalNetworkPolicy", name: `p${i}` }, why, ...at };
  });

/** What is left out: the indexes, and the row that stands for them with its place. */
function folded(steps: readonly Step[], kept: readonly number[] = []): string[] {
  const folds = foldedSteps(steps, new Set(kept));
  const rows = new Set([...folds.values()].map(({ count, last, why }) => `${count} before ${last}: ${why}`));
  return [[...folds.keys()].sort((a, b) => a - b).join(), ...rows].filter((line) => line !== "");
}

describe("policies that do not apply", () => {
  test.each<readonly [string, readonly Step[], readonly string[]]>([
    ["none", [STAGE], []],
    ["ten are shown", [STAGE, ...skips(10, SELECTOR), STAGE], []],
    [
      "eleven are not",
      [STAGE, ...skips(11, SELECTOR)],
      ["11", "1 before 11: by their selectors; --all-steps shows them"],
    ],
    [
      "each stage by itself",
      [...skips(10, SELECTOR), STAGE, ...skips(12, NAMESPACE), STAGE],
      ["21,22", "2 before 22: for workloads of other namespaces; --all-steps shows them"],
    ],
    [
      "those that select the endpoint are shown first",
      [...skips(11, SELECTOR), ...skips(2, FORWARD), ...skips(1, TYPES)],
      ["7,8,9,10", "4 before 10: by their selectors; --all-steps shows them"],
    ],
    [
      "several reasons are counted",
      [...skips(9, FORWARD), ...skips(3, TYPES), ...skips(2, NAMESPACE), ...skips(4, SELECTOR)],
      [
        "10,11,12,13,14,15,16,17",
        "8 before 17: 2 because their types do not include this direction, 2 for workloads of other namespaces, 4 by their selectors; --all-steps shows them",
      ],
    ],
  ])("%s", (_, steps, expected) => expect(folded(steps)).toEqual(expected));

  test("a step with a hint is never left out", () => {
    expect(folded(skips(13, SELECTOR), [12])[0]).toBe("9,10,11");
  });
});

describe("the table", () => {
  const chalk = new Chalk({ level: 0 });
  const steps = [STAGE, ...skips(1000, SELECTOR), STAGE];
  const rows = (hints: readonly Hint[], all?: boolean) => pathTable(steps, hints, chalk, all).trimEnd().split("\n");

  test("has one row for what it leaves out, and keeps the rest", () => {
    const shown = rows([]);
    expect(shown).toHaveLength(1 + 1 + 10 + 1 + 1);
    expect(shown.at(-2)).toMatch(/^ +\(990 more\) +not applied +by their selectors; --all-steps shows them$/);
  });
  test("has all of them on request", () => expect(rows([], true)).toHaveLength(1 + 1002));
  test("looks for the places of what it shows only", () => {
    let looked = 0;
    const span = () => void looked++;
    const placed = steps.map((step) => Object.defineProperty({ ...step }, "span", { get: span }));
    pathTable(placed, [], chalk);
    expect(looked).toBe(10 + 2);
  });
  test("has a hint below the step it is about", () => {
    const shown = rows([{ code: "hint.log-only", step: 700, message: "a trap", help: "a way out" }]);
    const hint = shown.findIndex((row) => row.includes("a trap"));
    expect(shown[hint - 1]).toMatch(/^ +p699 +not applied/);
  });
});

test("1,000 policies for other endpoints do not hide the path; as data they are all there", async () => {
  const hep =
    "{apiVersion: projectcalico.org/v3, kind: HostEndpoint, metadata: {name: a}, spec: {node: n, interfaceName: eth0}}";
  const policy = (i: number) =>
    `{apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: p${i}}, spec: {selector: "x == 'y'"}}`;
  const folder = tmpFolder({ "m.yaml": [hep, ...Array.from({ length: 1000 }, (_, i) => policy(i))].join("\n---\n") });
  const line = `simulate --offline -f ${folder}/m.yaml --to-process tcp 10.0.0.9 10.0.0.1:80`;
  const run = session(folder);
  const lines = async (more: string) => (await run(`${line} ${more}`)).stdout.split("\n").length;
  expect(await lines("")).toBeLessThan(40);
  expect(await lines("--all-steps")).toBeGreaterThan(1000);
  expect(JSON.parse((await run(`${line} -o json`)).stdout).flows[0].steps.length).toBeGreaterThan(1000);
});
