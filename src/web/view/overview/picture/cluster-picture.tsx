import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { NodeOverview } from "../../../engine/answers/overview.ts";
import { resourceFragment } from "../../state/resource-address.ts";
import { type Boxes, boxesOf, type MarkState } from "./picture-boxes.ts";
import { layoutOf, MARK_HEIGHT, type PlacedBox, type PlacedMark } from "./picture-layout.ts";

/** A sign and words for each state: a colour alone says nothing to many. */
const STATES: Readonly<Record<MarkState, { readonly sign: string; readonly words: string }>> = {
  policed: { sign: "◆", words: "policies select it" },
  profiles: { sign: "◇", words: "profiles only" },
  denied: { sign: "✕", words: "no policy and no profile: denied" },
  open: { sign: "○", words: "no host endpoint: not policed" },
};

/** The nodes as a drawing, with their interfaces at the network and their workloads inside. The cards of the nodes are its text. */
export function ClusterPicture({ nodes }: { readonly nodes: readonly NodeOverview[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const shown = useMemo(() => boxesOf(nodes), [nodes]);
  const { height, boxes, networks } = useMemo(() => layoutOf(shown.boxes, width), [shown, width]);
  const states = new Set(shown.boxes.flatMap((box) => [...box.interfaces, ...box.workloads].map(({ state }) => state)));
  if (nodes.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="picture">
      <h2 id="picture">Picture</h2>
      <div ref={frame}>
        {width > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: no element of SVG or HTML is a group without being a form's
          <svg width={width} height={height} role="group" aria-labelledby="picture" aria-describedby="picture-text">
            {networks.map(({ y, from, to }) => (
              <path key={y} class="net" d={`M${from} ${y}H${to}`} />
            ))}
            {boxes.map((box) => (
              <NodeBox key={box.box.name} placed={box} />
            ))}
          </svg>
        )}
      </div>
      <p id="picture-text" class="muted small">
        {textOf(shown)}
      </p>
      <ul class="legend small" aria-label="Signs">
        {(Object.keys(STATES) as MarkState[])
          .filter((state) => states.has(state))
          .map((state) => (
            <li key={state}>
              <span class={`legend-sign end-text-${state}`} aria-hidden="true">
                {STATES[state].sign}
              </span>{" "}
              {STATES[state].words}
            </li>
          ))}
      </ul>
    </section>
  );
}

function NodeBox({ placed }: { readonly placed: PlacedBox }) {
  const { box, x, y, width, height, title, interfaces, workloads } = placed;
  const titleY = interfaces.reduce((most, mark) => Math.max(most, mark.y + MARK_HEIGHT), y) + 24;
  const network = y - MARK_HEIGHT / 2 - 14;
  return (
    <g>
      {box.count > 1 && <rect class="node-box" x={x + 5} y={y + 5} width={width - 5} height={height - 5} rx={12} />}
      <rect
        class="node-box"
        x={x + 1}
        y={y}
        width={width - (box.count > 1 ? 6 : 2)}
        height={height - (box.count > 1 ? 6 : 2)}
        rx={12}
      />
      {interfaces
        .filter((mark) => mark.y < y)
        .map((mark) => (
          <path key={mark.x} class="net" d={`M${mark.x + mark.width / 2} ${network}V${mark.y}`} />
        ))}
      <text class="node-title" x={x + 16} y={titleY}>
        {title}
        <title>{box.name}</title>
      </text>
      {[...interfaces, ...workloads].map((mark) => (
        <MarkItem key={`${mark.x} ${mark.y}`} mark={mark} />
      ))}
    </g>
  );
}

/** A mark is a link for a pointer; with a keyboard one takes that of the card, which says the same. */
function MarkItem({ mark }: { readonly mark: PlacedMark }) {
  const { x, y, width, state, shown, about, resource } = mark;
  const drawn = (
    <>
      <title>{about}</title>
      <rect class={`end end-${state}`} x={x} y={y} width={width} height={MARK_HEIGHT} rx={MARK_HEIGHT / 2} />
      <text class={`end-text end-text-${state}`} x={x + 11} y={y + 17}>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a text of SVG takes no focus */}
        <tspan aria-hidden="true">{STATES[state].sign}</tspan> {shown}
      </text>
    </>
  );
  if (resource === undefined) return <g>{drawn}</g>;
  return (
    <a href={resourceFragment(resource)} tabIndex={-1} aria-label={`${shown}: ${about}`}>
      {drawn}
    </a>
  );
}

function textOf({ alike, leftOut }: Boxes): string {
  const places = "Interfaces are at the network, workloads inside their nodes; the cards below say the same in text.";
  if (alike === "none") return places;
  const how = alike === "policies" ? "have the same policies" : "are policed, or not, alike";
  const rest = leftOut === 0 ? "" : ` ${leftOut.toLocaleString("en")} nodes of other forms are not drawn.`;
  return `Nodes whose endpoints ${how} share a box, which has the name of the first.${rest} ${places}`;
}

/** The width of an element, as it changes; 0 before it is there. */
function useWidth(of: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = of.current;
    if (element === null) return undefined;
    const measure = (): void => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [of]);
  return width;
}
