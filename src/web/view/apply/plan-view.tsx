import type { Plan, PlanWrite } from "../../engine/applying/apply-protocol.ts";
import { Findings } from "../parts/findings.tsx";
import { Conflicts } from "./conflicts.tsx";
import { DiffText } from "./diff-text.tsx";
import { ProofView } from "./proof-view.tsx";

/** So many differences stand open. */
const MOST_OPEN = 3;

/** What would be written, in its order, and what is proved of it; `isOld`: the edits are others now. */
export function PlanView({ plan, isOld }: { readonly plan: Plan; readonly isOld: boolean }) {
  const { datastore, writes, unchanged, conflicts, proof, notes } = plan;
  return (
    <>
      <p class="muted small">
        To <span class="mono">{datastore}</span>
      </p>
      {isOld && <p class="notice">The edits have changed since this plan was made. Look again first.</p>}
      <Conflicts conflicts={conflicts} />
      {writes.length === 0 && conflicts.length === 0 && (
        <p>Nothing: what is edited is stored already, or changes no resource.</p>
      )}
      {writes.length > 0 && (
        <ol class="writes">
          {writes.map((write) => (
            <Write key={write.name} write={write} isOpen={writes.length <= MOST_OPEN} />
          ))}
        </ol>
      )}
      {unchanged.length > 0 && <p class="muted small">Stored already as it is edited: {unchanged.join(", ")}</p>}
      {proof !== undefined && <ProofView proof={proof} writes={writes.length} />}
      <Notes notes={notes} />
    </>
  );
}

function Write({ write, isOpen }: { readonly write: PlanWrite; readonly isOpen: boolean }) {
  const { name, action, diff, also, problem } = write;
  return (
    <li>
      <details open={isOpen}>
        <summary>
          <span class={`write-action write-${action}`}>{action}</span> <span class="mono">{name}</span>
        </summary>
        <DiffText label={`The difference of ${name}`} text={diff} />
      </details>
      {also.length > 0 && <p class="muted small">The datastore changes with it: {also.join(", ")}</p>}
      {problem !== undefined && <Findings findings={[problem]} />}
    </li>
  );
}

/** Lines that the commands say besides. */
export function Notes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <div class="notice small">
      {notes.map((note, at) => (
        <div key={`${at} ${note}`} class="said">
          {note}
        </div>
      ))}
    </div>
  );
}
