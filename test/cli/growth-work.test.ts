import "../support/work.ts";
import { writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { IN_ALL, manifestOf } from "../../scripts/scale/cluster.ts";
import { session } from "../support/cli.ts";
import { tmpFolder } from "../support/tmp.ts";
import { workOf } from "../support/work.ts";

/** Sizes of two stores, of which one is twice the other. */
const [SMALL, LARGE] = [400, 800];

/** The most that twice the store may cost of the work for the smaller one: of what reads all of it, and of what asks for one resource. */
const [DOUBLE, SAME] = [2.05, 1.05];

/** The commands that are counted, in the order in which they run on one store. */
const LINES: readonly (readonly [name: string, line: string, most: number])[] = [
  ["validate", "validate -f m.yaml", DOUBLE],
  ["apply", "apply -f m.yaml", DOUBLE],
  ["apply of what is there", "apply -f m.yaml", DOUBLE],
  ["get of all, as a table", "get wep -A -o wide", DOUBLE],
  ["get of all, as YAML", "get wep -A -o yaml", DOUBLE],
  ["get of all, as JSON", "get wep -A -o json", DOUBLE],
  ["diff", "diff -f m.yaml", DOUBLE],
  ["simulate", IN_ALL.simulate.join(" "), DOUBLE],
  ["get of one", `get gnp ${IN_ALL.policy}`, SAME],
  ["label of one", `label hep ${IN_ALL.endpoint} a=b`, SAME],
  ["delete of one", `delete hep ${IN_ALL.deleted}`, SAME],
  ["delete of all", "delete -f m.yaml --skip-not-exists", DOUBLE],
];

/** Blocks of code that each line executes on a store of so many resources. */
async function workOfLines(size: number): Promise<readonly number[]> {
  const folder = tmpFolder();
  writeFileSync(`${folder}/m.yaml`, manifestOf(size));
  const run = session(folder);
  const work: number[] = [];
  for (const [, line] of LINES) {
    const ask = async () => {
      const { code, stderr } = await run(line.replace("m.yaml", `${folder}/m.yaml`));
      // A packet that is denied is an answer.
      if (code !== 0 && !line.startsWith("simulate")) throw new Error(`${line}: ${stderr}`);
    };
    work.push(await workOf(ask));
  }
  return work;
}

describe("twice the store is twice the work at most, and none more where one resource is asked for", () => {
  let work: readonly (readonly number[])[] = [];

  beforeAll(async () => {
    // The first run loads the commands, which is work, too.
    await workOfLines(20);
    work = [await workOfLines(SMALL), await workOfLines(LARGE)];
  });

  test.each(LINES.map(([name, , most], at) => ({ name, most, at })))("$name", ({ most, at }) => {
    const [small = 0, large = 0] = work.map((lines) => lines[at]);
    expect(small).toBeGreaterThan(1000);
    expect(large / small).toBeLessThan(most);
  });
});
