import { type Addresses6, loadPacket, type PacketColumns } from "../../policy/tables/batch/columns.ts";
import type { NodeEvaluator } from "../../policy/tables/evaluate.ts";
import { packetBatch } from "../../policy/tables/packet-batch.ts";
import { NEW, NO_END, newPacket, type TablePacket } from "../../policy/tables/table-packet.ts";
import { type AnswerTexts, NO_ANSWER } from "../../report/lines/answer-texts.ts";
import type { LineProblem } from "../../report/lines/line-forms.ts";
import type { FlowReader } from "../../traffic/reader.ts";
import { MOST_ROWS, NO_TEXT, type RowColumns, UNUSUAL } from "../../traffic/rows/row-columns.ts";

/** A longer line is not a flow. */
const LONGEST = 64 * 1024;

/** Rows of traffic that were read, and the bytes that they were read from. */
export interface Rows {
  readonly bytes: Uint8Array;
  readonly columns: RowColumns;
  readonly rows: number;
  /** By the number of an end's text, the number of the node's end; negative where it has none. */
  readonly ends: readonly number[];
}

/** Usual rows are IPv4. */
const NO_ADDRESSES6: Addresses6 = new Map();

/** What is called for each line that cannot be evaluated, with its index among the rows. */
export type OnProblem = (row: number, problem: LineProblem) => void;

/** How many rows are answered, from the first on, and what ended it where these are not all: a row that is not UTF-8. */
export interface AnsweredRows {
  readonly rows: number;
  readonly problem?: { readonly error: unknown };
}

/** Answers rows on one node: puts the number of each answer's text into `numbers`. */
export type AnswerRows = (rows: Rows, numbers: Int32Array, onProblem: OnProblem) => AnsweredRows;

/** Answers the rows that a reader reads, usual ones from their columns, the others as texts. */
export function answerRows(node: NodeEvaluator, reader: FlowReader, texts: AnswerTexts): AnswerRows {
  const { answer } = texts;
  const packet = newPacket();
  const answerText = answerTextOn(node, reader, texts, packet);
  const batch = packetBatch([node], MOST_ROWS);
  let generation = texts.generation();
  // All packets of usual rows are alike in this.
  batch.columns.family.fill(4);
  batch.columns.state.fill(NEW);

  function chooses(row: number): boolean {
    loadPacket(batch.columns, row, packet, NO_ADDRESSES6);
    return node.chooses(packet);
  }

  /** The number of the text for a row of the batch, or why it has no verdict. */
  function answerOf(row: number): number | LineProblem {
    const kept = batch.keptNumber(row);
    if (kept !== NO_ANSWER) return kept;
    batch.answer(row, answer);
    const answered = texts.answered();
    if (typeof answered === "number") batch.keepNumber(row, answered);
    return answered;
  }

  return ({ bytes, columns, rows, ends }, numbers, onProblem) => {
    texts.tidy();
    if (texts.generation() !== generation) batch.forgetNumbers();
    generation = texts.generation();
    let usual = 0;
    for (let row = 0; row < rows; row++) {
      const isUsual = fill(batch.columns, usual, columns, row, ends) && !(node.hasChoices && chooses(usual));
      numbers[row] = isUsual ? NO_ANSWER : UNUSUAL;
      if (isUsual) usual++;
    }
    batch.evaluate(usual);
    for (let row = 0, at = 0; row < rows; row++) {
      let result: number | LineProblem;
      if (numbers[row] === UNUSUAL) {
        const line = rowText(bytes, columns, row);
        if (typeof line !== "string") return { rows: row, problem: line };
        result = answerText(line);
      } else {
        result = answerOf(at++);
      }
      if (typeof result === "number") numbers[row] = result;
      else {
        numbers[row] = texts.problem(result);
        onProblem(row, result);
      }
    }
    return { rows };
  };
}

/** Answers a line as text: the number of the answer's text, or why there is no verdict. */
function answerTextOn(
  node: NodeEvaluator,
  { code, flow: read }: FlowReader,
  { answer, answered }: AnswerTexts,
  packet: TablePacket,
): (line: string) => number | LineProblem {
  return (line) => {
    if (line.trim() === "") return NO_ANSWER;
    const flow = read(line.length > LONGEST ? line.slice(0, LONGEST) : line);
    if (typeof flow === "string") return { code, message: flow };
    if (!node.read(flow, packet)) node.explain(flow, answer);
    else if (node.chooses(packet)) node.explainChoices(flow, answer);
    else node.evaluate(packet, answer);
    return answered();
  };
}

/** Fills a row of a batch from one of traffic; false where that is to be read as text. */
function fill(
  batch: PacketColumns,
  at: number,
  { from, to, protocol, source, destination, sourcePort, destinationPort }: RowColumns,
  row: number,
  ends: readonly number[],
): boolean {
  if (from[row] === UNUSUAL) return false;
  const fromEnd = ends[from[row] as number] as number;
  const toEnd = to[row] === NO_TEXT ? NO_END : (ends[to[row] as number] as number);
  batch.from[at] = fromEnd;
  batch.to[at] = toEnd;
  batch.protocol[at] = protocol[row] as number;
  batch.source[at] = source[row] as number;
  batch.destination[at] = destination[row] as number;
  batch.sourcePort[at] = sourcePort[row] as number;
  batch.destinationPort[at] = destinationPort[row] as number;
  return fromEnd >= 0 && (toEnd >= 0 || to[row] === NO_TEXT);
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The text of a row without its line's end, or what is wrong with its bytes. What threads share is copied: a decoder takes
 * nothing else.
 */
function rowText(bytes: Uint8Array, { start }: RowColumns, row: number): string | { readonly error: unknown } {
  try {
    // `slice` of an array on shared memory makes one on memory of its own.
    const text = decoder.decode(bytes.slice(start[row], (start[row + 1] as number) - 1));
    return text.endsWith("\r") ? text.slice(0, -1) : text;
  } catch (error) {
    return { error };
  }
}
