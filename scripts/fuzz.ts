import fc from "fast-check";
import { type Difference, difference } from "../test/support/differential.ts";
import { type MadeWorld, madeWorlds } from "../test/support/worlds.ts";

/**
 * `tsx scripts/fuzz.ts [FLOWS] [SEED]`: holds the compiled form and the explaining evaluator equal on at least that many
 * random flows. Prints the seed and, on a difference, the smallest world found that shows it; exits 1 then.
 */
const FLOWS_A_WORLD = 160;
const WORLDS_A_RUN = 200;

const [wanted = 50_000, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
console.log(`at least ${wanted} flows, seed ${seed}`);
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
for (const [kind, count] of [...seen].sort((a, b) => b[1] - a[1]))
  console.log(`  ${String(count).padStart(8)} ${kind}`);

function report(at: number, made: MadeWorld | null | undefined): void {
  process.exitCode = 1;
  console.log(`they differ (seed ${at})`);
  if (!made) return;
  const smallest: Difference | undefined = difference(made);
  const flow = smallest && made.flows[smallest.flow];
  console.log(JSON.stringify({ ...made, flows: [flow], ...smallest }, null, 2));
}
