import type { Flow, FlowEnd } from "../../model/flow.ts";
import { printable } from "../../model/printable.ts";
import { endText } from "../../policy/names.ts";
import type { EndpointRef, Hint, Outcome, Step, Verdict } from "../../policy/outcome.ts";
import { placeSuffix } from "../place-text.ts";
import type { Style } from "../style.ts";
import { columns } from "../text-columns.ts";
import type { FlowAnswer } from "./answer.ts";
import { pathRows } from "./path-rows.ts";
import { decidedByText } from "./step-text.ts";

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
export function packetText(flow: Flow): string {
  const { protocol, srcIP, icmpType, icmpCode, tcpFlags } = flow;
  const icmp = icmpType === undefined ? "" : ` type ${icmpType}${icmpCode ? ` code ${icmpCode}` : ""}`;
  const flags = tcpFlags === undefined ? "" : ` (${tcpFlags})`;
  return printable(`${protocol}${icmp}${flags} ${srcIP} -> ${addressAndPort(flow)}`);
}

/** The destination: `10.240.0.5:8443`, `[2001:db8::1]:443`. */
export function addressAndPort({ dstIP, dstPort }: Flow): string {
  if (dstPort === undefined) return dstIP;
  return dstIP.includes(":") ? `[${dstIP}]:${dstPort}` : `${dstIP}:${dstPort}`;
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

/** The host endpoint that governs an interface, where a step names it. */
export function endpointAt(name: string, steps: readonly Step[]): EndpointRef | undefined {
  for (const step of steps) {
    if ("endpoint" in step && step.endpoint.interface === name && step.endpoint.kind === "HostEndpoint") {
      return step.endpoint;
    }
  }
  return undefined;
}

/** What happens to the reply as a sentence; `where` names the node that drops it. */
export interface ReplySentence {
  readonly verdict: Verdict;
  /** `replies come back`, `replies do not come back`. */
  readonly head: string;
  /** What follows it, with the place of what decides; empty where replies come back. */
  readonly why: string;
}

/** What happens to the reply; `undefined` where there is none. */
export function replySentence(outcome: Outcome, where = ""): ReplySentence | undefined {
  if (outcome.return === undefined || outcome.returnDecidedBy === undefined) return undefined;
  if (outcome.return === "allow") return { verdict: "allow", head: "replies come back", why: "" };
  const by = `${decidedByText(outcome.returnDecidedBy)}${placeSuffix(outcome.returnDecidedBy)}`;
  return { verdict: "deny", head: "replies do not come back", why: `: they are denied${where} ${by}` };
}

/** The same as a line of text. */
export function replyText(outcome: Outcome, indent: string, style: Style, where = ""): string {
  const reply = replySentence(outcome, where);
  if (reply === undefined) return "";
  return `${indent}${reply.verdict === "allow" ? reply.head : style.red(reply.head)}${printable(reply.why)}\n`;
}

/** The path: a row a step (`pathRows`), each stage's name once, hints below the step that they are about. */
export function pathTable(steps: readonly Step[], hints: readonly Hint[], style: Style, allSteps = false): string {
  const rows: string[][] = [];
  let last = "";
  for (const { stage, subject, result, why, place, hints: about } of pathRows(steps, hints, allSteps)) {
    const where = place === undefined ? "" : style.dim(printable(` (${place})`));
    const shown = stage === last ? "" : stage;
    last = stage;
    rows.push([shown, printable(subject), resultText(result, style), printable(why) + where]);
    for (const { message, help } of about)
      rows.push(["", "", style.yellow("hint"), `${printable(message)}\n${printable(help)}`]);
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
