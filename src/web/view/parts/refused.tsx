import type { Question } from "../../engine/protocol.ts";
import type { Known } from "../state/use-answer.ts";
import { Findings } from "./findings.tsx";

/** Why a question has no answer: nothing where it has one. */
export function Refused({ known }: { readonly known: Known<Question["kind"]> }) {
  const { refusal, fault } = known;
  if (fault !== undefined)
    return (
      <div class="notice notice-error" role="alert">
        <strong>Something is wrong with this page.</strong> {fault}
      </div>
    );
  if (refusal === undefined) return null;
  const { message, help, diagnostics = [] } = refusal;
  return (
    <div class="notice">
      <strong>{message}</strong>
      {help !== undefined && <div class="help">{help}</div>}
      {diagnostics.length > 0 && <Findings findings={diagnostics} />}
    </div>
  );
}
