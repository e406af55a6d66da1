import type { NodeEvaluator } from "../../policy/tables/evaluate.ts";
import { newPacket } from "../../policy/tables/table-packet.ts";
import { type LineAnswer, lineWriter } from "../../report/outcomes/flow-line.ts";
import type { FlowReader } from "../../traffic/reader.ts";

/** Answers one line of traffic, given its number from 1, as a line of JSON. The answer is the same object each time. */
export type AnswerLine = (line: string, number: number) => LineAnswer;

/** Answers the lines that a reader reads, evaluated on one node. Total: what is not a flow becomes an error record. */
export function answerLines(node: NodeEvaluator, reader: FlowReader): AnswerLine {
  const writer = lineWriter(node);
  const { answer } = writer;
  const packet = newPacket();
  const { code, fill } = reader;
  return (line, number) => {
    if (fill?.(line, packet) && !node.chooses(packet)) {
      node.evaluate(packet, answer);
      return writer.answered(number);
    }
    const flow = reader.flow(line);
    if (typeof flow === "string") return writer.error(number, code, flow);
    if (!node.read(flow, packet)) node.explain(flow, answer);
    else if (node.chooses(packet)) node.explainChoices(flow, answer);
    else node.evaluate(packet, answer);
    return writer.answered(number);
  };
}
