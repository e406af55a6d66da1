import { useEffect, useRef } from "preact/hooks";
import type { CoveredText as Covered, TextMark } from "../../engine/answers/tests/coverage-answer.ts";
import { FirstRows } from "../parts/first-rows.tsx";
import { ResourceLink } from "../parts/resource-link.tsx";
import { Scroll } from "../parts/scroll.tsx";

/** Lines that are shown at first. */
const FIRST = 400;

interface Line {
  readonly number: number;
  readonly text: string;
  /** Those that begin in it. */
  readonly marks: readonly TextMark[];
  /** What the rule of which it is a line is. */
  readonly state: TextMark["state"] | undefined;
}

/** A manifest with its line numbers, and beside each rule and endpoint what flow tests reach of it. */
export function CoveredText(props: {
  readonly text: Covered;
  /** The line that a link is about. */
  readonly marked: number | undefined;
  readonly isOpen: boolean;
}) {
  const { text, marked, isOpen } = props;
  const { name, marks } = text;
  const counted = marks.filter(({ state }) => state !== "shadowed");
  const reached = counted.filter(({ state }) => state === "reached").length;
  return (
    <details class="card" open={isOpen || marked !== undefined}>
      <summary>
        <h2 class="mono">{name}</h2>{" "}
        <span class="muted">
          {reached} of {counted.length} reached
        </span>
      </summary>
      <FirstRows items={linesOf(text)} first={Math.max(FIRST, marked ?? 0)} called="lines">
        {(shown) => (
          <Scroll label={`Lines of ${name}`}>
            <table class="covered">
              <thead class="unseen">
                <tr>
                  <th scope="col">Line</th>
                  <th scope="col">Text</th>
                  <th scope="col">Reached</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((line) => (
                  <LineRow key={line.number} line={line} isMarked={line.number === marked} />
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
      </FirstRows>
    </details>
  );
}

function LineRow({ line, isMarked }: { readonly line: Line; readonly isMarked: boolean }) {
  const { number, text, marks, state } = line;
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isMarked) row.current?.scrollIntoView({ block: "center" });
  }, [isMarked]);
  const kinds = [
    ...(state === undefined ? [] : [`covered-${state}`]),
    ...(marks.length > 0 ? ["covered-begin"] : []),
    ...(isMarked ? ["marked"] : []),
  ];
  return (
    <tr ref={row} class={kinds.join(" ")} aria-current={isMarked ? "true" : undefined}>
      <th scope="row" class="number">
        {number}
      </th>
      <td class="covered-text">{text}</td>
      <td class="covered-marks">
        {marks.map((mark) => (
          <div key={mark.text} class={`covered-mark covered-mark-${mark.state}`} title={mark.text}>
            <span aria-hidden="true">{SIGNS[mark.state]}</span>{" "}
            {mark.rule === undefined ? (
              <span>{mark.text.slice(mark.text.indexOf(", ") + 2)}</span>
            ) : (
              <ResourceLink resource={mark.resource} rule={mark.rule}>
                {mark.rule}
              </ResourceLink>
            )}
            : {mark.words}
          </div>
        ))}
      </td>
    </tr>
  );
}

const SIGNS: Readonly<Record<TextMark["state"], string>> = { reached: "✓", missed: "✗", shadowed: "○" };

function linesOf({ text, marks }: Covered): readonly Line[] {
  const lines = text.replace(/\n$/, "").split(/\r?\n/);
  const beginning = new Map<number, TextMark[]>();
  const states = new Map<number, TextMark["state"]>();
  for (const mark of marks) {
    beginning.set(mark.line, [...(beginning.get(mark.line) ?? []), mark]);
    for (let line = mark.line; line <= mark.endLine; line++) {
      // Of several on one line, what is open is what to look at.
      if (states.get(line) !== "missed") states.set(line, mark.state);
    }
  }
  return lines.map((line, at) => ({
    number: at + 1,
    text: line,
    marks: beginning.get(at + 1) ?? [],
    state: states.get(at + 1),
  }));
}
