import { printable } from "../../model/printable.ts";
import { markdownRow, markdownText } from "../regions/cells.ts";
import { pathMermaid } from "./path-mermaid.ts";
import type { PathPicture, PicturedHop, PicturedPath, PicturedStage, Reason } from "./picture-types.ts";
import { stateWord } from "./state-words.ts";

/** Pictures for a pull request: of each the verdict and what decided, the path as a flowchart and as a table, and the reply. */
export function pathMarkdown(pictures: readonly PathPicture[]): string {
  return pictures.map((picture) => paragraphs(pictureParts(picture))).join("\n");
}

function paragraphs(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== "")
    .map((part) => `${part.trimEnd()}\n`)
    .join("\n");
}

function pictureParts(picture: PathPicture): readonly string[] {
  const { name, packet, route, verdict, reason, choices, paths, unmet } = picture;
  const title = `${verdict.toUpperCase()} ${name === undefined ? "" : `${name}: `}${packet}`;
  const [only] = choices.length === 0 ? paths : [];
  return [
    `### ${markdownText(title)}`,
    lines([markdownText(route), reasonText(reason), ...(only === undefined ? [] : replyLine(only))]),
    unmet === undefined ? "" : `**expectation not met**: ${markdownText(unmet)}`,
    table(
      ["result", "choice", "why"],
      choices.map(({ result, name: choice, reason: why }) => [result, choice, plainReason(why)]),
    ),
    `\`\`\`mermaid\n${pathMermaid([picture])}\`\`\``,
    ...paths.flatMap(pathParts),
  ];
}

/** Lines of one paragraph. */
function lines(texts: readonly string[]): string {
  return texts.join("\\\n");
}

function pathParts(path: PicturedPath): readonly string[] {
  const { choice, hops, replyHops, assumptions, diagnostics, packet, route, verdict, reason } = path;
  const head =
    choice === undefined
      ? []
      : [
          `#### ${markdownText(choice)}`,
          lines([
            `${verdict.toUpperCase()} ${markdownText(`${packet}, ${route}`)}`,
            reasonText(reason),
            ...replyLine(path),
          ]),
        ];
  const problems = diagnostics.map(
    ({ severity, message, help }) => `${severity}: ${message}${help === undefined ? "" : `; ${help}`}`,
  );
  return [
    ...head,
    ...hops.flatMap((hop) => hopParts(hop, "")),
    ...replyHops.flatMap((hop) => hopParts(hop, "the reply on ")),
    list("assumed", assumptions),
    list("not evaluated", problems),
  ];
}

function hopParts(hop: PicturedHop, what: string): readonly string[] {
  const rows = hop.stages.flatMap((stage) => {
    const first = isPlain(stage) ? [] : [["", stateWord(stage), stage.about ?? ""]];
    const shown = stage.rows.flatMap(({ subject, result, why, place, hints }) => [
      [subject, result, plainReason({ text: why, ...(place !== undefined && { place }) })],
      ...hints.map(({ message, help }) => ["", "hint", `${message} ${help}`]),
    ]);
    return [...first, ...shown].map((cells, at) => [at === 0 ? stage.name : "", ...cells]);
  });
  return [
    `**${markdownText(`${what}${hop.node}`)}**: ${markdownText(`${hop.result}, ${hop.route}`)}`,
    table(["stage", "policy", "result", "why"], rows),
  ];
}

/** Whether the rows of a stage say all that there is to say of it. */
function isPlain({ about, rows, state }: PicturedStage): boolean {
  return about === undefined && rows.length > 0 && (state === "translated" || state === "passed");
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  return [markdownRow(headings), `|${headings.map(() => " --- |").join("")}\n`, ...rows.map(markdownRow)].join("");
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return "";
  return `${title}:\n\n${items.map((item) => `- ${markdownText(item)}\n`).join("")}`;
}

function replyLine({ reply }: PicturedPath): readonly string[] {
  return reply === undefined ? [] : [markdownText(`${reply.head}${reply.why}`)];
}

function reasonText(reason: Reason): string {
  return `**${markdownText(printable(reason.text))}**${reason.place === undefined ? "" : markdownText(` (${reason.place})`)}`;
}

function plainReason({ text, place }: Reason): string {
  return place === undefined ? text : `${text} (${place})`;
}
