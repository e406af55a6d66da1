import type { Diagnostic } from "../../model/diagnostic.ts";
import { protocolNumberInAnyCase } from "../../model/net/protocol.ts";
import type { EndToEndAnswer, FlowAnswer } from "../../report/outcomes/answer.ts";
import { answerEndToEnd } from "../end-to-end/answer-end-to-end.ts";
import { queryBetween } from "../end-to-end/end-to-end-args.ts";
import { answerFlow } from "../flow/evaluate-flow.ts";
import type { EndToEndFlowToEvaluate, FlowPlace } from "../flow/flow-to-evaluate.ts";
import { RequestError } from "../request-error.ts";
import type { Scenario } from "../scenario.ts";
import type { FileFlow } from "./flow-file-flows.ts";

/** The answer to a flow of a file, or why it has none. */
export type FileAnswer =
  | { readonly ok: true; readonly answer: FlowAnswer | EndToEndAnswer; readonly place: FlowPlace }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/** Answers a flow of a file; objects of Kubernetes that it names without a namespace are in the given one. */
export function answerFileFlow(scenario: Scenario, flow: FileFlow, namespace: string | undefined): FileAnswer {
  const { place } = flow;
  if (!("endToEnd" in flow)) return { ok: true, answer: answerFlow(scenario, flow), place };
  try {
    return { ok: true, answer: answerBetween(scenario, flow, namespace), place };
  } catch (thrown) {
    if (!(thrown instanceof RequestError)) throw thrown;
    return { ok: false, diagnostic: problemOf(thrown, place) };
  }
}

function answerBetween(
  scenario: Scenario,
  { endToEnd, node, facts }: EndToEndFlowToEvaluate,
  namespace: string | undefined,
): EndToEndAnswer {
  const { name, from, to, srcPort, dstPort, in: inInterface, out, icmpType, icmpCode, tcpFlags, conntrack } = endToEnd;
  const protocol = endToEnd.protocol === undefined ? undefined : protocolNumberInAnyCase(endToEnd.protocol);
  if (endToEnd.protocol !== undefined && protocol === undefined)
    throw new RequestError(
      `invalid protocol \`${endToEnd.protocol}\``,
      "write a name (TCP), or a number from 1 to 255",
    );
  const query = queryBetween(
    { from, to, namespace },
    {
      ...{ protocol, sourcePort: srcPort, port: dstPort, expect: endToEnd.expect },
      options: {
        ...{ in: inInterface, out, tcpFlags, established: conntrack === "established" },
        icmp: icmpType === undefined ? undefined : `${icmpType}/${icmpCode ?? 0}`,
      },
    },
  );
  const answer = answerEndToEnd(scenario, { ...query, node, facts });
  return { ...answer, flow: { ...answer.flow, ...(name !== undefined && { name }) } };
}

/** What is wrong with a flow, at the field that the help is about, with help that can be written there. */
function problemOf({ message, help }: RequestError, { span }: FlowPlace): Diagnostic {
  const [, field = ""] = /--(from|to|in|out|node) /.exec(help ?? "") ?? [];
  const written = help?.replaceAll(/--(from|to|in|out|node) (\S+)/g, "`$1: $2`");
  const path = field === "node" ? "" : field;
  return {
    ...{ severity: "error", code: "flow.end", message: message.replaceAll("--", ""), span: span(path) },
    ...(written !== undefined && { help: written }),
  };
}
