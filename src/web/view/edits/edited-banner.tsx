import { useContext } from "preact/hooks";
import { useChanges } from "./use-changes.ts";
import { EditsContext, isEmpty, NO_EDITS } from "./use-edits.ts";

/** Says in every view that what it shows is edited, and leads back; nothing where it is not. */
export function EditedBanner() {
  const state = useContext(EditsContext);
  const isEdited = state !== undefined && !isEmpty(state.edits);
  const { answer, refusal } = useChanges();
  if (state === undefined) return null;
  const { isShown, show, change, linkProblem } = state;
  const count = answer?.resources.length ?? 0;
  const what =
    refusal !== undefined ? "a manifest is not valid" : `${count} ${count === 1 ? "resource" : "resources"} changed`;
  return (
    <>
      {isEdited && (
        <section class="edited-banner" aria-label="Edits">
          <span>
            <strong>{isShown ? "Edited" : "Base"}</strong>{" "}
            {isShown ? what : "the page without the edits, which are kept"}
          </span>
          <span class="edited-actions">
            <button type="button" onClick={() => show(!isShown)}>
              {isShown ? "Show base" : "Show edited"}
            </button>
            <button
              type="button"
              onClick={() => {
                change(() => NO_EDITS);
                show(true);
              }}
            >
              Discard edits
            </button>
          </span>
        </section>
      )}
      {linkProblem !== undefined && (
        <p class="notice" role="status">
          {linkProblem}
        </p>
      )}
    </>
  );
}
