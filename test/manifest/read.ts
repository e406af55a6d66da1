import { expect } from "vitest";
import type { CheckedManifests } from "../../src/manifest/check-manifests.ts";
import { readManifests } from "../../src/manifest/manifests.ts";
import type { Purpose } from "../../src/manifest/validate.ts";
import type { Diagnostic, Span } from "../../src/model/diagnostic.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import { renderDiagnostic } from "../../src/report/findings/diagnostic-text.ts";

/** Reads one text as `f.yaml`, for Calico v3.7 unless another is given. */
export function read(text: string, purpose: Purpose = "apply", version = "v3.7"): CheckedManifests {
  return readManifests([{ name: "f.yaml", text }], { calico: calicoVersionRules(version) ?? DEFAULT_CALICO, purpose });
}

/** A diagnostic in short: `error field.unknown 9:5`. */
function short({ severity, code, span }: Diagnostic): string {
  return `${severity} ${code}${span ? ` ${span.start.line}:${span.start.column}` : ""}`;
}

/** All findings of a text, in short. */
export function findings(text: string, purpose?: Purpose, version?: string): string[] {
  return read(text, purpose, version).diagnostics.map(short);
}

/** All findings of a text as people see them. */
export function shown(text: string, purpose?: Purpose): string {
  return read(text, purpose)
    .diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, text))
    .join("\n");
}

/** A GlobalNetworkPolicy of this `spec`, in JSON's flow of YAML. */
export function policy(spec: unknown): string {
  return JSON.stringify({
    apiVersion: "projectcalico.org/v3",
    kind: "GlobalNetworkPolicy",
    metadata: { name: "p" },
    spec,
  });
}

/** A resource of any kind, named `a` unless the metadata say otherwise. */
export function resource(kind: string, spec: unknown, metadata: object = { name: "a" }): string {
  return JSON.stringify({ apiVersion: "projectcalico.org/v3", kind, metadata, spec });
}

/** The codes of the errors in one resource; each code once. */
export function codes(text: string, version?: string, purpose: Purpose = "apply"): string[] {
  const { diagnostics } = read(text, purpose, version);
  return [...new Set(diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code))];
}

/** Checks the error codes of a manifest. */
export function checkCodes(text: string, expected: readonly string[], version?: string): void {
  expect(codes(text, version)).toEqual(expected);
}

/** The offset in a text of a place's beginning. */
export function offsetOf(text: string, span: Span | undefined): number {
  const { line, column } = span?.start ?? { line: 0, column: 0 };
  const before = text.split("\n").slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}

/** The text of a host endpoint of this name, in block YAML. */
export const HEP = (name: string) =>
  `apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata:\n  name: ${name}\nspec:\n  node: node1\n  interfaceName: eth0\n`;
