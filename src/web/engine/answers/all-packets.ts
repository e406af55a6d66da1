import { addressNames } from "../../../analysis/address-names.ts";
import { SharedBudget } from "../../../analysis/sets/budget.ts";
import { effectData } from "../../../report/effect/effect-data.ts";
import { exposureData } from "../../../report/exposure/exposure-data.ts";
import { EFFECT_BUDGET, effectOfQuestion, effectSides } from "../../../scenario/effect/effect-question.ts";
import { exposedWays, exposureQuestion } from "../../../scenario/exposure/exposure-question.ts";
import { RequestError } from "../../../scenario/request-error.ts";
import { leftOutOf, type Scenario } from "../../../scenario/scenario.ts";
import { inCalicosLanguage } from "../../../selector/either-language.ts";
import type { ExposureQuestion, Question } from "../protocol.ts";
import type { PrintedData } from "./printed-data.ts";

/** Who reaches what, as `calicoctl exposure -o json` prints it; throws `RequestError` where a word stands for nothing. */
export function answerExposure(scenario: Scenario, question: ExposureQuestion): PrintedData {
  const { from, to, port, node, direction, traffic, verdicts } = question;
  const words = { from: from.map(inCalicosLanguage), to: to.map(inCalicosLanguage), port, node, direction, traffic };
  const ways = exposedWays(scenario, exposureQuestion(scenario, words));
  const names = addressNames(scenario.world);
  return { ...exposureData({ ways, direction, verdicts, names }), ...leftOutOf(scenario) };
}

/** What the edits change, as `calicoctl diff --effect -o json` prints it; throws `RequestError` where there are none. */
export function answerEffect(scenario: Scenario, question: Extract<Question, { kind: "effect" }>): PrintedData {
  const previous = scenario.previous?.();
  if (previous === undefined || question.edits === undefined)
    throw new RequestError("there is nothing to compare with", "edit a manifest, or lay files over a datastore");
  const sides = effectSides(scenario, previous, question);
  const effect = effectOfQuestion(sides, question, new SharedBudget(EFFECT_BUDGET));
  return { ...effectData(effect), ...leftOutOf(scenario) };
}
