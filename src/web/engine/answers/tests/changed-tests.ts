import type { Scenario } from "../../../../scenario/scenario.ts";
import type { PageData } from "../../page-data.ts";
import { type TestRow, type TestsAnswer, testsAnswer } from "./tests-answer.ts";

/** What edits change of the results of flow tests. */
export interface ChangedTests {
  /** How many flows and assertions there are. */
  readonly total: number;
  /** How many would no longer pass, and how many would pass that do not. */
  readonly breaking: number;
  readonly mending: number;
  /** Those with another result, the first of them that would no longer pass. */
  readonly changed: readonly ChangedTest[];
  /** Changed ones that are not listed. */
  readonly more: number;
}

/** A flow or assertion whose result the edits change. */
export interface ChangedTest extends Pick<TestRow, "list" | "number" | "name" | "place" | "result" | "message"> {
  readonly file: string;
  /** Its result without the edits; absent where it has none. */
  readonly was?: TestRow["result"];
}

/** What is listed. */
const MOST = 50;

/** Tests the flow files of a page on a scenario and on the one before its edits; without one before, all results are new. */
export function changedTests(scenario: Scenario, before: Scenario | undefined, data: PageData): ChangedTests {
  const old = before === undefined ? [] : rowsOf(testsAnswer(before, data));
  const was = new Map(old.map((row) => [nameOf(row), row]));
  const tested = rowsOf(testsAnswer(scenario, data));
  const names = new Set(tested.map(nameOf));
  // A flow whose end is gone has no row, but is a problem of its file.
  const lost = old.filter((row) => !names.has(nameOf(row))).map((row): FileRow => ({ ...row, ...LOST }));
  const rows = [...tested, ...lost];
  const changed = rows.flatMap((row): ChangedTest[] => {
    const { list, number, name, place, result, message, file } = row;
    const last = was.get(nameOf(row))?.result;
    if (last === result) return [];
    const change = { ...(message && { message }), ...(last !== undefined && { was: last }) };
    return [{ list, number, name, place, result, file, ...change }];
  });
  const [breaking, others] = [changed.filter(breaks), changed.filter((one) => !breaks(one))];
  return {
    total: rows.length,
    breaking: breaking.length,
    mending: others.filter(({ result }) => result === "passed").length,
    changed: [...breaking, ...others].slice(0, MOST),
    more: Math.max(0, changed.length - MOST),
  };
}

const LOST = { result: "error", message: "it can no longer be evaluated" } as const;

type FileRow = TestRow & { readonly file: string };

const rowsOf = ({ files }: TestsAnswer): readonly FileRow[] =>
  files.flatMap(({ name, rows }) => rows.map((row) => ({ ...row, file: name })));

const nameOf = ({ file, list, number }: FileRow): string => `${list} ${number} ${file}`;

/** Whether a test passes only without the edits. */
function breaks({ was, result }: ChangedTest): boolean {
  return was === "passed" || (was === undefined && result !== "passed");
}
