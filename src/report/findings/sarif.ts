import type { Diagnostic } from "../../model/diagnostic.ts";
import { goJson } from "../json.ts";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/** What a code means, and what to do. */
interface RuleText {
  readonly what: string;
  readonly remedy: string;
}

/**
 * Findings as SARIF 2.1.0, which code scanning services read; `version` is the release of this tool, `texts` what codes mean.
 * Files below `folder`, where the command runs, are named from there, as services ask: it is the root of a checkout.
 */
export function sarif(
  diagnostics: readonly Diagnostic[],
  version: string,
  texts: Readonly<Record<string, RuleText>> = {},
  folder?: string,
): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))];
  const results = diagnostics.map(({ code, severity, span, help, resource, message }) => ({
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: help === undefined ? message : `${message} (${help})` },
    ...((span || resource) && {
      locations: [
        {
          ...(span && {
            physicalLocation: {
              artifactLocation: { uri: uri(span.source, folder) },
              region: {
                startLine: span.start.line,
                startColumn: span.start.column,
                endLine: span.end.line,
                endColumn: span.end.column,
              },
            },
          }),
          ...(resource !== undefined && { logicalLocations: [{ fullyQualifiedName: resource, kind: "resource" }] }),
        },
      ],
    }),
  }));
  const driver = { name: "calicoctl", version, rules: codes.map((id) => rule(id, texts[id])) };
  return goJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  });
}

function rule(id: string, text: RuleText | undefined) {
  if (text === undefined) return { id };
  const help = `What to do: ${text.remedy}.\n\ncalicoctl explain ${id}`;
  return { id, shortDescription: { text: text.what }, fullDescription: { text: text.what }, help: { text: help } };
}

function uri(source: string, folder?: string): string {
  const parts = (path: string) =>
    path
      .replace(/\p{Surrogate}/gu, "\ufffd")
      .split(/[\\/]/)
      .map(encodeURIComponent);
  const path = parts(source)
    .join("/")
    .replace(/^(?:\.\/+)+/, "");
  const root = folder === undefined ? undefined : `${parts(folder).join("/")}/`;
  if (root !== undefined && path.startsWith(root)) return path.slice(root.length);
  return path.startsWith("/") ? `file://${path}` : path;
}
