import type { Diagnostic, Span } from "../../../model/diagnostic.ts";
import type { Flow } from "../../../model/flow.ts";
import type { DecidedBy, Hint, Outcome, Step } from "../../../policy/outcome.ts";
import type { EndToEndAnswer, EndToEndChoice, FlowAnswer, FlowChoice } from "../../../report/outcomes/answer.ts";
import { commonVerdict, placeName } from "../../../report/outcomes/choices.ts";
import { endToEndData } from "../../../report/outcomes/end-to-end-data.ts";
import { answerData } from "../../../report/outcomes/outcome-data.ts";
import { endsText, packetText } from "../../../report/outcomes/outcome-text.ts";
import { decidedByText, stepWords } from "../../../report/outcomes/step-text.ts";
import { pathPicture } from "../../../report/pictures/path-picture.ts";
import { pathSvg } from "../../../report/pictures/svg/path-svg.ts";
import type { PrintedData } from "./printed-data.ts";

/** What becomes of a packet; `unknown` where it could not be evaluated, `differs` where choices of the nodes differ. */
export type ShownVerdict = "allow" | "deny" | "unknown" | "differs";

/** What became of a packet. */
export interface PacketAnswer {
  readonly verdict: ShownVerdict;
  /** The packet in one line: `TCP 198.51.100.7 -> 10.240.0.5:8443`. */
  readonly packet: string;
  /** Where it comes from and goes to. */
  readonly ends: string;
  /** Each choice that the question leaves open; one without a name where it leaves nothing. */
  readonly paths: readonly PacketPath[];
  /** The command that asks the same; absent for a flow of a file. */
  readonly command?: string;
  /** The path as `simulate -o svg` draws it; absent where it was not asked for. */
  readonly picture?: string;
  /** A flow file that expects the same; absent for a flow of a file, and where there is nothing that could be expected. */
  readonly flowFile?: string;
  /** The answer as `calicoctl simulate -o json` prints it; absent where it was not asked for. */
  readonly data?: PrintedData;
}

