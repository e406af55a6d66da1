import { hasErrors } from "../../model/diagnostic.ts";
import { type FlowSource, flowFileProblems } from "../../scenario/flow-files/flow-tests.ts";
import { readFlowSources } from "../scenario/flow-sources.ts";
import type { Io } from "../shell/io/io.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";

/**
 * The flow files of these names, for a page; reports what is wrong with them. Of a file that holds no flows the page has what is
 * wrong with it and not its text: it may be anything, a Secret also.
 */
export function readPageFlows(names: readonly string[], io: Io): readonly FlowSource[] {
  return readFlowSources(names, io).map((file): FlowSource => {
    const problems = flowFileProblems([file]);
    printDiagnostics(problems, file.source === undefined ? [] : [file.source], io);
    return hasErrors(problems) ? { name: file.name, diagnostics: problems } : file;
  });
}
