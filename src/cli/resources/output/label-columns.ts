import type { Column } from "../../../model/kinds/columns.ts";
import type { Resource } from "../../../model/resource.ts";

/** The labels that a table shows besides its columns: a column for each of some, and one with all of them. */
export interface ShownLabels {
  /** `-L`, in order. */
  readonly columns: readonly string[];
  /** `--show-labels`. */
  readonly all: boolean;
}

/** These columns: headed by what is behind the label's last slash in capitals, and `LABELS`. */
export function labelColumns({ columns, all }: ShownLabels): readonly Column[] {
  const each = columns.map((label): Column => {
    const heading = label.slice(label.lastIndexOf("/") + 1).toUpperCase();
    return {
      heading,
      cell: ({ metadata: { labels = {} } }) => (Object.hasOwn(labels, label) ? String(labels[label]) : ""),
    };
  });
  return all ? [...each, { heading: "LABELS", cell: allLabels }] : each;
}

function allLabels({ metadata: { labels = {} } }: Resource): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}=${value}`);
  return pairs.length === 0 ? "<none>" : pairs.sort().join(",");
}
