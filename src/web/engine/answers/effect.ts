import { addressNames } from "../../../analysis/address-names.ts";
import type { ChangeKind } from "../../../analysis/effect/compare-ways.ts";
import type { ChangeGroup } from "../../../analysis/effect/groups.ts";
import { SharedBudget } from "../../../analysis/sets/budget.ts";
import type { Flow } from "../../../model/flow.ts";
import { effectData } from "../../../report/effect/effect-data.ts";
import { CHANGE_WORDS, notProvedText } from "../../../report/effect/effect-text.ts";
import { type AddressNames, endNames, wayText } from "../../../report/effect/place-names.ts";
import { decidedByText } from "../../../report/outcomes/step-text.ts";
import { regionLines } from "../../../report/regions/region-text.ts";
import {
  EFFECT_BUDGET,
  type EffectQuestion,
  effectOfQuestion,
  effectSides,
} from "../../../scenario/effect/effect-question.ts";
import { RequestError } from "../../../scenario/request-error.ts";
import { leftOutOf, type Scenario } from "../../../scenario/scenario.ts";
import type { Edits } from "../page-data.ts";
import { type Decision, decisionOf } from "./packet-answer.ts";
import type { PrintedData } from "./printed-data.ts";

/** What edits change for all packets. */
export interface EffectAnswer {
  /** Whether it is proved that no packet of a new connection is decided differently. */
  readonly isEquivalent: boolean;
  readonly changes: readonly EffectChange[];
  /** Changes that are not listed. */
  readonly more: number;
  /** Why some packets could not be compared, a line for each reason. */
  readonly notProved: readonly string[];
  readonly assumptions: readonly string[];
  /** The answer as `calicoctl diff --effect -o json` prints it. */
  readonly data: PrintedData;
}

/** Packets that change alike. */
export interface EffectChange {
  readonly kind: ChangeKind;
  readonly words: string;
  /** The packets, a line each, and how many more lines there are. */
  readonly packets: readonly string[];
  readonly more: number;
  readonly way: string;
  readonly decidedBy: Decision;
  readonly decidedBefore: string;
  /** One of the packets, to be asked about. */
  readonly witness: { readonly node: string; readonly flow: Flow };
}

/** What is listed of all, and of one change. */
const MOST_CHANGES = 50;
const MOST_LINES = 12;

/** What the edits change; throws `RequestError` where there are none. */
export function answerEffect(scenario: Scenario, question: EffectQuestion & { readonly edits?: Edits }): EffectAnswer {
  const previous = scenario.previous?.();
  if (previous === undefined || question.edits === undefined)
    throw new RequestError("there is nothing to compare with", "edit a manifest, or lay files over a datastore");
  const sides = effectSides(scenario, previous, question);
  const effect = effectOfQuestion(sides, question, new SharedBudget(EFFECT_BUDGET));
  const { groups, notProved, assumptions } = effect;
  const namesOf = addressNames(scenario.world);
  const names: AddressNames = (side, region, family) => namesOf(family, region[side] ?? []);
  return {
    isEquivalent: groups.length === 0 && notProved.length === 0,
    changes: groups.slice(0, MOST_CHANGES).map((group) => changeOf(group, names)),
    more: Math.max(0, groups.length - MOST_CHANGES),
    notProved: notProvedText(notProved).split("\n").filter(Boolean),
    assumptions,
    data: { ...effectData(effect), ...leftOutOf(scenario) },
  };
}

function changeOf(group: ChangeGroup, names: AddressNames): EffectChange {
  const { kind, families, by, was, regions, count, replyDropped } = group;
  const [family = 4] = families;
  const shown = regions.slice(0, MOST_LINES);
  const witness = group.witness();
  const decision = decisionOf(by);
  const dropped = replyDropped ? `; but the answers are dropped, ${decidedByText(replyDropped)}` : "";
  return {
    kind,
    words: CHANGE_WORDS[kind],
    packets: shown.flatMap((region) => regionLines(family, region, endNames(group, region, names))),
    more: count - shown.length,
    way: wayText(group),
    decidedBy: { ...decision, text: `${decision.text}${dropped}` },
    decidedBefore: [...new Set(was.map(decidedByText))].join(", or "),
    witness: { node: witness.node, flow: witness.flow },
  };
}
