import { useContext, useEffect, useRef } from "preact/hooks";
import { EditsContext, isEmpty, NO_EDITS } from "../edits/use-edits.ts";
import { Refused } from "../parts/refused.tsx";
import { MadeView } from "./made-view.tsx";
import { PlanView } from "./plan-view.tsx";
import { ApplyContext, type ApplyStep } from "./use-applying.ts";

/** Writing the edits to the datastore: the plan, and what became of it. Nothing where the page may not write. */
export function ApplyPanel() {
  const applying = useContext(ApplyContext);
  const edits = useContext(EditsContext)?.edits ?? NO_EDITS;
  const heading = useRef<HTMLHeadingElement>(null);
  const kind = applying?.step.kind ?? "idle";
  const shown = useRef(kind);
  useEffect(() => {
    if (applying === undefined || shown.current === kind) return;
    shown.current = kind;
    if (kind === "planned" || kind === "made" || kind === "refused") heading.current?.focus();
  }, [kind]);
  if (applying === undefined || (isEmpty(edits) && kind === "idle")) return null;
  const { step, isStale, plan, write, close } = applying;
  return (
    <section class="card stack apply" aria-label="Apply" aria-busy={kind === "planning" || kind === "writing"}>
      <h2 ref={heading} tabIndex={-1}>
        {TITLES[kind]}
      </h2>
      <p class="unseen" role="status">
        {announced(step)}
      </p>
      {kind === "idle" && <p class="muted">Write the edits to the datastore: first you see what would be written.</p>}
      {kind === "planning" && <p class="muted">Comparing with what is stored, and proving what must not be cut…</p>}
      {(step.kind === "planned" || step.kind === "writing") && <PlanView plan={step.plan} isOld={isStale} />}
      {step.kind === "refused" && <Refused known={{ refusal: step.refusal, isWaiting: false }} />}
      {step.kind === "made" && <MadeView made={step.made} />}
      <div class="edited-actions">
        {kind === "idle" && (
          <button type="button" class="primary" onClick={plan}>
            Apply…
          </button>
        )}
        {step.kind === "planned" && !isStale && step.plan.mayApply && (
          <button type="button" class="primary" onClick={write}>
            Write {step.plan.writes.length === 1 ? "this resource" : `these ${step.plan.writes.length} resources`}
          </button>
        )}
        {(kind === "planned" || kind === "refused") && !isEmpty(edits) && (
          <button type="button" onClick={plan}>
            Look again
          </button>
        )}
        {kind === "writing" && <p class="muted">Proving again, and writing…</p>}
        {(kind === "planned" || kind === "refused" || kind === "made") && (
          <button type="button" onClick={close}>
            {kind === "planned" ? "Cancel" : "Close"}
          </button>
        )}
      </div>
    </section>
  );
}

const TITLES: Readonly<Record<ApplyStep["kind"], string>> = {
  idle: "Apply to the datastore",
  planning: "Apply to the datastore",
  planned: "What would be written",
  writing: "What is being written",
  made: "What was written",
  refused: "Nothing was written",
};

/** What a step says to those who listen. */
function announced(step: ApplyStep): string {
  switch (step.kind) {
    case "idle":
      return "";
    case "planning":
      return "The plan is being made.";
    case "writing":
      return "It is being written.";
    case "planned": {
      const { writes, conflicts, mayApply } = step.plan;
      if (conflicts.length > 0) return "Another writer was there in between; nothing can be written.";
      return `${counted(writes.length, "write is", "writes are")} planned and ${mayApply ? "may" : "may not"} be made.`;
    }
    case "made": {
      const { result, writes } = step.made;
      if (result === "all") return `${counted(writes.length, "resource was", "resources were")} written.`;
      return result === "some" ? "Only some of the resources were written." : "Nothing was written.";
    }
    case "refused":
      return step.refusal.message;
  }
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
