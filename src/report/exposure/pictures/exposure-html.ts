import { htmlPage, listOf, pillOf, tableOf } from "../../html/page.ts";
import { type Child, el, type Markup } from "../../markup.ts";
import { type ExposureGroup, groupsOf } from "../exposure-groups.ts";
import type { ExposureReport, ExposureRow } from "../exposure-rows.ts";
import { WAYS } from "../exposure-text.ts";
import { exposureSvg, exposureTitle, namesOf } from "./exposure-svg.ts";

/** Who reaches whom as an HTML document: the picture, and a table of each group of endpoints. */
export function exposureHtml(report: ExposureReport): string {
  const assumed = new Set(report.ways.flatMap(({ result }) => (result.exact ? result.value.assumptions : [])));
  return htmlPage({
    title: exposureTitle(report),
    body: [
      el("figure", { class: "broad" }, exposureSvg(report, true)),
      ...groupsOf(report).map((group, at) => section(group, at)),
      ...(assumed.size === 0 ? [] : [el("h2", {}, "assumed"), ...listOf([...assumed])]),
    ],
  });
}

function section({ kind, members, rows, unproved }: ExposureGroup, at: number): Markup {
  const names = namesOf(members).join(", ");
  const label = `${names}, ${WAYS[kind]}`;
  const cells = rows.map(({ verdict, services, peers, by, own, remark }: ExposureRow): readonly Child[] => [
    pillOf(verdict, verdict === "allow" ? "good" : "bad"),
    services,
    el("div", {}, ...peers.map((peer) => el("div", {}, el("code", {}, peer)))),
    el(
      "div",
      {},
      by,
      ...(own === "" ? [] : [el("div", {}, `only ${own}`)]),
      ...(remark === "" ? [] : [el("div", {}, pillOf(remark, "odd"))]),
    ),
  ]);
  return el(
    "section",
    { id: `g${at}` },
    el("h2", {}, names),
    el("p", { class: "muted" }, WAYS[kind]),
    ...(rows.length === 0 ? [] : [tableOf(["verdict", "services", "addresses", "decided by"], cells, label)]),
    ...(rows.length === 0 && unproved.length === 0 ? [el("p", {}, "nothing")] : []),
    ...unproved.map((why) => el("p", {}, pillOf("not proved", "bad"), ` ${why}`)),
  );
}
