import type { ChangeKind } from "../../analysis/effect/compare-ways.ts";
import type { Effect } from "../../analysis/effect/effect.ts";
import type { ChangeGroup } from "../../analysis/effect/groups.ts";
import { decidedByText } from "../outcomes/step-text.ts";
import { placeSuffix } from "../place-text.ts";
import { markdownCode } from "../regions/cells.ts";
import { regionLines } from "../regions/region-text.ts";
import { CHANGE_WORDS, notProvedText } from "./effect-text.ts";
import { flowCommand } from "./flow-command.ts";
import { type AddressNames, endNames, wayText } from "./place-names.ts";

/** Lines of one change that are listed. */
const MOST_LINES = 10;
/** A comment of GitHub has 65,536 characters; the rest is for what stands around. */
const MOST_CHARACTERS = 60_000;
const HEAD = "| packets | where | decided by | try |\n| --- | --- | --- | --- |\n";
const KINDS = Object.keys(CHANGE_WORDS) as readonly ChangeKind[];

/**
 * An effect in Markdown, for the comment of a pull request: a table of the packets that are newly allowed, one of those newly denied,
 * and of others where there are some. What is left out of `most` characters is counted.
 */
export function effectMarkdown(effect: Effect, names: AddressNames, most = MOST_CHARACTERS): string {
  const { groups, notProved, assumptions } = effect;
  const unproved = notProvedText(notProved)
    .split("\n")
    .filter((line) => line !== "");
  const isNothing = groups.length === 0;
  const nothing = isNothing && unproved.length === 0 ? ["No packet of a new connection is decided differently.\n"] : [];
  const tables = isNothing ? [] : KINDS.flatMap((kind) => table(kind, groups, names));
  return cut([...nothing, ...tables, ...listOf("Not proved", unproved), ...listOf("Assumed", assumptions)], most);
}

/** A heading, and a row for each change of this kind. */
function table(kind: ChangeKind, all: readonly ChangeGroup[], names: AddressNames): readonly string[] {
  const groups = all.filter((group) => group.kind === kind);
  const words = CHANGE_WORDS[kind];
  const heading = `### ${words.charAt(0).toUpperCase()}${words.slice(1)}\n\n`;
  if (groups.length > 0) return [`${heading}${HEAD}`, ...groups.map((group) => row(group, names)), "\n"];
  return kind === "allowed" || kind === "denied" ? [`${heading}Nothing.\n\n`] : [];
}

function listOf(heading: string, lines: readonly string[]): readonly string[] {
  const items = lines.map((line) => `- ${markdownCode(line)}\n`);
  return items.length === 0 ? [] : [`### ${heading}\n\n`, ...items, "\n"];
}

/** The parts that fit, and how many rows and items do not. */
function cut(parts: readonly string[], most: number): string {
  let left = most;
  const kept: string[] = [];
  for (const part of parts) {
    left -= part.length;
    if (left < 0) break;
    kept.push(part);
  }
  const missing = parts.slice(kept.length).filter((part) => /^[|-] /.test(part)).length;
  const text = kept.join("").trimEnd();
  if (missing === 0) return `${text}\n`;
  const lines = missing === 1 ? "1 line is" : `${missing} lines are`;
  return `${text}\n\n${lines} left out, as a comment has room for no more: \`calicoctl diff --effect -o json\` lists all.\n`;
}

function row(group: ChangeGroup, names: AddressNames): string {
  const { families, by, replyDropped, count, regions } = group;
  const [family = 4] = families;
  const lines = regions
    .slice(0, MOST_LINES)
    .flatMap((region) => regionLines(family, region, endNames(group, region, names)));
  const more = count > MOST_LINES ? [`+${count - MOST_LINES} more`] : [];
  const { node, shortest } = group.witness();
  const deciders = [
    `${decidedByText(by)}${placeSuffix(by)}`,
    ...(replyDropped
      ? [`but the answers are dropped, ${decidedByText(replyDropped)}${placeSuffix(replyDropped)}`]
      : []),
  ];
  const command = shortest === undefined ? [] : [flowCommand(node, shortest.flow, shortest.interfaces)];
  const cells = [[...lines, ...more], [wayText(group)], deciders, command];
  return `| ${cells.map((cell) => cell.map(markdownCode).join("<br>")).join(" | ")} |\n`;
}
