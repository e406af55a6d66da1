import type { Effect } from "../../analysis/effect/effect.ts";
import type { ChangeGroup } from "../../analysis/effect/groups.ts";
import { decidedByText } from "../outcomes/step-text.ts";
import { placeSuffix } from "../place-text.ts";
import { markdownRow } from "../regions/cells.ts";
import { regionLines } from "../regions/region-text.ts";
import { CHANGE_WORDS, notProvedText } from "./effect-text.ts";
import { flowCommand } from "./flow-command.ts";
import { type AddressNames, endNames, wayText } from "./place-names.ts";

/** Lines of one change that are listed. */
const MOST_LINES = 10;

/** An effect as a Markdown table, for the comment of a pull request. */
export function effectMarkdown({ groups, notProved }: Effect, names: AddressNames): string {
  const left = notProved.length === 0 ? "" : `\n${notProvedText(notProved)}`;
  if (groups.length === 0) return `No packet of a new connection is decided differently.\n${left}`;
  const head = `${markdownRow(["change", "packets", "where", "decided now", "try"])}|---|---|---|---|---|\n`;
  return `${head}${groups.map((group) => row(group, names)).join("")}${left}`;
}

function row(group: ChangeGroup, names: AddressNames): string {
  const { kind, families, by, count, regions } = group;
  const [family = 4] = families;
  const lines = regions
    .slice(0, MOST_LINES)
    .flatMap((region) => regionLines(family, region, endNames(group, region, names)));
  const more = count > MOST_LINES ? [`+${count - MOST_LINES} more`] : [];
  const { node, asked } = group.witness();
  const command = asked === undefined ? "" : flowCommand(node, asked.flow, asked.interfaces);
  return markdownRow([
    CHANGE_WORDS[kind],
    [...lines, ...more].join("; "),
    wayText(group),
    `${decidedByText(by)}${placeSuffix(by)}`,
    command,
  ]);
}
