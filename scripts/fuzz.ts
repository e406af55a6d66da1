import fc from "fast-check";
import { type Difference, difference } from "../test/support/differential.ts";
import { newSeen, plainDifference } from "../test/support/worlds/plain/compare.ts";
import { plainWorld } from "../test/support/worlds/plain-worlds.ts";
import { type MadeWorld, madeWorlds } from "../test/support/worlds.ts";

/**
 * `tsx scripts/fuzz.ts [FLOWS] [SEED] [plain]`: holds the compiled form and the explaining evaluator equal on at least that many
 * random flows. Prints the seed and, on a difference, the smallest world found that shows it; exits 1 then. With `plain` the worlds
 * are such that most packets are answered together with others, and only those flows are counted.
 */
const FLOWS_A_WORLD = 160;
const WORLDS_A_RUN = 200;
const FLOWS_A_PLAIN_WORLD = 4000;

const [wanted = 50_000, seed = Date.now() % 2 ** 31] = process.argv.slice(2, 4).map(Number);
const isPlain = process.argv[4] === "plain";
console.log(`at least ${wanted} flows, seed ${seed}`);
if (isPlain) fuzzPlain();
else fuzz();

function fuzz(): void {
  const seen = new Map<string, number>();
  let flows = 0;
  let worlds = 0;
  for (let run = 0; flows < wanted && process.exitCode === undefined; run++) {
    const property = fc.property(madeWorlds(FLOWS_A_WORLD), (made) => {
      flows += made.flows.length;
      worlds++;
      return difference(made, seen) === undefined;
    });
    const result = fc.check(property, { numRuns: WORLDS_A_RUN, seed: seed + run });
    if (result.failed) report(seed + run, result.counterexample?.[0]);
  }
  console.log(`${flows} flows in ${worlds} worlds`);
  printKinds(seen);
}

function fuzzPlain(): void {
  const seen = newSeen();
  for (let at = seed; seen.together < wanted && process.exitCode === undefined; at += 2) {
    const worlds = [at, at + 1].map((one) => plainWorld(one, FLOWS_A_PLAIN_WORLD));
    const found = plainDifference(worlds, seen);
    if (found === undefined) continue;
    process.exitCode = 1;
    console.log(`they differ (worlds ${at} and ${at + 1})\n${JSON.stringify(found, null, 2)}`);
  }
  const { kinds, ...counts } = seen;
  console.log(JSON.stringify(counts));
  printKinds(kinds);
}

function printKinds(seen: ReadonlyMap<string, number>): void {
  for (const [kind, count] of [...seen].sort((a, b) => b[1] - a[1]))
    console.log(`  ${String(count).padStart(8)} ${kind}`);
}

function report(at: number, made: MadeWorld | null | undefined): void {
  process.exitCode = 1;
  console.log(`they differ (seed ${at})`);
  if (!made) return;
  const smallest: Difference | undefined = difference(made);
  const flow = smallest && made.flows[smallest.flow];
  console.log(JSON.stringify({ ...made, flows: [flow], ...smallest }, null, 2));
}
