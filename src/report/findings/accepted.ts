import type { Diagnostic, SourceText } from "../../model/diagnostic.ts";

/** A comment that accepts findings: `# lint-accept: lint.log-only, lint.unused-set (why)`. */
const COMMENT = /#\s*lint-accept:\s*([a-z.,\s-]+)/;

/**
 * The findings without those that their file accepts: a comment on the finding's line, or on lines of comments directly above
 * it, names the code. `accepted` counts them.
 */
export function withoutAccepted<T extends Diagnostic>(
  findings: readonly T[],
  sources: readonly SourceText[],
): { readonly findings: readonly T[]; readonly accepted: number } {
  const lines = new Map(sources.map(({ name, text }) => [name, text.split(/\r?\n/)]));
  const left = findings.filter(({ code, span, severity }) => {
    const text = span && lines.get(span.source);
    return severity === "error" || !text || !codesAt(text, span.start.line - 1).has(code);
  });
  return { findings: left, accepted: findings.length - left.length };
}

/** The codes that the line, from 0, and the comments directly above it accept. */
function codesAt(lines: readonly string[], at: number): ReadonlySet<string> {
  const codes = new Set(codesOf(lines[at]));
  for (let above = at - 1; above >= 0 && /^\s*#/.test(lines[above] ?? ""); above--) {
    for (const code of codesOf(lines[above])) codes.add(code);
  }
  return codes;
}

function codesOf(line = ""): readonly string[] {
  return (
    COMMENT.exec(line)?.[1]
      ?.split(/[,\s]+/)
      .filter((code) => code !== "") ?? []
  );
}
