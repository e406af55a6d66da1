import { useContext } from "preact/hooks";
import type { ReachAnswer, ReachLine } from "../../engine/answers/exposure/reach.ts";
import type { Names } from "../../engine/answers/names.ts";
import { EditsContext, isEmpty, NO_EDITS } from "../edits/use-edits.ts";
import { Assumed } from "../parts/assumed.tsx";
import { TextField } from "../parts/field.tsx";
import { FirstRows } from "../parts/first-rows.tsx";
import { Refused } from "../parts/refused.tsx";
import { ResourceLink } from "../parts/resource-link.tsx";
import { useAnnouncement } from "../state/announce.tsx";
import { useAnswer } from "../state/use-answer.ts";
import { useSettled } from "../state/use-settled.ts";
import { EFFECT_MILLISECONDS } from "./effect-panel.tsx";

const FIRST_LINES = 12;
const SAME = "The same packets reach it as before.";

/** Who reaches one endpoint, and what the edits change of it; `to`: where the packet goes that is asked about. */
export function ReachPanel(props: {
  readonly endpoint: string;
  readonly to: string;
  readonly names: Names | undefined;
  readonly onEndpoint: (endpoint: string) => void;
}) {
  const { endpoint, to, names, onEndpoint } = props;
  const edits = useContext(EditsContext)?.edits ?? NO_EDITS;
  const settled = useSettled(edits, EFFECT_MILLISECONDS);
  const about = isEmpty(settled) ? "base" : settled;
  const known = useAnswer({ kind: "reach", endpoint, to }, { about, isSlow: true });
  const { answer, refusal } = known;
  const isInvalid = refusal?.diagnostics !== undefined;
  const isOld = known.isWaiting || settled !== edits;
  useAnnouncement(answer && about !== "base" ? `${answer.name}: ${sumOf(answer)}` : undefined);
  return (
    <section class="card stack reach-panel" aria-label="Who reaches" aria-busy={isOld}>
      <div class="heading-row">
        <h2>Who reaches {answer?.name ?? "an endpoint"}</h2>
        {isOld && <span class="muted small">computing…</span>}
      </div>
      <TextField
        label="Endpoint"
        value={endpoint}
        onValue={onEndpoint}
        names={names?.ends}
        placeholder={answer?.name ?? "a name or selector"}
      />
      {isInvalid ? <p class="muted">Not computed while a manifest is not valid.</p> : <Refused known={known} />}
      {answer !== undefined && <Reached answer={answer} isEdited={about !== "base"} />}
    </section>
  );
}

function Reached({ answer, isEdited }: { readonly answer: ReachAnswer; readonly isEdited: boolean }) {
  const { resource, others, only, ways, notProved, assumptions } = answer;
  return (
    <>
      {others > 0 && (
        <p class="muted small">
          <ResourceLink resource={resource}>{answer.name}</ResourceLink> and {others} more: this is the first.
        </p>
      )}
      {isEdited && only !== undefined && <p>{sumOf(answer)}</p>}
      {isEdited && sumOf(answer) === SAME && <p class="effect-none">{SAME}</p>}
      {ways.map(({ words, lines }) => (
        <div key={words}>
          <h3>{words}</h3>
          {lines.length === 0 && <p class="muted">No packet that opens a connection.</p>}
          <FirstRows items={lines} first={FIRST_LINES} called="lines">
            {(shown) => (
              <ul class="reach-lines">
                {shown.map((line, at) => (
                  <Line key={at} line={line} />
                ))}
              </ul>
            )}
          </FirstRows>
        </div>
      ))}
      {notProved.map((why) => (
        <p key={why} class="notice">
          <strong>Not proved:</strong> {why}
        </p>
      ))}
      <Assumed assumptions={assumptions} />
    </>
  );
}

function Line({ line: { change, services, from, to } }: { readonly line: ReachLine }) {
  const side = change === "newly" ? "allow" : "deny";
  return (
    <li class={change && `effect-change effect-${side}`}>
      {change && <strong class={`verdict verdict-${side}`}>{change}</strong>} {services} <span class="muted">from</span>{" "}
      <span class="mono">{from}</span>
      {to !== undefined && (
        <>
          {" "}
          <span class="muted">to</span> <span class="mono">{to}</span>
        </>
      )}
    </li>
  );
}

/** What the edits change, in a sentence. */
function sumOf({ name, only, ways, notProved }: ReachAnswer): string {
  if (only === "after") return `The edits add ${name}: this is who reaches it with them.`;
  if (only === "before") return `The edits take ${name} away: this is who reaches it without them.`;
  const changed = ways.flatMap(({ lines }) =>
    lines.flatMap(({ change, services }) => (change ? `${change} ${services}` : [])),
  );
  if (changed.length > 0) return changed.join(", ");
  return notProved.length > 0 ? "not proved" : SAME;
}
