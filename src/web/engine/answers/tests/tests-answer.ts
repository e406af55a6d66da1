import type { Diagnostic, Span } from "../../../../model/diagnostic.ts";
import { proofGot, proofMessage, proofName, scopeText } from "../../../../report/flow-tests/proof-text.ts";
import {
  actualText,
  type Counts,
  caseName,
  counts,
  countsText,
  expectedText,
  messageOf,
  type TestCase,
  type TestFile,
  type TestProof,
} from "../../../../report/flow-tests/test-report.ts";
import { packetText } from "../../../../report/outcomes/outcome-text.ts";
import { RequestError } from "../../../../scenario/request-error.ts";
import type { Scenario } from "../../../../scenario/scenario.ts";
import type { PageData } from "../../page-data.ts";
import { type Decision, decisionOf, type PacketAnswer, packetAnswer } from "../packet-answer.ts";
import { testFiles } from "./run-tests.ts";
import { type TestQuestion, testQuestion } from "./test-question.ts";

/** The flow files of a page, tested. */
export interface TestsAnswer {
  readonly counts: Counts;
  /** The counts in words: `5 passed, 1 failed`. */
  readonly text: string;
  readonly files: readonly TestedFile[];
}

/** One flow file, tested. */
export interface TestedFile {
  readonly name: string;
  readonly text: string;
  /** What is wrong with the file, or with flows that have no row. */
  readonly problems: readonly Diagnostic[];
  readonly rows: readonly TestRow[];
}

/** One flow or assertion of a flow file, and what came of it. */
export interface TestRow {
  /** Where in the file it is: a flow, or an assertion about all packets of a kind. */
  readonly list: "flows" | TestProof["list"];
  /** Its number in its list, from 1. */
  readonly number: number;
  readonly name: string;
  readonly place: Span;
  /** The packet in a line; of an assertion what it is about. */
  readonly packet: string;
  /** Empty where nothing is expected. */
  readonly expected: string;
  readonly got: string;
  readonly result: TestCase["result"] | TestProof["result"];
  /** What decided the packet, or the one that refutes an assertion; absent where there is none. */
  readonly decidedBy?: Decision;
  /** Why it failed, or has no result. */
  readonly message?: string;
  /** Of a failed flow: the first reason why what was expected to decide did not. */
  readonly difference?: string;
  /** Whether there is a packet whose path can be shown. */
  readonly hasPath: boolean;
}

/** The packet of one flow of a flow file, or the one that refutes an assertion of it. */
export interface TestedQuestion {
  readonly kind: "tested";
  readonly file: string;
  readonly list: TestRow["list"];
  readonly number: number;
}

/** The packet of a row with its path. */
export interface TestedAnswer extends PacketAnswer {
  /** How to ask about it without its file. */
  readonly ask?: TestQuestion;
  /** Whether the file states facts of nodes: without it the packet may end otherwise. */
  readonly hasFacts: boolean;
}

/** Tests the flow files of a page. */
export function testsAnswer(scenario: Scenario, data: PageData): TestsAnswer {
  const files = testFiles(scenario, data);
  const sums = counts(files);
  return { counts: sums, text: countsText(sums), files: files.map(fileOf) };
}

/** The packet of a row, with its path; throws `RequestError` where there is none. */
export function answerTested(scenario: Scenario, question: TestedQuestion, data: PageData): TestedAnswer {
  const { file: name, list, number } = question;
  const file = testFiles(scenario, data).find((one) => one.name === name);
  if (file === undefined) throw new RequestError(`the page has no flow file \`${name}\``);
  const hasFacts = file.facts !== undefined && file.facts.length > 0;
  if (list === "flows") {
    const flow = file.cases.find((one) => one.number === number);
    if (flow === undefined) throw noPacket(question);
    const ask = testQuestion(file, flow, data);
    return { ...packetAnswer(flow.answer), hasFacts, ...(ask && { ask }) };
  }
  const witness = file.proofs.find((one) => one.list === list && one.number === number)?.witness;
  if (witness === undefined) throw noPacket(question);
  return { ...packetAnswer(witness), hasFacts, ask: { flow: witness.flow, node: witness.node } };
}

const noPacket = ({ file, list, number }: TestedQuestion): RequestError =>
  new RequestError(`\`${file}\` has no packet of ${list} ${number}`);

function fileOf(file: TestFile): TestedFile {
  const { name, problems, cases, proofs } = file;
  return { name, text: countsText(counts([file])), problems, rows: [...cases.map(flowRow), ...proofs.map(proofRow)] };
}

function flowRow(one: TestCase): TestRow {
  const { number, span, answer, result, difference } = one;
  const message = messageOf(one);
  return {
    list: "flows",
    number,
    name: caseName(one),
    place: span,
    packet: packetText(answer.flow),
    expected: expectedText(answer.flow.expect),
    got: actualText(one),
    result,
    ...(result !== "error" && { decidedBy: decisionOf(answer.outcome.decidedBy) }),
    ...(message !== "" && { message }),
    ...(difference !== undefined && { difference }),
    hasPath: true,
  };
}

function proofRow(proof: TestProof): TestRow {
  const { list, number, span, result, witness } = proof;
  const by = witness?.isReply ? witness.outcome.returnDecidedBy : witness?.outcome.decidedBy;
  const message = proofMessage(proof);
  return {
    list,
    number,
    name: proofName(proof),
    place: span,
    packet: scopeText(proof),
    expected: list,
    got: proofGot(proof),
    result,
    ...(by && { decidedBy: decisionOf(by) }),
    ...(message !== "" && { message }),
    hasPath: witness !== undefined,
  };
}
