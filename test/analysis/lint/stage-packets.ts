import { deadRules } from "../../../src/analysis/lint/dead/dead-rules.ts";
import { type RuleList, ruleListsOf } from "../../../src/analysis/lint/dead/rule-lists.ts";
import { isLive } from "../../../src/analysis/lint/dead/shadows.ts";
import { type Taken, TakenPackets, type Taker, Takers } from "../../../src/analysis/lint/dead/taken-packets.ts";
import { rulesOfWorld, type WorldRule } from "../../../src/analysis/lint/rules-of-world.ts";
import { numberAddress } from "../../../src/analysis/paths/boxes/dimension-values.ts";
import { DEFAULT_BUDGET, SharedBudget } from "../../../src/analysis/sets/budget.ts";
import type { PacketValues } from "../../../src/analysis/sets/dimension.ts";
import { PacketSpace } from "../../../src/analysis/sets/packet-space.ts";
import type { Box } from "../../../src/analysis/sets/universe.ts";
import type { Flow, NodeFacts } from "../../../src/model/flow.ts";
import { hasPorts } from "../../../src/model/net/protocol.ts";
import type { Packet } from "../../../src/policy/flow/packet.ts";
import { resolveFlow } from "../../../src/policy/flow/resolve-flow.ts";
import { assumedMembership } from "../../../src/policy/match/service-membership.ts";
import { whereAt } from "../../../src/policy/path/end.ts";
import { nodeView } from "../../../src/policy/path/node-view.ts";
import { PacketDomain } from "../../../src/policy/path/packet-domain.ts";
import { evaluateStage } from "../../../src/policy/path/stage.ts";
import type { CompiledEndpoint, World } from "../../../src/policy/world/compiled.ts";

/** How much was compared. */
export interface StageCounts {
  /** Rules of a list to which packets of an IP version come, and to which none come. */
  live: number;
  dead: number;
  /** Packets of live rules that the evaluator took to them. */
  replayed: number;
  /** Packets that something before a stage's rules takes, and of which the sets of a stage know nothing. */
  before: number;
  /** Things without which a dead rule would be live. */
  takers: number;
}

/** Where the search of dead rules, diagrams of the same packets and the evaluator's own stages do not agree. */
export function stagesDisagree(world: World, facts: NodeFacts, flows: readonly Flow[], counts: StageCounts): string[] {
  const misses: string[] = [];
  const lists = ruleListsOf(world);
  const takers = new Takers();
  const packets = flows.flatMap((flow) => {
    const resolved = resolveFlow(world, facts, flow);
    return resolved.ok ? [resolved.packet] : [];
  });
  for (const family of [4, 6] as const) {
    const taken = new TakenPackets(world, family, takers);
    for (const rule of rulesOfWorld(world)) {
      for (const list of lists.get(rule.owner) ?? []) {
        if (list.direction !== rule.name.direction) continue;
        misses.push(
          ...compare({ world, taken, rule, list, packets: packets.filter((one) => one.family === family) }, counts),
        );
      }
    }
  }
  misses.push(...unneeded(world, counts));
  return misses;
}

interface Question {
  readonly world: World;
  readonly taken: TakenPackets;
  readonly rule: WorldRule;
  readonly list: RuleList;
  readonly packets: readonly Packet[];
}

function* compare({ world, taken, rule, list, packets }: Question, counts: StageCounts): Generator<string> {
  const { universe } = taken;
  const boxes = taken.mayMatch(rule.rule);
  const before = taken.before(list, rule.owner, rule.name.rule - 1, new SharedBudget());
  const live = isLive({ universe, boxes, before }, new SharedBudget());
  const first = [...before.earlier, ...before.own.slice(0, before.count)].filter(({ isPossible }) => !isPossible);
  const space = new PacketSpace(
    universe,
    [universe.everything, ...boxes, ...(before.start ?? []), ...first.map(({ box }) => box)],
    DEFAULT_BUDGET,
  );
  const union = (all: readonly Box[]) => all.reduce((set, box) => space.union(set, space.of(box)), space.none);
  const start = before.start ? space.intersect(union(boxes), union(before.start)) : union(boxes);
  const left = space.minus(start, union(first.map(({ box }) => box)));
  const what = `${JSON.stringify(rule.name)} ${list.stage} IPv${universe.family}`;
  if (live !== (left !== space.none)) yield `${what}: ${live} by search, ${!live} by diagrams`;
  const endpoint = list.endpoints[0] as CompiledEndpoint;
  counts[live ? "live" : "dead"]++;
  // Of what stages before decide, the stage alone knows nothing; whole paths are compared elsewhere.
  for (const packet of list.earlier.length > 0 ? [] : packets) {
    if (!live && reaches(world, endpoint, list, packet, rule) === true)
      yield `${what}: dead, and ${JSON.stringify(packet.protocol)} matches it`;
  }
  if (!live || (world.services === undefined && hasServices(list))) return;
  const values = space.sample(left, {});
  const reached = values && reaches(world, endpoint, list, packetOf(values, universe.family), rule);
  if (reached === "before") counts.before++;
  else if (reached) counts.replayed++;
  else
    yield `${what}: live, and ${JSON.stringify({ ...values, source: String(values?.source), destination: String(values?.destination) })} does not come to it`;
}

