import { useContext } from "preact/hooks";
import type { EffectAnswer, EffectChange } from "../../engine/answers/effect.ts";
import { EditsContext, isEmpty, NO_EDITS } from "../edits/use-edits.ts";
import { parametersOfFlow } from "../packet/flow-parameters.ts";
import { Assumed } from "../parts/assumed.tsx";
import { Place } from "../parts/place.tsx";
import { Refused } from "../parts/refused.tsx";
import { fragmentOf } from "../state/route.ts";
import { useAnswer } from "../state/use-answer.ts";
import { useSettled } from "../state/use-settled.ts";

/** After so long without a key all packets are compared, and all flows tested. */
export const EFFECT_MILLISECONDS = 400;

/** What the edits change for all packets. */
export function EffectPanel() {
  const edits = useContext(EditsContext)?.edits ?? NO_EDITS;
  const settled = useSettled(edits, EFFECT_MILLISECONDS);
  const isEdited = !isEmpty(settled) && !isEmpty(edits);
  const known = useAnswer(isEdited ? { kind: "effect", nodes: [], deciders: false } : undefined, {
    about: settled,
    isSlow: true,
  });
  const isInvalid = isEdited && known.refusal?.diagnostics !== undefined;
  const isOld = known.isWaiting || settled !== edits;
  return (
    <section class="card stack effect-panel" aria-label="Effect" aria-busy={isEdited && isOld}>
      <div class="heading-row">
        <h2>Effect on all packets</h2>
        {isEdited && isOld && <span class="muted small">comparing…</span>}
      </div>
      {!isEdited && <p class="muted">Nothing is edited.</p>}
      {isInvalid && <p class="muted">Not compared while a manifest is not valid.</p>}
      {isEdited && !isInvalid && <Refused known={known} />}
      {isEdited && known.answer !== undefined && <Effect answer={known.answer} />}
    </section>
  );
}

function Effect({
  answer: { isEquivalent, changes, more, notProved, assumptions },
}: {
  readonly answer: EffectAnswer;
}) {
  return (
    <>
      {isEquivalent && (
        <p class="effect-none">No packet of a new connection is decided differently (proved for all).</p>
      )}
      {changes.length > 0 && (
        <ul class="effect-changes">
          {changes.map((change, at) => (
            <Change key={`${at} ${change.way}`} change={change} />
          ))}
        </ul>
      )}
      {more > 0 && <p class="muted">and {more} more changes</p>}
      {notProved.map((why) => (
        <p key={why} class="notice">
          {why}
        </p>
      ))}
      <Assumed assumptions={assumptions} />
    </>
  );
}

function Change({ change }: { readonly change: EffectChange }) {
  const { kind, words, packets, more, way, decidedBy, decidedBefore, witness } = change;
  const side = kind === "allowed" || kind === "replies allowed" ? "allow" : "deny";
  return (
    <li class={`effect-change effect-${side}`}>
      <strong class={`verdict verdict-${side}`}>{words}</strong>
      <ul>
        {packets.map((text) => (
          <li key={text} class="mono">
            {text}
          </li>
        ))}
        {more > 0 && <li class="muted">and {more} more regions</li>}
      </ul>
      <p class="muted small">{way}</p>
      <p class="small">
        {decidedBy.text} <Place span={decidedBy.place} />
        {decidedBefore !== "" && <span class="muted"> (before: {decidedBefore})</span>}
      </p>
      <a class="small" href={fragmentOf("/packet", parametersOfFlow(witness.node, witness.flow))}>
        Ask about one of them
      </a>
    </li>
  );
}
