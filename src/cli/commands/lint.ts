import { lint } from "../../analysis/lint/lint.ts";
import { type Diagnostic, hasErrors, isError, type SourceText, warningsAsErrors } from "../../model/diagnostic.ts";
import { isCode, unknownCodeHelp } from "../../model/diagnostic-codes.ts";
import { type Located, nameInFindings } from "../../model/resource.ts";
import { unknownAccepted, withoutAccepted } from "../../report/findings/accepted.ts";
import { goJson } from "../../report/json.ts";
import { factsOfNode } from "../../scenario/node-facts.ts";
import { findingsAsSarif, findingsForGitlab, printExplanation } from "../resources/explain/explain-code.ts";
import { checkOffline, openScenario, printRefusal, type ScenarioOptions } from "../scenario/open-scenario.ts";
import { declare, type Line } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { flag, list, number, oneOf } from "../shell/option.ts";
import {
  DATASTORE_OPTIONS,
  EXPLAIN,
  FACTS_OPTIONS,
  FILE_ARGUMENTS,
  MANIFEST_OPTIONS,
  SKIP_KIND,
  WARNINGS_AS_ERRORS,
} from "../shell/shared-options.ts";
import { EXIT, UsageError } from "../shell/usage.ts";

const FORMATS = ["text", "json", "sarif", "junit", "github", "gitlab"] as const;
type Format = (typeof FORMATS)[number];

/** `lint` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "lint",
  summary: "Find policy that does not do what it seems to",
  arguments: FILE_ARGUMENTS,
  takesFiles: "words",
  options: {
    ...MANIFEST_OPTIONS,
    offline: flag("--offline", "use the files of -f only, not the datastore"),
    output: oneOf("-o, --output <format>", "text, json, sarif, junit, github or gitlab", FORMATS),
    skip: list(
      "--skip <codes>",
      "leave out findings of these codes: lint.log-only or several with commas (repeatable)",
    ),
    maxWarnings: number(
      "--max-warnings <number>",
      "exit with 3 when there are more warnings",
      "a number from 0",
      (count) => count >= 0 && Number.isInteger(count),
    ),
    warningsAsErrors: WARNINGS_AS_ERRORS,
    skipKind: SKIP_KIND,
    explain: EXPLAIN,
    perEndpoint: flag("--per-endpoint", "also list rules that nothing comes to at some of their endpoints only"),
    ...FACTS_OPTIONS,
    ...DATASTORE_OPTIONS,
  },
  notes: [`A comment \`# lint-accept: CODE\` on the line of a finding, or on the lines directly above it, accepts it.`],
  exits: {
    1: "a resource is invalid or cannot be read, or a warning with --warnings-as-errors",
    3: "more warnings than --max-warnings allows, or something could not be proved",
  },
  examples: [
    { line: "calicoctl lint", shows: "what the datastore holds" },
    { line: "calicoctl lint -f policies/", shows: "what it would hold if policies/ were applied" },
    {
      line: "calicoctl lint -f policies/ --offline -o github --max-warnings 0",
      shows: "the files alone, as annotations of a GitHub workflow",
    },
  ],
});

/** What `lint` looks at, and how it prints what it finds. */
export interface LintCommandOptions {
  readonly scenario: ScenarioOptions;
  readonly format: Format;
  /** Whether rules that are dead at some of their endpoints are listed. */
  readonly perEndpoint: boolean;
  /** The code that is explained, instead of all else. */
  readonly explain: string | undefined;
  /** The codes of findings that are left out. */
  readonly skip: ReadonlySet<string>;
  /** With more warnings the exit code is 3; absent: any number will do. */
  readonly maxWarnings: number | undefined;
  readonly warningsAsErrors: boolean;
}

