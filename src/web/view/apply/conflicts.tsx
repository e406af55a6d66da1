import { useContext } from "preact/hooks";
import type { WriteConflict } from "../../engine/applying/apply-protocol.ts";
import { withOtherRevision, withoutEdit } from "../edit/texts.ts";
import { EditsContext, NO_EDITS } from "../edits/use-edits.ts";
import { DiffText } from "./diff-text.tsx";

/** What other writers did in between, and what can be done about each: nothing is overwritten unseen. */
export function Conflicts({ conflicts }: { readonly conflicts: readonly WriteConflict[] }) {
  if (conflicts.length === 0) return null;
  return (
    <div class="notice notice-error stack">
      <strong>Another writer was there in between. Nothing is written until this is decided.</strong>
      {conflicts.map((conflict) => (
        <Conflict key={conflict.name} conflict={conflict} />
      ))}
    </div>
  );
}

function Conflict({ conflict: { name, message, stored, theirs, diff } }: { readonly conflict: WriteConflict }) {
  const state = useContext(EditsContext);
  const { manifests, removed } = state?.edits ?? NO_EDITS;
  const isOwn = manifests.some((one) => one.name === name) || removed.includes(name);
  return (
    <section class="stack" aria-label={`Conflict: ${name}`}>
      <p>
        <span class="mono">{name}</span>: {message}
      </p>
      {theirs !== undefined && <DiffText label={`What was changed of ${name}`} text={theirs} />}
      <p class="small">What your edit would make of it as it is stored now:</p>
      <DiffText label={`What your edit makes of ${name}`} text={diff} />
      <div class="edited-actions">
        <button type="button" onClick={() => state?.change((last) => withOtherRevision(last, name, stored))}>
          Keep my edit
        </button>
        {isOwn && (
          <button type="button" onClick={() => state?.change((last) => withoutEdit(last, name))}>
            Drop my edit
          </button>
        )}
      </div>
    </section>
  );
}
