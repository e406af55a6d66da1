import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tmpFolder } from "../../support/tmp.ts";
import { type Engine, wrongCovers, wrongSets } from "./engine-checks.ts";

const ROOM = join(import.meta.dirname, "../../../src/analysis/sets");

interface Fault {
  readonly name: string;
  readonly file: string;
  readonly is: string;
  readonly becomes: string;
}

/** Faults that such an engine can have; each must be seen by the comparison with a loop over all packets. */
const FAULTS: readonly Fault[] = [
  {
    name: "codes above the last class are no packets",
    file: "class-codes.ts",
    is: "ranges.push([free, codes - 1])",
    becomes: "ranges.push([free, differing.length === 0 ? codes - 1 : Math.max(free, differing.at(-1) as number)])",
  },
];

async function engineWith({ file, is, becomes }: Fault): Promise<Engine> {
  const texts = readdirSync(ROOM).map((name) => [name, readFileSync(join(ROOM, name), "utf8")] as const);
  const faulty = texts.map(([name, text]) => [name, name === file ? text.replace(is, () => becomes) : text] as const);
  expect(faulty).not.toEqual(texts);
  const folder = tmpFolder(Object.fromEntries(faulty));
  const [universe, space, cover] = await Promise.all(
    ["universe.ts", "packet-space.ts", "cover.ts"].map((name) => import(join(folder, name))),
  );
  return { ...universe, ...space, ...cover };
}

/** Whether a fault shows: a wrong answer, or an error. */
function shows(check: () => readonly string[]): boolean {
  try {
    return check().length > 0;
  } catch {
    return true;
  }
}

test.each(FAULTS)("seen: $name", async (fault) => {
  const engine = await engineWith(fault);
  const seeds = Array.from({ length: 12 }, (_, seed) => seed);
  const seen = seeds.some(
    (seed) => shows(() => wrongSets(engine, seed, 4)) || shows(() => wrongCovers(engine, seed, 6)),
  );
  expect(seen).toBe(true);
});
