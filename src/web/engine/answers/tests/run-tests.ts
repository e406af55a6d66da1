import { SharedBudget } from "../../../../analysis/sets/budget.ts";
import type { TestFile, TestReport } from "../../../../report/flow-tests/test-report.ts";
import { testFlowFile, testReport } from "../../../../scenario/flow-files/flow-tests.ts";
import type { Scenario } from "../../../../scenario/scenario.ts";
import type { PageData } from "../../page-data.ts";

/** What the flow files of a page are tested with. */
type Tested = Pick<PageData, "flows" | "namespace">;

const plain = new WeakMap<Scenario, readonly TestFile[]>();
const covering = new WeakMap<Scenario, TestReport>();

/** The flow files of a page, tested as `calicoctl test` does; once for a scenario. */
export function testFiles(scenario: Scenario, tested: Tested): readonly TestFile[] {
  const known = covering.get(scenario)?.files ?? plain.get(scenario);
  if (known !== undefined) return known;
  const files = run(scenario, tested, false);
  plain.set(scenario, files);
  return files;
}

/** The same with the coverage, as `calicoctl test --coverage` has it. */
export function coverageReport(scenario: Scenario, tested: Tested): TestReport {
  const known = covering.get(scenario);
  if (known !== undefined) return known;
  const report = testReport(scenario, run(scenario, tested, true), { coverage: true, threshold: undefined });
  covering.set(scenario, report);
  return report;
}

function run(scenario: Scenario, { flows = [], namespace }: Tested, outcomes: boolean): readonly TestFile[] {
  const budget = new SharedBudget();
  return flows.map((file) => testFlowFile(scenario, file, { node: undefined, namespace, outcomes, budget }));
}
