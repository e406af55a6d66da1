import { hasErrors } from "../../model/diagnostic.ts";
import { displayId, resourceId } from "../../model/resource.ts";
import { RequestError } from "../../scenario/request-error.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { answerExposure } from "./answers/all-packets.ts";
import { describe } from "./answers/describe.ts";
import { answerEffect } from "./answers/effect.ts";
import { answerMatrixCell } from "./answers/exposure/matrix-cell.ts";
import { answerMatrixPart } from "./answers/exposure/matrix-part.ts";
import { answerReach } from "./answers/exposure/reach.ts";
import { namesOf } from "./answers/names.ts";
import { overviewOf } from "./answers/overview.ts";
import { answerFlowEntry, answerForm } from "./answers/packet.ts";
import { changedTests } from "./answers/tests/changed-tests.ts";
import { coverageAnswer } from "./answers/tests/coverage-answer.ts";
import { answerTested, testsAnswer } from "./answers/tests/tests-answer.ts";
import { completionsOf } from "./completion/completions.ts";
import { changesOf } from "./editing/changes.ts";
import { editableText, editableTexts, mendedText } from "./editing/manifest-list.ts";
import { safeChanges } from "./editing/safe-changes.ts";
import { withoutResource } from "./editing/without-resource.ts";
import type { Page } from "./page.ts";
import type { Answer, Answers, Question } from "./protocol.ts";

/** Answers a question about a page; what is wrong with the question or the manifests is data, too. */
export function answerQuestion(page: Page, question: Question): Answer {
  if (question.kind === "validate") {
    const { resources, diagnostics } = page.reader.validate(question.manifest);
    const names = resources.map(({ resource }) => displayId(resourceId(resource)));
    return { ok: true, answer: { valid: !hasErrors(diagnostics), resources: names, diagnostics } };
  }
  try {
    const ofTexts = answerOnTexts(page, question);
    if (ofTexts !== undefined) return { ok: true, answer: ofTexts };
    const made = page.scenario(question.edits);
    return made.ok ? { ok: true, answer: answerOn(made.scenario, page, question) } : made;
  } catch (thrown) {
    if (!(thrown instanceof RequestError)) throw thrown;
    const { message, help } = thrown;
    return { ok: false, refusal: { message, ...(help !== undefined && { help }) } };
  }
}

/** The answer to a question about texts; `undefined` for another question. */
function answerOnTexts(page: Page, question: Question): Answers[Question["kind"]] | undefined {
  const { data } = page;
  switch (question.kind) {
    case "manifests":
      return editableTexts(data);
    case "manifest":
      return editableText(data, question.name);
    case "mend":
      return mendedText(question.manifest, question.fix);
    case "without-resource":
      return withoutResource(question.manifest, question.offset);
    case "complete": {
      const base = page.scenario();
      return completionsOf(question.manifest.text, question.offset, base.ok ? base.scenario.resources : []);
    }
    default:
      return undefined;
  }
}

function answerOn(scenario: Scenario, page: Page, question: Question): Answers[Question["kind"]] {
  const { data } = page;
  switch (question.kind) {
    case "overview":
      return overviewOf(scenario, data);
    case "names":
      return namesOf(scenario);
    case "packet":
      return answerForm(scenario, question, data);
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
    case "reach":
      return answerReach(scenario, question);
    case "tests":
      return testsAnswer(scenario, data);
    case "coverage":
      return coverageAnswer(scenario, data);
    case "changed-tests":
      return changedTests(scenario, baseOf(page), data);
    case "tested":
      return answerTested(scenario, question, data);
    case "effect":
      return answerEffect(scenario, question);
    case "changes":
      return changesOf(scenario);
    case "safe-changes":
      return safeChanges(scenario);
    default:
      throw new Error(`a question about texts has no scenario: ${question.kind}`);
  }
}

/** The page as it is, without edits. */
function baseOf(page: Page): Scenario | undefined {
  const base = page.scenario();
  return base.ok ? base.scenario : undefined;
}
