import type { Diagnostic, TextEdit } from "../../../model/diagnostic.ts";
import { Place } from "./place.tsx";

/** Findings as a list: what is wrong, where, and what to do about it. */
export function Findings(props: {
  readonly findings: readonly Diagnostic[];
  /** Makes the fix of a finding; where it is absent none is offered. */
  readonly onFix?: (fix: TextEdit) => void;
}) {
  const { findings, onFix } = props;
  return (
    <ul class="findings">
      {findings.map(({ severity, message, help, span, resource, fix }, at) => (
        <li key={`${at} ${message}`} class={`finding finding-${severity}`}>
          <span class="finding-severity">{severity}</span>
          <div>
            {resource !== undefined && <span class="mono">{resource}: </span>}
            {message} <Place span={span} />
            {help !== undefined && <div class="help">{help}</div>}
            {fix !== undefined && onFix !== undefined && (
              <button type="button" onClick={() => onFix(fix)}>
                Fix it
              </button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
