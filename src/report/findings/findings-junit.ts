import type { Diagnostic } from "../../model/diagnostic.ts";
import { element, xmlDocument, xmlText } from "../xml.ts";

const SUITE = "calicoctl validate";

/**
 * Resources and findings as JUnit XML: a test case a resource, and one for findings of no resource. Warnings do not fail. `errors`
 * is required by the schema of Jenkins.
 */
export function junit(resources: readonly string[], diagnostics: readonly Diagnostic[]): string {
  const byName = new Map<string, Diagnostic[]>(resources.map((name) => [name, []]));
  for (const diagnostic of diagnostics) {
    const name = diagnostic.resource ?? "input";
    byName.set(name, [...(byName.get(name) ?? []), diagnostic]);
  }
  const isFailed = (diagnostics: readonly Diagnostic[]): boolean =>
    diagnostics.some(({ severity }) => severity === "error");
  const counts = { tests: byName.size, failures: [...byName.values()].filter(isFailed).length, errors: 0 };
  const cases = [...byName].map(([name, diagnostics]) =>
    element("testcase", { classname: SUITE, name }, children(diagnostics), "    "),
  );
  const suite = element("testsuite", { name: SUITE, ...counts }, cases, "  ");
  return xmlDocument(element("testsuites", counts, [suite], ""));
}

/** A failure for each error, and the other findings as the output of the case. */
function children(diagnostics: readonly Diagnostic[]): string[] {
  const failures = diagnostics.filter(({ severity }) => severity === "error").map(failure);
  const notes = diagnostics.filter(({ severity }) => severity !== "error").map(line);
  return notes.length === 0
    ? failures
    : [...failures, element("system-out", {}, [xmlText(notes.join("\n"))], "      ")];
}

function failure(diagnostic: Diagnostic): string {
  return element(
    "failure",
    { type: diagnostic.code, message: diagnostic.message },
    [xmlText(line(diagnostic))],
    "      ",
  );
}

function line({ severity, code, message, span, help }: Diagnostic): string {
  const at = span === undefined ? "" : `${span.source}:${span.start.line}:${span.start.column}: `;
  return `${at}${severity}: ${message} [${code}]${help === undefined ? "" : `\n  ${help}`}`;
}
