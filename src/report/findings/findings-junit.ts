import type { Diagnostic } from "../../model/diagnostic.ts";
import { type JunitCase, junitXml } from "../junit.ts";

/** The command that reports, as the name of the suite and of the class of its cases, and which of its findings fail. */
export interface FindingsSuite {
  readonly command: string;
  readonly fails: (diagnostic: Diagnostic) => boolean;
}

/** Resources and findings as JUnit XML: a test case a resource, and one for findings of no resource. */
export function junit(suite: FindingsSuite, resources: readonly string[], diagnostics: readonly Diagnostic[]): string {
  const byName = new Map<string, Diagnostic[]>(resources.map((name) => [name, []]));
  for (const diagnostic of diagnostics) {
    const name = diagnostic.resource ?? "input";
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [diagnostic]);
    else known.push(diagnostic);
  }
  const cases = [...byName].map(([name, findings]) => resourceCase(suite, name, findings));
  return junitXml(suite.command, [{ name: suite.command, cases }]);
}

/** The findings that fail as failures, and the others as the output of the case. */
function resourceCase({ command, fails }: FindingsSuite, name: string, diagnostics: readonly Diagnostic[]): JunitCase {
  const failures = diagnostics.filter(fails);
  const notes = diagnostics.filter((one) => !fails(one)).map(line);
  return {
    name,
    classname: command,
    failures: failures.map((one) => ({ message: one.message, type: one.code, text: line(one) })),
    ...(notes.length > 0 && { output: notes.join("\n") }),
  };
}

function line({ severity, code, message, span, help }: Diagnostic): string {
  const at = span === undefined ? "" : `${span.source}:${span.start.line}:${span.start.column}: `;
  return `${at}${severity}: ${message} [${code}]${help === undefined ? "" : `\n  ${help}`}`;
}
