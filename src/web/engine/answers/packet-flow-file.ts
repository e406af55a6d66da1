import type { EndToEndFlow, Flow } from "../../../model/flow.ts";
import { protocolName } from "../../../model/net/protocol.ts";
import type { FlowAnswer } from "../../../report/outcomes/answer.ts";
import { packetText } from "../../../report/outcomes/outcome-text.ts";
import { commonExpectation, flowEntry, nodeFields } from "../../../report/suites/flow-entry.ts";
import type { EndToEndQuery } from "../../../scenario/end-to-end/end-to-end-args.ts";

/** A flow file with a packet on a node, that expects what became of it; `undefined` where nothing can be expected. */
export function flowFileOf(answer: FlowAnswer): string | undefined {
  const { flow, node } = answer;
  const expect = expectationOf(answer);
  if (expect === undefined) return undefined;
  return `${nodeFields({ node })}flows:\n${flowEntry(packetText(flow), { ...flow, expect })}`;
}

/** The same of a packet from end to end, with its ends as they were written. */
export function flowFileBetween(answer: FlowAnswer, query: EndToEndQuery): string | undefined {
  const expect = expectationOf(answer);
  if (expect === undefined) return undefined;
  const { from, to, protocol, sourcePort, port, options } = query;
  const { icmpType, icmpCode } = answer.flow;
  const flow: EndToEndFlow = {
    from: from.text,
    to: to.text,
    ...(protocol !== undefined && { protocol: protocolName(protocol) }),
    ...(sourcePort !== undefined && { srcPort: sourcePort }),
    ...(port !== undefined && { dstPort: port }),
    ...(icmpType !== undefined && { icmpType }),
    ...(icmpCode !== undefined && { icmpCode }),
    ...(options.in !== undefined && { in: options.in }),
    ...(options.out !== undefined && { out: options.out }),
    ...(options.tcpFlags !== undefined && { tcpFlags: options.tcpFlags }),
    ...(options.established && { conntrack: "established" }),
    expect,
  };
  const of = protocol === undefined ? "" : `${protocolName(protocol)} `;
  const at = port === undefined ? "" : ` port ${port}`;
  return `flows:\n${flowEntry(`${of}${from.text} -> ${to.text}${at}`, flow)}`;
}

function expectationOf({ outcome, choices }: FlowAnswer): Flow["expect"] {
  const outcomes = choices?.map((choice) => choice.outcome) ?? [outcome];
  if (outcomes.some(({ decidedBy }) => decidedBy.kind === "not-evaluated")) return undefined;
  return commonExpectation(outcomes);
}
