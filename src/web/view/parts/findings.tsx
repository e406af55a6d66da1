import type { Diagnostic } from "../../../model/diagnostic.ts";
import { Place } from "./place.tsx";

/** Findings as a list: what is wrong, where, and what to do about it. */
export function Findings({ findings }: { readonly findings: readonly Diagnostic[] }) {
  return (
    <ul class="findings">
      {findings.map(({ severity, message, help, span, resource }, at) => (
        <li key={`${at} ${message}`} class={`finding finding-${severity}`}>
          <span class="finding-severity">{severity}</span>
          <div>
            {resource !== undefined && <span class="mono">{resource}: </span>}
            {message} <Place span={span} />
            {help !== undefined && <div class="help">{help}</div>}
          </div>
        </li>
      ))}
    </ul>
  );
}
