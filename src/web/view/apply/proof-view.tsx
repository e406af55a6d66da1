import { useContext } from "preact/hooks";
import type { PlanProof } from "../../engine/applying/apply-protocol.ts";
import { newName } from "../edit/texts.ts";
import { EditsContext } from "../edits/use-edits.ts";
import { parametersOfFlow } from "../packet/flow-parameters.ts";
import { Scroll } from "../parts/scroll.tsx";
import { fragmentOf } from "../state/route.ts";

/** What the guard proved of writes: that no lifeline is cut, or a packet of one that is, and what to do. */
export function ProofView({ proof, writes }: { readonly proof: PlanProof; readonly writes: number }) {
  const { result, text, lifelines, witness, keep } = proof;
  const isSafe = result === "safe" || result === "reordered";
  return (
    <section class={`proof proof-${isSafe ? "safe" : "refused"}`} aria-label="Proof">
      <h3>{headingOf(proof, writes)}</h3>
      {lifelines.length > 0 && (
        <ul class="plain small">
          {lifelines.map((lifeline, at) => (
            <li key={`${at} ${lifeline}`} class="mono">
              {lifeline}
            </li>
          ))}
        </ul>
      )}
      {lifelines.length === 0 && (
        <p class="small">
          There is no lifeline: none is declared in <span class="mono">lifelines.yaml</span>, and none follows from what
          is stored.
        </p>
      )}
      {witness !== undefined && (
        <p>
          <a href={fragmentOf("/packet", parametersOfFlow(witness.node, witness.flow))}>
            Ask about the packet that is cut
          </a>
        </p>
      )}
      <details open={!isSafe || result === "reordered"}>
        <summary>The report of the guard</summary>
        <Scroll label="The report of the guard">
          <pre>{text}</pre>
        </Scroll>
      </details>
      {keep !== undefined && <KeptPolicy text={keep} />}
    </section>
  );
}

function headingOf({ result, lifelines }: PlanProof, writes: number): string {
  const each = writes === 1 ? "after this write" : `after each of the ${writes} writes`;
  const all = `every packet of ${lifelines.length === 1 ? "the lifeline" : `${lifelines.length} lifelines`} passes`;
  switch (result) {
    case "safe":
      return lifelines.length === 0 ? "Proved: nothing is cut that must not be" : `Proved: ${all} ${each}`;
    case "reordered":
      return `Proved in another order than the usual one: ${all} ${each}`;
    case "refused":
      return "Refused: a lifeline would be cut";
    case "not proved":
      return "Refused: it is not proved that no lifeline is cut";
  }
}

/** A policy with which the writes are safe, to be added to the edits. */
function KeptPolicy({ text }: { readonly text: string }) {
  const state = useContext(EditsContext);
  const add = (): void =>
    state?.change((last) => ({
      ...last,
      manifests: [...last.manifests, { name: newName(last.manifests.map(({ name }) => name)), text }],
    }));
  return (
    <div class="stack">
      <p>With this policy, written first and kept, the writes are safe (proved):</p>
      <Scroll label="The policy to keep">
        <pre>{text}</pre>
      </Scroll>
      <div class="edited-actions">
        <button type="button" onClick={add}>
          Add it to the edits
        </button>
      </div>
    </div>
  );
}
