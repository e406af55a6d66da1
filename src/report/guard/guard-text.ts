import type { BrokenLifeline, GuardAnswer } from "../../analysis/lifelines/guard-answer.ts";
import type { Cut } from "../../analysis/lifelines/lifeline-proofs.ts";
import { printable } from "../../model/printable.ts";
import { endpointName, endText } from "../../policy/names.ts";
import { packetText } from "../outcomes/outcome-text.ts";
import { decidedByText } from "../outcomes/step-text.ts";
import { placeSuffix } from "../place-text.ts";
import type { Style } from "../style.ts";
import { hangingLines, textLines } from "../text-lines.ts";
import { lifelineText, originText } from "./lifeline-text.ts";

/** What a guard found about writes. */
export interface GuardReport {
  readonly answer: GuardAnswer;
  /** The resource of each write, as people name it, in the given order. */
  readonly writes: readonly string[];
  /** Why lifelines that one may expect were not derived. */
  readonly notes: readonly string[];
  /** The nodes of which nothing says what they translate: they are taken to translate nothing. */
  readonly untold: readonly string[];
  /** The lifelines file; absent where there is none. */
  readonly file?: string;
  /** Whether a safe order was proved and is used instead of the given one. */
  readonly isReordered: boolean;
  /** Whether the failsafe ports were left out of the proof. */
  readonly isWithoutFailsafes: boolean;
}

