import { useContext, useEffect, useState } from "preact/hooks";
import { ApplyPanel } from "../apply/apply-panel.tsx";
import { ApplyContext } from "../apply/use-applying.ts";
import { EditsContext, NO_EDITS } from "../edits/use-edits.ts";
import { inputOfOrLast, type PacketInput, parametersOf } from "../packet/packet-input.ts";
import { Refused } from "../parts/refused.tsx";
import { keepInAddress, type Route } from "../state/route.ts";
import { useAnswer } from "../state/use-answer.ts";
import { EffectPanel } from "./effect-panel.tsx";
import { ExportPanel } from "./export-panel.tsx";
import { ManifestList } from "./manifest-list.tsx";
import { ManifestPane } from "./manifest-pane.tsx";
import { ReachPanel } from "./reach-panel.tsx";
import { TestsPanel } from "./tests-panel.tsx";
import { VerdictPanel } from "./verdict-panel.tsx";

/** What if: manifests to edit, and what becomes of packets then. */
export function EditView({ route }: { readonly route: Route }) {
  const state = useContext(EditsContext);
  const mayWrite = useContext(ApplyContext) !== undefined;
  const known = useAnswer({ kind: "manifests" }, { about: "base" });
  const [chosen, setChosen] = useState<string | undefined>(route.parameters.get("file"));
  const { answer: names } = useAnswer({ kind: "names" }, { about: "base" });
  const [reached, setReached] = useState(route.parameters.get("reach") ?? "");
  const [input, setInput] = useState<PacketInput>(() => inputOfOrLast(route.parameters));
  const edits = state?.edits ?? NO_EDITS;
  useEffect(() => state?.show(true), []);
  useEffect(() => {
    const file = route.parameters.get("file");
    if (file !== undefined) setChosen(file);
  }, [route]);
  const texts = known.answer ?? [];
  const name = chosen ?? edits.manifests[0]?.name ?? texts[0]?.name;
  const keep = (file: string | undefined, packet: PacketInput, reach: string): void =>
    keepInAddress("/edit", { ...parametersOf(packet), file, reach });
  const choose = (file: string | undefined): void => {
    setChosen(file);
    keep(file, input, reached);
  };
  const ask = (packet: PacketInput): void => {
    setInput(packet);
    keep(chosen, packet, reached);
  };
  const reach = (endpoint: string): void => {
    setReached(endpoint);
    keep(chosen, input, endpoint);
  };
  return (
    <div class="stack" aria-busy={known.isWaiting}>
      <h1>What if</h1>
      <p class="muted">
        Edit manifests here and see what becomes of packets.{" "}
        {mayWrite
          ? "Nothing is written until you apply it; the change can also be exported."
          : "Nothing is written: the change can be exported below."}
      </p>
      <Refused known={known} />
      {known.answer !== undefined && (
        <div class="what-if">
          <ManifestList texts={texts} chosen={name} onChoose={choose} />
          <div class="stack">
            {name === undefined ? (
              <p class="card muted">There are no manifests yet. Add one to begin.</p>
            ) : (
              <ManifestPane key={name} name={name} isKnown={texts.some((one) => one.name === name)} />
            )}
            <ExportPanel />
            <ApplyPanel />
          </div>
          <div class="stack">
            <VerdictPanel input={input} names={names} onAsk={ask} />
            <ReachPanel
              endpoint={reached}
              to={input.way === "node" ? input.dst : input.to}
              names={names}
              onEndpoint={reach}
            />
            <TestsPanel />
            <EffectPanel />
          </div>
        </div>
      )}
    </div>
  );
}
