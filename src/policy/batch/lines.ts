import type { Flow } from "../../model/flow.ts";
import { type CsvReader, csvReader } from "./csv.ts";
import { type BatchAnswer, type BatchEvaluator, NO_RETURN, newAnswer } from "./evaluate.ts";
import { newPacket } from "./packet.ts";
import { ALLOW } from "./rule-list.ts";

/** What a line came to: the answer's verdict, or `error` where the line holds no flow that can be evaluated. */
export interface LineAnswer {
  verdict: "allow" | "deny" | "error";
  /** The answer as one line of JSON, without the line's end. */
  text: string;
}

/**
 * Answers one line, given its number. The answer is the same object each time. Total: a malformed line gives an error
 * record `{"line", "error": {"code", "message"}}`, an answer `{"line", "verdict", "return", "decidedBy"}` with the same
 * `decidedBy` as `simulate -o json`, `return` left out where there is none.
 */
export type AnswerLine = (line: string, number: number) => LineAnswer;

/** Answers kept as text; many lines share few. */
const KEPT = 50_000;
/** Below these, a reason and its detail are one number without loss. */
const MAX_REASON = 2 ** 24;
const MAX_DETAIL = 2 ** 29;

/** A line of NDJSON is one flow. */
export function answerJson(node: BatchEvaluator): AnswerLine {
  const finish = finisher(node);
  return (line, number) => {
    const flow = parseFlow(line);
    return typeof flow === "string" ? finish.error(number, "flow.json", flow) : finish.flow(flow, number);
  };
}

function parseFlow(line: string): Flow | string {
  try {
    const value: unknown = JSON.parse(line);
    return isFlow(value) ? value : "a line must be one flow, an object";
  } catch {
    return "the line is no JSON";
  }
}

/** Only that it is an object: the evaluator looks at each field itself, as it does for flow files. */
function isFlow(value: unknown): value is Flow {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * A line of CSV is one flow; the header names its columns: `from`, `to` (`process`, `interface:NAME`, `workload:NAME`),
 * `protocol`, `srcIP`, `dstIP`, `srcPort`, `dstPort`, `icmpType`, `icmpCode`, `tcpFlags`, `conntrack`, `name`. Gives the
 * message of what is wrong with a header.
 */
export function answerCsv(node: BatchEvaluator, header: string): AnswerLine | string {
  const reader: CsvReader | string = csvReader(header, node);
  if (typeof reader === "string") return reader;
  const finish = finisher(node);
  const packet = newPacket();
  return (line, number) => {
    if (reader.fill(line, packet)) {
      node.evaluate(packet, finish.answer);
      return finish.answered(number);
    }
    const flow = reader.flow(line);
    return typeof flow === "string" ? finish.error(number, "flow.csv", flow) : finish.flow(flow, number);
  };
}

function finisher(node: BatchEvaluator) {
  const answer: BatchAnswer = newAnswer();
  const result: LineAnswer = { verdict: "error", text: "" };
  const packet = newPacket();
  const kept = new Map<number, string>();

  function decidedText(): string {
    if (answer.outcome || answer.detail >= MAX_DETAIL || answer.reason >= MAX_REASON) {
      return JSON.stringify(node.decidedBy(answer));
    }
    const key = answer.reason * MAX_DETAIL + answer.detail;
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= KEPT) kept.clear();
    const text = JSON.stringify(node.decidedBy(answer));
    kept.set(key, text);
    return text;
  }

  function answered(number: number): LineAnswer {
    const problem = answer.outcome?.decidedBy.kind === "not-evaluated" ? answer.outcome.diagnostics[0] : undefined;
    if (problem) return error(number, problem.code, problem.message);
    result.verdict = answer.verdict === ALLOW ? "allow" : "deny";
    const back = answer.return === NO_RETURN ? "" : answer.return === ALLOW ? `,"return":"allow"` : `,"return":"deny"`;
    result.text = `{"line":${number},"verdict":"${result.verdict}"${back},"decidedBy":${decidedText()}}`;
    return result;
  }

  function error(number: number, code: string, message: string): LineAnswer {
    result.verdict = "error";
    result.text = JSON.stringify({ line: number, error: { code, message } });
    return result;
  }

  function flow(asked: Flow, number: number): LineAnswer {
    if (node.read(asked, packet)) node.evaluate(packet, answer);
    else node.explain(asked, answer);
    return answered(number);
  }

  return { answer, answered, error, flow };
}
