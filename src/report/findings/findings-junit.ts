import type { Diagnostic } from "../../model/diagnostic.ts";
import { type JunitCase, junitXml } from "../junit.ts";

const SUITE = "calicoctl validate";

/** Resources and findings as JUnit XML: a test case a resource, and one for findings of no resource. Warnings do not fail. */
export function junit(resources: readonly string[], diagnostics: readonly Diagnostic[]): string {
  const byName = new Map<string, Diagnostic[]>(resources.map((name) => [name, []]));
  for (const diagnostic of diagnostics) {
    const name = diagnostic.resource ?? "input";
    byName.set(name, [...(byName.get(name) ?? []), diagnostic]);
  }
  const cases = [...byName].map(([name, found]) => resourceCase(name, found));
  return junitXml(SUITE, [{ name: SUITE, cases }]);
}

/** A failure for each error, and the other findings as the output of the case. */
function resourceCase(name: string, diagnostics: readonly Diagnostic[]): JunitCase {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const notes = diagnostics.filter(({ severity }) => severity !== "error").map(line);
  return {
    name,
    classname: SUITE,
    failures: errors.map((error) => ({ message: error.message, type: error.code, text: line(error) })),
    ...(notes.length > 0 && { output: notes.join("\n") }),
  };
}

function line({ severity, code, message, span, help }: Diagnostic): string {
  const at = span === undefined ? "" : `${span.source}:${span.start.line}:${span.start.column}: `;
  return `${at}${severity}: ${message} [${code}]${help === undefined ? "" : `\n  ${help}`}`;
}
