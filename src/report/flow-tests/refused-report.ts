import type { Diagnostic } from "../../model/diagnostic.ts";
import type { TestFile, TestReport } from "./test-report.ts";

/** Where findings that are about no file stand. */
const INPUT = "input";

/** The report of a run in which no flow was evaluated: the files with findings. */
export function refusedReport(diagnostics: readonly Diagnostic[]): TestReport {
  const byFile = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const name = diagnostic.span?.source ?? INPUT;
    byFile.set(name, [...(byFile.get(name) ?? []), diagnostic]);
  }
  return { files: [...byFile].map(([name, problems]): TestFile => ({ name, problems, cases: [], proofs: [] })) };
}
