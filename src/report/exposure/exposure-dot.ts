import { dotText } from "../regions/cells.ts";
import { groupsOf, wayName } from "./exposure-groups.ts";
import type { ExposureReport } from "./exposure-rows.ts";

/** A graph for Graphviz: addresses and endpoints, with an edge for the services that reach from one to the other. */
export function exposureDot(report: ExposureReport): string {
  const edges: string[] = [];
  for (const { kind, members, rows, unproved } of groupsOf(report)) {
    const names = members.flatMap(([first]) => (first === undefined ? [] : [wayName(first)]));
    const endpoint = dotText(`${names.join("\n")}\n(${kind})`);
    edges.push(`  ${endpoint} [shape=box];`);
    for (const { services, peers, by, verdict, remark } of rows) {
      const peer = dotText(peers.join("\n"));
      const [from, to] = report.direction === "in" ? [peer, endpoint] : [endpoint, peer];
      const label = dotText([services, by, ...(remark === "" ? [] : [remark])].join("\n"));
      const style = verdict === "deny" ? ", style=dashed, color=red" : "";
      edges.push(`  ${from} -> ${to} [label=${label}${style}];`);
    }
    for (const why of unproved) edges.push(`  ${endpoint} [xlabel=${dotText(`not proved: ${why}`)}];`);
  }
  return `digraph exposure {\n  rankdir=LR;\n${edges.join("\n")}\n}\n`;
}