/** The path of a packet for one choice, node by node. */
export interface PacketPath {
  readonly name: string;
  readonly verdict: Exclude<ShownVerdict, "differs">;
  readonly decidedBy: Decision;
  /** What becomes of the reply; absent where none comes. */
  readonly reply?: { readonly verdict: "allow" | "deny"; readonly decidedBy: Decision; readonly node?: string };
  readonly hops: readonly PathHop[];
  readonly assumptions: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What decided, in words, the resource that it is, and its place in a manifest. */
export interface Decision {
  readonly text: string;
  /** The resource by its name for people: `GlobalNetworkPolicy allow-ssh`. */
  readonly resource?: string;
  /** The rule of it: `ingress 2`. */
  readonly rule?: string;
  readonly place?: Span;
}

/** What one node does to the packet. */
export interface PathHop {
  readonly node: string;
  readonly verdict: Exclude<ShownVerdict, "differs">;
  readonly ends: string;
  /** The tunnel whose outer packet this is. */
  readonly tunnel?: string;
  readonly sourceNat?: string;
  readonly steps: readonly PathStep[];
  readonly replySteps: readonly PathStep[];
}

/** One step of a path: a row of the command's table, with hints about it. */
export interface PathStep {
  readonly kind: Step["kind"];
  readonly stage: string;
  readonly subject: string;
  readonly result: string;
  readonly why: string;
  readonly resource?: string;
  readonly rule?: string;
  readonly place?: Span;
  readonly hints: readonly { readonly message: string; readonly help: string }[];
  /** Policies that do not apply, after this one, and are not listed. */
  readonly more?: number;
}

/** Policies that do not apply and are listed of one stage: no one reads more, and all of them would be copied for each key press. */
const MOST_SKIPPED = 100;
/** So many have their places, each of which takes a reading of a document. */
const MOST_PLACES = 20;

/** What else an answer has where it is asked for. */
export interface PacketExtras {
  /** The width of a picture of the path, in pixels. */
  readonly pictureWidth?: number | undefined;
  /** Whether the answer is also as a command prints it, which is long. */
  readonly asPrinted?: boolean | undefined;
}

/** An answer as the page shows it. */
export function packetAnswer(
  answer: FlowAnswer | EndToEndAnswer,
  extras: Pick<PacketAnswer, "command" | "flowFile"> & PacketExtras = {},
): PacketAnswer {
  const { pictureWidth, asPrinted = false, ...own } = extras;
  const { choices, flow, node, outcome } = answer;
  const isEndToEnd = "isEndToEnd" in answer;
  const paths = choices?.map((choice) => pathOf(choice.name, choice)) ?? [pathOf("", answer)];
  const ends = isEndToEnd
    ? `from ${answer.from ?? placeName(answer.outcome.from)} to ${answer.to ?? placeName(answer.outcome.to)}`
    : endsText(flow, node, outcome.steps);
  return {
    verdict: choices === undefined ? verdictOf(outcome) : commonVerdict(choices),
    packet: packetText(flow),
    ends,
    paths,
    ...own,
    ...(pictureWidth !== undefined && {
      picture: pathSvg(pathPicture(answer), { width: pictureWidth, isBare: true, isStyledByPage: true }),
    }),
    ...(asPrinted && { data: isEndToEnd ? endToEndData(answer) : answerData(answer) }),
  };
}

type AnyAnswer = FlowAnswer | FlowChoice | EndToEndChoice;

function pathOf(name: string, { flow, node, outcome }: AnyAnswer): PacketPath {
  const hops = "hops" in outcome ? outcome.hops.map((hop) => ({ ...hopOf(hop), ...extrasOf(hop) })) : [];
  const { return: reply, returnDecidedBy } = outcome;
  const replyNode =
    "hops" in outcome && outcome.returnDiesAt !== undefined ? hops[outcome.returnDiesAt]?.node : undefined;
  return {
    name,
    verdict: verdictOf(outcome),
    decidedBy: decisionOf(outcome.decidedBy),
    ...(reply !== undefined &&
      returnDecidedBy !== undefined && {
        reply: {
          verdict: reply,
          decidedBy: decisionOf(returnDecidedBy),
          ...(replyNode !== undefined && { node: replyNode }),
        },
      }),
    hops: hops.length > 0 ? hops : [hopOf({ node, flow, outcome })],
    assumptions: outcome.assumptions,
    diagnostics: outcome.diagnostics,
  };
}

function hopOf({ node, flow, outcome }: { node: string; flow: Flow; outcome: Outcome }): PathHop {
  const { steps, returnSteps = [], hints } = outcome;
  return {
    node,
    verdict: verdictOf(outcome),
    ends: endsText(flow, node, steps),
    steps: stepsOf(steps, hints),
    replySteps: stepsOf(returnSteps, []),
  };
}

/** The steps, of policies in a row that do not apply the first ones. */
function stepsOf(steps: readonly Step[], hints: readonly Hint[]): readonly PathStep[] {
  const shown: PathStep[] = [];
  for (let at = 0; at < steps.length; ) {
    const end = steps.findIndex((step, index) => index >= at && step.kind !== "policy-skipped");
    const skipped = steps.slice(at, end === -1 ? steps.length : end);
    const more = skipped.length - MOST_SKIPPED;
    for (const [index, step] of skipped.slice(0, MOST_SKIPPED).entries()) {
      const isLast = index === MOST_SKIPPED - 1 && more > 0;
      shown.push({ ...stepOf(step, [], index < MOST_PLACES), ...(isLast && { more }) });
    }
    at += skipped.length;
    const step = steps[at];
    if (step !== undefined) {
      const about = hints.filter((hint) => hint.step === at);
      shown.push(stepOf(step, about));
    }
    at += 1;
  }
  return shown;
}

function extrasOf({ tunnel, sourceNat }: { readonly tunnel?: string; readonly sourceNat?: string }) {
  return { ...(tunnel !== undefined && { tunnel }), ...(sourceNat !== undefined && { sourceNat }) };
}

function verdictOf({ verdict, decidedBy }: Pick<Outcome, "verdict" | "decidedBy">): PacketPath["verdict"] {
  return decidedBy.kind === "not-evaluated" ? "unknown" : verdict;
}

/** What decided, in words and as a resource. */
export function decisionOf(by: DecidedBy): Decision {
  return { text: decidedByText(by), ...subjectOf(by) };
}

function stepOf(step: Step, hints: readonly Hint[], isPlaced = true): PathStep {
  return {
    kind: step.kind,
    ...stepWords(step),
    ...subjectOf(step, isPlaced),
    hints: hints.map(({ message, help }) => ({ message, help })),
  };
}

/** The policy or profile that something is about, by its name for people, the rule of it, and its place. */
function subjectOf(of: DecidedBy | Step, isPlaced = true): Omit<Decision, "text"> {
  const span = isPlaced && "span" in of ? of.span : undefined;
  const isOfRule = of.kind === "rule" || of.kind === "rule-matched" || of.kind === "rule-missed";
  const place = { ...(isOfRule && { rule: `${of.direction} ${of.rule}` }), ...(span && { place: span }) };
  if ("policy" in of) {
    const { kind, namespace, name } = of.policy;
    return { resource: `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`, ...place };
  }
  return { ...("profile" in of && { resource: `Profile ${of.profile}` }), ...place };
}
