import { useContext } from "preact/hooks";
import type { Made } from "../../engine/applying/apply-protocol.ts";
import { EditsContext, isEmpty, NO_EDITS } from "../edits/use-edits.ts";
import { CopiedText } from "../parts/copied-text.tsx";
import { Findings } from "../parts/findings.tsx";
import { Notes } from "./plan-view.tsx";
import { ProofView } from "./proof-view.tsx";

/** What was written of a plan and what was not, and how to take it back. */
export function MadeView({ made }: { readonly made: Made }) {
  const { writes, isTakenBack, proof, back, notes } = made;
  const isLeft = !isEmpty(useContext(EditsContext)?.edits ?? NO_EDITS);
  const count = writes.filter(({ state }) => state === "written").length;
  return (
    <>
      <p class={made.result === "all" ? "made made-all" : "made made-not-all"}>
        <strong>{sentence(made, count)}</strong>
      </p>
      <ul class="plain writes">
        {writes.map(({ name, action, state, problem }) => (
          <li key={name}>
            <span class={`write-state write-state-${state.replace(" ", "-")}`}>
              {state === "unknown" ? "unknown whether written" : state}
            </span>{" "}
            <span class="mono">{name}</span> <span class="muted small">({action})</span>
            {problem !== undefined && <Findings findings={[problem]} />}
          </li>
        ))}
      </ul>
      {proof !== undefined && <ProofView proof={proof} writes={writes.length} />}
      <Notes notes={notes} />
      {isLeft && (
        <p class="muted small">
          Edits are left: of files, which are laid over the datastore and say what they said, and what was not written.
        </p>
      )}
      {back.length > 0 && !isTakenBack && (
        <details class="more" open={made.result === "some"}>
          <summary>How to take it back</summary>
          <p class="small">
            These commands put back what was there before; with --guard they prove first that they cut no lifeline.
          </p>
          <CopiedText label="The commands that take it back" text={back.join("\n")} />
        </details>
      )}
    </>
  );
}

function sentence({ result, writes, isTakenBack }: Made, count: number): string {
  if (isTakenBack) return "Not all of it could be written, and what was has been taken back.";
  if (result === "all") return count === 1 ? "The resource was written." : `All ${count} resources were written.`;
  if (result === "nothing") return "Nothing was written.";
  return `${count} of ${writes.length} resources were written.`;
}
