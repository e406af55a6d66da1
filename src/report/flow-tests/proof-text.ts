import type { Flow } from "../../model/flow.ts";
import { endsText, packetText } from "../outcomes/outcome-text.ts";
import { decidedByWithPlace, type TestProof } from "./test-report.ts";

/** An assertion's name, or its number: `forbid 2`. */
export function proofName({ name, list, number }: TestProof): string {
  return name ?? `${list} ${number}`;
}

/** What it was about: `every packet, 3 endpoints`. */
export function scopeText({ endpoints }: TestProof): string {
  return `every packet, ${endpoints} endpoint${endpoints === 1 ? "" : "s"}`;
}

/** What the test shows of it: `proved`, `allow`, `reply dropped`, `not proved`. */
export function proofGot({ result, witness }: TestProof): string {
  if (result === "passed") return "proved";
  if (witness === undefined) return "not proved";
  return witness.isReply ? "reply dropped" : witness.outcome.verdict;
}

/** Why an assertion failed or is not proved, in one line; empty where it is proved. */
export function proofMessage(proof: TestProof): string {
  const { list, why = "", witness, result } = proof;
  if (result === "passed") return "";
  if (witness === undefined) return `not proved: ${why}`;
  const { flow, node, outcome } = witness;
  const packet = `${packetText({ ...flow, srcIP: sourceText(flow) })}, ${endsText(flow, node, outcome.steps)}`;
  if (witness.isReply) return `the reply to a packet of it is dropped: ${packet}`;
  return `a packet of it is ${list === "forbid" ? "allowed" : "denied"}: ${packet}`;
}

/** The source with its port, which may be what decides. */
function sourceText({ srcIP, srcPort }: Flow): string {
  if (srcPort === undefined) return srcIP;
  return srcIP.includes(":") ? `[${srcIP}]:${srcPort}` : `${srcIP}:${srcPort}`;
}

/** What decides the packet that an assertion is not true of, with its place; empty where there is none. */
export function proofDecider({ witness }: TestProof): string {
  if (witness === undefined) return "";
  const { outcome, isReply } = witness;
  const by = isReply ? outcome.returnDecidedBy : outcome.decidedBy;
  return by === undefined ? "" : decidedByWithPlace(by);
}