/** The report of a guard for people; `ends` is what follows of a refusal: `nothing was written`. */
export function guardText(report: GuardReport, style: Style, ends = "nothing was written"): string {
  const { answer, writes, notes } = report;
  const lines = [
    ...answer.brokenBefore.flatMap((one) => brokenLines(one, writes.length, style)),
    ...notes.flatMap((note) => hangingLines(`note: ${printable(note)}`, 0, style.width)),
  ];
  return [
    ...lines,
    ...verdictLines(report, style, ends),
    ...hangingLines(checkedLine(answer, writes.length, report), 0, style.width),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

function verdictLines({ answer, writes, isReordered }: GuardReport, style: Style, ends: string): string[] {
  const { proof } = answer;
  if (proof.kind === "safe") return [];
  const at = printable(`write ${proof.position + 1} of ${writes.length} (${writes[proof.position]})`);
  const heading = (word: string, paint: (text: string) => string, rest: string) =>
    headingLines(word, paint, rest, style);
  if (proof.kind === "not proved")
    return heading("NOT PROVED", style.red, `after ${at}: ${printable(proof.why)}; ${ends}`);
  const order = orderLines(answer, writes, isReordered, style);
  if (isReordered)
    return [
      ...heading("REORDERED", style.yellow, `${at} would cut a lifeline in the given order`),
      ...cutLines(proof.cut, style),
      ...order,
    ];
  return [
    ...heading("REFUSED", style.red, `${at} would cut a lifeline; ${ends}`),
    ...cutLines(proof.cut, style),
    ...order,
  ];
}

/** A verdict and what it is about; on a terminal, broken where the other lines are. */
function headingLines(word: string, paint: (text: string) => string, rest: string, { width }: Style): string[] {
  if (width === undefined) return [`${paint(word)}  ${rest}`];
  const indent = " ".repeat(word.length + 2);
  return textLines(rest, width, indent).map((line, at) => (at === 0 ? paint(word) + line.slice(word.length) : line));
}

/** The lifeline, a packet of it that no longer passes, and what drops it. */
function cutLines(cut: Cut, style: Style): string[] {
  const { lifeline, way, witness, isReply } = cut;
  const { flow } = witness;
  const sent = flow.srcPort === undefined ? "" : ` from port ${flow.srcPort}`;
  const end = "interface" in flow.from ? flow.from : (flow.to ?? flow.from);
  const near = endText(end, way.kind === "local out" ? "out" : "in", way.node);
  const isForwarded = way.kind === "forwarded in" || way.kind === "forwarded out";
  const place = isForwarded && flow.to !== undefined ? `${near}, ${endText(flow.to, "out", way.node)}` : near;
  return [
    ...fields("lifeline", `${lifelineText(lifeline)} (${originText(lifeline)})`, style),
    ...fields("packet", `${packetText(flow)}${sent}, ${place}`, style),
    ...fields("cut by", `${cutByText(cut)}${isReply ? " (it drops the answer)" : ""}`, style),
    ...way.assumed.flatMap((text) => fields("assumed", text, style)),
  ];
}

/** What cuts, as a noun: `policy drop-ssh, ingress rule 1`, `the default deny of host endpoint node1-eth0, normal ingress: ...`. */
function cutByText(cut: Cut): string {
  const { by } = cut;
  const none = unselected(cut);
  if (by.kind === "default" && none !== "")
    return `the default deny of ${endpointName(by.endpoint)}, ${by.stage} ${by.direction}: ${none}`;
  const text = decidedByText(by).replace(/^(by|because) /, "");
  return `${by.kind === "default" ? text.replace(/^default at/, "the default deny of") : text}${placeSuffix(by)}`;
}

/** That no policy selects the endpoint whose default drops the packet, and its labels, which are why; else nothing. */
function unselected({ way, witness, by }: Cut): string {
  if (by.kind !== "default" || way.endpoint === undefined) return "";
  const steps = [...witness.outcome.steps, ...(witness.outcome.returnSteps ?? [])];
  const isEmpty = steps.some(
    (step) =>
      step.kind === "stage" && step.stage === by.stage && step.direction === by.direction && step.policies === 0,
  );
  if (!isEmpty) return "";
  const labels = [...way.endpoint.labels].map(([label, value]) => `${label}=${value}`).join(", ");
  return `no policy selects it (labels ${labels === "" ? "none" : labels})`;
}

function orderLines(
  { order, bridge, keep }: GuardAnswer,
  writes: readonly string[],
  isReordered: boolean,
  style: Style,
): string[] {
  if (order === undefined) return [];
  if (order.kind === "found") {
    const moved = order.order.map((index, position) => `${position + 1}. ${writes[index]}`);
    const all = writes.length === 1 ? "the write then passes" : `all ${writes.length} writes then pass`;
    const head = isReordered ? "this order is used:" : `${all} in this order, which --reorder uses:`;
    return [...fields("safe", head, style), ...moved.flatMap((line) => fields("", line, style))];
  }
  if (order.kind === "none" && order.final !== undefined)
    return [...finalLines(order.final, writes, style), ...keepLines(keep, style)];
  const why =
    order.kind === "none"
      ? "no order of these writes is"
      : `none was found among ${order.states} sets of writes; there may be one`;
  if (bridge === undefined) return fields("safe", why, style);
  const names = bridge.map(({ metadata }) => metadata.name).join(" and ");
  return fields(
    "safe",
    `${why}; with a bridge the given one is: create ${names} first, delete it after the last write`,
    style,
  );
}

/** Policies that keep the lifelines, which follow the report as a manifest. */
function keepLines(keep: GuardAnswer["keep"], style: Style): string[] {
  if (keep === undefined) return [];
  const names = keep.map(({ metadata }) => metadata.name).join(" and ");
  return fields("", `keep this policy, with which they pass: create ${names} first`, style);
}

/** That a lifeline is cut by what is written, in whatever order. */
function finalLines({ lifeline, by }: Cut, writes: readonly string[], style: Style): string[] {
  const when = writes.length === 1 ? "what is written cuts" : "after all writes, in whatever order, there is no";
  const how = lifeline.derivedFrom === undefined ? "" : `; --skip-lifeline ${lifeline.name} leaves it out`;
  return [
    ...fields("safe", `none: ${when} ${lifelineText(lifeline)}${how}`, style),
    ...(writes.length === 1 ? [] : fields("", `cut ${decidedByText(by)}${placeSuffix(by)}`, style)),
  ];
}

function brokenLines({ found, holdsAfter }: BrokenLifeline, writes: number, style: Style): string[] {
  const before = writes === 0 ? "now" : "before the first write";
  const warning = (text: string) => hangingLines(`${style.yellow("warning")}: ${text}`, 0, style.width);
  if (found.kind === "not proved") return [...warning(`not proved ${before}: ${printable(found.why)}`)];
  const { lifeline, witness, by, isReply, way } = found.cut;
  const why = `${isReply ? "the answer is dropped " : ""}${decidedByText(by)}${placeSuffix(by)}`;
  const after = holdsAfter ? "it holds after the last one" : "what passes of it must go on passing";
  return [
    ...warning(`this lifeline does not hold, or not whole, ${before}${writes === 0 ? "" : `; ${after}`}`),
    ...fields("lifeline", `${lifelineText(lifeline)} (${originText(lifeline)})`, style),
    ...fields("packet", `${packetText(witness.flow)}, ${way.node}/${way.interface}: ${why}`, style),
  ];
}

function checkedLine({ lifelines, proof }: GuardAnswer, writes: number, report: GuardReport): string {
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;
  const all = lifelines.map(({ name }) => name);
  const times = (name: string) => all.filter((other) => other === name).length;
  const names = [...new Set(all)].map((name) => (times(name) === 1 ? name : `${name} x ${times(name)}`)).join(", ");
  const how = proof.kind === "not proved" ? "not every packet" : "every packet (exact)";
  const dnat = report.untold.length === 0 ? "" : ", DNAT unknown";
  const failsafes = report.isWithoutFailsafes ? ", without the failsafe ports" : "";
  const from = report.file === undefined ? "" : `, ${report.file} read`;
  return printable(
    `checked: ${count(lifelines.length, "lifeline")} x ${count(writes, "write")}, ${how}${dnat}${failsafes} (${names || "none"}${from})`,
  );
}

/** A field on lines that fit into the terminal, else into 80 columns. */
function fields(name: string, text: string, { width }: Style): string[] {
  return hangingLines(printable(text), 12, width).map((line, index) => field(index === 0 ? name : "", line));
}

function field(name: string, text: string): string {
  return `  ${name.padEnd(9)} ${printable(text)}`;
}
