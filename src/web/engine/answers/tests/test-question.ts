import { type EndToEndFlow, type Flow, isEndToEndFlow } from "../../../../model/flow.ts";
import type { TestCase, TestFile } from "../../../../report/flow-tests/test-report.ts";
import { readFlowFile } from "../../../../traffic/flow-file.ts";
import type { PageData } from "../../page-data.ts";

/** A packet of a flow file as it can be asked about without the file: on a node, or between two ends. */
export type TestQuestion = { readonly flow: Flow; readonly node: string } | { readonly between: EndToEndFlow };

/** How the packet of a flow of a file is asked about; `undefined` where the file has no such flow. */
export function testQuestion(
  file: TestFile,
  one: TestCase,
  { flows = [] }: Pick<PageData, "flows">,
): TestQuestion | undefined {
  const source = flows.find(({ name }) => name === file.name)?.source;
  if (source === undefined) return undefined;
  const { file: read, forget } = readFlowFile(source);
  forget();
  const flow = read?.flows[one.number - 1];
  if (flow === undefined) return undefined;
  // A Service may say the protocol.
  return isEndToEndFlow(flow)
    ? { between: { ...flow, protocol: flow.protocol ?? one.answer.flow.protocol } }
    : { flow, node: one.answer.node };
}
