import { useContext } from "preact/hooks";
import type { ChangedTest, ChangedTests } from "../../engine/answers/tests/changed-tests.ts";
import { EditsContext, isEmpty, NO_EDITS } from "../edits/use-edits.ts";
import { Place } from "../parts/place.tsx";
import { Refused } from "../parts/refused.tsx";
import { useAnnouncement } from "../state/announce.tsx";
import { fragmentOf } from "../state/route.ts";
import { useAnswer } from "../state/use-answer.ts";
import { useSettled } from "../state/use-settled.ts";
import { EFFECT_MILLISECONDS } from "./effect-panel.tsx";

/** What the edits change of the flow tests; nothing where the page has none. */
export function TestsPanel() {
  const edits = useContext(EditsContext)?.edits ?? NO_EDITS;
  const settled = useSettled(edits, EFFECT_MILLISECONDS);
  const isEdited = !isEmpty(settled) && !isEmpty(edits);
  const known = useAnswer(isEdited ? { kind: "changed-tests" } : undefined, { about: settled, isSlow: true });
  const { answer, refusal } = known;
  const isInvalid = refusal?.diagnostics !== undefined;
  const isOld = known.isWaiting || settled !== edits;
  useAnnouncement(isEdited && answer !== undefined && answer.total > 0 ? sumOf(answer) : undefined);
  if (!isEdited || answer?.total === 0) return null;
  if (answer === undefined && (refusal === undefined || isInvalid)) return null;
  return (
    <section class="card stack tests-panel" aria-label="Flow tests" aria-busy={isOld}>
      <div class="heading-row">
        <h2>Flow tests</h2>
        {isOld && <span class="muted small">testing…</span>}
      </div>
      <Refused known={known} />
      {answer !== undefined && (
        <p class={answer.breaking > 0 ? "text-deny" : answer.changed.length > 0 ? "" : "effect-none"}>
          {sumOf(answer)}
        </p>
      )}
      {answer !== undefined && answer.changed.length > 0 && (
        <ul class="plain">
          {answer.changed.map((one) => (
            <Changed key={`${one.file} ${one.list} ${one.number}`} test={one} />
          ))}
        </ul>
      )}
      {answer !== undefined && answer.more > 0 && <p class="muted">and {answer.more} more</p>}
    </section>
  );
}

function Changed({ test }: { readonly test: ChangedTest }) {
  const { list, number, name, place, file, result, was, message } = test;
  return (
    <li>
      <a href={fragmentOf("/tests", { file, row: `${list} ${number}` })}>{name}</a> <Place span={place} />
      <div class="small">
        {was === undefined ? "would be" : `${WORDS[was]}, would be`} <strong>{WORDS[result]}</strong>
        {message !== undefined && `: ${message}`}
      </div>
    </li>
  );
}

const WORDS = {
  passed: "passed",
  failed: "failed",
  error: "an error",
  "not-proved": "not proved",
  "no-expectation": "without an expectation",
} as const satisfies Record<ChangedTest["result"], string>;

/** `2 flow tests would fail, 1 would pass again; 9 end as before`. */
function sumOf({ total, breaking, mending, changed, more }: ChangedTests): string {
  const same = total - changed.length - more;
  const tests = (count: number): string => `${count} flow test${count === 1 ? "" : "s"}`;
  if (same === total) return `${total === 1 ? "The flow test ends" : `All ${tests(total)} end`} as before.`;
  const parts = [
    ...(breaking > 0 ? [`${tests(breaking)} would no longer pass`] : []),
    ...(mending > 0 ? [`${tests(mending)} would pass that do not`] : []),
    ...(breaking + mending === 0 ? [`${tests(total - same)} would end otherwise`] : []),
  ];
  return `${parts.join(", ")}; ${same} of ${total} end as before.`;
}
