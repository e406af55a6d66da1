import { PROTOCOL_NUMBERS } from "../../../model/net/protocol.ts";
import {
  type ConntrackState,
  expectsReply,
  type Packet,
  replyStateWithoutConnection,
  stateWithoutConnection,
} from "../../../policy/flow/packet.ts";
import type { Interval } from "../../sets/dimension.ts";
import type { Box, Universe } from "../../sets/universe.ts";
import { boxesOf } from "./boxes-of.ts";
import { icmpTypeIntervals } from "./dimension-values.ts";

// What connection tracking makes of packets depends on their protocol and ICMP type alone. It is asked of `flow/packet` for
// each, so that there is no second table.

const { ICMP, ICMPv6 } = PROTOCOL_NUMBERS;
const NUMBERS = Array.from({ length: 256 }, (_, number) => number);
const OTHERS = NUMBERS.filter((protocol) => protocol !== ICMP && protocol !== ICMPv6);

type Case<Answer> = readonly [Answer, readonly Box[]];

/** The state of packets that belong to no known connection. */
export function firstStates(universe: Universe): readonly Case<ConntrackState>[] {
  return boxesOfCases(universe, FIRST_STATES[universe.family]);
}

/** The state of answers to untracked packets, by the answer's protocol. */
export function answerStates(universe: Universe): readonly Case<ConntrackState>[] {
  return boxesOfCases(universe, ANSWER_STATES[universe.family]);
}

/** The packets in a state that an answer is expected to. */
export function withAnswers(universe: Universe, state: ConntrackState): readonly Box[] {
  const cases = boxesOfCases(universe, ANSWERED[state][universe.family]);
  return cases.flatMap(([expects, boxes]) => (expects ? boxes : []));
}

/** A group of packets with one answer: protocols, and of ICMP the types. */
interface Group<Answer> {
  readonly answer: Answer;
  readonly protocol: readonly Interval[];
  readonly portOrIcmp?: readonly Interval[];
}

type ByFamily<Answer> = Readonly<Record<4 | 6, readonly Group<Answer>[]>>;

const FIRST_STATES = byFamily((packet) => stateWithoutConnection(packet, undefined));
const ANSWER_STATES = byFamily(replyStateWithoutConnection);
const ANSWERED: Readonly<Record<ConntrackState, ByFamily<boolean>>> = {
  new: byFamily((packet) => expectsReply(packet, "new")),
  established: byFamily((packet) => expectsReply(packet, "established")),
  invalid: byFamily((packet) => expectsReply(packet, "invalid")),
  untracked: byFamily((packet) => expectsReply(packet, "untracked")),
};

const memos = new WeakMap<Universe, Map<unknown, unknown>>();

function boxesOfCases<Answer>(universe: Universe, cases: readonly Group<Answer>[]): readonly Case<Answer>[] {
  const memo = memos.get(universe) ?? new Map<unknown, unknown>();
  memos.set(universe, memo);
  const known = memo.get(cases) ?? cases.map(({ answer, ...parts }) => [answer, boxesOf(universe, parts)]);
  memo.set(cases, known);
  return known as readonly Case<Answer>[];
}

function byFamily<Answer>(ask: (packet: Packet) => Answer): ByFamily<Answer> {
  return { 4: casesOf(4, ask), 6: casesOf(6, ask) };
}

function casesOf<Answer>(family: 4 | 6, ask: (packet: Packet) => Answer): readonly Group<Answer>[] {
  const address = { family, value: 0n };
  const packet = { family, source: address, destination: address };
  const others = groups(OTHERS, (protocol) => ask({ ...packet, protocol }));
  return [
    ...[...others].map(([answer, protocols]) => ({ answer, protocol: protocols.map((one): Interval => [one, one]) })),
    ...[ICMP, ICMPv6].flatMap((protocol) => {
      const byType = groups(NUMBERS, (icmpType) => ask({ ...packet, protocol, icmpType, icmpCode: 0 }));
      return [...byType].map(([answer, types]) => ({
        answer,
        protocol: [[protocol, protocol] as const],
        portOrIcmp: icmpTypeIntervals(types),
      }));
    }),
  ];
}

function groups<Answer>(numbers: readonly number[], ask: (number: number) => Answer): ReadonlyMap<Answer, number[]> {
  const byAnswer = new Map<Answer, number[]>();
  for (const number of numbers) {
    const answer = ask(number);
    const group = byAnswer.get(answer) ?? [];
    byAnswer.set(answer, group);
    group.push(number);
  }
  return byAnswer;
}
