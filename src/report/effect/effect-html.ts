import type { ChangeKind } from "../../analysis/effect/compare-ways.ts";
import type { Effect } from "../../analysis/effect/effect.ts";
import type { ChangeGroup } from "../../analysis/effect/groups.ts";
import { htmlPage, listOf, pillOf } from "../html/page.ts";
import { el, type Markup } from "../markup.ts";
import { decidedByText } from "../outcomes/step-text.ts";
import { placeSuffix } from "../place-text.ts";
import { regionLines } from "../regions/region-text.ts";
import { CHANGE_WORDS, notProvedText } from "./effect-text.ts";
import { flowCommand } from "./flow-command.ts";
import { type AddressNames, endNames, wayText } from "./place-names.ts";

/** Regions of one change, and changes of one kind that are shown; the others are counted. */
const MOST_REGIONS = 40;
const MOST_GROUPS = 300;

const TONES: Readonly<Record<ChangeKind, string>> = {
  allowed: "good",
  denied: "bad",
  "replies allowed": "good",
  "replies dropped": "bad",
  decider: "calm",
};

/** An effect as an HTML document: what is newly allowed and newly denied side by side, and below what else changes. */
export function effectHtml({ groups, notProved, assumptions }: Effect, names: AddressNames): string {
  const column = (kind: ChangeKind) => changes(kind, groups, names);
  const others = (["replies allowed", "replies dropped", "decider"] as const).filter((kind) =>
    groups.some((group) => group.kind === kind),
  );
  const unproved = notProvedText(notProved)
    .split("\n")
    .filter((line) => line !== "");
  return htmlPage({
    title: "What a change does to packets",
    lead: [el("p", { class: "muted" }, leadText(groups, unproved.length > 0))],
    body: [
      el("div", { class: "sides" }, column("allowed"), column("denied")),
      ...others.map(column),
      ...titled("Not proved", unproved),
      ...titled("Assumed", assumptions),
    ],
    style: STYLE,
  });
}

const STYLE = [
  ".sides { display: grid; grid-template-columns: 1fr 1fr; gap: 24px; }",
  ".sides section + section { border: 0; margin: 0; padding: 0; }",
  "@media (max-width: 700px) { .sides { grid-template-columns: 1fr; gap: 0; } }",
  ".change { border: 1px solid var(--edge); border-left-width: 4px; border-radius: 8px; background: var(--card); padding: 10px 14px; margin: 10px 0; break-inside: avoid; }",
  ...["good", "bad", "calm"].map((tone) => `.change.${tone} { border-left-color: var(--${tone}-ink); }`),
  ".change ul { list-style: none; padding: 0; }",
  ".change p { margin: 3px 0; }",
].join("\n");

function leadText(groups: readonly ChangeGroup[], isOpen: boolean): string {
  if (groups.length > 0)
    return `${groups.length} ${groups.length === 1 ? "change" : "changes"}: packets of new connections that are decided differently`;
  return isOpen ? "Not all of it is proved." : "No packet of a new connection is decided differently: proved for all.";
}

function titled(title: string, lines: readonly string[]): readonly Markup[] {
  return lines.length === 0 ? [] : [el("section", {}, el("h2", {}, title), ...listOf(lines))];
}

function changes(kind: ChangeKind, all: readonly ChangeGroup[], names: AddressNames): Markup {
  const groups = all.filter((group) => group.kind === kind);
  const words = CHANGE_WORDS[kind];
  const rest = groups.length - MOST_GROUPS;
  return el(
    "section",
    {},
    el("h2", {}, `${words.charAt(0).toUpperCase()}${words.slice(1)}`),
    ...(groups.length === 0 ? [el("p", { class: "muted" }, "nothing")] : []),
    ...groups.slice(0, MOST_GROUPS).map((group) => change(group, names)),
    ...(rest > 0 ? [el("p", {}, `+${rest} more: -o json lists them`)] : []),
  );
}

function change(group: ChangeGroup, names: AddressNames): Markup {
  const { kind, families, by, was, replyDropped, count, regions } = group;
  const [family = 4] = families;
  const lines = regions
    .slice(0, MOST_REGIONS)
    .flatMap((region) => regionLines(family, region, endNames(group, region, names)));
  const more = count > MOST_REGIONS ? [`+${count - MOST_REGIONS} more regions`] : [];
  const { node, shortest } = group.witness();
  const command = shortest === undefined ? undefined : flowCommand(node, shortest.flow, shortest.interfaces);
  return el(
    "div",
    { class: `change ${TONES[kind]}` },
    ...listOf([...lines.map((line) => el("code", {}, line)), ...more]),
    el("p", {}, wayText(group)),
    el("p", {}, `now ${decidedByText(by)}`, el("code", { class: "muted" }, placeSuffix(by))),
    ...was
      .slice(0, 3)
      .map((one) => el("p", { class: "muted" }, `before ${decidedByText(one)}`, el("code", {}, placeSuffix(one)))),
    ...(replyDropped === undefined
      ? []
      : [
          el(
            "p",
            {},
            pillOf("the answers are dropped", "odd"),
            ` ${decidedByText(replyDropped)}${placeSuffix(replyDropped)}`,
          ),
        ]),
    ...(command === undefined ? [] : [el("p", { class: "muted" }, "e.g. ", el("code", {}, `calicoctl ${command}`))]),
  );
}
