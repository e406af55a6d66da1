import type { NodeFacts } from "../../../../src/model/flow.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../../../src/model/kinds/version.ts";
import type { Outcome } from "../../../../src/policy/outcome.ts";
import { simulate } from "../../../../src/policy/simulate.ts";
import { newAnswer } from "../../../../src/policy/tables/answer.ts";
import { compileNode, type NodeEvaluator } from "../../../../src/policy/tables/evaluate.ts";
import { type PacketBatch, packetBatch } from "../../../../src/policy/tables/packet-batch.ts";
import { ALLOW } from "../../../../src/policy/tables/rule-list.ts";
import { newPacket, type TablePacket } from "../../../../src/policy/tables/table-packet.ts";
import { world } from "../../../../src/policy/world/world.ts";
import { unlocated } from "../../../conformance/flows.ts";
import type { PlainWorld } from "../plain-worlds.ts";
import type { NodeFlow } from "./flows.ts";

type Answer = Pick<Outcome, "verdict" | "return" | "decidedBy">;

/** An answer as a text, which is quick to compare. */
const textOf = ({ verdict, return: reply, decidedBy }: Answer) => JSON.stringify([verdict, reply ?? "", decidedBy]);

/** What a comparison has seen. */
export interface Seen {
  worlds: number;
  flows: number;
  /** Flows whose packets were answered together with others. */
  together: number;
  /** Crowds all of whose packets were. */
  crowds: number;
  /** Flows decided by one of the rules of a policy that come after 200 others. */
  lateRules: number;
  /** Resources that Calico would refuse, which decide nothing. */
  refused: number;
  readonly kinds: Map<string, number>;
}

/** Nothing seen yet. */
export function newSeen(): Seen {
  return { worlds: 0, flows: 0, together: 0, crowds: 0, lateRules: 0, refused: 0, kinds: new Map() };
}

/** A packet of a world, with what `simulate` says of it. */
interface Row {
  readonly at: NodeFlow;
  readonly packet: TablePacket;
  readonly explained: string;
}

/** A world with its batch, whose packets are rows of it in turn. */
interface Prepared {
  readonly made: PlainWorld;
  readonly nodes: readonly NodeEvaluator[];
  readonly rows: readonly Row[];
  readonly crowd: readonly Row[];
}

/** A flow that is answered otherwise than by `simulate`. */
export interface PlainDifference {
  readonly where: string;
  readonly facts: NodeFacts | undefined;
  readonly flow: NodeFlow["flow"];
  /** The answers as texts. */
  readonly found: string;
  readonly explained: string;
}

/**
 * Looks for flows of worlds that the compiled form answers otherwise than `simulate`: one by one, and in batches of each world
 * that are filled anew with other packets, evaluated in turn with those of the other worlds, and read only then.
 */
export function plainDifference(worlds: readonly PlainWorld[], seen: Seen): PlainDifference | undefined {
  const prepared: Prepared[] = [];
  for (const made of worlds) {
    const { world: compiled, diagnostics } = world(made.resources.map(unlocated), {
      calico: calicoVersionRules(made.version) ?? DEFAULT_CALICO,
    });
    seen.refused += diagnostics.filter(({ code }) => code === "world.missing").length;
    const nodes = made.facts.map((facts) => compileNode(compiled, facts));
    const rows: Row[] = [];
    let crowd = 0;
    for (const [index, at] of made.flows.entries()) {
      const node = nodes[at.node] as NodeEvaluator;
      const outcome = simulate(compiled, made.facts[at.node] as NodeFacts, at.flow, { trace: false });
      const explained = textOf(outcome);
      const alone = textOf(node.simulate(at.flow));
      if (alone !== explained) return differs("alone", made, at, alone, explained);
      const packet = newPacket();
      if (!node.read(at.flow, packet)) continue;
      rows.push({ at, packet, explained });
      if (index < made.crowd) crowd++;
      const { decidedBy } = outcome;
      if (decidedBy.kind === "rule" && decidedBy.rule >= 200) seen.lateRules++;
      const kind = "reason" in decidedBy ? `${decidedBy.kind} ${decidedBy.reason}` : decidedBy.kind;
      seen.kinds.set(kind, (seen.kinds.get(kind) ?? 0) + 1);
    }
    prepared.push({ made, nodes, rows, crowd: rows.slice(0, crowd) });
    seen.worlds++;
    seen.flows += rows.length;
  }
  return compareBatches(prepared, seen);
}

function compareBatches(prepared: readonly Prepared[], seen: Seen): PlainDifference | undefined {
  const batches = prepared.flatMap((of) => [
    { of, batch: packetBatch(of.nodes, of.rows.length) },
    { of, batch: packetBatch(of.nodes, of.rows.length) },
  ]);
  const backwards = prepared.map(({ rows }) => [...rows].reverse());
  const turns = [
    ({ rows }: Prepared) => rows,
    ({ crowd }: Prepared) => crowd,
    (of: Prepared) => (backwards[prepared.indexOf(of)] as Row[]).slice(0, 1 + (of.rows.length >>> 1)),
    () => [],
    (of: Prepared) => backwards[prepared.indexOf(of)] as Row[],
  ];
  for (const [turn, rowsOf] of turns.entries()) {
    for (const { of, batch } of batches) {
      const rows = rowsOf(of);
      for (const [row, { at, packet }] of rows.entries()) batch.put(row, at.node, packet);
      batch.evaluate(rows.length);
    }
    for (const [number, { of, batch }] of batches.entries()) {
      const difference = differenceIn(of, batch, rowsOf(of), `batch ${number}, turn ${turn}`);
      if (difference) return difference;
      if (number % 2 === 1) continue;
      if (turn === turns.length - 1) seen.together += batch.together();
      if (turn === 1 && batch.together() === of.made.crowd) seen.crowds++;
    }
  }
  return undefined;
}

function differenceIn({ made, nodes }: Prepared, batch: PacketBatch, rows: readonly Row[], where: string) {
  const answer = newAnswer();
  const word = (number: number) => (number === ALLOW ? "allow" : "deny");
  const known = nodes.map(() => new Map<string, string>());
  for (const [row, { at, explained }] of rows.entries()) {
    batch.answer(row, answer);
    const { verdict, return: reply, reason, detail, outcome } = answer;
    // Equal numbers are the same decision.
    const numbers = `${verdict} ${reply} ${reason} ${detail}`;
    const texts = known[at.node] as Map<string, string>;
    const remembered = outcome ? undefined : texts.get(numbers);
    const decidedBy = () => (nodes[at.node] as NodeEvaluator).decidedBy(answer);
    const found =
      remembered ??
      textOf({ verdict: word(verdict), ...(reply !== 0 && { return: word(reply) }), decidedBy: decidedBy() });
    if (!outcome) texts.set(numbers, found);
    if (found !== explained) return differs(`${where}, row ${row}`, made, at, found, explained);
    if (batch.verdicts[row] !== verdict || batch.returns[row] !== reply)
      return differs(`columns of ${where}`, made, at, `${batch.verdicts[row]} ${batch.returns[row]}`, explained);
  }
  return undefined;
}

function differs(
  where: string,
  { facts }: PlainWorld,
  at: NodeFlow,
  found: string,
  explained: string,
): PlainDifference {
  return { where, facts: facts[at.node], flow: at.flow, found, explained };
}
