import type { Diagnostic, Span, TextEdit } from "../../model/diagnostic.ts";
import { goJson } from "../json.ts";
import { fileUri } from "./file-uri.ts";
import { fingerprints } from "./fingerprints.ts";
import { type RuleText, sarifRule } from "./sarif-rule.ts";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/** The tool that found something: its release, its home page, what its codes mean and where a page about each is. */
export interface SarifTool {
  readonly version: string;
  readonly homePage?: string;
  readonly texts?: Readonly<Record<string, RuleText>>;
  readonly pageOf?: (code: string) => string;
}

/**
 * Findings as SARIF 2.1.0, with what GitHub's code scanning requires. Files below `folder`, where the command runs, are named
 * from there: it is the root of a checkout. What is about no file or resource, such as a file that cannot be read, is no
 * result, as GitHub refuses results without a place, but a notification of the run.
 */
export function sarif(diagnostics: readonly Diagnostic[], tool: SarifTool, folder?: string): string {
  const placed = diagnostics.filter(isPlaced);
  const others = diagnostics.filter((one) => !isPlaced(one));
  const marks = fingerprints(placed, folder);
  const codes = codesOf(placed);
  const notices = codesOf(others);
  const driver = {
    name: "calicoctl",
    version: tool.version,
    ...(tool.homePage !== undefined && { informationUri: tool.homePage }),
    rules: codes.map((code) => ruleOf(code, tool)),
    ...(notices.length > 0 && { notifications: notices.map((code) => ruleOf(code, tool)) }),
  };
  const results = placed.map((one, at) => ({
    ruleId: one.code,
    ruleIndex: codes.indexOf(one.code),
    level: LEVELS[one.severity],
    message: { text: messageText(one) },
    locations: [location(one, folder)],
    partialFingerprints: { "finding/v1": marks[at] },
    ...(one.fix !== undefined && { fixes: [fixOf(one.fix, one.help, folder)] }),
  }));
  return goJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver },
        ...(others.length > 0 && { invocations: [invocation(others, notices)] }),
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  });
}

function isPlaced({ span, resource }: Diagnostic): boolean {
  return span !== undefined || resource !== undefined;
}

function codesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return [...new Set(diagnostics.map(({ code }) => code))];
}

function ruleOf(code: string, { texts = {}, pageOf }: SarifTool) {
  const text = Object.hasOwn(texts, code) ? texts[code] : undefined;
  return sarifRule(code, text, text && pageOf?.(code));
}

/** Where a finding is. A resource of the datastore, which no file has, gets a path of its own: `datastore/HostEndpoint/a`. */
function location({ span, resource = "" }: Diagnostic, folder?: string) {
  const path = `datastore/${resource.split(" ").join("/")}`;
  const physicalLocation =
    span === undefined
      ? { artifactLocation: { uri: fileUri(path) }, region: { startLine: 1 } }
      : {
          artifactLocation: { uri: fileUri(span.source, folder) },
          region: regionOf(span),
        };
  const logicalLocations = [{ fullyQualifiedName: resource, kind: "resource" }];
  return { physicalLocation, ...(resource !== "" && { logicalLocations }) };
}

function regionOf({ start, end }: Span) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** A fix as a change of one file; without content the region is only deleted, and an empty region is where content is inserted. */
function fixOf({ span, text }: TextEdit, help: string | undefined, folder?: string) {
  const replacement = { deletedRegion: regionOf(span), ...(text !== "" && { insertedContent: { text } }) };
  const change = { artifactLocation: { uri: fileUri(span.source, folder) }, replacements: [replacement] };
  return { ...(help !== undefined && { description: { text: asText(help) } }), artifactChanges: [change] };
}

function invocation(diagnostics: readonly Diagnostic[], codes: readonly string[]) {
  return {
    executionSuccessful: !diagnostics.some(({ severity }) => severity === "error"),
    toolExecutionNotifications: diagnostics.map((one) => ({
      descriptor: { id: one.code, index: codes.indexOf(one.code) },
      level: LEVELS[one.severity],
      message: { text: messageText(one) },
    })),
  };
}

/** The message and what to do. */
function messageText({ message, help }: Diagnostic): string {
  return asText(help === undefined ? message : `${message} (${help})`);
}

/** A text in which nothing is a link: in SARIF `[text](target)` is one, which no name of a resource is to be. */
function asText(text: string): string {
  return text.replaceAll("](", "] (");
}
