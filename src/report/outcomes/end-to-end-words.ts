import { wordList } from "../../model/word-list.ts";
import type { NodeHop } from "../../policy/end-to-end/path-types.ts";
import type { EndToEndAnswer } from "./answer.ts";
import { placeName } from "./choices.ts";
import { decidedByText } from "./step-text.ts";

type Outcome = EndToEndAnswer["outcome"];

/** The ends as the question names them. */
export type Ends = Pick<EndToEndAnswer, "from" | "to" | "service">;

/** What of a Service the destination is, to follow it: ` (NodePort of svc/shop/web)`. */
export function serviceText({ service }: Ends): string {
  return service === undefined ? "" : ` (${service})`;
}

/** `from pod/shop/db-0 to svc/shop/web`. */
export function betweenText({ from, to }: Outcome, ends: Ends): string {
  return `from ${ends.from ?? placeName(from)} to ${ends.to ?? placeName(to)}`;
}

/** The nodes on the path, or the one that drops the packet: `through node1 and node2`. */
export function throughText({ hops, diesAt }: Outcome): string {
  if (diesAt !== undefined) return `dropped on ${hops[diesAt]?.node}`;
  const nodes = hops.filter(({ tunnel }) => tunnel === undefined).map(({ node }) => node);
  return `through ${wordList(nodes, "and")}`;
}

/** What decided, with the node where that is not the only one. */
export function whyText({ decidedBy, diesAt, hops }: Outcome): string {
  const text = decidedByText(decidedBy);
  return diesAt === undefined && hops.length > 1 ? `on ${hops.at(-1)?.node} ${text}` : text;
}

/** Where the reply is dropped, to follow a verb: ` on node1`. */
export function replyPlace({ hops, returnDiesAt }: Outcome): string {
  return returnDiesAt === undefined ? "" : ` on ${hops[returnDiesAt]?.node}`;
}

/** What decided a choice, with the node where the packet or its reply is dropped. */
export function choiceReason(outcome: Outcome): string {
  const { hops, diesAt, returnDiesAt, decidedBy, returnDecidedBy } = outcome;
  const by = returnDiesAt === undefined ? decidedBy : (returnDecidedBy ?? decidedBy);
  const at = diesAt ?? returnDiesAt ?? hops.length - 1;
  return `on ${hops[at]?.node} ${decidedByText(by)}`;
}

/** What becomes of a packet on one node, and whether it is the packet around it: `the IPIP packet around it, allowed`. */
export function hopResult({ outcome, tunnel }: NodeHop): string {
  const { decidedBy, verdict } = outcome;
  const result = decidedBy.kind === "not-evaluated" ? "unknown" : verdict === "allow" ? "allowed" : "denied";
  return `${tunnel === undefined ? "" : `the ${tunnel} packet around it, `}${result}`;
}

/** The steps of a hop that are listed: its source NAT has a sentence of its own, which says what the last step does for the path. */
export function listedSteps({ outcome: { steps }, sourceNat }: NodeHop): Outcome["steps"] {
  return sourceNat === undefined ? steps : steps.filter(({ kind }) => kind !== "source-nat");
}
