import type { GeneratedSuite, SuiteWitness } from "../../analysis/suite/generate-suite.ts";
import type { Flow, NodeFacts } from "../../model/flow.ts";
import { printable } from "../../model/printable.ts";
import { targetText } from "../flow-tests/test-report.ts";
import { targetWithPlace, unreachedText } from "../flow-tests/unreachable-text.ts";
import { decidedByText } from "../outcomes/step-text.ts";
import { flowEntry, nodeFields } from "./flow-entry.ts";

/** A witness as it goes into a file: with the expectation that it meets, where its choices agree on one. */
export interface SuiteEntry {
  readonly target: SuiteWitness["target"];
  readonly flow: Flow;
}

/** The flow file of one node; `facts` are what the file states of it, beyond what is given with --facts. */
export function suiteFile(facts: Pick<NodeFacts, "node" | "interfaces">, entries: readonly SuiteEntry[]): string {
  return [
    "# Made by `calicoctl test --generate`: a packet for each rule, default deny and failsafe port that packets reach here first.\n",
    nodeFields(facts),
    "flows:\n",
    ...entries.map(({ target, flow }) => flowEntry(nameOf(target), flow)),
  ].join("");
}

function nameOf(target: SuiteWitness["target"]): string {
  return target.kind === "failsafe" ? decidedByText(target.by).replace(/^by /, "") : targetText(target);
}

/** What no packet reaches, a line each, and what is not proved; the counts last. */
export function suiteSummary({ total, witnesses, unreached, notProved }: GeneratedSuite): string {
  const failsafes = witnesses.filter(({ target }) => target.kind === "failsafe").length;
  const verb = unreached.length === 1 ? "is" : "are";
  const open = notProved.length === 0 ? "" : `; ${notProved.length} not proved`;
  return [
    ...unreached.map((one) => `reached by no packet: ${unreachedText(one)}`),
    ...notProved.map(({ target, why }) => `not proved: ${targetWithPlace(target)}: ${why}`),
    `${witnesses.length} flows, ${failsafes} of them for failsafe ports; ${unreached.length} of ${total} rules and default denies ${verb} reached by no packet (proved)${open}`,
  ]
    .map((line) => `${printable(line)}\n`)
    .join("");
}
