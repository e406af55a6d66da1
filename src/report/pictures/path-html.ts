import { htmlPage, listOf, pillOf, tableOf } from "../html/page.ts";
import { type Child, el, type Markup } from "../markup.ts";
import type { PathPicture, PicturedHop, PicturedPath, PicturedStage, Reason } from "./picture-types.ts";
import { stateWord } from "./state-words.ts";
import { resultTone, toneOf, verdictTone } from "./svg/marks.ts";
import { pathSvgElement } from "./svg/path-svg.ts";

/** Pictures as one HTML document: each drawn, once for wide screens and once for narrow ones, and as a list. */
export function pathHtml(pictures: readonly PathPicture[]): string {
  const [only] = pictures;
  const isOne = only !== undefined && pictures.length === 1;
  const title = isOne ? titleOf(only) : `Paths of ${pictures.length} packets`;
  return htmlPage({
    title,
    lead: isOne ? [] : [contents(pictures)],
    body: pictures.map((picture, at) => section(picture, `p${at}`, !isOne)),
    style: STYLE,
  });
}

const STYLE = [
  ".steps { list-style: none; padding-left: 0; }",
  ".steps ul { margin-bottom: 12px; }",
  ".contents { list-style: none; padding: 0; }",
  ".contents li { display: flex; flex-wrap: wrap; gap: 2px 10px; align-items: baseline; margin: 5px 0; }",
  ".contents .pill { min-width: 62px; text-align: center; }",
  ".verdict .pill { font-size: 15px; padding: 3px 12px; border-radius: 6px; margin-right: 6px; }",
].join("\n");

function titleOf({ name, packet }: PathPicture): string {
  return name === undefined ? packet : `${name}: ${packet}`;
}

function contents(pictures: readonly PathPicture[]): Markup {
  const items = pictures.map(({ verdict, name, packet, unmet }, at) =>
    el(
      "li",
      {},
      pillOf(verdict, verdictTone(verdict)),
      " ",
      el("a", { href: `#p${at}` }, name === undefined ? packet : `${name}: ${packet}`),
      ...(unmet === undefined ? [] : [" ", pillOf("expectation not met", "bad")]),
    ),
  );
  return el("nav", { "aria-label": "packets" }, el("ul", { class: "contents" }, ...items));
}

function section(picture: PathPicture, id: string, isHeaded: boolean): Markup {
  const drawn = (kind: string, width: number) =>
    el("figure", { class: kind }, pathSvgElement([picture], { id: `${id}${kind}`, width, isBare: true }));
  return el(
    "section",
    { id },
    ...(isHeaded ? [el("h2", {}, picture.name ?? picture.packet)] : []),
    ...summary(picture, isHeaded),
    drawn("broad", 960),
    drawn("narrow", 362),
    el("details", {}, el("summary", {}, "The path as a list"), ...picture.paths.flatMap(pathList)),
  );
}

/** The verdict, what decided, and what becomes of each choice. */
function summary({ name, packet, route, verdict, reason, choices, paths, unmet }: PathPicture, isHeaded: boolean) {
  const rows = choices.map(({ result, name: choice, reason: why }): readonly Child[] => [
    pillOf(result, resultTone(result)),
    choice,
    reasonOf(why),
  ]);
  const [only] = choices.length === 0 ? paths : [];
  const isNamed = name !== undefined && isHeaded;
  return [
    el("p", { class: "verdict" }, pillOf(verdict.toUpperCase(), verdictTone(verdict)), " ", reasonOf(reason)),
    el("p", { class: "muted" }, ...(isNamed ? [el("code", {}, packet), ", "] : []), route),
    ...(unmet === undefined ? [] : [el("p", {}, pillOf("expectation not met", "bad"), ` ${unmet}`)]),
    ...(only?.reply === undefined ? [] : [replyOf(only.reply)]),
    ...(rows.length === 0 ? [] : [tableOf(["result", "choice", "why"], rows, "choices")]),
  ];
}

function replyOf({ verdict, head, why }: NonNullable<PicturedPath["reply"]>): Markup {
  return el("p", {}, el("span", { class: `ink ${verdict === "allow" ? "good" : "bad"}` }, head), why);
}

function pathList(path: PicturedPath): readonly Markup[] {
  const { choice, reason, reply, hops, replyHops, assumptions, diagnostics, packet, route, verdict } = path;
  const head =
    choice === undefined
      ? []
      : [el("h3", {}, choice), el("p", {}, `${verdict.toUpperCase()} ${packet}, ${route}, `, reasonOf(reason))];
  const problems = diagnostics.map(({ severity, message, help = "" }) => `${severity}: ${message} ${help}`);
  return [
    ...head,
    ...(reply === undefined ? [] : [replyOf(reply)]),
    ...hops.flatMap((hop) => hopList(hop, "")),
    ...replyHops.flatMap((hop) => hopList(hop, "the reply on ")),
    ...titled("assumed", assumptions),
    ...titled("not evaluated", problems),
  ];
}

function titled(title: string, items: readonly string[]): readonly Markup[] {
  return items.length === 0 ? [] : [el("h3", {}, title), ...listOf(items)];
}

function hopList({ node, result, route, stages }: PicturedHop, what: string): readonly Markup[] {
  return [
    el("h3", {}, `${what}${node}: ${result}`),
    el("p", { class: "muted" }, route),
    el("ol", { class: "steps" }, ...stages.map(stageItem)),
  ];
}

function stageItem(stage: PicturedStage): Markup {
  const { name, state, about, rows } = stage;
  const steps = rows.flatMap(({ subject, result, why, place, hints }): readonly Child[] => [
    el(
      "span",
      {},
      ...(subject === "" ? [] : [`${subject} `]),
      ...(result === "" ? [] : [el("span", { class: `ink ${resultTone(result)}` }, result), " "]),
      reasonOf({ text: why, ...(place !== undefined && { place }) }),
    ),
    ...hints.map(({ message, help }) =>
      el("span", {}, pillOf("hint", "odd"), ` ${message} `, el("span", { class: "muted" }, help)),
    ),
  ]);
  return el(
    "li",
    {},
    el("strong", {}, name),
    " ",
    pillOf(stateWord(stage), toneOf(state)),
    ...(about === undefined ? [] : [el("div", { class: "muted" }, about)]),
    ...listOf(steps),
  );
}

function reasonOf({ text, place }: Reason): Markup {
  return el("span", {}, text, ...(place === undefined ? [] : [" ", el("code", { class: "muted" }, `(${place})`)]));
}
