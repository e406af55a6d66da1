import type { Mutant } from "../../analysis/mutation/mutant.ts";
import type { MutationResult } from "../../analysis/mutation/run-mutants.ts";
import { survivorChange, survivorFlow } from "./mutation-text.ts";

/** A mutant as a test case: passed where the tests notice it, skipped where there is nothing to notice. */
export interface MutantCase {
  readonly mutant: Mutant;
  readonly result: "passed" | "skipped" | "failed";
  /** Why it is not passed, in one line; empty where it is. */
  readonly message: string;
  /** What kind of failure it is; absent where it is none. */
  readonly type?: "survivor" | "not-proved" | "not-tried";
  /** Of a survivor: a flow to add, as an entry of a flow file. */
  readonly entry?: string;
}

/** Mutants as test cases, those that are failures last. */
export function mutantCases(result: MutationResult): readonly MutantCase[] {
  const { killed, equivalent, survivors, notProved, notTried } = result;
  return [
    ...killed.map((mutant): MutantCase => ({ mutant, result: "passed", message: "" })),
    ...equivalent.map((mutant): MutantCase => ({ mutant, result: "skipped", message: "changes no verdict (proved)" })),
    ...survivors.map((one): MutantCase => {
      const message = `no test notices it: ${survivorChange(one)}`;
      return { mutant: one.mutant, result: "failed", type: "survivor", message, entry: survivorFlow(one) };
    }),
    ...notProved.map(({ mutant, why }): MutantCase => {
      return { mutant, result: "failed", type: "not-proved", message: `not proved: ${why}` };
    }),
    ...notTried.map((mutant): MutantCase => {
      return {
        mutant,
        result: "failed",
        type: "not-tried",
        message: "not tried: the limit of the whole run is reached",
      };
    }),
  ];
}

/** How many mutants are failures: noticed by no test, or not known to be. */
export function mutantFailures({ survivors, notProved, notTried }: MutationResult): number {
  return survivors.length + notProved.length + notTried.length;
}
