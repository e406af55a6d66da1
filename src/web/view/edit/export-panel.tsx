import { useContext, useState } from "preact/hooks";
import { useChanges } from "../edits/use-changes.ts";
import { EditsContext, isEmpty, NO_EDITS } from "../edits/use-edits.ts";
import { Download } from "./manifest-pane.tsx";

/** The change, to be made elsewhere: as YAML, as commands, as a link. */
export function ExportPanel() {
  const state = useContext(EditsContext);
  const isEdited = !isEmpty(state?.edits ?? NO_EDITS);
  const { answer, refusal } = useChanges();
  if (!isEdited || answer === undefined) {
    if (refusal === undefined || !isEdited) return null;
    return <p class="card muted">The change can be exported when the manifests are valid.</p>;
  }
  const { resources, yaml, commands, others } = answer;
  if (resources.length === 0) return <p class="card muted">The text is edited, and no resource is changed by it.</p>;
  const script = commands.map((command) => `${command}\n`).join("");
  return (
    <section class="card stack" aria-label="Export">
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
