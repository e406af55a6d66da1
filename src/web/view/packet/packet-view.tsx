import { useEffect, useState } from "preact/hooks";
import { Refused } from "../parts/refused.tsx";
import { useAnnouncement } from "../state/announce.tsx";
import { keepInAddress, type Route } from "../state/route.ts";
import { useAnswer } from "../state/use-answer.ts";
import { Answer } from "./answer.tsx";
import { PacketFields } from "./packet-fields.tsx";
import { formOf, inputOf, missingIn, type PacketInput, parametersOf, rememberInput } from "./packet-input.ts";
import { pictureWidth } from "./path-drawing.tsx";

/** Ask a packet: a form whose answer follows what is typed, and is in the address. */
export function PacketView({ route }: { readonly route: Route }) {
  const [input, setInput] = useState<PacketInput>(() => inputOf(route.parameters));
  useEffect(() => {
    const next = inputOf(route.parameters);
    setInput(next);
    rememberInput(next);
  }, [route]);
  const { answer: names } = useAnswer({ kind: "names" });
  const missing = missingIn(input);
  const isDrawn = input.isDrawn && { pictureWidth: pictureWidth() };
  const known = useAnswer(missing === undefined ? { kind: "packet", form: formOf(input), ...isDrawn } : undefined);
  const { answer, refusal } = known;
  const change = (next: PacketInput): void => {
    setInput(next);
    rememberInput(next);
    keepInAddress("/packet", parametersOf(next));
  };
  useAnnouncement(
    answer !== undefined && missing === undefined
      ? `${answer.verdict}: ${answer.paths[0]?.decidedBy.text ?? ""}`
      : refusal?.message,
  );
  return (
    <div class="stack">
      <h1>Ask a packet</h1>
      <div class="ask">
        <PacketFields fields={input} names={names} onChange={change} />
        <section class="stack" aria-label="Answer" aria-busy={known.isWaiting}>
          {missing !== undefined && <p class="card muted">{missing}</p>}
          {missing === undefined && <Refused known={known} />}
          {missing === undefined && answer !== undefined && (
            <Answer answer={answer} isDrawn={input.isDrawn} onDrawn={(isDrawn) => change({ ...input, isDrawn })} />
          )}
        </section>
      </div>
    </div>
  );
}
