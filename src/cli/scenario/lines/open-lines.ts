import type { NodeEvaluator } from "../../../policy/tables/evaluate.ts";
import { answerTexts } from "../../../report/lines/answer-texts.ts";
import type { LineFormName } from "../../../report/lines/form-names.ts";
import { LINE_FORMS, type LineForm } from "../../../report/lines/line-forms.ts";
import { type AnswerRows, answerRows } from "../../../scenario/lines/answer-rows.ts";
import type { LineFormat } from "../../../traffic/line-format-names.ts";
import { openReader } from "../../../traffic/line-formats.ts";
import { Malformed } from "./gather-lines.ts";
import type { RowThreads } from "./row-threads.ts";
import { openStations, type Stations } from "./stations.ts";

/** What is answered, and how. */
export interface LinesTask {
  readonly format: LineFormat;
  readonly form: LineFormName;
  readonly node: NodeEvaluator;
  /** Where there is much to do. */
  readonly threads: RowThreads;
}

/** Lines whose format is known, from their first on. */
export interface OpenedLines {
  readonly form: LineForm;
  readonly answer: AnswerRows;
  readonly stations: Stations;
}

/** What the first lines of a text are. */
export interface FirstLines {
  /** How many of them are no flows: empty ones, and the header. */
  readonly lines: number;
  /** Where the next line begins. */
  readonly end: number;
  /** Absent where all are empty. */
  readonly opened?: OpenedLines;
}

const LINE_FEED = 10;

/** Opens the lines at `from` up to `to`, where one ends. Throws `Malformed` where the header is wrong, and where it is not UTF-8. */
export function openLines(bytes: Uint8Array, from: number, to: number, task: LinesTask): FirstLines {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let lines = 0;
  let at = from;
  while (at < to) {
    const end = bytes.indexOf(LINE_FEED, at) + 1;
    const line = decoder.decode(bytes.slice(at, end - 1));
    if (line.trim() !== "") {
      const { hasHeader, opened } = openWith(line.replace(/\r$/, ""), task);
      return hasHeader ? { lines: lines + 1, end, opened } : { lines, end: at, opened };
    }
    lines++;
    at = end;
  }
  return { lines, end: at };
}

function openWith(
  firstLine: string,
  { format, form: name, node, threads }: LinesTask,
): { readonly hasHeader: boolean; readonly opened: OpenedLines } {
  const found = openReader(format, firstLine, node);
  if (typeof found === "string") throw new Malformed(found);
  const { reader, hasHeader } = found;
  const form = LINE_FORMS[name];
  const texts = answerTexts(node, form);
  const { kinds, endOf } = reader.usual;
  const task = { kinds, beforeNumber: form.beforeNumber };
  const stations = openStations(threads, task, endOf, texts);
  return { hasHeader, opened: { form, answer: answerRows(node, reader, texts), stations } };
}
