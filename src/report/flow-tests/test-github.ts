import { type Annotation, annotations, github } from "../findings/github.ts";
import { mutantCases } from "../suites/mutation-cases.ts";
import { proofDecider, proofMessage, proofName } from "./proof-text.ts";
import {
  belowThresholdText,
  caseName,
  failureText,
  messageOf,
  type TestCase,
  type TestProof,
  type TestReport,
  targetText,
} from "./test-report.ts";

/**
 * A run of flow tests as commands that GitHub's workflows turn into annotations: an error at the line of each flow and assertion
 * that failed, and at the rule of each mutant that no test notices; a notice at what no flow reaches, where coverage was asked for.
 */
export function testGithub(report: TestReport): string {
  const { files, coverage, mutation } = report;
  const below = belowThresholdText(report);
  return [
    github(files.flatMap(({ problems }) => problems)),
    annotations([
      ...files.flatMap(({ cases, proofs }) => [...cases.flatMap(ofCase), ...proofs.flatMap(ofProof)]),
      ...(below === undefined ? [] : [error("coverage", below)]),
      ...(coverage?.unreached ?? []).map((target): Annotation => {
        const message = `no flow reaches ${targetText(target)}`;
        return { severity: "info", title: "not reached", message, span: target.span };
      }),
      ...(mutation ? mutantCases(mutation) : []).flatMap(({ mutant, result, message, entry }) =>
        result === "failed"
          ? [
              error(
                mutant.text,
                entry === undefined ? message : `${message}; a flow that would:\n${entry}`,
                mutant.span,
              ),
            ]
          : [],
      ),
    ]),
  ].join("");
}

function ofCase(one: TestCase): Annotation[] {
  const title = caseName(one);
  if (one.result === "error") return [error(title, messageOf(one), one.span)];
  if (one.result !== "failed") return [];
  return [error(title, lines(failureText(one), one.difference ?? ""), one.span)];
}

function ofProof(proof: TestProof): Annotation[] {
  if (proof.result === "passed") return [];
  return [error(proofName(proof), lines(proofMessage(proof), proofDecider(proof)), proof.span)];
}

function error(title: string, message: string, span?: Annotation["span"]): Annotation {
  return { severity: "error", title, message, span };
}

function lines(...all: readonly string[]): string {
  return all.filter((line) => line !== "").join("\n");
}
