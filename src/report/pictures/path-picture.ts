import { connectionResult } from "../../policy/flow/every-choice.ts";
import type { DecidedBy } from "../../policy/outcome.ts";
import type { EndToEndAnswer, EndToEndChoice, FlowAnswer, FlowChoice } from "../outcomes/answer.ts";
import { reasonText } from "../outcomes/answer-text.ts";
import { alikeChoices, choiceCounts, commonVerdict, placeName } from "../outcomes/choices.ts";
import {
  betweenText,
  choiceReason,
  type Ends,
  replyPlace,
  serviceText,
  throughText,
  whyText,
} from "../outcomes/end-to-end-words.ts";
import { addressAndPort, endsText, packetText, replySentence } from "../outcomes/outcome-text.ts";
import { decidedByText } from "../outcomes/step-text.ts";
import { fileAndLine } from "../place-text.ts";
import { hopsOfPath, hopsOnNode } from "./hops.ts";
import type { PathPicture, PicturedPath, Reason } from "./picture-types.ts";

/**
 * An answer as it is drawn. Of many policies that do not apply at a stage a few are shown, and of choices that end alike
 * the path of one, unless `allSteps`.
 */
export function pathPicture(answer: FlowAnswer | EndToEndAnswer, allSteps = false): PathPicture {
  const { flow, unmet } = answer;
  return {
    ...(flow.name !== undefined && { name: flow.name }),
    ...("isEndToEnd" in answer ? endToEndPicture(answer, allSteps) : nodePicture(answer, allSteps)),
    ...(unmet !== undefined && { unmet }),
  };
}

function nodePicture(answer: FlowAnswer, allSteps: boolean): PathPicture {
  const pathOf = (choice: FlowChoice | FlowAnswer) => nodePath(choice, allSteps);
  if (answer.choices === undefined) return ofOnePath(pathOf(answer));
  const { flow, node, outcome } = answer;
  return ofChoices(answer.choices, {
    packet: packetText(flow),
    route: endsText(flow, node, outcome.steps),
    isOfBackends: true,
    reason: (choice) => reasonText(choice.outcome),
    ...{ pathOf, allSteps },
  });
}

function endToEndPicture(answer: EndToEndAnswer, allSteps: boolean): PathPicture {
  const pathOf = (choice: EndToEndChoice | EndToEndAnswer) => endToEndPath(choice, allSteps);
  if (answer.choices === undefined) return ofOnePath(pathOf(answer));
  return ofChoices(answer.choices, {
    packet: `${packetText(answer.flow)}${serviceText(answer)}`,
    route: betweenText(answer.outcome, answer),
    isOfBackends: answer.isOfBackends === true,
    reason: (choice) => choiceReason(choice.outcome),
    ...{ pathOf, allSteps },
  });
}

function ofOnePath(path: PicturedPath): PathPicture {
  const { packet, route, verdict, reason } = path;
  return { packet, route, verdict, reason, choices: [], paths: [path] };
}

/** How the choices of an answer are drawn. */
interface ChoicesDrawn<Choice extends FlowChoice> extends Pick<PathPicture, "packet" | "route"> {
  readonly isOfBackends: boolean;
  readonly reason: (choice: Choice) => string;
  readonly pathOf: (choice: Choice) => PicturedPath;
  readonly allSteps: boolean;
}

function ofChoices<Choice extends FlowChoice>(
  choices: readonly Choice[],
  { packet, route, isOfBackends, reason, pathOf, allSteps }: ChoicesDrawn<Choice>,
): PathPicture {
  const shown = allSteps ? choices.map((choice) => [choice]) : alikeChoices(choices);
  return {
    ...{ packet, route },
    verdict: commonVerdict(choices),
    reason: { text: choiceCounts(choices, isOfBackends, reason) },
    choices: choices.map((choice) => ({
      result: connectionResult(choice.outcome),
      name: choice.name,
      reason: reasonOf(reason(choice), choice.outcome.decidedBy),
    })),
    paths: shown.flatMap(([choice, ...others]) => {
      if (choice === undefined) return [];
      const likewise = others.length === 0 ? "" : ` (and ${others.length} more that end alike)`;
      return { choice: `${choice.name}${likewise}`, ...pathOf(choice) };
    }),
  };
}

function nodePath(answer: Omit<FlowChoice, "name">, allSteps: boolean): PicturedPath {
  const { flow, node, outcome } = answer;
  const { decidedBy, steps } = outcome;
  return {
    packet: packetText(flow),
    route: endsText(flow, node, steps),
    source: { address: flow.srcIP },
    destination: { address: addressAndPort(flow) },
    ...endOfPath(answer, decidedByText(decidedBy), ""),
    ...hopsOnNode(answer, allSteps),
  };
}

function endToEndPath(answer: Pick<EndToEndChoice, "flow" | "outcome"> & Ends, allSteps: boolean): PicturedPath {
  const { flow, outcome } = answer;
  return {
    packet: `${packetText(flow)}${serviceText(answer)}`,
    route: `${betweenText(outcome, answer)}, ${throughText(outcome)}`,
    source: { address: flow.srcIP, name: answer.from ?? placeName(outcome.from) },
    destination: { address: addressAndPort(flow), name: answer.to ?? placeName(outcome.to) },
    ...endOfPath(answer, whyText(outcome), replyPlace(outcome)),
    ...hopsOfPath(outcome, allSteps),
  };
}

/** What becomes of the packet and of its reply. */
function endOfPath(
  { outcome }: Pick<FlowChoice, "outcome">,
  why: string,
  place: string,
): Pick<PicturedPath, "verdict" | "reason" | "reply" | "assumptions" | "diagnostics"> {
  const { decidedBy, verdict, assumptions, diagnostics } = outcome;
  const reply = replySentence(outcome, place);
  return {
    verdict: decidedBy.kind === "not-evaluated" ? "unknown" : verdict,
    reason: reasonOf(why, decidedBy),
    ...(reply && { reply }),
    ...{ assumptions, diagnostics },
  };
}

function reasonOf(text: string, by: DecidedBy): Reason {
  const span = "span" in by ? by.span : undefined;
  return span === undefined ? { text } : { text, place: fileAndLine(span) };
}
