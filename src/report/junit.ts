import { type Attributes, element, xmlDocument, xmlText } from "./xml.ts";

/** Why a test did not pass. `text` says more than `message`, over several lines. */
export interface JunitProblem {
  readonly message: string;
  /** What kind of problem it is: the code of a finding, `expectation`. */
  readonly type: string;
  readonly text?: string;
}

/** One test: it passed unless it has failures, an error, or was skipped. */
export interface JunitCase {
  readonly name: string;
  readonly classname: string;
  readonly failures?: readonly JunitProblem[];
  /** The test could not be run. */
  readonly error?: JunitProblem;
  /** Why it was not run. */
  readonly skipped?: string;
  readonly output?: string;
}

/** The tests of one file, or of one thing that is tested. */
export interface JunitSuite {
  readonly name: string;
  readonly file?: string;
  readonly cases: readonly JunitCase[];
}

/**
 * Suites as JUnit XML, as the schema of Jenkins' xUnit plugin has it: counts are of cases, `skipped` stands at a suite
 * only, and a case has a name and a class name and no place, which therefore belongs into its texts.
 */
export function junitXml(name: string, suites: readonly JunitSuite[]): string {
  const { skipped: _, ...sums } = counts(suites.flatMap(({ cases }) => cases));
  return xmlDocument(element("testsuites", { name, ...sums }, suites.map(suiteElement), ""));
}

function suiteElement({ name, file, cases }: JunitSuite): string {
  const attributes = { name, ...counts(cases), ...(file !== undefined && { file }) };
  return element("testsuite", attributes, cases.map(caseElement), "  ");
}

function counts(cases: readonly JunitCase[]) {
  return {
    tests: cases.length,
    failures: cases.filter(({ failures = [] }) => failures.length > 0).length,
    errors: cases.filter(({ error }) => error !== undefined).length,
    skipped: cases.filter(({ skipped }) => skipped !== undefined).length,
  };
}

function caseElement({ name, classname, failures = [], error, skipped, output }: JunitCase): string {
  const children = [
    ...failures.map((failure) => problemElement("failure", failure)),
    ...(error === undefined ? [] : [problemElement("error", error)]),
    ...(skipped === undefined ? [] : [child("skipped", { message: skipped })]),
    ...(output === undefined ? [] : [child("system-out", {}, output)]),
  ];
  return element("testcase", { name, classname }, children, "    ");
}

function problemElement(name: "failure" | "error", { message, type, text }: JunitProblem): string {
  return child(name, { message, type }, text);
}

function child(name: string, attributes: Attributes, text = ""): string {
  return element(name, attributes, text === "" ? [] : [xmlText(text)], "      ");
}
