import { useEffect, useRef } from "preact/hooks";
import type { MatrixPart, PartEnd } from "../../engine/answers/exposure/matrix-types.ts";
import { ResourceLink } from "../parts/resource-link.tsx";
import { Scroll } from "../parts/scroll.tsx";
import { type CellPlace, cellFrom } from "./cell-keys.ts";

/**
 * A part of the matrix: sources down, destinations across; each cell is a button that opens it. Arrow keys lead from cell to
 * cell, also to those of the parts beside this one, and people who listen hear where in all of it they are.
 */
export function Grid(props: {
  readonly part: MatrixPart;
  /** The cell that is open. */
  readonly cell: CellPlace | undefined;
  readonly onCell: (cell: CellPlace) => void;
  /** Asks for the part that has a cell. */
  readonly onMove: (cell: CellPlace) => void;
}) {
  const { part, cell: open, onCell, onMove } = props;
  const { sources, destinations, cells, row: firstRow, column: firstColumn, rowCount, columnCount } = part;
  const table = useRef<HTMLTableElement>(null);
  /** Where a key leads that is not in this part. */
  const wanted = useRef<CellPlace | undefined>(undefined);
  const focus = ([row, column]: CellPlace): boolean => {
    const button = table.current?.querySelector<HTMLElement>(`button[data-cell="${row},${column}"]`);
    button?.focus();
    return button !== null && button !== undefined;
  };
  useEffect(() => {
    if (wanted.current !== undefined && focus(wanted.current)) wanted.current = undefined;
  }, [part]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = (event.target as HTMLElement).dataset.cell?.split(",").map(Number);
    if (at === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = cellFrom([at[0] ?? 0, at[1] ?? 0], event.key, { rowCount, columnCount });
    if (next === undefined) return;
    event.preventDefault();
    if (focus(next)) return;
    wanted.current = next;
    onMove(next);
  };
  if (sources.length === 0 || destinations.length === 0) return <p class="muted">There is nothing so far on.</p>;
  return (
    <Scroll label="The matrix: sources down, destinations across">
      <table
        class={`matrix matrix-${destinations.length}`}
        aria-rowcount={rowCount + 1}
        aria-colcount={columnCount + 1}
        ref={table}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" class="matrix-corner" aria-colindex={1}>
              from \ to
            </th>
            {destinations.map((end, of) => (
              <th key={of} scope="col" aria-colindex={firstColumn + of + 2}>
                <End end={end} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.map((source, at) => (
            <tr key={at} aria-rowindex={firstRow + at + 2}>
              <th scope="row" aria-colindex={1}>
                <End end={source} />
              </th>
              {cells[at]?.map(({ text, kind }, of) => {
                const [row, column] = [firstRow + at, firstColumn + of];
                return (
                  <td key={of} aria-colindex={column + 2}>
                    <button
                      type="button"
                      class={`cell cell-${kind}`}
                      data-cell={`${row},${column}`}
                      aria-pressed={open?.[0] === row && open[1] === column}
                      aria-label={`${source.name} to ${destinations[of]?.name}: ${kind === "none" ? "nothing" : text}`}
                      title={text}
                      onClick={() => onCell([row, column])}
                    >
                      <span class="cell-text">{text}</span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function End({ end: { name, about, resource } }: { readonly end: PartEnd }) {
  return (
    <div class="matrix-end">
      <ResourceLink resource={resource}>{name}</ResourceLink>
      <div class="matrix-about" title={about}>
        {about}
      </div>
    </div>
  );
}
