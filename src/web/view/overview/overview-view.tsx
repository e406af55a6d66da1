import { useState } from "preact/hooks";
import type { Overview } from "../../engine/answers/overview.ts";
import { TextField } from "../parts/field.tsx";
import { Findings } from "../parts/findings.tsx";
import { Refused } from "../parts/refused.tsx";
import { useAnswer } from "../state/use-answer.ts";
import { NodeCards } from "./node-cards.tsx";
import { ClusterPicture } from "./picture/cluster-picture.tsx";
import { PolicyTable } from "./policy-table.tsx";

/** The cluster: how much there is, the nodes with their endpoints, the policies in their order, and what is wrong. */
export function OverviewView() {
  const known = useAnswer({ kind: "overview" });
  const { answer } = known;
  return (
    <div class="stack" aria-busy={known.isWaiting}>
      <h1>Cluster</h1>
      <Refused known={known} />
      {answer === undefined ? (
        known.isWaiting && <p class="muted">Reading the resources…</p>
      ) : (
        <Content overview={answer} />
      )}
    </div>
  );
}

function Content({ overview }: { readonly overview: Overview }) {
  const [words, setWords] = useState("");
  const { nodes, policies, findings, calicoVersion } = overview;
  return (
    <>
      <Counts overview={overview} />
      <p class="muted">Evaluated as Calico {calicoVersion} does it.</p>
      {findings.length > 0 && (
        <details class="card" open={findings.length <= 3}>
          <summary>
            <h2>Findings</h2> <span class="count">{findings.length}</span>
          </summary>
          <Findings findings={findings} />
        </details>
      )}
      <ClusterPicture nodes={nodes} />
      <section class="stack" aria-labelledby="nodes">
        <div class="heading-row">
          <h2 id="nodes">Nodes</h2>
          <TextField label="Find" value={words} onValue={setWords} placeholder="name, address, interface" isNarrow />
        </div>
        <NodeCards nodes={nodes} words={words} />
      </section>
      <section class="card" aria-labelledby="policies">
        <h2 id="policies">Policies, in the order of evaluation</h2>
        <PolicyTable policies={policies} hasTiers={new Set(policies.map(({ tier }) => tier)).size > 1} />
      </section>
    </>
  );
}

function Counts({ overview: { counts } }: { readonly overview: Overview }) {
  const { nodes, endpoints, policed, policies, networkSets, services } = counts;
  const tiles: readonly (readonly [number, string, string?])[] = [
    [nodes, nodes === 1 ? "node" : "nodes"],
    [endpoints, endpoints === 1 ? "endpoint" : "endpoints", `${policed} policed`],
    [policies, policies === 1 ? "policy" : "policies"],
    [networkSets, networkSets === 1 ? "network set" : "network sets"],
    [services, services === 1 ? "service" : "services"],
  ];
  return (
    <ul class="tiles">
      {tiles
        .filter(([count], at) => at < 3 || count > 0)
        .map(([count, name, more]) => (
          <li key={name} class="tile">
            <span class="tile-count">{count.toLocaleString("en")}</span> <span>{name}</span>
            {more !== undefined && <span class="muted">{more}</span>}
          </li>
        ))}
    </ul>
  );
}
