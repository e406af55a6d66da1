import type { Flow, FlowEnd, NodeFacts } from "../../model/flow.ts";
import { shellWord } from "../../model/shell-word.ts";

/** The source port that `simulate` takes where none is given. */
const USUAL_SOURCE_PORT = 40000;

/** The command that asks `simulate` for this packet: without the program's name, and what it is asked of. */
export function flowCommand(node: string, flow: Flow, interfaces: NonNullable<NodeFacts["interfaces"]> = {}): string {
  const { from, to, protocol, srcIP, dstIP, srcPort, dstPort, icmpType, icmpCode } = flow;
  const known = Object.entries(interfaces).map(([name, addresses]) => `${name}=${addresses.join(",")}`);
  return [
    "simulate",
    "--node",
    node,
    ...known.flatMap((one) => ["--interface", one]),
    ...endWords(from, "--in", "--from"),
    ...(to === undefined ? [] : endWords(to, "--out", "--to")),
    ...(icmpType === undefined ? [] : ["--icmp", `${icmpType}/${icmpCode ?? 0}`]),
    String(protocol).toLowerCase(),
    withPort(srcIP, srcPort === USUAL_SOURCE_PORT ? undefined : srcPort),
    withPort(dstIP, dstPort),
  ]
    .map(shellWord)
    .join(" ");
}

function endWords(end: FlowEnd, through: string, word: string): string[] {
  if ("interface" in end) return [through, end.interface];
  return "process" in end ? [`${word}-process`] : [`${word}-workload`, end.workload];
}

function withPort(address: string, port: number | undefined): string {
  if (port === undefined) return address;
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}
