import { type Diagnostic, hasErrors } from "../../model/diagnostic.ts";
import type { EndToEndAnswer, FlowAnswer } from "../../report/outcomes/answer.ts";
import type { FlowFileQuery, Query } from "../../scenario/flow/query.ts";
import { answerFileFlow } from "../../scenario/flow-files/file-answer.ts";
import { flowsOfFile } from "../../scenario/flow-files/flow-file-flows.ts";
import { mergedFacts } from "../../scenario/node-facts.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { readFlowFile } from "../../traffic/flow-file.ts";
import type { CommandContext } from "../shell/context.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { readSource } from "../shell/io/sources.ts";
import { UsageError } from "../shell/usage.ts";

/** The findings about a file's assertions, which are not flows. */
const NOT_PROVED_HERE: Diagnostic = {
  severity: "warning",
  code: "flow.assertion",
  message: "`forbid` and `permit` of this file are passed over: nothing is proved here",
  help: "`calicoctl test` proves them",
};

/** The answers to the flows of a flow file; `undefined` where they cannot be read or found, which has been reported. */
export function answersOfFile(
  scenario: Scenario,
  query: Query & FlowFileQuery,
  { io, namespace }: CommandContext,
): readonly (FlowAnswer | EndToEndAnswer)[] | undefined {
  const { sources, diagnostics } = readSource(query.file, io);
  const [source] = sources;
  const read = source === undefined ? undefined : readFlowFile(source);
  const { forbid = [], permit = [] } = read?.file ?? {};
  const assertions: Diagnostic[] = forbid.length + permit.length > 0 ? [NOT_PROVED_HERE] : [];
  const all = [...diagnostics, ...(read?.diagnostics ?? []), ...assertions];
  printDiagnostics(all, sources, io);
  if (read?.file === undefined || hasErrors(all)) return undefined;
  const { node } = query;
  if (node !== undefined && read.file.node !== undefined && read.file.node !== node) {
    throw new UsageError(`--node ${node} is not the node of the file, \`${read.file.node}\``, "leave one of them out");
  }
  const file = { ...read.file, ...mergedFacts(query.facts, read.file) };
  const { flows, diagnostics: unknown } = flowsOfFile(scenario, file, read.locate, node);
  const answers = unknown.length === 0 ? flows.map((flow) => answerFileFlow(scenario, flow, namespace)) : [];
  const open = [...unknown, ...answers.flatMap((one) => (one.ok ? [] : [one.diagnostic]))];
  printDiagnostics(open, sources, io);
  return open.length === 0 ? answers.flatMap((one) => (one.ok ? [one.answer] : [])) : undefined;
}
