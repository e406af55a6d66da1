import type { DescriptionTable } from "../../../analysis/describe/description.ts";
import type { ResourceLinks } from "../../engine/answers/resource-links.ts";
import { FirstRows } from "../parts/first-rows.tsx";
import { Scroll } from "../parts/scroll.tsx";
import { Values } from "./values.tsx";

/** Rows of a table that are shown at first. */
const FIRST = 50;

/** Tables of a description; one without rows says what that means, or is left out. */
export function DescriptionTables(props: {
  readonly tables: readonly DescriptionTable[];
  readonly links: ResourceLinks;
}) {
  return (
    <>
      {props.tables
        .filter(({ rows, none }) => rows.length > 0 || none !== undefined)
        .map((table) => (
          <section key={table.key} class="card" aria-labelledby={`table-${table.key}`}>
            <h2 id={`table-${table.key}`}>{table.title}</h2>
            <Rows table={table} links={props.links} />
          </section>
        ))}
    </>
  );
}

function Rows({
  table: { title, rows, none = "none" },
  links,
}: {
  readonly table: DescriptionTable;
  readonly links: ResourceLinks;
}) {
  const [first] = rows;
  if (first === undefined) return <p class="muted">{none}</p>;
  const columns = Object.keys(first);
  return (
    <FirstRows items={rows} first={FIRST} called="rows">
      {(shown) => (
        <Scroll label={title}>
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {wordsOf(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row, at) => (
                <tr key={at}>
                  {columns.map((column) => (
                    <td key={column}>
                      <Values of={column} value={row[column] ?? ""} links={links} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </FirstRows>
  );
}

/** The name of a column in words: `standsFor`, `Stands for`. */
function wordsOf(column: string): string {
  const words = column.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
