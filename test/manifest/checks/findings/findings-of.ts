import { describe, expect, test } from "vitest";
import { read, resource } from "../../read.ts";

/**
 * The findings of one resource, a line each: `code path at POINTED: message (help)`, where POINTED is the stretch of
 * the manifest that people are shown. The manifest is one line of text, as `resource` of `read.ts` makes it.
 */
export function findingsOf(text: string, version?: string): string[] {
  return read(text, "apply", version).diagnostics.map(({ code, path, span, message, help }) => {
    const pointed = span ? ` at ${text.slice(span.start.column - 1, span.end.column - 1)}` : "";
    return `${code} ${path ?? ""}${pointed}: ${message}${help === undefined ? "" : ` (${help})`}`;
  });
}

/**
 * A kind, the least spec that is refused, one next to it that is accepted, and all findings of the first, a line each;
 * for Calico v3.7 and a resource named `a` unless the row says otherwise.
 */
export type FindingsCase = readonly [
  kind: string,
  bad: object,
  good: object,
  findings: string,
  version?: string,
  metadata?: object,
];

/** Declares a test for each row of a table of findings. */
export function testFindings(title: string, cases: readonly FindingsCase[]): void {
  describe(title, () => {
    test.each(cases.map((each) => [...each] as const))("%s %j", (kind, bad, good, findings, version, metadata) => {
      expect(findingsOf(resource(kind, bad, metadata), version)).toEqual(findings.split("\n"));
      expect(findingsOf(resource(kind, good, metadata), version)).toEqual([]);
    });
  });
}