/** The options of `lint`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ options }: Line<typeof declaration.options>): LintCommandOptions {
  checkOffline(options);
  const { output: format = "text", skip, maxWarnings, perEndpoint, warningsAsErrors, explain } = options;
  const codes = skip.flatMap((value) => value.split(",")).filter((code) => code !== "");
  const unknown = codes.find((code) => !isCode(code));
  if (unknown !== undefined)
    throw new UsageError(`--skip: no finding has the code \`${unknown}\``, unknownCodeHelp(unknown));
  const scenario = { ...options, skipKinds: options.skipKind };
  return { ...{ scenario, format, maxWarnings, perEndpoint, warningsAsErrors, explain }, skip: new Set(codes) };
}

/** `lint`: what is wrong with valid policy, on the datastore's resources with `-f` laid over them (`--offline`: the files alone). */
export async function run(options: LintCommandOptions, context: CommandContext): Promise<number> {
  if (options.explain !== undefined) return printExplanation(options.explain, context.io);
  const { format, skip, perEndpoint, maxWarnings = Number.POSITIVE_INFINITY } = options;
  const opened = await openScenario(options.scenario, context);
  if (!opened.ok) {
    const { refusal } = opened;
    if (refusal === undefined || format === "text") return printRefusal(refusal, context.io);
    await print(format, { ...refusal, resources: [], fails: isError }, context);
    return EXIT.failed;
  }
  const { world, resources, isWhole, saved, diagnostics, sources } = opened.scenario;
  // What a cluster makes of Services is the same on its nodes, but for backends: a few nodes show which ports are translated.
  const nodes = new Set([...saved.byNode.keys(), ...[...world.hostEndpoints.keys()].slice(0, 10)]);
  const translations = [...nodes].flatMap((node) => factsOfNode(saved, node).dnat ?? []);
  const isKept = ({ code, severity }: Diagnostic) => severity === "error" || !skip.has(code);
  const found = [...diagnostics, ...unknownAccepted(sources), ...lint({ world, isWhole, perEndpoint, translations })];
  const all = found.filter(isKept);
  const { findings: left, accepted } = withoutAccepted(all, sources);
  const findings = options.warningsAsErrors ? warningsAsErrors(left) : left;
  const isTooMany = countOf(findings, "warning") > maxWarnings;
  const isUnmet = ({ code, severity }: Diagnostic): boolean =>
    code === "lint.not-proved" || (isTooMany && severity === "warning");
  const fails = (one: Diagnostic): boolean => isError(one) || isUnmet(one);
  await print(format, { diagnostics: findings, sources, accepted, resources, fails }, context);
  if (hasErrors(findings)) return EXIT.failed;
  return findings.some(isUnmet) ? EXIT.unmet : EXIT.ok;
}

interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
  /** How many findings their files accept. */
  readonly accepted?: number;
  /** What was looked at. */
  readonly resources: readonly Located[];
  /** Whether a finding makes the command fail. */
  readonly fails: (diagnostic: Diagnostic) => boolean;
}

async function print(format: Format, findings: Findings, { io }: CommandContext) {
  const { diagnostics, sources, accepted = 0, resources, fails } = findings;
  switch (format) {
    case "json":
      io.stdout.writeData(goJson({ findings: diagnostics, accepted }));
      return;
    case "sarif":
      io.stdout.writeData(await findingsAsSarif(diagnostics));
      return;
    case "junit": {
      const { junit } = await import("../../report/findings/findings-junit.ts");
      const names = resources.map(({ resource }) => nameInFindings(resource));
      io.stdout.writeData(junit({ command: "calicoctl lint", fails }, names, diagnostics));
      return;
    }
    case "github":
      io.stdout.writeData((await import("../../report/findings/github.ts")).github(diagnostics));
      return;
    case "gitlab":
      io.stdout.writeData(await findingsForGitlab(diagnostics));
      return;
    case "text":
      printDiagnostics(diagnostics, sources, io);
      io.stdout.write(`${summary(diagnostics, accepted)}\n`);
  }
}

/** `2 warnings, 1 note; 1 accepted`. */
function summary(diagnostics: readonly Diagnostic[], accepted: number): string {
  const parts = (
    [
      ["error", "error"],
      ["warning", "warning"],
      ["info", "note"],
    ] as const
  ).flatMap(([severity, word]) => {
    const count = countOf(diagnostics, severity);
    return count === 0 ? [] : [`${count} ${word}${count === 1 ? "" : "s"}`];
  });
  return `${parts.length === 0 ? "no findings" : parts.join(", ")}${accepted === 0 ? "" : `; ${accepted} accepted`}`;
}

function countOf(diagnostics: readonly Diagnostic[], severity: Diagnostic["severity"]): number {
  return diagnostics.filter((one) => one.severity === severity).length;
}
