import { useContext } from "preact/hooks";
import type { Names } from "../../engine/answers/names.ts";
import type { PacketAnswer } from "../../engine/answers/packet-answer.ts";
import { EditsContext, isEmpty, NO_EDITS } from "../edits/use-edits.ts";
import { PacketFields } from "../packet/packet-fields.tsx";
import { formOf, missingIn, type PacketInput, parametersOf } from "../packet/packet-input.ts";
import { Place } from "../parts/place.tsx";
import { Refused } from "../parts/refused.tsx";
import { VerdictBadge } from "../parts/verdict-badge.tsx";
import { useAnnouncement } from "../state/announce.tsx";
import { fragmentOf } from "../state/route.ts";
import { useAnswer } from "../state/use-answer.ts";

/** One packet: what becomes of it, and what would become of it. */
export function VerdictPanel({
  input,
  names,
  onAsk,
}: {
  readonly input: PacketInput;
  readonly names: Names | undefined;
  readonly onAsk: (input: PacketInput) => void;
}) {
  const isEdited = !isEmpty(useContext(EditsContext)?.edits ?? NO_EDITS);
  const missing = missingIn(input);
  const question = missing === undefined ? ({ kind: "packet", form: formOf(input) } as const) : undefined;
  const base = useAnswer(question, { about: "base" });
  const edited = useAnswer(isEdited ? question : undefined);
  const [was, would] = [base.answer, edited.answer];
  const isInvalid = isEdited && edited.refusal?.diagnostics !== undefined;
  const isOther = was !== undefined && would !== undefined && was.verdict !== would.verdict;
  useAnnouncement(
    isOther ? `was ${was.verdict}, would be ${would.verdict}: ${would.paths[0]?.decidedBy.text ?? ""}` : undefined,
  );
  return (
    <section class="card stack verdict-panel" aria-label="Packet" aria-busy={base.isWaiting || edited.isWaiting}>
      <h2>One packet</h2>
      {missing === undefined && (
        <>
          <Refused known={base} />
          {was !== undefined && <p class="mono">{was.packet}</p>}
          {was !== undefined && <Verdict word={isEdited ? "was" : "is"} answer={was} isSame={false} />}
          {isInvalid && <p class="muted">Not evaluated while a manifest is not valid.</p>}
          {isEdited && !isInvalid && <Refused known={edited} />}
          {isEdited && would !== undefined && <Verdict word="would be" answer={would} isSame={!isOther} />}
          <a class="small" href={fragmentOf("/packet", parametersOf(input))}>
            The whole path
          </a>
        </>
      )}
      <details class="more" open={missing !== undefined}>
        <summary>{missing === undefined ? "Another packet" : "Ask about a packet"}</summary>
        {missing !== undefined && <p class="muted">{missing}</p>}
        <PacketFields fields={input} names={names} onChange={onAsk} />
      </details>
    </section>
  );
}

function Verdict(props: { readonly word: string; readonly answer: PacketAnswer; readonly isSame: boolean }) {
  const { word, answer, isSame } = props;
  const [first] = answer.paths;
  return (
    <div class={`verdict-line banner-${answer.verdict}`}>
      <span class="muted">{word}</span> <VerdictBadge verdict={answer.verdict} />
      {isSame && <span class="chip">as before</span>}
      {first !== undefined && (
        <div class="small">
          {first.decidedBy.text} <Place span={first.decidedBy.place} />
        </div>
      )}
    </div>
  );
}
