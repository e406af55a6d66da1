import type { Datastore } from "../../../datastore/datastore.ts";
import type { Made, MadeWrite, PlanProof } from "../../../web/engine/applying/apply-protocol.ts";
import type { GuardOptions } from "../../guard/guard-options.ts";
import { guardedBatch } from "../../resources/writing/guarded-batch.ts";
import type { ItemState } from "../../resources/writing/write-batch.ts";
import { EXIT } from "../../shell/usage.ts";
import type { CapturedOutput } from "./captured-output.ts";
import { planProof } from "./plan-proof.ts";
import { takeBackCommands } from "./take-back-commands.ts";
import { type StepOutcome, stepBatch, stepProblem, type WriteStep } from "./write-step.ts";

/** What was written, but for what the server knows of its page. */
export type Written = Pick<Made, "result" | "writes" | "proof" | "back" | "notes">;

/**
 * Makes the writes in the order of the steps, once the guard has proved that order: as `apply --guard` does, and by its code.
 * However it ends, the report is true. `code` is the exit code that the command would have.
 */
export async function writePlan(
  steps: readonly WriteStep[],
  store: Datastore,
  guard: GuardOptions,
  output: CapturedOutput,
): Promise<{ readonly written: Written; readonly code: number }> {
  let proof: PlanProof | undefined;
  const onReport: GuardOptions["onReport"] = (report) => {
    proof = planProof(report);
  };
  const options = { guard: { ...guard, reorder: false, onReport }, dryRun: "none" } as const;
  const ran = await guardedBatch(stepBatch(steps), store, options, output.context);
  if (!ran.ok) {
    const writes = steps.map((step) => madeWrite(step, undefined));
    const written = { result: "nothing", writes, ...(proof && { proof }), back: [], notes: output.lines() } as const;
    return { written, code: ran.code };
  }
  const writes = ran.items.map((step, at) => madeWrite(step, ran.states[at]));
  const count = writes.filter(({ state }) => state === "written").length;
  const isAll = count === steps.length;
  const isNone = writes.every(({ state }) => state === "not written");
  const ended = ran.fault === undefined ? await endOf(() => ran.end(isAll ? EXIT.ok : EXIT.failed)) : ran;
  const fault = ended.fault === undefined ? [] : [faultText(ended.fault)];
  return {
    written: {
      result: isAll ? "all" : isNone ? "nothing" : "some",
      writes,
      back: takeBackCommands(ran.items, ran.states),
      notes: [...fault, ...output.lines()],
    },
    code: "code" in ended ? ended.code : EXIT.failed,
  };
}

/** The exit code at the end, or the fault of a store that went away after the last write: what was written is known all the same. */
async function endOf(end: () => Promise<number>): Promise<{ readonly code: number; readonly fault?: unknown }> {
  try {
    return { code: await end() };
  } catch (fault) {
    return { code: EXIT.failed, fault };
  }
}

function madeWrite(step: WriteStep, state: ItemState<StepOutcome> | undefined): MadeWrite {
  const problem = state?.kind === "done" ? stepProblem(step, state.result) : undefined;
  return {
    name: step.name,
    action: step.kind,
    state: state?.kind === "unknown" ? "unknown" : state?.kind === "done" && !problem ? "written" : "not written",
    ...(problem && { problem }),
  };
}

function faultText(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
