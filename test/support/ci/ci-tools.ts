import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Where scripts/install-ci-tools.sh puts tools. */
const FOLDER = execFileSync("bash", ["scripts/install-ci-tools.sh", "--folder"], { encoding: "utf8" }).trim();

/** The schema that Jenkins' xUnit plugin has of JUnit reports. */
const JUNIT_XSD = join(FOLDER, "junit.xsd");

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
