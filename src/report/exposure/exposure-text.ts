import type { WayKind } from "../../analysis/paths/way.ts";
import { printable, shortened } from "../../model/printable.ts";
import type { Style } from "../style.ts";
import { columns } from "../text-columns.ts";
import { wrapped } from "../text-lines.ts";
import { type ExposureGroup, groupsOf, wayName } from "./exposure-groups.ts";
import type { ExposureReport, ExposureRow } from "./exposure-rows.ts";

/** Rows of one group at most; the rest is counted. */
const MOST_ROWS = 40;
/** Endpoints that a heading names. */
const MOST_NAMES = 4;

/** Columns that the services take where their words allow it; the others share the rest of a line, with 6 between them. */
const SERVICES = 18;
const LINE = 80;

function widthsOf({ width = LINE }: Style): { readonly peers: number; readonly by: number } {
  const room = Math.max(width - SERVICES - 6, 20);
  const peers = Math.floor((room * 20) / 56);
  return { peers, by: room - peers };
}

/** The words for a way. */
export const WAYS: Readonly<Record<WayKind, string>> = {
  "local in": "to processes of the node",
  "local out": "from processes of the node",
  "forwarded in": "forwarded, coming in",
  "forwarded out": "forwarded, going out",
  "to workload": "to the workload",
  "from workload": "from the workload",
  "workload to host": "from the workload to its node",
};

/** Who reaches what for people: a block for the endpoints that are alike, a row for each thing that lets packets through. */
export function exposureText(report: ExposureReport, style: Style): string {
  const groups = groupsOf(report);
  return groups.map((group) => block(group, report, style)).join("\n");
}

function block(group: ExposureGroup, { direction, verdicts }: ExposureReport, style: Style): string {
  const shown = group.rows.slice(0, MOST_ROWS);
  const rest = group.rows.length - shown.length;
  const both = verdicts.length > 1;
  const widths = widthsOf(style);
  const cells = shown.map((row) => [
    ...(both ? [row.verdict] : []),
    wrapped(printable(row.services), SERVICES),
    row.peers.map((peer) => wrapped(printable(peer), widths.peers)).join("\n"),
    wrapped(printable(shortened(row.by, 300)), widths.by - (both ? 7 : 0)) + remark(row, style),
  ]);
  const unproved = group.unproved.map((why) => `  ${style.red("not proved")}  ${printable(why)}\n`);
  const nothing = shown.length === 0 && unproved.length === 0 ? `  nothing is ${verdictWord(verdicts)}\n` : "";
  return [
    `${heading(group, direction, style)}\n`,
    shown.length === 0 ? "" : withoutHeadings(cells, style.width),
    nothing,
    rest > 0 ? `  ... and ${rest} more rows; -o json has everything\n` : "",
    ...unproved,
  ].join("");
}

function remark({ own, remark: text }: ExposureRow, style: Style): string {
  const lines = [
    ...(own === "" ? [] : [printable(`only ${own}`)]),
    ...(text === "" ? [] : [style.yellow(`<- ${printable(text)}`)]),
  ];
  return lines.map((line) => `\n${line}`).join("");
}

function verdictWord(verdicts: ExposureReport["verdicts"]): string {
  return verdicts.length > 1 ? "decided" : verdicts[0] === "deny" ? "denied" : "allowed";
}

function heading({ kind, members }: ExposureGroup, direction: "in" | "out", style: Style): string {
  const firsts = members.flatMap(([first]) => first ?? []);
  const names = firsts.slice(0, MOST_NAMES).map((one) => style.bold(printable(wayName(one))));
  const rest = firsts.length - names.length;
  const [only] = firsts;
  const through =
    firsts.length === 1 && only !== undefined && only.way.interface !== ""
      ? ` (${direction} through ${printable(`${only.way.node}/${only.way.interface}`)})`
      : "";
  const more = rest > 0 ? ` and ${rest} more, alike` : "";
  return `${names.join(", ")}${more}  ${style.dim(`${WAYS[kind]}${through}`)}`;
}

/** Columns without a line of headings. */
function withoutHeadings(rows: readonly (readonly string[])[], width: number | undefined): string {
  const [first = [], ...others] = rows;
  return columns(first, others, width);
}
