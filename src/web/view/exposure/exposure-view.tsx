import { useEffect, useState } from "preact/hooks";
import { FieldRow, TextField } from "../parts/field.tsx";
import { Refused } from "../parts/refused.tsx";
import { useAnnouncement } from "../state/announce.tsx";
import { keepInAddress, type Route } from "../state/route.ts";
import { useAnswer } from "../state/use-answer.ts";
import { partWith } from "./cell-keys.ts";
import { CellPanel } from "./cell-panel.tsx";
import { Grid } from "./grid.tsx";
import {
  COLUMNS,
  cellQuestion,
  type MatrixInput,
  matrixInput,
  parametersOf,
  partQuestion,
  ROWS,
} from "./matrix-input.ts";
import { Pager } from "./pager.tsx";

/** Who may open connections to whom: a part of the matrix of all endpoints at a time, and the packets of the cell that is open. */
export function ExposureView({ route }: { readonly route: Route }) {
  const [isOpened, setOpened] = useState(false);
  const [input, setInput] = useState<MatrixInput>(() => matrixInput(route.parameters));
  useEffect(() => setInput(matrixInput(route.parameters)), [route]);
  const { answer: names } = useAnswer({ kind: "names" });
  const known = useAnswer(partQuestion(input), { isSlow: true });
  const cell = cellQuestion(input);
  const knownCell = useAnswer(cell, { isSlow: true });
  const { answer: part, refusal, isWaiting } = known;
  const change = (next: MatrixInput): void => {
    setInput(next);
    keepInAddress("/exposure", parametersOf(next));
  };
  const { cell: _, ...closed } = input;
  /** Another matrix: it is shown from its beginning, and no cell of it is open. */
  const ask = (words: Partial<MatrixInput>): void => change({ ...closed, row: 0, column: 0, ...words });
  const open = (at: readonly [row: number, column: number]): void => {
    setOpened(true);
    change({ ...input, cell: at });
  };
  const move = (to: Partial<MatrixInput>): void => change({ ...closed, ...to });
  useAnnouncement(
    part === undefined
      ? refusal?.message
      : (part.notProved ?? `${part.rowCount} sources, ${part.columnCount} destinations`),
  );
  return (
    <div class="stack" aria-busy={isWaiting || knownCell.isWaiting}>
      <h1>Who reaches whom</h1>
      <form class="card matrix-words" onSubmit={(event) => event.preventDefault()} aria-label="Ends and services">
        <FieldRow>
          <TextField
            label="From"
            value={input.from}
            onValue={(from) => ask({ from })}
            names={names?.ends}
            placeholder="everyone; a name, network or selector"
          />
          <TextField
            label="To"
            value={input.to}
            onValue={(to) => ask({ to })}
            names={names?.ends}
            placeholder="all endpoints; a name or selector"
          />
          <TextField
            label="Services"
            value={input.port}
            onValue={(port) => ask({ port })}
            placeholder="all; tcp/22, udp/53, icmp"
          />
        </FieldRow>
      </form>
      <Refused known={known} />
      {part === undefined && isWaiting && <p class="muted">Computing what may pass…</p>}
      {part !== undefined && (
        <div class={input.cell === undefined ? "exposure" : "exposure exposure-open"}>
          <section class="card stack" aria-label="Matrix">
            <div class="pagers">
              <Pager
                called="Sources"
                first={input.row}
                count={part.rowCount}
                step={ROWS}
                onFirst={(row) => move({ row })}
              />
              <Pager
                called="Destinations"
                first={input.column}
                count={part.columnCount}
                step={COLUMNS}
                onFirst={(column) => move({ column })}
              />
            </div>
            {part.notProved === undefined ? (
              <Grid
                part={part}
                cell={input.cell}
                onCell={open}
                onMove={([row, column]) =>
                  move({ row: partWith(row, input.row, ROWS), column: partWith(column, input.column, COLUMNS) })
                }
              />
            ) : (
              <p class="notice">
                <strong>Not proved:</strong> {part.notProved}. Fewer ends or services can be: narrow them above.
              </p>
            )}
            <Legend assumptions={part.assumptions} command={part.command} />
          </section>
          {input.cell !== undefined && (
            <CellPanel known={knownCell} takesFocus={isOpened} onClose={() => change(closed)} />
          )}
        </div>
      )}
    </div>
  );
}

function Legend({ assumptions, command }: { readonly assumptions: readonly string[]; readonly command: string }) {
  return (
    <>
      <p class="small muted">
        A cell has the new connections that the source&#8217;s own policy lets out and the destination&#8217;s lets in.{" "}
        <b>-</b>: none. <b>*</b>: between some of the addresses only. <b>own node</b>: they meet no policy of these
        endpoints. Arrow keys lead from cell to cell.
      </p>
      {assumptions.length > 0 && (
        <details class="more small">
          <summary>Assumed</summary>
          <ul class="plain">
            {assumptions.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      <div class="command">
        <span class="muted small">The whole matrix on the command line</span>
        <code>{command}</code>
      </div>
    </>
  );
}
