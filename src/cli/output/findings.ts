import type { Diagnostic } from "../../model/diagnostic.ts";
import { printable } from "../../model/printable.ts";
import { goJson } from "../../report/json.ts";
import { VERSION } from "../release.ts";
import { STDIN } from "../sources.ts";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/** Findings as SARIF 2.1.0, which code scanning services read. */
export function sarif(diagnostics: readonly Diagnostic[]): string {
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
              artifactLocation: { uri: uri(span.source) },
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
  const driver = { name: "calicoctl", version: VERSION, rules: codes.map((id) => ({ id })) };
  return goJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  });
}

function uri(source: string): string {
  return source.split(/[\\/]/).map(encodeURIComponent).join("/");
}

/** Findings as commands that GitHub's workflows turn into annotations at the line. */
export function github(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ severity, code, message, span, help }) => {
      const level = severity === "info" ? "notice" : severity;
      const place = span !== undefined && span.source !== STDIN;
      const properties = [
        ...(place ? [`file=${property(span.source)}`, `line=${span.start.line}`, `col=${span.start.column}`] : []),
        `title=${property(code)}`,
      ];
      const at = span !== undefined && !place ? `${span.source}:${span.start.line}:${span.start.column}: ` : "";
      return `::${level} ${properties.join(",")}::${data(at + message + (help === undefined ? "" : ` (${help})`))}\n`;
    })
    .join("");
}

const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/** Resources and findings as JUnit XML: a test case a resource, and one for what belongs to none. Warnings do not fail. */
export function junit(resources: readonly string[], diagnostics: readonly Diagnostic[]): string {
  const byName = new Map<string, Diagnostic[]>(resources.map((name) => [name, []]));
  for (const diagnostic of diagnostics) {
    const name = diagnostic.resource ?? "input";
    byName.set(name, [...(byName.get(name) ?? []), diagnostic]);
  }
  const cases = [...byName].map(([name, found]) => {
    const failures = found.filter(({ severity }) => severity === "error").map(failure);
    const notes = found.filter(({ severity }) => severity !== "error").map(line);
    const out = notes.length === 0 ? "" : `      <system-out>${xml(notes.join("\n"))}</system-out>\n`;
    const inner = failures.join("") + out;
    const open = `    <testcase classname="calicoctl validate" name="${xml(name)}"`;
    return { failed: failures.length > 0, text: inner === "" ? `${open}/>\n` : `${open}>\n${inner}    </testcase>\n` };
  });
  const counts = `tests="${cases.length}" failures="${cases.filter(({ failed }) => failed).length}"`;
  const body = cases.map(({ text }) => text).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}>\n  <testsuite name="calicoctl validate" ${counts}>\n${body}  </testsuite>\n</testsuites>\n`;
}

function failure(found: Diagnostic): string {
  const attributes = `type="${xml(found.code)}" message="${xml(found.message)}"`;
  return `      <failure ${attributes}>${xml(line(found))}</failure>\n`;
}

function line({ severity, code, message, span, help }: Diagnostic): string {
  const at = span === undefined ? "" : `${span.source}:${span.start.line}:${span.start.column}: `;
  return `${at}${severity}: ${message} [${code}]${help === undefined ? "" : `\n  ${help}`}`;
}

const XML: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const xml = (text: string): string =>
  text
    .split("\n")
    .map((part) => printable(part).replace(/[&<>"]/g, (char) => XML[char] ?? char))
    .join("\n");
