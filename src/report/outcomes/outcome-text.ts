import type { Flow, FlowEnd } from "../../model/flow.ts";
import { printable } from "../../model/printable.ts";
import { endText } from "../../policy/names.ts";
import type { EndpointRef, Hint, Outcome, Step, Verdict } from "../../policy/outcome.ts";
import { placeSuffix } from "../place-text.ts";
import type { Style } from "../style.ts";
import { columns } from "../text-columns.ts";
import type { FlowAnswer } from "./answer.ts";
import { type Fold, foldedSteps } from "./outcome-folds.ts";
import { decidedByText, stepText } from "./step-text.ts";

/**
 * An answer for people: the verdict in one line, what decided and where that is in the manifests, the path stage by
 * stage, what happens to the reply, and the assumptions.
 */
export function outcomeText({ flow, node, outcome }: FlowAnswer, style: Style, allSteps = false): string {
  const { decidedBy } = outcome;
  const known = decidedBy.kind !== "not-evaluated";
  const verdict = known ? verdictText(outcome.verdict, style) : style.yellow(style.bold("UNKNOWN"));
  const indent = " ".repeat((known ? outcome.verdict.length : "UNKNOWN".length) + 2);
  const name = flow.name === undefined ? "" : `${printable(flow.name)}: `;
  const head = `${verdict}  ${name}${packetText(flow)}, ${endsText(flow, node, outcome.steps)}\n`;
  const why = `${indent}${printable(decidedByText(decidedBy))}${style.dim(printable(placeSuffix(decidedBy)))}\n`;
  if (!known) return head + why;
  return [
    head,
    why,
    replyText(outcome, indent, style),
    "\n",
    pathTable(outcome.steps, outcome.hints, style, allSteps),
    assumptionsText(outcome.assumptions),
  ].join("");
}

/** The verdict, coloured. */
export function verdictText(verdict: Verdict, style: Style): string {
  return verdict === "allow" ? style.green(style.bold("ALLOW")) : style.red(style.bold("DENY"));
}

/** `TCP 198.51.100.7 -> 10.240.0.5:8443`; only JSON has the source port. */
export function packetText({ protocol, srcIP, dstIP, dstPort, icmpType, icmpCode, tcpFlags }: Flow): string {
  const bracketed = dstIP.includes(":") && dstPort !== undefined ? `[${dstIP}]` : dstIP;
  const port = dstPort === undefined ? "" : `:${dstPort}`;
  const icmp = icmpType === undefined ? "" : ` type ${icmpType}${icmpCode ? ` code ${icmpCode}` : ""}`;
  const flags = tcpFlags === undefined ? "" : ` (${tcpFlags})`;
  return printable(`${protocol}${icmp}${flags} ${srcIP} -> ${bracketed}${port}`);
}

/** Where the packet comes in and where it goes, with the host endpoints there. */
export function endsText(flow: Flow, node: string, steps: readonly Step[]): string {
  const from = placeOfEnd(flow.from, node, "in", steps);
  const to = flow.to === undefined ? "" : `, ${placeOfEnd(flow.to, node, "out", steps)}`;
  return printable(`${from}${to}`);
}

function placeOfEnd(end: FlowEnd, node: string, direction: "in" | "out", steps: readonly Step[]): string {
  const endpoint = "interface" in end ? endpointAt(end.interface, steps) : undefined;
  return `${endText(end, direction, node)}${endpoint === undefined ? "" : ` (host endpoint ${endpoint.name})`}`;
}

function endpointAt(name: string, steps: readonly Step[]): EndpointRef | undefined {
  for (const step of steps) {
    if ("endpoint" in step && step.endpoint.interface === name && step.endpoint.kind === "HostEndpoint") {
      return step.endpoint;
    }
  }
  return undefined;
}

/** What happens to the reply; `where` names the node that drops it. */
export function replyText(outcome: Outcome, indent: string, style: Style, where = ""): string {
  if (outcome.return === undefined || outcome.returnDecidedBy === undefined) return "";
  if (outcome.return === "allow") return `${indent}replies come back\n`;
  const why = `${printable(decidedByText(outcome.returnDecidedBy))}${printable(placeSuffix(outcome.returnDecidedBy))}`;
  return `${indent}${style.red("replies do not come back")}: they are denied${printable(where)} ${why}\n`;
}

/**
 * The path: a row a step, each stage's name once, hints below the step that they are about. Of many policies in a stage
 * that do not apply a few are shown and the others counted, unless `allSteps`.
 */
export function pathTable(steps: readonly Step[], hints: readonly Hint[], style: Style, allSteps = false): string {
  const rows: string[][] = [];
  let stage = "";
  const folded = allSteps ? new Map<number, Fold>() : foldedSteps(steps, new Set(hints.map(({ step }) => step)));
  for (const [i, step] of steps.entries()) {
    const fold = folded.get(i);
    if (fold !== undefined) {
      if (fold.last === i) rows.push(["", `(${fold.count} more)`, "not applied", fold.why]);
      continue;
    }
    const words = stepText(step);
    const where = style.dim(printable(placeSuffix(words)));
    const shown = words.stage === stage ? "" : words.stage;
    stage = words.stage;
    rows.push([shown, printable(words.subject), resultText(words.result, style), printable(words.why) + where]);
    for (const hint of hints.filter((one) => one.step === i)) {
      const [message, help] = [printable(hint.message), printable(hint.help)];
      rows.push(["", "", style.yellow("hint"), `${message}\n${help}`]);
    }
  }
  return columns(
    ["stage", "policy", "result", "why"].map((heading) => style.dim(heading)),
    rows,
    style.width,
  );
}

function resultText(result: string, style: Style): string {
  if (result === "deny") return style.red(result);
  return result === "allow" || result === "hit" ? style.green(result) : result;
}

/** The assumptions, a line each. */
export function assumptionsText(assumptions: readonly string[]): string {
  if (assumptions.length === 0) return "";
  return `\n  assumed:\n${assumptions.map((assumption) => `  - ${printable(assumption)}\n`).join("")}`;
}
