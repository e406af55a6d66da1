import { printable, shortened } from "../../model/printable.ts";
import type {
  PathPicture,
  PicturedEnd,
  PicturedHop,
  PicturedPath,
  PicturedStage,
  PictureRow,
} from "./picture-types.ts";
import { stateWord } from "./state-words.ts";

/** Letters of one line of a label at most. */
const MOST = 160;

/** Pictures as one flowchart of Mermaid: a part for each where there are several. */
export function pathMermaid(pictures: readonly PathPicture[]): string {
  const parts = pictures.flatMap(({ name, verdict, packet, paths }) =>
    paths.map((path) => {
      const title = [...(name === undefined ? [] : [name]), ...(path.choice === undefined ? [] : [path.choice])];
      return { path, title: [...title, `${path.verdict.toUpperCase()} ${packet}`], verdict };
    }),
  );
  const [only] = parts;
  const charts = parts.map(({ path, title }, at) => {
    const lines = pathLines(path, `p${at}`);
    return parts.length === 1 ? lines : within(`p${at}`, title, lines);
  });
  return [
    "flowchart TB",
    ...(parts.length === 1 && only !== undefined ? [`  accTitle: ${plainText(only.title.join(", "))}`] : []),
    ...charts.flat().map((line) => `  ${line}`),
    "  classDef allowed stroke:#1a7f37,stroke-width:2px",
    "  classDef denied stroke:#cf222e,stroke-width:3px",
    "  classDef translated stroke:#9a6700,stroke-width:2px",
    "  classDef unreached stroke-dasharray:4 4",
    "",
  ].join("\n");
}

/**
 * What a Mermaid text in quotes shows as it is written; all else is given as the number of its character, so that nothing becomes
 * markup.
 */
function quoted(lines: readonly string[]): string {
  const safe = (text: string) =>
    [...printable(shortened(text, MOST))]
      .map((char) => (/[\p{L}\p{N} .,:/()[\]=_+-]/u.test(char) ? char : `#${char.codePointAt(0)};`))
      .join("");
  return `"${lines
    .filter((line) => line !== "")
    .map(safe)
    .join("<br/>")}"`;
}

/** A text outside of quotes: letters, digits and what addresses need. */
function plainText(text: string): string {
  return printable(text.replace(" -> ", " to ")).replaceAll(/[^\p{L}\p{N} .,:/()-]/gu, "_");
}

function within(id: string, title: readonly string[], lines: readonly string[]): readonly string[] {
  return [`subgraph ${id}[${quoted(title)}]`, ...lines.map((line) => `  ${line}`), "end"];
}

function pathLines(path: PicturedPath, id: string): readonly string[] {
  const { hops, source, destination, verdict, reply, reason } = path;
  const place = ({ name, address }: PicturedPath["source"]) => [name ?? "", name === address ? "" : address];
  const ends = hops.map((_, at) => [`${id}h${at}a`, `${id}h${at}b`] as const);
  const first = `${id}from([${quoted(["from", ...place(source)])}])`;
  const last = `${id}to([${quoted([verdict === "allow" ? "to" : "does not arrive at", ...place(destination)])}])`;
  if (hops.length === 0)
    return [first, `${id}end{{${quoted([verdict.toUpperCase(), reason.text])}}}`, `${id}from -.- ${id}end`];
  const points = [`${id}from`, ...ends.flat(), `${id}to`];
  // Within a node the stages lie between its two ends.
  const links = points.flatMap((point, at) =>
    at % 2 === 1 ? [] : [`${point} ${comesThrough(hops.slice(0, at / 2)) ? "-->" : "-.->"} ${points[at + 1]}`],
  );
  const back =
    reply === undefined ? [] : [`${id}reply([${quoted([`${reply.head}${reply.why}`])}])`, `${id}to -.-> ${id}reply`];
  return [first, ...hops.flatMap((hop, at) => hopLines(hop, `${id}h${at}`)), last, ...links, ...back];
}

/** Whether a packet comes through these nodes. */
function comesThrough(hops: readonly PicturedHop[]): boolean {
  return hops.every(({ stages }) => stages.every(({ state }) => state !== "denied"));
}

function hopLines(hop: PicturedHop, id: string): readonly string[] {
  const { node, result, from, to, stages } = hop;
  const nodes = stages.map((stage, at) => `${id}s${at}${stageShape(stage)}`);
  const points = [`${id}a`, ...stages.map((_, at) => `${id}s${at}`), `${id}b`];
  const died = stages.findIndex(({ state }) => state === "denied");
  const links = points.slice(1).map((point, at) => `${points[at]} ${died >= 0 && at > died ? "-.->" : "-->"} ${point}`);
  const lines = [`${id}a[/${quoted(endLines(from))}\\]`, ...nodes, `${id}b[\\${quoted(endLines(to))}/]`, ...links];
  return within(id, [`${node}: ${result}`], lines);
}

function endLines({ kind, name, endpoint = "" }: PicturedEnd): readonly string[] {
  return [kind === "interface" ? `interface ${name}` : name, endpoint];
}

function stageShape(stage: PicturedStage): string {
  const { name, state } = stage;
  const row = decidingRow(stage.rows);
  const label = quoted([name, stateWord(stage), ...(row === undefined ? [] : rowLines(row))]);
  switch (state) {
    case "allowed":
      return `(${label}):::allowed`;
    case "denied":
      return `{{${label}}}:::denied`;
    case "translated":
      return `[/${label}/]:::translated`;
    case "not reached":
      return `[${label}]:::unreached`;
    case "passed":
    case "no policy":
      return `[${label}]`;
  }
}

/** The row that says what became of the packet at a stage. */
function decidingRow(rows: readonly PictureRow[]): PictureRow | undefined {
  return rows.findLast(({ result }) => result !== "" && result !== "no match" && result !== "not applied");
}

function rowLines({ subject, result, why, place }: PictureRow): readonly string[] {
  const what = result === "translated" ? subject : subject === "" ? result : `${subject}: ${result}`;
  return [what === "" ? why : `${what}, ${why}`, place ?? ""];
}
