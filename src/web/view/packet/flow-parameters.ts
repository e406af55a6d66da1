import type { EndToEndFlow, Flow, FlowEnd } from "../../../model/flow.ts";
import type { TestQuestion } from "../../engine/answers/tests/test-question.ts";

/** Parameters of a route that asks about a packet. */
type Parameters = Readonly<Record<string, string>>;

/** The parameters that ask about the packet of a flow test; `undefined` where the form has no field for a part of it. */
export function parametersOfTest(question: TestQuestion): Parameters | undefined {
  if ("between" in question) return parametersBetween(question.between);
  return question.flow.conntrack === "invalid" ? undefined : parametersOfFlow(question.node, question.flow);
}

function parametersBetween(flow: EndToEndFlow): Parameters | undefined {
  const { from, to, protocol, srcPort, dstPort, in: entry, out } = flow;
  if (entry !== undefined || out !== undefined || srcPort !== undefined) return undefined;
  return {
    protocol: protocol === undefined ? "" : String(protocol).toLowerCase(),
    ...(dstPort !== undefined && { port: String(dstPort) }),
    ...stateOf(flow),
    from,
    to,
  };
}

/** The parameters that ask about a packet of a node. */
export function parametersOfFlow(node: string, flow: Flow): Parameters {
  const { protocol, srcIP, dstIP, srcPort, dstPort, from, to } = flow;
  const source = srcPort === undefined || srcPort === USUAL_SOURCE_PORT ? srcIP : withPort(srcIP, srcPort);
  return {
    protocol: String(protocol).toLowerCase(),
    ...(dstPort !== undefined && { port: String(dstPort) }),
    ...stateOf(flow),
    src: source,
    dst: dstIP,
    node,
    entry: endText(from),
    ...(to !== undefined && { exit: endText(to) }),
  };
}

function stateOf({ icmpType, icmpCode, tcpFlags, conntrack }: Flow | EndToEndFlow): Parameters {
  return {
    ...(icmpType !== undefined && { icmp: `${icmpType}/${icmpCode ?? 0}` }),
    ...(tcpFlags !== undefined && { tcpFlags }),
    ...(conntrack === "established" && { established: "yes" }),
  };
}

/** The source port that is taken where none is given. */
const USUAL_SOURCE_PORT = 40_000;

function withPort(address: string, port: number): string {
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

function endText(end: FlowEnd): string {
  if ("interface" in end) return `interface:${end.interface}`;
  return "process" in end ? "process" : `workload:${end.workload}`;
}