/** Whether a rule of the list names a service: where its members are unknown, packets may come to a rule that `simulate` takes none to. */
function hasServices({ sections, direction }: RuleList): boolean {
  const rules = sections.flatMap(({ owners }) => owners.flatMap((owner) => owner.rules[direction]));
  return rules.some(({ source, destination }) => (source.service ?? destination.service) !== undefined);
}

/** Whether the evaluator takes a packet to a rule of a stage, and it matches; `before` where the packet ends before any rule. */
function reaches(
  world: World,
  endpoint: CompiledEndpoint,
  { stage, direction }: RuleList,
  packet: Packet,
  { name }: WorldRule,
): boolean | "before" {
  const view = nodeView(world, { node: endpoint.node });
  const options = { isReply: false, isAnswer: false, asWritten: false, services: assumedMembership(), trace: true };
  const domain = new PacketDomain({ world, view, ...options });
  const where = whereAt(stage, direction, endpoint, endpoint.interfaceName);
  evaluateStage(domain, { where, endpoint }, { packets: packet, state: "new" });
  const steps = domain.steps ?? [];
  if (steps.some(({ kind }) => kind === "encapsulation")) return "before";
  return steps.some((step) => {
    if (step.kind !== "rule-matched" || step.direction !== direction || step.rule !== name.rule) return false;
    if ("profile" in step) return "profile" in name && step.profile === name.profile;
    return "policy" in name && step.policy.name === name.policy.name && step.policy.namespace === name.policy.namespace;
  });
}

function packetOf(values: PacketValues, family: 4 | 6): Packet {
  const protocol = Number(values.protocol);
  const last = Number(values.portOrIcmp);
  const isIcmp = protocol === (family === 4 ? 1 : 58);
  return {
    family,
    protocol,
    source: numberAddress(values.source, family),
    destination: numberAddress(values.destination, family),
    ...(hasPorts(protocol) && { sourcePort: Number(values.sourcePort), destinationPort: last }),
    ...(isIcmp && { icmpType: last >> 8, icmpCode: last & 255 }),
  };
}

/** Things that are said to take a dead rule's packets, and without which the others take them all the same. */
function* unneeded(world: World, counts: StageCounts): Generator<string> {
  const takers = new Takers();
  const families = [new TakenPackets(world, 4, takers), new TakenPackets(world, 6, takers)];
  const key = (taker: Taker): string =>
    taker.kind === "failsafe" ? JSON.stringify(taker.hit) : JSON.stringify([taker.owner.name, taker.index]);
  for (const { rule, lists, shadow } of deadRules(world, { perEndpoint: true }).dead) {
    for (const one of [undefined, ...shadow.takers]) {
      const kept = new Set([...shadow.takers].filter((taker) => taker !== one).map(key));
      const isTaken = families.every((family) => {
        const before = family.before(lists[0] as RuleList, rule.owner, rule.name.rule - 1, new SharedBudget());
        const only = (part: readonly Taken[], count: number) =>
          part.slice(0, count).filter(({ by }) => kept.has(key(by)));
        const own = only(before.own, before.count);
        const fewer = { ...before, earlier: only(before.earlier, before.earlier.length), own, count: own.length };
        return !isLive(
          { universe: family.universe, boxes: family.mayMatch(rule.rule), before: fewer },
          new SharedBudget(),
        );
      });
      if (one !== undefined) counts.takers++;
      if (isTaken !== (one === undefined))
        yield `${JSON.stringify(rule.name)}: ${one ? key(one) : "nothing"} can be left out: ${isTaken}`;
    }
  }
}
