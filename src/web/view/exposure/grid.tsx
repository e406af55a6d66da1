import type { MatrixPart, PartEnd } from "../../engine/answers/exposure/matrix-types.ts";
import { ResourceLink } from "../parts/resource-link.tsx";
import { Scroll } from "../parts/scroll.tsx";
import type { MatrixInput } from "./matrix-input.ts";

/** A part of the matrix: sources down, destinations across; each cell is a button that opens it. */
export function Grid(props: {
  readonly part: MatrixPart;
  readonly input: MatrixInput;
  readonly onCell: (cell: readonly [row: number, column: number]) => void;
}) {
  const { part, input, onCell } = props;
  const { sources, destinations, cells } = part;
  const isOpen = (row: number, column: number): boolean => input.cell?.[0] === row && input.cell[1] === column;
  if (sources.length === 0 || destinations.length === 0) return <p class="muted">There is nothing so far on.</p>;
  return (
    <Scroll label="The matrix: sources down, destinations across">
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col" class="matrix-corner">
              from \ to
            </th>
            {destinations.map((end, at) => (
              <th key={at} scope="col">
                <End end={end} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.map((source, at) => (
            <tr key={at}>
              <th scope="row">
                <End end={source} />
              </th>
              {cells[at]?.map(({ text, kind }, of) => {
                const [row, column] = [input.row + at, input.column + of];
                return (
                  <td key={of}>
                    <button
                      type="button"
                      class={`cell cell-${kind}`}
                      aria-pressed={isOpen(row, column)}
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
    <>
      <ResourceLink resource={resource}>{name}</ResourceLink>
      <div class="matrix-about" title={about}>
        {about}
      </div>
    </>
  );
}
