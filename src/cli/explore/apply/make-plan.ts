import { createHash } from "node:crypto";
import type { Datastore } from "../../../datastore/datastore.ts";
import { displayId } from "../../../model/resource.ts";
import type { Plan, PlanProof, PlanWrite } from "../../../web/engine/applying/apply-protocol.ts";
import type { GuardOptions } from "../../guard/guard-options.ts";
import { recordWrites } from "../../guard/record-writes.ts";
import { afterApply } from "../../resources/writing/apply-preview.ts";
import { guardedBatch } from "../../resources/writing/guarded-batch.ts";
import { EXIT } from "../../shell/usage.ts";
import type { CapturedOutput } from "./captured-output.ts";
import { pageDiff } from "./page-diff.ts";
import type { EditsPlan } from "./plan-edits.ts";
import { planProof } from "./plan-proof.ts";
import { stepBatch, stepProblem, type WriteStep } from "./write-step.ts";

/**
 * What would be written, with the guard's proof: the dry run of the very writes, in a safe order where the one of dependencies is
 * not safe. Nothing is proved where the store would refuse a write, or another writer was there.
 */
export async function makePlan(
  edits: EditsPlan,
  store: Datastore,
  guard: GuardOptions,
  output: CapturedOutput,
): Promise<Plan> {
  const { unchanged, conflicts, others } = edits;
  const problems = await refusedSteps(edits.steps, store, output);
  const isOpen = conflicts.length === 0 && problems.size === 0 && edits.steps.length > 0;
  const { proof, steps, isProved } = isOpen
    ? await proved(edits.steps, store, guard, output)
    : { proof: undefined, steps: edits.steps, isProved: false };
  const made = problems.size > 0 ? [] : await recordWrites(stepBatch(steps), store);
  const writes = steps.map((step, at): PlanWrite => {
    const also = (made[at] ?? []).map(({ id }) => displayId(id)).filter((name) => name !== step.name);
    const problem = problems.get(step.name);
    return { name: step.name, action: step.kind, diff: stepDiff(step, store), also, ...(problem && { problem }) };
  });
  return {
    kind: "plan",
    id: planId(edits.steps),
    datastore: store.description,
    writes,
    unchanged,
    conflicts,
    ...(proof && { proof }),
    notes: [
      ...others.map((name) => `${name} is made of an object of Kubernetes, which kubectl writes`),
      ...output.lines(),
    ],
    mayApply: isProved,
  };
}

/** A text that another plan does not have: of what is written on top of which revisions, in whatever order. */
export function planId(steps: readonly WriteStep[]): string {
  const parts = steps.map((step) =>
    JSON.stringify([
      step.name,
      step.kind,
      step.kind === "delete" ? step.target.resourceVersion : step.located.resource,
    ]),
  );
  return createHash("sha256").update(parts.sort().join("\n")).digest("hex");
}

/** The findings of the steps that the store would refuse, by name. */
async function refusedSteps(steps: readonly WriteStep[], store: Datastore, { context }: CapturedOutput) {
  const batch = { ...stepBatch(steps), stopped: () => false };
  const ran = await guardedBatch(batch, store, { dryRun: "server" }, context);
  if (!ran.ok) throw new Error("writes without a guard are not refused");
  if (ran.fault !== undefined) throw ran.fault;
  return new Map(
    ran.items.flatMap((step, at) => {
      const state = ran.states[at];
      const problem = state?.kind === "done" ? stepProblem(step, state.result) : undefined;
      return problem === undefined ? [] : [[step.name, problem] as const];
    }),
  );
}

async function proved(
  steps: readonly WriteStep[],
  store: Datastore,
  guard: GuardOptions,
  { context }: CapturedOutput,
): Promise<{
  readonly proof: PlanProof | undefined;
  readonly steps: readonly WriteStep[];
  readonly isProved: boolean;
}> {
  let proof: PlanProof | undefined;
  const onReport: GuardOptions["onReport"] = (report) => {
    proof = planProof(report);
  };
  const options = { guard: { ...guard, reorder: true, onReport }, dryRun: "server" } as const;
  const ran = await guardedBatch(stepBatch(steps), store, options, context);
  if (!ran.ok) return { proof, steps, isProved: false };
  if (ran.fault !== undefined) throw ran.fault;
  return { proof, steps: ran.items, isProved: (await ran.end(EXIT.ok)) === EXIT.ok };
}

function stepDiff(step: WriteStep, { calico }: Datastore): string {
  if (step.kind === "delete") return pageDiff(step.name, step.before, undefined, "applied");
  const before = step.kind === "change" ? step.before : undefined;
  return pageDiff(step.name, before, afterApply(step.located.resource, before, calico), "applied");
}
