import type { DescriptionTable } from "../../../analysis/describe/description.ts";
import type { StageSkips } from "../../engine/answers/endpoint-stages.ts";
import type { ResourceLinks } from "../../engine/answers/resource-links.ts";
import { FirstRows } from "../parts/first-rows.tsx";
import { Place } from "../parts/place.tsx";
import { ResourceLink } from "../parts/resource-link.tsx";
import { resourceOf } from "./values.tsx";

/** Policies of a stage that are shown at first. */
const FIRST = 50;

type Row = DescriptionTable["rows"][number];

/** What an endpoint's packets meet at one stage in one direction. */
interface EndpointStage {
  readonly stage: string;
  readonly direction: string;
  readonly policies: readonly Row[];
  /** What becomes of new connections that no rule matches; absent where there is nothing of the stage. */
  readonly verdict?: string;
  readonly skips?: StageSkips;
}

/** The stages of an endpoint: the policies in their order, what becomes of the rest, and what does not apply and why. */
export function Stages(props: {
  readonly tables: readonly DescriptionTable[];
  readonly skips: readonly StageSkips[];
  readonly links: ResourceLinks;
}) {
  const { tables, skips, links } = props;
  return (
    <section class="card" aria-labelledby="policies">
      <h2 id="policies">Policies, in the order of evaluation</h2>
      <ol class="stages">
        {stagesOf(tables, skips).map((stage) => (
          <StageItem key={`${stage.stage} ${stage.direction}`} stage={stage} links={links} />
        ))}
      </ol>
    </section>
  );
}

function StageItem({ stage: of, links }: { readonly stage: EndpointStage; readonly links: ResourceLinks }) {
  const { stage, direction, policies, verdict = "", skips } = of;
  const isNone = policies.length === 0;
  return (
    <li class={`stage stage-${isNone ? "empty" : "passed"}`}>
      <div class="stage-head">
        <h3 class="stage-name">{stage === "pre-DNAT" ? stage : `${stage} ${direction}`}</h3>
        {isNone && <span class="muted small">no policy applies</span>}
      </div>
      <FirstRows items={policies} first={FIRST} called="policies">
        {(shown) => (
          <ol class="stage-policies">
            {shown.map(({ policy = "", order = "", tier, rules }) => (
              <li key={String(policy)}>
                <ResourceLink resource={resourceOf(links, "policy", String(policy))}>{policy}</ResourceLink>{" "}
                <span class="muted small">
                  {tier !== undefined && `tier ${tier}, `}
                  {typeof order === "number" ? `order ${order}` : "evaluated last"}, {rulesText(Number(rules))}
                </span>
              </li>
            ))}
          </ol>
        )}
      </FirstRows>
      {verdict !== "" && (
        <p class="step">
          <span class={`chip chip-${verdict.startsWith("denied") ? "deny" : "plain"}`}>no rule matches</span>{" "}
          <span class="small">{verdict}</span>
        </p>
      )}
      {skips !== undefined && <Skipped skips={skips} />}
    </li>
  );
}

function Skipped({ skips: { count, policies } }: { readonly skips: StageSkips }) {
  return (
    <details class="step">
      <summary class="muted small">
        {count.toLocaleString("en")} {count === 1 ? "policy does" : "policies do"} not apply: why
      </summary>
      <ul class="plain small">
        {policies.map(({ policy, resource, why, place }) => (
          <li key={resource}>
            <ResourceLink resource={resource}>{policy}</ResourceLink>: {why} <Place span={place} />
          </li>
        ))}
        {count > policies.length && <li class="muted">and {count - policies.length} more that do not select it</li>}
      </ul>
    </details>
  );
}

/** Stages in the order of the packets' path, which the skips and the rest have. */
function stagesOf(tables: readonly DescriptionTable[], skips: readonly StageSkips[]): readonly EndpointStage[] {
  const rowsOf = (key: string): readonly Row[] => tables.find((table) => table.key === key)?.rows ?? [];
  const policies = rowsOf("policies");
  const isAt = (place: { readonly stage: string; readonly direction: string }) => (row: Row) =>
    row.stage === place.stage && row.direction === place.direction;
  const chains = rowsOf("unmatched").map(({ stage, direction, verdict }) => {
    const place = { stage: String(stage), direction: String(direction) };
    const skipped = skips.find((one) => one.stage === stage && one.direction === direction);
    return {
      ...place,
      policies: policies.filter(isAt(place)),
      verdict: String(verdict),
      ...(skipped && { skips: skipped }),
    };
  });
  const others = skips
    .filter((place) => !rowsOf("unmatched").some(isAt(place)))
    .map((one) => ({ stage: one.stage, direction: one.direction, policies: [], skips: one }));
  return [...chains, ...others];
}

function rulesText(count: number): string {
  return `${count.toLocaleString("en")} ${count === 1 ? "rule" : "rules"}`;
}
