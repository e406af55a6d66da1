import { csvLine, markdownRow } from "../regions/cells.ts";
import { regionsData } from "./exposure-data.ts";
import { groupsOf, wayName } from "./exposure-groups.ts";
import type { ExposureReport } from "./exposure-rows.ts";

const CSV_HEADINGS = [
  ...["endpoint", "node", "interface", "way", "ipVersion", "protocol", "source", "sourcePort", "destination"],
  ...["destinationPort", "icmp", "verdict", "decidedBy"],
];

/** A line of CSV a region; lists in a cell are separated by blanks. What was not proved has a line with `not proved`. */
export function exposureCsv(report: ExposureReport): string {
  const lines = report.ways.flatMap((one) => {
    const { way, result } = one;
    const place = [wayName(one), way.node, way.interface, way.kind, String(way.family)];
    if (!result.exact) return [csvLine([...place, "", "", "", "", "", "", "not proved", result.why])];
    const left = result.value.parts.reduce((sum, { count, regions }) => sum + count - regions.length, 0);
    return [
      ...regionsData(one, report).map((region) =>
        csvLine([
          ...place,
          region.protocol,
          region.source.join(" "),
          region.sourcePort?.join(" ") ?? "",
          region.destination.join(" "),
          region.destinationPort?.join(" ") ?? "",
          region.icmp?.map(({ type, code }) => (code === undefined ? type : `${type}/${code}`)).join(" ") ?? "",
          region.verdict,
          String(region.decidedBy.text),
        ]),
      ),
      ...(left > 0 ? [csvLine([...place, "", "", "", "", "", "", "incomplete", `${left} more regions`])] : []),
    ];
  });
  return [csvLine(CSV_HEADINGS), ...lines].join("");
}

/** A table of Markdown: a row for each thing that lets packets through, for each group of endpoints. */
export function exposureMarkdown(report: ExposureReport): string {
  const peer = report.direction === "in" ? "from" : "to";
  const headings = ["endpoint", "way", "verdict", "service", peer, "by"];
  const rows = groupsOf(report).flatMap(({ kind, members, rows: ofGroup, unproved }) => {
    const names = members.flatMap(([first]) => (first === undefined ? [] : [wayName(first)])).join(", ");
    const decided = ofGroup.map(({ verdict, services, peers, own, by, remark }) => {
      const rest = [own === "" ? "" : `only ${own}`, remark].filter((text) => text !== "");
      return markdownRow([names, kind, verdict, services, peers.join(", "), [by, ...rest].join("; ")]);
    });
    const open = unproved.map((why) => markdownRow([names, kind, "not proved", "", "", why]));
    const isEmpty = decided.length + open.length === 0;
    return isEmpty ? [markdownRow([names, kind, "nothing", "", "", ""])] : [...decided, ...open];
  });
  return [markdownRow(headings), `|${headings.map(() => " --- |").join("")}\n`, ...rows].join("");
}
