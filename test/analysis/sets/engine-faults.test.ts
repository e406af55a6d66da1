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
    is: "ranges.push(free, codes - 1)",
    becomes: "ranges.push(free, Math.max(free, codes - 2))",
  },
  {
    name: "a class is not split for one cell",
    file: "partition.ts",
    is: "if (inside === sizes[number]) continue;",
    becomes: "if (inside + 1 >= (sizes[number] as number)) continue;",
  },
  {
    name: "a complement is taken for the set",
    file: "classes.ts",
    is: "ranges: outside, inverted: true",
    becomes: "ranges: outside, inverted: false",
  },
  {
    name: "refined classes forget complements",
    file: "classes.ts",
    is: "inverted: hasLast",
    becomes: "inverted: false",
  },
  {
    name: "a class has the values of the next segment",
    file: "classes.ts",
    is: "intervals.push([starts[from] as Value,",
    becomes: "intervals.push([starts[Math.min(from + 1, starts.length - 1)] as Value,",
  },
  {
    name: "an interval that begins inside of another is inside",
    file: "interval-list.ts",
    is: "around[1] >= last",
    becomes: "around[1] >= first",
  },
  {
    name: "a complement has the last value of the set",
    file: "interval-list.ts",
    is: "from = next(last);",
    becomes: "from = last;",
  },
  {
    name: "an intersection skips intervals",
    file: "interval-list.ts",
    is: "if (one[1] < other[1]) i++;",
    becomes: "if (one[1] <= other[1]) i += 2;",
  },
  {
    name: "a difference is computed either way round",
    file: "diagram.ts",
    is: "return b === NONE ? a : this.#apply(MINUS, a, b);",
    becomes: "return b === NONE ? a : this.#apply(MINUS, Math.min(a, b), Math.max(a, b));",
  },
  {
    name: "remembered results answer for another operand",
    file: "diagram.ts",
    is: " && known[at + 1] === b",
    becomes: "",
  },
  { name: "nodes that ask for nothing stay", file: "diagram.ts", is: "if (low === high) return low;", becomes: "" },
  {
    name: "a union leaves out what only the first has",
    file: "diagram.ts",
    is: "if (b === NONE) return a;",
    becomes: "if (b === NONE) return NONE;",
  },
  {
    name: "a box has no source port",
    file: "packet-space.ts",
    is: "for (let i = DIMENSIONS.length - 1;",
    becomes: "for (let i = DIMENSIONS.length - 2;",
  },
  {
    name: "regions keep values of the one before",
    file: "regions.ts",
    is: "parts[at] = undefined;",
    becomes: "",
  },
  {
    name: "regions are counted as nodes",
    file: "regions.ts",
    is: "sum += this.count(child)",
    becomes: "sum = Math.max(sum, this.count(child))",
  },
  {
    name: "a candidate that sticks out in two dimensions is subtracted as in one",
    file: "bit-boxes.ts",
    is: "if (ways === 1)",
    becomes: "if (ways <= 2)",
  },
  {
    name: "only one half of a box is searched",
    file: "bit-boxes.ts",
    is: "if (found) return found;",
    becomes: "return found;",
  },
  { name: "a cover is not tried without single boxes", file: "box-search.ts", is: "size >= 1;", becomes: "size > 1;" },
  {
    name: "a candidate that meets the box covers it",
    file: "cover.ts",
    is: "universe.contains(other, box)",
    becomes: "universe.meets(other, box)",
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
  const seeds = Array.from({ length: 24 }, (_, seed) => seed);
  const seen = seeds.some(
    (seed) => shows(() => wrongSets(engine, seed, 4)) || shows(() => wrongCovers(engine, seed, 6)),
  );
  expect(seen).toBe(true);
});
