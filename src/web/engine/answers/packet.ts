import type { FlowFile } from "../../../model/flow.ts";
import type { FlowAnswer } from "../../../report/outcomes/answer.ts";
import { answerEndToEnd } from "../../../scenario/end-to-end/answer-end-to-end.ts";
import { answerFlow } from "../../../scenario/flow/evaluate-flow.ts";
import { flowOfQuery } from "../../../scenario/flow/flow-request.ts";
import { answerFileFlow } from "../../../scenario/flow-files/file-answer.ts";
import { flowsOfFile } from "../../../scenario/flow-files/flow-file-flows.ts";
import { RequestError } from "../../../scenario/request-error.ts";
import type { Scenario } from "../../../scenario/scenario.ts";
import type { PageData } from "../page-data.ts";
import type { FlowQuestion } from "../protocol.ts";
import { type PacketAnswer, type PacketExtras, packetAnswer } from "./packet-answer.ts";
import { flowFileBetween, flowFileOf } from "./packet-flow-file.ts";
import { commandOfForm, type PacketForm, queryOfForm } from "./packet-form.ts";

/** What becomes of the packet of a form; throws `RequestError` where the form does not fit together. */
export function answerForm(
  scenario: Scenario,
  { form, pictureWidth, asPrinted }: PacketExtras & { readonly form: PacketForm },
  data: PageData,
): PacketAnswer {
  const query = queryOfForm(form, data);
  const command = commandOfForm(form);
  const answered = <One extends FlowAnswer>(answer: One, file: (answer: One) => string | undefined): PacketAnswer => {
    const flowFile = file(answer);
    return packetAnswer(answer, { command, pictureWidth, asPrinted, ...(flowFile !== undefined && { flowFile }) });
  };
  switch (query.kind) {
    case "packet":
      return answered(answerFlow(scenario, flowOfQuery(scenario, query)), flowFileOf);
    case "end-to-end":
      return answered(answerEndToEnd(scenario, query), (answer) => flowFileBetween(answer, query));
    case "flow-file":
    case "lines":
      throw new Error("a form has no file");
  }
}

/** What becomes of one flow of a file, without a file; throws `RequestError` where it does not say enough. */
export function answerFlowEntry(scenario: Scenario, question: FlowQuestion, { namespace }: PageData): PacketAnswer {
  const { flow, node, facts } = question;
  const file: FlowFile = { ...facts, ...(node !== undefined && { node }), flows: [flow] };
  const start = { line: 1, column: 1 };
  const { flows, diagnostics } = flowsOfFile(scenario, file, () => ({ source: "flow", start, end: start }), node);
  const [first] = flows;
  const answer = first && answerFileFlow(scenario, first, namespace);
  const problem = answer === undefined ? diagnostics[0] : answer.ok ? undefined : answer.diagnostic;
  if (answer?.ok !== true) throw new RequestError(problem?.message ?? "the flow has no answer", problem?.help);
  return packetAnswer(answer.answer, { asPrinted: question.asPrinted });
}
