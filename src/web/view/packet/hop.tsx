import { useState } from "preact/hooks";
import type { PathHop, PathStep } from "../../engine/answers/packet-answer.ts";
import { ActionChip } from "../parts/action-chip.tsx";
import { Place } from "../parts/place.tsx";
import { ResourceLink } from "../parts/resource-link.tsx";
import { VerdictBadge } from "../parts/verdict-badge.tsx";
import { resourceFragment } from "../state/resource-address.ts";
import { decisiveStep, isSkipped, type Stage, stagesOf } from "./stages.ts";

/** What one node does to the packet, stage by stage. */
export function Hop({ hop, isOnly }: { readonly hop: PathHop; readonly isOnly: boolean }) {
  const { node, verdict, ends, tunnel, sourceNat, steps, replySteps } = hop;
  const decisive = decisiveStep(steps, verdict);
  return (
    <section class="card">
      <div class="heading-row">
        <h2>{isOnly ? "Path" : node}</h2>
        {!isOnly && <VerdictBadge verdict={verdict} />}
      </div>
      <p class="muted">
        {tunnel === undefined ? "" : `the ${tunnel} packet around it, `}
        {ends}
      </p>
      <ol class="stages">
        {stagesOf(steps).map((stage) => (
          <StageItem key={stage.first} stage={stage} decisive={decisive} />
        ))}
      </ol>
      {sourceNat !== undefined && <p class="muted">source NAT: {sourceNat}</p>}
      {replySteps.length > 0 && (
        <details class="more">
          <summary>The way of the reply</summary>
          <ol class="stages">
            {stagesOf(replySteps).map((stage) => (
              <StageItem key={stage.first} stage={stage} decisive={undefined} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function StageItem({ stage, decisive }: { readonly stage: Stage; readonly decisive: PathStep | undefined }) {
  const { name, about, steps } = stage;
  const others = steps.filter((step) => !isSkipped(step) || step.hints.length > 0);
  const skipped = steps.filter((step) => isSkipped(step) && step.hints.length === 0);
  return (
    <li class={`stage stage-${stage.result}`}>
      <div class="stage-head">
        <span class="stage-name">{name || "path"}</span>
        {about !== "" && <span class="muted small">{about}</span>}
      </div>
      {others.map((step, at) => (
        <Step key={`${at} ${step.why}`} step={step} isDecisive={step === decisive} />
      ))}
      {skipped.length > 0 && <Skipped steps={skipped} />}
    </li>
  );
}

/** Policies that do not apply, listed when they are opened: there may be hundreds at each stage. */
function Skipped({ steps }: { readonly steps: readonly PathStep[] }) {
  const [isOpen, setOpen] = useState(false);
  const more = steps.reduce((sum, step) => sum + (step.more ?? 0), 0);
  const count = steps.length + more;
  return (
    <details class="step" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span class="chip">not applied</span>{" "}
        <span class="muted">
          {count} {count === 1 ? "policy does" : "policies do"} not apply
        </span>
      </summary>
      {isOpen && (
        <ul class="plain small">
          {steps.map((step, at) => (
            <li key={`${at} ${step.subject}`}>
              <ResourceLink resource={step.resource}>{step.subject}</ResourceLink>: {step.why}{" "}
              <Place span={step.place} />
            </li>
          ))}
          {more > 0 && <li class="muted">and {more} more</li>}
        </ul>
      )}
    </details>
  );
}

function Step({ step, isDecisive }: { readonly step: PathStep; readonly isDecisive: boolean }) {
  const { subject, result, why, place, hints } = step;
  if (step.kind === "not-reached") return <p class="step muted">{subject || why}</p>;
  return (
    <details class={isDecisive ? "step step-decisive" : "step"} open={isDecisive || hints.length > 0}>
      <summary>
        {result !== "" && <ActionChip action={result} />} <span class="mono">{subject || why}</span>
        {isDecisive && <span class="unseen"> (decides)</span>}
      </summary>
      <div class="step-why">
        {subject !== "" && <p>{why}</p>}
        <Place span={place} />
        {step.resource !== undefined && (
          <>
            {" "}
            <a class="small" href={resourceFragment(step.resource, step.rule)}>
              {step.rule === undefined ? "Open" : "Open the rule in"} {subject}
            </a>
          </>
        )}
        {hints.map(({ message, help }) => (
          <div key={message} class="notice">
            <strong>Hint:</strong> {message}
            <div class="help">{help}</div>
          </div>
        ))}
      </div>
    </details>
  );
}
