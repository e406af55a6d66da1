import { hasErrors } from "../../model/diagnostic.ts";
import { displayId, resourceId } from "../../model/resource.ts";
import { RequestError } from "../../scenario/request-error.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { answerEffect, answerExposure } from "./answers/all-packets.ts";
import { describe } from "./answers/describe.ts";
import { answerMatrixCell } from "./answers/exposure/matrix-cell.ts";
import { answerMatrixPart } from "./answers/exposure/matrix-part.ts";
import { namesOf } from "./answers/names.ts";
import { overviewOf } from "./answers/overview.ts";
import { answerFlowEntry, answerForm } from "./answers/packet.ts";
import type { Page } from "./page.ts";
import type { Answer, Answers, Question } from "./protocol.ts";

/** Answers a question about a page; what is wrong with the question or the manifests is data, too. */
export function answerQuestion(page: Page, question: Question): Answer {
  if (question.kind === "validate") {
    const { resources, diagnostics } = page.reader.validate(question.manifest);
    const names = resources.map(({ resource }) => displayId(resourceId(resource)));
    return { ok: true, answer: { valid: !hasErrors(diagnostics), resources: names, diagnostics } };
  }
  const made = page.scenario(question.edits);
  if (!made.ok) return made;
  try {
    return { ok: true, answer: answerOn(made.scenario, page, question) };
  } catch (thrown) {
    if (!(thrown instanceof RequestError)) throw thrown;
    const { message, help } = thrown;
    return { ok: false, refusal: { message, ...(help !== undefined && { help }) } };
  }
}

function answerOn(
  scenario: Scenario,
  { data }: Page,
  question: Exclude<Question, { kind: "validate" }>,
): Answers[Question["kind"]] {
  switch (question.kind) {
    case "overview":
      return overviewOf(scenario, data);
    case "names":
      return namesOf(scenario);
    case "packet":
      return answerForm(scenario, question.form, data);
    case "flow":
      return answerFlowEntry(scenario, question, data);
    case "describe":
      return describe(scenario, question.resource);
    case "exposure":
      return answerExposure(scenario, question);
    case "matrix":
      return answerMatrixPart(scenario, question);
    case "matrix-cell":
      return answerMatrixCell(scenario, question, data);
    case "effect":
      return answerEffect(scenario, question);
  }
}
