import type { ChangeKind } from "../../analysis/effect/compare-ways.ts";
import type { Effect, NotProved } from "../../analysis/effect/effect.ts";
import type { ChangeGroup } from "../../analysis/effect/groups.ts";
import { printable } from "../../model/printable.ts";
import { decidedByText } from "../outcomes/step-text.ts";
import { placeSuffix } from "../place-text.ts";
import { regionLines } from "../regions/region-text.ts";
import type { Style } from "../style.ts";
import { hangingLines } from "../text-lines.ts";
import { flowCommand } from "./flow-command.ts";
import { type AddressNames, endNames, namesText, wayText } from "./place-names.ts";

/** How an effect is written. */
export interface EffectTextOptions {
  readonly style: Style;
  readonly names: AddressNames;
  /** What the endpoints of a group are, where a selector has exactly these. */
  readonly selectors: (group: ChangeGroup) => string | undefined;
}

/** The words for a kind of change. */
export const CHANGE_WORDS: Readonly<Record<ChangeKind, string>> = {
  allowed: "newly allowed",
  denied: "newly denied",
  "replies allowed": "replies allowed",
  "replies dropped": "replies dropped",
  decider: "other decider",
};

/** Regions that are listed of all groups, and of one. */
const MOST_REGIONS = 200;
const MOST_OF_GROUP = 20;
const INDENT = 16;

/** An effect for people, a paragraph a group; empty where nothing changes. */
export function effectText({ groups }: Effect, options: EffectTextOptions): string {
  if (groups.length === 0) return "";
  const kinds = (["allowed", "denied"] as const).filter((kind) => groups.every((group) => group.kind !== kind));
  let left = MOST_REGIONS;
  const paragraphs = groups.flatMap((group) => {
    if (left <= 0) return [];
    const most = Math.min(MOST_OF_GROUP, left);
    left -= Math.min(most, group.regions.length);
    return [{ kind: group.kind, text: groupText(group, most, options) }];
  });
  const nothing = (kind: ChangeKind) =>
    kinds.some((one) => one === kind) ? [`${CHANGE_WORDS[kind].padEnd(INDENT)}nothing\n`] : [];
  const of = (kind: ChangeKind) => paragraphs.flatMap((one) => (one.kind === kind ? [one.text] : []));
  const others = paragraphs.flatMap(({ kind, text }) => (kind === "allowed" || kind === "denied" ? [] : [text]));
  const more = moreText(groups.slice(paragraphs.length), options.style.width);
  return [...of("allowed"), ...nothing("allowed"), ...of("denied"), ...nothing("denied"), ...others, more].join("");
}

/** How much is not listed. */
function moreText(groups: readonly ChangeGroup[], width: number | undefined): string {
  if (groups.length === 0) return "";
  const regions = groups.reduce((sum, { count }) => sum + count, 0);
  const kinds = [...new Set(groups.map(({ kind }) => CHANGE_WORDS[kind]))].join(", ");
  return hangingLines(`+${groups.length} more changes with ${regions} regions (${kinds}): -o json lists them`, 0, width)
    .map((line) => `${line}\n`)
    .join("");
}

function groupText(group: ChangeGroup, most: number, { style, names, selectors }: EffectTextOptions): string {
  const { kind, families, places, by, was, replyDropped, count, regions } = group;
  const [family = 4] = families;
  const shown = regions.slice(0, most);
  const lines = shown.flatMap((region) => regionLines(family, region, endNames(group, region, names)));
  const more = count - shown.length;
  const endpoints = endpointsText(group, selectors(group));
  const { node, shortest } = group.witness();
  const command = shortest && flowCommand(node, shortest.flow, shortest.interfaces);
  const rest = [
    ...(more > 0 ? [`+${more} more regions, ${count} in all: -o json lists them`] : []),
    `${wayText(group)}${endpoints === "" ? "" : `: ${endpoints}`}`,
    `${decidedByText(by)}${placeSuffix(by)}${places.length > 1 && "endpoint" in by && by.kind !== "rule" ? ", and likewise at the others" : ""}`,
    ...(kind === "decider" ? [`before: ${decidedByText(was[0] ?? by)}${placeSuffix(was[0] ?? by)}`] : []),
    ...(replyDropped
      ? [`but the answers are dropped, ${decidedByText(replyDropped)}${placeSuffix(replyDropped)}`]
      : []),
  ];
  const texts = [
    ...lines.flatMap((line) => hangingLines(printable(line), INDENT, style.width)),
    ...rest.flatMap((line) => hangingLines(printable(line), INDENT, style.width)).map((line) => style.dim(line)),
    ...(command === undefined ? [] : [`e.g. ${command}`]),
  ];
  const colour =
    kind === "allowed" || kind === "replies allowed" ? style.green : kind === "decider" ? style.yellow : style.red;
  const head = colour(CHANGE_WORDS[kind].padEnd(INDENT));
  return texts.map((line, i) => `${i === 0 ? head : " ".repeat(INDENT)}${line}\n`).join("");
}

/** How many endpoints there are at the places of a group, what selects them, and for how many it is the first. */
function endpointsText({ places }: ChangeGroup, selector: string | undefined): string {
  const first = places.filter(({ isNew }) => isNew).length;
  const gone = places.filter(({ isGone }) => isGone).length;
  const replaced = places.filter(({ insteadOf }) => insteadOf).length;
  const { length } = places;
  const kind = places[0]?.endpoint?.kind === "WorkloadEndpoint" ? "workload endpoint" : "host endpoint";
  const of = (some: number) => (some === length ? "" : `${some} of them `);
  const parts = [
    ...(length > 1 ? [`${length} ${places[0]?.endpoint ? `${kind}s` : "interfaces"}`] : []),
    ...(selector === undefined ? [] : [selector]),
    ...(first > 0 ? [`${of(first)}no ${kind} before`] : []),
    ...(gone > 0 ? [`${of(gone)}no ${kind} any more`] : []),
    ...(replaced > 0 ? [`${of(replaced)}another ${kind} before`] : []),
  ];
  return parts.join(", ");
}

/** Why ways could not be compared, a line for each reason. */
export function notProvedText(notProved: readonly NotProved[]): string {
  const byWhy = new Map<string, string[]>();
  for (const { way, why } of notProved) {
    const { node, interface: name, endpoint } = way;
    const place = `${node}/${name}${endpoint ? ` (${endpoint.name})` : ""}`;
    byWhy.set(why, [...(byWhy.get(why) ?? []), place]);
  }
  return [...byWhy]
    .map(([why, places]) => printable(`not proved: ${namesText(places)}: ${why}`))
    .map((line) => `${line}\n`)
    .join("");
}
