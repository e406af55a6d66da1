import { isDeepStrictEqual } from "node:util";
import type { Flow, NodeFacts } from "../../src/model/flow.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import type { Outcome } from "../../src/policy/outcome.ts";
import { simulate } from "../../src/policy/simulate.ts";
import { newAnswer } from "../../src/policy/tables/answer.ts";
import { compileNode, type NodeEvaluator } from "../../src/policy/tables/evaluate.ts";
import { packetBatch } from "../../src/policy/tables/packet-batch.ts";
import { ALLOW } from "../../src/policy/tables/rule-list.ts";
import { newPacket } from "../../src/policy/tables/table-packet.ts";
import { type World, world } from "../../src/policy/world/world.ts";
import { unlocated } from "../conformance/flows.ts";
import type { MadeWorld } from "./worlds.ts";

/** A flow on which the compiled form and the explaining evaluator differ. */
export interface Difference {
  readonly flow: number;
  readonly compiled: unknown;
  readonly explained: unknown;
}

/** What all evaluators must say of a flow. */
type Answer = Pick<Outcome, "verdict" | "return" | "decidedBy">;

/**
 * The first flow of a world that the compiled form answers otherwise than `simulate`, one by one or in a batch; `undefined`
 * when they agree. `seen` counts the kinds of decision that came up, with the reason where there is one.
 */
export function difference(
  { version, resources, services, facts, flows }: MadeWorld,
  seen: Map<string, number> = new Map(),
): Difference | undefined {
  const calico = calicoVersionRules(version) ?? DEFAULT_CALICO;
  const compiled = world(resources.map(unlocated), { calico, ...(services && { services }) }).world;
  const node = compileNode(compiled, facts);
  const { answers, together } = answersOfBatch(node, flows);
  seen.set("together", (seen.get("together") ?? 0) + together);
  for (const [index, flow] of flows.entries()) {
    const { diagnostics: _diagnostics, isExplained, ...answer } = node.simulate(flow);
    const explained = explainedAnswer(compiled, facts, flow);
    const { decidedBy } = explained;
    const kind = "reason" in decidedBy ? `${decidedBy.kind} ${decidedBy.reason}` : decidedBy.kind;
    for (const what of [kind, `explained ${isExplained}`]) seen.set(what, (seen.get(what) ?? 0) + 1);
    if (!isDeepStrictEqual(answer, explained)) return { flow: index, compiled: answer, explained };
    const ofBatch = answers.get(flow) ?? answer;
    if (!isDeepStrictEqual(ofBatch, explained)) return { flow: index, compiled: ofBatch, explained };
  }
  return undefined;
}

function explainedAnswer(compiled: World, facts: NodeFacts, flow: Flow): Answer {
  const { verdict, return: reply, decidedBy } = simulate(compiled, facts, flow, { trace: false });
  return { verdict, ...(reply === undefined ? {} : { return: reply }), decidedBy };
}

/** The answers of a batch for the flows that can be packets, and how many were not evaluated each for itself. */
export function answersOfBatch<T extends Flow>(
  node: NodeEvaluator,
  flows: readonly T[],
): { readonly answers: ReadonlyMap<T, Answer>; readonly together: number } {
  const packet = newPacket();
  const batch = packetBatch([node], flows.length);
  const rows: T[] = [];
  for (const flow of flows) if (node.read(flow, packet)) batch.put(rows.push(flow) - 1, 0, packet);
  // The ends of packets without `to` are known the second time.
  for (let round = 0; round < 2; round++) batch.evaluate(rows.length);
  const answer = newAnswer();
  const word = (number: number) => (number === ALLOW ? "allow" : "deny");
  // Answers of rows that are alike are taken from the first of them, by the number that is kept.
  const kept: Answer[] = [];
  const answers = rows.map((flow, row): [T, Answer] => {
    const known = kept[batch.keptNumber(row) - 1];
    if (known !== undefined) return [flow, known];
    batch.answer(row, answer);
    const reply = answer.return === 0 ? {} : ({ return: word(answer.return) } as const);
    const made: Answer = { verdict: word(answer.verdict), ...reply, decidedBy: node.decidedBy(answer) };
    batch.keepNumber(row, kept.push(made));
    return [flow, made];
  });
  return { answers: new Map(answers), together: batch.together() };
}
