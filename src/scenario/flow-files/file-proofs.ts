import { type Proof, prove } from "../../analysis/assertions/prove.ts";
import { endpointWays } from "../../analysis/exposure/endpoint-ways.ts";
import type { Witness } from "../../analysis/paths/witness.ts";
import { type Budget, SharedBudget } from "../../analysis/sets/budget.ts";
import { withoutFailsafes } from "../../analysis/without-failsafes.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { FlowFile, PacketAssertion } from "../../model/flow.ts";
import type { Outcome } from "../../policy/outcome.ts";
import type { TestProof } from "../../report/flow-tests/test-report.ts";
import type { AssertionList, FlowFileResult } from "../../traffic/flow-file.ts";
import { factsOfNode } from "../node-facts.ts";
import type { Scenario } from "../scenario.ts";
import { assertionQuestion } from "./assertion-question.ts";

/** The proofs of a file's assertions; `outcomes` are those of one packet for each thing that decides packets of those proved. */
export interface FileProofs {
  readonly proofs: readonly TestProof[];
  readonly problems: readonly Diagnostic[];
  readonly outcomes: readonly Outcome[];
}

/** How assertions are proved. */
export interface ProofOptions {
  /** The node of assertions and files that name none. */
  readonly node: string | undefined;
  /** Whether the outcomes are wanted, for the coverage. */
  readonly outcomes: boolean;
  /** Of all assertions together. */
  readonly budget?: Budget;
}

const LISTS = ["forbid", "permit"] as const;

/** Proves the assertions of a file, each for all packets. */
export function proveFile(
  scenario: Pick<Scenario, "world" | "saved">,
  file: FlowFile,
  locate: FlowFileResult["locateAssertion"],
  options: ProofOptions,
): FileProofs {
  // After a hopeless one there is something left for the others.
  const budget = SharedBudget.of(options.budget);
  const proofs: TestProof[] = [];
  const problems: Diagnostic[] = [];
  const outcomes: Outcome[] = [];
  for (const list of LISTS) {
    for (const [index, assertion] of (file[list] ?? []).entries()) {
      const one = proveOne(scenario, file, { list, assertion }, { ...options, budget: budget.half() });
      if ("message" in one) {
        const path = one.field === undefined ? [] : [one.field];
        const code = "flow.assertion";
        const help = one.help === undefined ? {} : { help: one.help };
        problems.push({ severity: "error", code, message: one.message, span: locate(list, index, path), ...help });
        continue;
      }
      const place = { list, number: index + 1, span: locate(list, index, []) };
      proofs.push({ ...place, ...(assertion.name !== undefined && { name: assertion.name }), ...one.proof });
      outcomes.push(...one.witnesses.map(({ outcome }) => outcome));
    }
  }
  return { proofs, problems, outcomes };
}

type Result = Omit<TestProof, "list" | "number" | "span" | "name">;
type Problem = { readonly message: string; readonly help?: string; readonly field?: keyof PacketAssertion };

function proveOne(
  { world, saved }: Pick<Scenario, "world" | "saved">,
  { flows: _, forbid: _forbid, permit: _permit, node: ofFile, ...facts }: FlowFile,
  { list, assertion }: { readonly list: AssertionList; readonly assertion: PacketAssertion },
  { node = undefined, outcomes, budget }: ProofOptions & { readonly budget: Budget },
): { readonly proof: Result; readonly witnesses: readonly Witness[] } | Problem {
  const question = assertionQuestion(world, assertion, ofFile ?? node);
  if ("message" in question) return question;
  const { endpoints } = question.ways;
  const nodes = [...new Set(endpoints.map((endpoint) => endpoint.node))];
  const nodeFacts = nodes.map((name) => factsOfNode(saved, name, name === ofFile || nodes.length === 1 ? facts : {}));
  const evaluated = assertion.failsafes === false ? withoutFailsafes(world) : world;
  const proof = prove(
    evaluated,
    {
      verdict: list === "forbid" ? "deny" : "allow",
      ways: endpointWays(evaluated, nodeFacts, question.ways),
      packets: question.packets,
      replies: assertion.replies !== false,
    },
    // Rules that packets come to only without failsafe ports are not covered by it.
    { deciders: outcomes && evaluated === world, budget },
  );
  if (proof.result === "empty") {
    const help =
      "there is no packet that it is about: no endpoint that it names is on that way, or it excepts all addresses";
    return { message: "this assertion is about no packet", help };
  }
  return {
    proof: resultOf(proof, { endpoints: endpoints.length, nodes }),
    witnesses: "witnesses" in proof ? proof.witnesses : [],
  };
}

function resultOf(proof: Exclude<Proof, { result: "empty" }>, about: Pick<Result, "endpoints" | "nodes">): Result {
  switch (proof.result) {
    case "proved":
      return { result: "passed", ...about };
    case "not-proved": {
      const { way, why } = proof;
      return { result: "not-proved", ...about, why: `${way.kind} ${way.node}/${way.interface}: ${why}` };
    }
    case "broken": {
      const { way, witness, isReply } = proof;
      const { flow, outcome } = witness;
      return { result: "failed", ...about, witness: { flow, outcome, node: way.node, isReply } };
    }
  }
}
