import type { Diagnostic, Severity } from "../../model/diagnostic.ts";
import { goJson } from "../json.ts";
import { fileUri } from "./file-uri.ts";
import { fingerprints } from "./fingerprints.ts";

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", info: "info" };

/**
 * Findings as GitLab reads them from a report of code quality, which it shows in a merge request. Files below `folder`, where the
 * command runs, are named from there; what is in no file has a path of its own, as GitLab refuses a finding without one.
 */
export function gitlab(diagnostics: readonly Diagnostic[], folder?: string): string {
  const marks = fingerprints(diagnostics, folder);
  return goJson(
    diagnostics.map(({ severity, code, message, help, span, resource }, at) => ({
      description: help === undefined ? message : `${message} (${help})`,
      check_name: code,
      fingerprint: marks[at],
      severity: SEVERITIES[severity],
      location: {
        path: span === undefined ? (resource ?? "input") : decodeURIComponent(fileUri(span.source, folder)),
        lines: { begin: span?.start.line ?? 1 },
      },
    })),
  );
}
