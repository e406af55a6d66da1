import { addressNames } from "../../../analysis/address-names.ts";
import { exposureData } from "../../../report/exposure/exposure-data.ts";
import { exposedWays, exposureQuestion } from "../../../scenario/exposure/exposure-question.ts";
import { leftOutOf, type Scenario } from "../../../scenario/scenario.ts";
import { inCalicosLanguage } from "../../../selector/either-language.ts";
import type { ExposureQuestion } from "../protocol.ts";
import type { PrintedData } from "./printed-data.ts";

/** Who reaches what, as `calicoctl exposure -o json` prints it; throws `RequestError` where a word stands for nothing. */
export function answerExposure(scenario: Scenario, question: ExposureQuestion): PrintedData {
  const { from, to, port, node, direction, traffic, verdicts } = question;
  const words = { from: from.map(inCalicosLanguage), to: to.map(inCalicosLanguage), port, node, direction, traffic };
  const ways = exposedWays(scenario, exposureQuestion(scenario, words));
  const names = addressNames(scenario.world);
  return { ...exposureData({ ways, direction, verdicts, names }), ...leftOutOf(scenario) };
}
