import type { Code } from "../../model/diagnostic.ts";
import { printableJson } from "../../model/printable.ts";
import { NO_RETURN, newAnswer, type TableAnswer } from "../../policy/tables/answer.ts";
import type { NodeEvaluator } from "../../policy/tables/evaluate.ts";
import { ALLOW } from "../../policy/tables/rule-list.ts";

/** What a line of traffic came to: the verdict, or `error` where the line holds no flow that can be evaluated. */
export interface LineAnswer {
  verdict: "allow" | "deny" | "error";
  /** The answer as one line of JSON, without the line's end. */
  text: string;
}

/** Writes the answers of one node's flows as lines of JSON; each call returns the same object. */
export interface LineWriter {
  /** What the evaluator fills. */
  readonly answer: TableAnswer;
  /**
   * The line for what is in `answer`: `{"line", "verdict", "return", "decidedBy"}` with the same `decidedBy` as
   * `simulate -o json`, `return` left out where there is none.
   */
  readonly answered: (line: number) => LineAnswer;
  /** The line for one that is not a flow: `{"line", "error": {"code", "message"}}`. */
  readonly error: (line: number, code: Code, message: string) => LineAnswer;
}

/** Answers kept as text; many lines share few. */
const KEPT = 50_000;
/** Below these, a reason and its detail are one number without loss. */
const MAX_REASON = 2 ** 24;
const MAX_DETAIL = 2 ** 29;

/** The writer for answers of this node. */
export function lineWriter(node: Pick<NodeEvaluator, "decidedBy">): LineWriter {
  const answer: TableAnswer = newAnswer();
  const result: LineAnswer = { verdict: "error", text: "" };
  const kept = new Map<number, string>();

  function decidedText(): string {
    if (answer.outcome || answer.detail >= MAX_DETAIL || answer.reason >= MAX_REASON) {
      return printableJson(JSON.stringify(node.decidedBy(answer)));
    }
    const key = answer.reason * MAX_DETAIL + answer.detail;
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= KEPT) kept.clear();
    const text = printableJson(JSON.stringify(node.decidedBy(answer)));
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

  function error(number: number, code: Code, message: string): LineAnswer {
    result.verdict = "error";
    result.text = printableJson(JSON.stringify({ line: number, error: { code, message } }));
    return result;
  }

  return { answer, answered, error };
}
