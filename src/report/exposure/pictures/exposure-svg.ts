import { emptyEl, type Markup } from "../../markup.ts";
import { type Block, below, beside, padded, round } from "../../svg/block.ts";
import { paragraph } from "../../svg/paragraph.ts";
import { pill } from "../../svg/pill.ts";
import { svgElement } from "../../svg/svg-element.ts";
import { type ExposureGroup, groupsOf, wayName } from "../exposure-groups.ts";
import type { ExposureReport, ExposureRow } from "../exposure-rows.ts";
import { WAYS } from "../exposure-text.ts";

const WIDTH = 1000;
const MARGIN = 24;
/** The columns: addresses, what lies between, endpoints. */
const PEER = 250;
const BETWEEN = 420;
const END = WIDTH - 2 * MARGIN - PEER - BETWEEN;
/** Rows, addresses of a row and endpoints of a group that are drawn; the others are counted. */
const MOST_ROWS = 40;
const MOST_PEERS = 8;
const MOST_NAMES = 8;

/**
 * Who reaches whom as a picture: addresses on one side, endpoints on the other, and between them what passes and what lets it;
 * `isBare` without a title, for a page that has it.
 */
export function exposureSvg(report: ExposureReport, isBare = false): Markup {
  const title = exposureTitle(report);
  const groups = groupsOf(report);
  const head = paragraph([{ text: title, class: "bold" }], { width: WIDTH - 2 * MARGIN, size: 18 });
  const drawn = groups.map((group) => groupBlock(group, report));
  const whole = below([...(isBare ? [] : [head]), ...drawn], 28);
  const description = groups
    .map(({ members, rows }) => `${namesOf(members).join(", ")}: ${rows.map(rowText).join("; ") || "nothing"}`)
    .join("\n");
  return svgElement(
    { id: "exposure", title, description, width: isBare ? WIDTH - 2 * MARGIN : WIDTH, margin: isBare ? 0 : MARGIN },
    whole,
  );
}

/** What a report is of. */
export function exposureTitle({ direction, verdicts }: ExposureReport): string {
  const what = direction === "in" ? "Who reaches the endpoints" : "Whom the endpoints reach";
  return verdicts.length === 1 && verdicts[0] === "deny" ? `${what}: what is denied` : what;
}

/** What a row says, in a line. */
export function rowText({ verdict, peers, services, by, own, remark }: ExposureRow): string {
  const parts = [`${verdict}: ${services}`, peers.join(", "), by, own === "" ? "" : `only ${own}`, remark];
  return parts.filter((part) => part !== "").join(", ");
}

/** The names of the endpoints of a group. */
export function namesOf(members: ExposureGroup["members"]): readonly string[] {
  return members.flatMap(([first]) => (first === undefined ? [] : [wayName(first)]));
}

function groupBlock(group: ExposureGroup, { direction }: ExposureReport): Block {
  const { rows, unproved, members, kind } = group;
  const isIn = direction === "in";
  const shown = rows.slice(0, MOST_ROWS).map((row) => rowBlock(row, isIn));
  const notes = [
    ...(rows.length > MOST_ROWS ? [`and ${rows.length - MOST_ROWS} more rows; -o json has everything`] : []),
    ...(rows.length === 0 && unproved.length === 0 ? ["nothing"] : []),
    ...unproved.map((why) => `not proved: ${why}`),
  ].map((text) => paragraph([{ text, class: "muted" }], { width: PEER + BETWEEN - 20 }));
  const list = below([...shown, ...notes.map((note) => padded(note, { left: isIn ? 0 : END + 20 }))], 10);
  const ends = endsBlock(namesOf(members), WAYS[kind], list.height);
  return beside(
    isIn
      ? [
          [0, list],
          [PEER + BETWEEN, ends],
        ]
      : [
          [0, ends],
          [0, list],
        ],
  );
}

/** The endpoints in a frame that is as high as what reaches them. */
function endsBlock(names: readonly string[], kind: string, least: number): Block {
  const shown = names.slice(0, MOST_NAMES);
  const more = names.length - shown.length;
  const text = below([
    ...shown.map((name) => paragraph([{ text: name, class: "bold" }], { width: END - 28, size: 14 })),
    ...(more > 0 ? [paragraph([{ text: `and ${more} more, alike` }], { width: END - 28 })] : []),
    paragraph([{ text: kind, class: "muted" }], { width: END - 28 }),
  ]);
  const inside = padded(text, { left: 14, top: 12, bottom: 12 });
  const height = Math.max(least, inside.height);
  return {
    height,
    draw: (x, y) => [
      emptyEl("rect", { x, y, width: END, height, rx: 8, class: "card" }),
      ...inside.draw(x, y + (height - inside.height) / 2),
    ],
  };
}

function rowBlock(row: ExposureRow, isIn: boolean): Block {
  const { peers, services, by, own, remark, verdict } = row;
  const tone = verdict === "allow" ? "good" : "bad";
  const more = peers.length - MOST_PEERS;
  const width = PEER - 24;
  const names = padded(
    below([
      ...peers.slice(0, MOST_PEERS).map((peer) => paragraph([{ text: peer, class: "mono" }], { width, size: 12.5 })),
      ...(more > 0 ? [paragraph([{ text: `and ${more} more`, class: "muted" }], { width })] : []),
    ]),
    { left: 12, top: 7, bottom: 7 },
  );
  const room = BETWEEN - 44;
  const word = pill(verdict === "allow" ? "allowed" : "denied", tone);
  const above = beside([
    [0, paragraph([{ text: services, class: "bold" }], { width: room - word.width - 8, most: 4 })],
    [room - word.width, word],
  ]);
  const under = below([
    paragraph([{ text: by, class: "muted" }], { width: room, most: 4 }),
    ...(own === "" ? [] : [paragraph([{ text: `only ${own}` }], { width: room, most: 3 })]),
    ...(remark === "" ? [] : [paragraph([{ text: remark, class: "bold word odd" }], { width: room })]),
  ]);
  const line = above.height + 7;
  const height = Math.max(names.height, line + 5 + under.height, 40);
  const [peerLeft, left] = isIn ? [0, PEER] : [END + BETWEEN, END];
  return {
    height,
    draw: (x, y) => [
      emptyEl("rect", { x: x + peerLeft, y, width: PEER, height, rx: 8, class: "card" }),
      ...names.draw(x + peerLeft, y + (height - names.height) / 2),
      ...above.draw(x + left + 18, y),
      ...edge(x + left, x + left + BETWEEN, y + line, verdict === "deny"),
      ...under.draw(x + left + 18, y + line + 5),
    ],
  };
}

/** An arrow from left to right; of what is denied dashed, with a bar at its end. */
function edge(from: number, to: number, y: number, isDenied: boolean): readonly Markup[] {
  const at = round(y);
  if (isDenied)
    return [
      emptyEl("path", { d: `M${from} ${at}H${to - 14}`, class: "wire bad dashed" }),
      emptyEl("path", { d: `M${to - 14} ${at - 7}v14`, class: "wire bad" }),
    ];
  return [
    emptyEl("path", { d: `M${from} ${at}H${to - 9}`, class: "wire good" }),
    emptyEl("path", { d: `M${to - 11} ${at - 5}v10l9 -5z`, class: "bar good" }),
  ];
}
