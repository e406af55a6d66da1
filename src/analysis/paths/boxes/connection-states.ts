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
// each, so that there is no second table; at the first question, as many commands have none.

const { ICMP, ICMPv6 } = PROTOCOL_NUMBERS;
const NUMBERS = Array.from({ length: 256 }, (_, number) => number);
const OTHERS = NUMBERS.filter((protocol) => protocol !== ICMP && protocol !== ICMPv6);

type Case<Answer> = readonly [Answer, readonly Box[]];

/** The state of packets that belong to no known connection. */
export function firstStates(universe: Universe): readonly Case<ConntrackState>[] {
  return boxesOfCases(universe, FIRST_STATES);
}

/** The state of answers to untracked packets, by the answer's protocol. */
export function answerStates(universe: Universe): readonly Case<ConntrackState>[] {
  return boxesOfCases(universe, ANSWER_STATES);
}

/** The packets in a state that an answer is expected to. */
export function withAnswers(universe: Universe, state: ConntrackState): readonly Box[] {
  const cases = boxesOfCases(universe, ANSWERED[state]);
  return cases.flatMap(([expects, boxes]) => (expects ? boxes : []));
}

/** A group of packets with one answer: protocols, and of ICMP the types. */
interface Group<Answer> {
  readonly answer: Answer;
  readonly protocol: readonly Interval[];
  readonly portOrIcmp?: readonly Interval[];
}

type Ask<Answer> = (packet: Packet) => Answer;

const FIRST_STATES: Ask<ConntrackState> = (packet) => stateWithoutConnection(packet, undefined);
const ANSWER_STATES: Ask<ConntrackState> = replyStateWithoutConnection;
const ANSWERED: Readonly<Record<ConntrackState, Ask<boolean>>> = {
  new: (packet) => expectsReply(packet, "new"),
  established: (packet) => expectsReply(packet, "established"),
  invalid: (packet) => expectsReply(packet, "invalid"),
  untracked: (packet) => expectsReply(packet, "untracked"),
};

const groupsOf = {
  4: new Map<Ask<unknown>, readonly Group<unknown>[]>(),
  6: new Map<Ask<unknown>, readonly Group<unknown>[]>(),
};
const memos = new WeakMap<Universe, Map<unknown, unknown>>();

function boxesOfCases<Answer>(universe: Universe, ask: Ask<Answer>): readonly Case<Answer>[] {
  const memo = memos.get(universe) ?? new Map<unknown, unknown>();
  memos.set(universe, memo);
  const known =
    memo.get(ask) ?? casesOf(universe.family, ask).map(({ answer, ...parts }) => [answer, boxesOf(universe, parts)]);
  memo.set(ask, known);
  return known as readonly Case<Answer>[];
}

function casesOf<Answer>(family: 4 | 6, ask: Ask<Answer>): readonly Group<Answer>[] {
  const known = groupsOf[family].get(ask) ?? computedGroups(family, ask);
  groupsOf[family].set(ask, known);
  return known as readonly Group<Answer>[];
}

function computedGroups<Answer>(family: 4 | 6, ask: Ask<Answer>): readonly Group<Answer>[] {
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
