import { useContext, useState } from "preact/hooks";
import { useChanges } from "../edits/use-changes.ts";
import { EditsContext, isEmpty, NO_EDITS } from "../edits/use-edits.ts";
import { useAnswer } from "../state/use-answer.ts";
import { useSettled } from "../state/use-settled.ts";
import { Download } from "./manifest-pane.tsx";
import { OrderNote } from "./order-note.tsx";

/** After so long without a key an order of the writes is looked for: verdicts, tests and the effect come first. */
const ORDER_MILLISECONDS = 600;

/** The change, to be made elsewhere: as YAML, as commands, as a link. */
export function ExportPanel() {
  const state = useContext(EditsContext);
  const edits = state?.edits ?? NO_EDITS;
  const isEdited = !isEmpty(edits);
  const { answer, refusal } = useChanges();
  const settled = useSettled(edits, ORDER_MILLISECONDS);
  const asked = !isEmpty(settled) && isEdited ? ({ kind: "safe-changes" } as const) : undefined;
  const proved = useAnswer(asked, { about: settled, isSlow: true });
  const safe = proved.isWaiting || settled !== edits ? undefined : proved.answer;
  if (!isEdited || answer === undefined) {
    if (refusal === undefined || !isEdited) return null;
    return <p class="card muted">The change can be exported when the manifests are valid.</p>;
  }
  const { resources, others } = answer;
  const { yaml, commands } = safe ?? answer;
  if (resources.length === 0) return <p class="card muted">The text is edited, and no resource is changed by it.</p>;
  const script = commands.map((command) => `${command}\n`).join("");
  return (
    <section class="card stack" aria-label="Export" aria-busy={safe === undefined}>
      <h2>Export the change</h2>
      <ul class="plain small">
        {resources.map(({ name, change }) => (
          <li key={name}>
            <span class="mono">{name}</span> {change}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p class="notice">Calico makes these of objects of Kubernetes, which kubectl writes: {others.join(", ")}</p>
      )}
      {proved.fault === undefined && proved.refusal === undefined && <OrderNote safe={safe} />}
      <div class="edited-actions">
        {yaml !== "" && <Download name="change.yaml" text={yaml} />}
        {yaml !== "" && <Copy what="YAML" text={() => yaml} />}
        {script !== "" && <Copy what="command" text={() => script} />}
        {state?.linkProblem === undefined && (
          <Copy what="link" text={() => location.href} isReady={state?.isInAddress === true} />
        )}
      </div>
      {script !== "" && (
        <details class="more">
          <summary>The command to type</summary>
          <textarea class="command-text" aria-label="Command" rows={12} readOnly value={script} />
          <p class="muted small">With --guard, apply and delete prove first that they cut no lifeline.</p>
        </details>
      )}
    </section>
  );
}

function Copy(props: { readonly what: string; readonly text: () => string; readonly isReady?: boolean }) {
  const { what, text, isReady = true } = props;
  const [word, setWord] = useState("Copy");
  const copy = (): void => {
    navigator.clipboard.writeText(text()).then(
      () => setWord("Copied"),
      () => setWord("Cannot copy"),
    );
  };
  return (
    <button type="button" disabled={!isReady} onClick={copy} onBlur={() => setWord("Copy")}>
      {word} {what}
    </button>
  );
}
