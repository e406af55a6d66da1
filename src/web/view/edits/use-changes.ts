import { useContext } from "preact/hooks";
import { type Known, useAnswer } from "../state/use-answer.ts";
import { useSettled } from "../state/use-settled.ts";
import { EditsContext, isEmpty, NO_EDITS } from "./use-edits.ts";

/** After so long without a key it is asked which resources are changed: a verdict comes first. */
const CHANGES_MILLISECONDS = 150;

/** Which resources the edits change. */
export function useChanges(): Known<"changes"> {
  const edits = useSettled(useContext(EditsContext)?.edits ?? NO_EDITS, CHANGES_MILLISECONDS);
  return useAnswer(isEmpty(edits) ? undefined : { kind: "changes" }, { about: edits });
}
