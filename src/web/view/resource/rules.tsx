import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Direction } from "../../../policy/outcome.ts";
import type { DescribedResource } from "../../engine/answers/describe.ts";
import { ActionChip } from "../parts/action-chip.tsx";
import { FirstRows } from "../parts/first-rows.tsx";
import { Place } from "../parts/place.tsx";
import { Scroll } from "../parts/scroll.tsx";

/** Rules that are shown at first. */
const FIRST = 100;

type RuleRow = Readonly<Record<string, unknown>>;

/** The rules of a policy or profile in words, with their places; `marked` is the one that a link is about: `ingress 2`. */
export function Rules({
  described,
  marked,
}: {
  readonly described: DescribedResource;
  readonly marked?: string | undefined;
}) {
  const table = described.description.tables.find(({ key }) => key === "rules");
  if (table === undefined) return null;
  const { rows, title, none } = table;
  const directions = (["ingress", "egress"] as const).filter((one) => rows.some(({ direction }) => direction === one));
  return (
    <section class="card" aria-labelledby="rules">
      <h2 id="rules">{title}</h2>
      {rows.length === 0 && <p class="muted">{none}</p>}
      {directions.map((direction) => (
        <RuleTable
          key={direction}
          direction={direction}
          rows={rows.filter((row) => row.direction === direction)}
          places={described.rulePlaces[direction]}
          marked={marked}
        />
      ))}
    </section>
  );
}

function RuleTable(props: {
  readonly direction: Direction;
  readonly rows: readonly RuleRow[];
  readonly places: DescribedResource["rulePlaces"][Direction];
  readonly marked: string | undefined;
}) {
  const { direction, rows, places, marked } = props;
  const markedAt = rows.findIndex(({ rule }) => `${direction} ${rule}` === marked);
  return (
    <FirstRows items={rows} first={Math.max(FIRST, markedAt + 1)} called="rules">
      {(shown) => (
        <Scroll label={`${direction} rules`}>
          <table class="rules">
            <caption>
              {direction === "ingress" ? "Ingress: packets to the endpoint" : "Egress: packets from the endpoint"}
            </caption>
            <thead>
              <tr>
                <th scope="col" class="number">
                  Rule
                </th>
                <th scope="col">Action</th>
                <th scope="col">Packets</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ rule, action, packets }, at) => (
                <MarkedRow key={at} isMarked={at === markedAt}>
                  <th scope="row" class="number">
                    {String(rule)}
                  </th>
                  <td>
                    <ActionChip action={String(action)} />
                  </td>
                  <td>
                    <div>{String(packets)}</div>
                    <Place span={places[Number(rule) - 1]} />
                  </td>
                </MarkedRow>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </FirstRows>
  );
}

/** A row that a link may be about: it then comes into sight. */
function MarkedRow({ isMarked, children }: { readonly isMarked: boolean; readonly children: ComponentChildren }) {
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isMarked) row.current?.scrollIntoView({ block: "center" });
  }, [isMarked]);
  return (
    <tr ref={row} class={isMarked ? "marked" : undefined} aria-current={isMarked ? "true" : undefined}>
      {children}
    </tr>
  );
}
