import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { tmpFolder } from "../tmp.ts";

/** Where scripts/install-ci-tools.sh puts tools. */
const FOLDER = execFileSync("bash", ["scripts/install-ci-tools.sh", "--folder"], { encoding: "utf8" }).trim();

/** The schema that Jenkins' xUnit plugin has of JUnit reports. */
const JUNIT_XSD = join(FOLDER, "junit.xsd");
/** Microsoft's validator of SARIF, which knows the schema and what GitHub's code scanning requires. */
const SARIF_MULTITOOL = join(FOLDER, "sarif/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool");
/** It has the schemas that are published for files of CI services. */
const CHECK_JSONSCHEMA = join(FOLDER, "check-jsonschema/bin/check-jsonschema");
/** A linter of Dockerfiles. */
const HADOLINT = join(FOLDER, "hadolint/bin/hadolint");

/** What stands in the way of a test with a real tool; `why` is added to its name. */
export interface Missing {
  readonly isMissing: boolean;
  readonly why: string;
}

function needs(...files: readonly string[]): Missing {
  const isMissing = !files.every((file) => existsSync(file));
  const why = " [skipped: not installed by scripts/install-ci-tools.sh, as FULL_TESTS=1 npm test does]";
  return { isMissing, why: isMissing ? why : "" };
}

/** Whether `jenkinsProblems` can be used. */
export const needsXsd: Missing =
  spawnSync("xmllint", ["--version"]).status === 0
    ? needs(JUNIT_XSD)
    : { isMissing: true, why: " [skipped: no xmllint]" };

/** What Jenkins' schema finds wrong with a JUnit report, as xmllint prints it; empty for a valid one. */
export function jenkinsProblems(xml: string): string {
  const { status, stderr } = spawnSync("xmllint", ["--noout", "--nonet", "--schema", JUNIT_XSD, "-"], {
    input: xml,
    encoding: "utf8",
  });
  return status === 0 ? "" : stderr;
}

/** Whether `sarifProblems` can be used. */
export const needsSarif: Missing = needs(SARIF_MULTITOOL);

/** The errors and warnings of Microsoft's validator about a SARIF log, a line each, by SARIF's rules and GitHub's. */
export function sarifProblems(log: string): readonly string[] {
  const folder = tmpFolder({ "log.sarif": log });
  const words = [
    "validate",
    "log.sarif",
    "--rule-kind",
    "Sarif;Ghas",
    "--level",
    "Error;Warning",
    "--output",
    "out.sarif",
  ];
  // It runs on .NET, which would otherwise need the libraries of ICU.
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" };
  const { stdout, stderr } = spawnSync(SARIF_MULTITOOL, words, { cwd: folder, env, encoding: "utf8" });
  if (!stdout.includes("Analysis completed successfully")) return [`no validation: ${stdout}${stderr}`];
  return stdout.split("\n").filter((line) => /: (?:error|warning) /.test(line));
}

/** A release of pre-commit: the oldest that is supported, or the newest. */
export type PreCommitRelease = "oldest" | "newest";

/** The program of a release of pre-commit, whether it is there or not. */
export function preCommit(release: PreCommitRelease): string {
  return join(FOLDER, `pre-commit-${release}/bin/pre-commit`);
}

/** Whether both releases can be run. */
export const needsPreCommit: Missing = needs(preCommit("oldest"), preCommit("newest"));

/** Whether `schemaProblems` can be used. */
export const needsSchemas: Missing = needs(CHECK_JSONSCHEMA);

/** What is wrong with a YAML file of a CI service by the schema that is published for such files; empty for a valid one. */
export function schemaProblems(kind: "github-actions" | "github-workflows" | "gitlab-ci", text: string): string {
  const folder = tmpFolder({ "file.yaml": text });
  const words = ["--builtin-schema", `vendor.${kind}`, "--color", "never", join(folder, "file.yaml")];
  // GitLab's own tags, such as !reference, are no YAML without this.
  if (kind === "gitlab-ci") words.unshift("--data-transform", "gitlab-ci");
  const { status, stdout, stderr } = spawnSync(CHECK_JSONSCHEMA, words, { encoding: "utf8" });
  return status === 0 ? "" : stdout + stderr;
}

/** Whether `hadolintProblems` can be used. */
export const needsHadolint: Missing = needs(HADOLINT);

/** What a linter finds wrong with a Dockerfile; empty where it is nothing. */
export function hadolintProblems(text: string): string {
  const { status, stdout, stderr } = spawnSync(HADOLINT, ["--no-color", "-"], { input: text, encoding: "utf8" });
  return status === 0 ? "" : stdout + stderr;
}
