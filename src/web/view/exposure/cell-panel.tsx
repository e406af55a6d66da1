import { useEffect, useRef } from "preact/hooks";
import type {
  CellExample,
  CellRegion,
  MatrixCellAnswer,
  RegionAddresses,
} from "../../engine/answers/exposure/matrix-types.ts";
import { FirstRows } from "../parts/first-rows.tsx";
import { Refused } from "../parts/refused.tsx";
import { ResourceLink } from "../parts/resource-link.tsx";
import { VerdictBadge } from "../parts/verdict-badge.tsx";
import { fragmentOf } from "../state/route.ts";
import type { Known } from "../state/use-answer.ts";

const FIRST_REGIONS = 50;

/** The packets of the open cell, in words and networks, with one of each kind to ask about. */
export function CellPanel(props: {
  readonly known: Known<"matrix-cell">;
  /** Whether the cell was opened here, and not by a link: who opened it reads on here. */
  readonly takesFocus: boolean;
  readonly onClose: () => void;
}) {
  const { known, takesFocus, onClose } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const { answer } = known;
  const name = answer && `${answer.source.name} to ${answer.destination.name}`;
  useEffect(() => {
    if (name !== undefined && takesFocus) heading.current?.focus();
  }, [name, takesFocus]);
  return (
    <section class="card stack cell-panel" aria-labelledby="cell">
      <div class="cell-head">
        <h2 id="cell" ref={heading} tabIndex={-1}>
          {name ?? "Cell"}
        </h2>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
      <Refused known={known} />
      {answer !== undefined && <Content answer={answer} />}
    </section>
  );
}

function Content({ answer }: { readonly answer: MatrixCellAnswer }) {
  const { source, destination, text, notProved, regions } = answer;
  return (
    <>
      <p class="small muted">
        From <ResourceLink resource={source.resource}>{source.name}</ResourceLink> ({source.about}) to{" "}
        <ResourceLink resource={destination.resource}>{destination.name}</ResourceLink> ({destination.about})
      </p>
      {notProved !== undefined && (
        <p class="notice">
          <strong>Not proved:</strong> {notProved}
        </p>
      )}
      {notProved === undefined && regions.length === 0 && <p>{nothingText(text)}</p>}
      <FirstRows items={regions} first={FIRST_REGIONS} called="kinds of packets">
        {(shown) => (
          <ul class="regions">
            {shown.map((region, at) => (
              <li key={at}>
                <Region region={region} />
              </li>
            ))}
          </ul>
        )}
      </FirstRows>
    </>
  );
}

function nothingText(text: string | undefined): string {
  if (text === "own node") return "Packets between these are of one node, and meet no policy of these endpoints.";
  if (text === "no common IP version") return "They have no addresses of the same IP version.";
  return "No packet may pass that opens a connection.";
}

function Region({ region: { ipVersion, services, sources, destinations, example } }: { readonly region: CellRegion }) {
  return (
    <>
      <h3>
        {services} <span class="count">IPv{ipVersion}</span>
      </h3>
      <dl class="region">
        <dt>from</dt>
        <dd>
          <Addresses addresses={sources} />
        </dd>
        <dt>to</dt>
        <dd>
          <Addresses addresses={destinations} />
        </dd>
      </dl>
      {example !== undefined && (
        <p class="small">
          e.g. <a href={packetFragment(example)}>{example.packet}</a>{" "}
          {example.verdict !== "allow" && (
            <>
              <VerdictBadge verdict={example.verdict} /> from end to end: more than the policy of the two counts there
            </>
          )}
        </p>
      )}
    </>
  );
}

function packetFragment({ form: { protocol, from, to, port, icmp } }: CellExample): string {
  return fragmentOf("/packet", { protocol, from, to, port, icmp });
}

function Addresses({ addresses: { text, nets } }: { readonly addresses: RegionAddresses }) {
  const isAll = nets.length < 8 && nets.map((net) => net.replace(/\/(32|128)$/, "")).join(", ") === text;
  return (
    <>
      <span class="mono">{text}</span>
      {!isAll && text !== nets[0] && (
        <details class="small">
          <summary class="muted">{nets.length.toLocaleString("en")} networks</summary>
          <span class="mono">{nets.join(", ")}</span>
        </details>
      )}
    </>
  );
}
