import { addressNumber } from "../../../src/analysis/paths/boxes/dimension-values.ts";
import type { Paths } from "../../../src/analysis/paths/path-types.ts";
import { openPaths } from "../../../src/analysis/paths/paths.ts";
import type { PathCase, Way } from "../../../src/analysis/paths/way.ts";
import { sameDecider } from "../../../src/analysis/paths/witness.ts";
import { within } from "../../../src/analysis/sets/budget.ts";
import type { PacketValues } from "../../../src/analysis/sets/dimension.ts";
import { Universe } from "../../../src/analysis/sets/universe.ts";
import type { Flow, NodeFacts } from "../../../src/model/flow.ts";
import type { ConntrackState, Packet } from "../../../src/policy/flow/packet.ts";
import { stateWithoutConnection } from "../../../src/policy/flow/packet.ts";
import { type ResolvedFlow, resolveFlow } from "../../../src/policy/flow/resolve-flow.ts";
import type { Outcome } from "../../../src/policy/outcome.ts";
import { type End, interfaceOf } from "../../../src/policy/path/end.ts";
import { simulateResolved } from "../../../src/policy/simulate.ts";
import type { World } from "../../../src/policy/world/compiled.ts";

/** The packet of a flow as values of the dimensions. */
export function valuesOf({ protocol, source, destination, ...rest }: Packet): PacketValues {
  const { sourcePort = 0, destinationPort, icmpType, icmpCode = 0 } = rest;
  const portOrIcmp = destinationPort ?? (icmpType === undefined ? 0 : icmpType * 256 + icmpCode);
  return { protocol, source: addressNumber(source), destination: addressNumber(destination), sourcePort, portOrIcmp };
}

/** The way that a flow takes, as it was resolved: with the same view of the node. */
function wayOf({ view, packet, from, to }: ResolvedFlow, facts: NodeFacts): Way {
  const name = interfaceOf(from.kind === "process" ? to : from);
  return {
    kind: "local in",
    node: view.node,
    family: packet.family,
    interface: name,
    from,
    to,
    view,
    facts,
    assumed: [],
  };
}

/** The state of connection tracking that a flow's packet is given or has by its flags; `undefined` where its protocol decides it. */
function givenState({ flow, packet }: ResolvedFlow): ConntrackState | undefined {
  if (flow.conntrack !== undefined) return flow.conntrack;
  return flow.tcpFlags === undefined ? undefined : stateWithoutConnection(packet, flow.tcpFlags);
}

/** What was compared. */
export interface Counts {
  flows: number;
  ways: number;
  notAnalysed: Map<string, number>;
  readonly kinds: Map<string, number>;
}

/** Answers flows of a node by sets, one question for each way, and returns where the answers are not those of `simulate`. */
export class FlowComparison {
  readonly misses: string[] = [];
  readonly counts: Counts = { flows: 0, ways: 0, notAnalysed: new Map(), kinds: new Map() };
  readonly #deciders: boolean;

  constructor(deciders = true) {
    this.#deciders = deciders;
  }

  compare(name: string, world: World, facts: NodeFacts, flows: readonly Flow[]): void {
    const ways = new Map<
      string,
      { one: PathCase; flows: { index: number; values: PacketValues; outcome: Outcome }[] }
    >();
    const views = new Map<unknown, number>();
    const universes = { 4: new Universe(4), 6: new Universe(6) };
    for (const [index, flow] of flows.entries()) {
      const resolved = resolveFlow(world, facts, flow);
      if (!resolved.ok) continue;
      const { view, packet, from, to } = resolved;
      const outcome = simulateResolved(world, resolved, { trace: false });
      const state = givenState(resolved);
      if (!views.has(view)) views.set(view, views.size);
      const key = [views.get(view), packet.family, endKey(from), endKey(to), state].join("|");
      const way = ways.get(key) ?? {
        one: { world, way: wayOf(resolved, facts), ...(state !== undefined && { state }) },
        flows: [],
      };
      ways.set(key, way);
      way.flows.push({ index, values: valuesOf(packet), outcome });
    }
    for (const { one, flows: asked } of ways.values()) {
      this.counts.ways++;
      const answer = within(() => {
        const universe = universes[one.way.family];
        const paths = openPaths([one], { universe, deciders: this.#deciders, replies: true });
        for (const { index, values, outcome } of asked) {
          this.counts.flows++;
          const miss = this.#difference(paths, values, outcome);
          if (miss !== undefined) this.misses.push(`${name}[${index}] ${miss}`);
        }
      });
      if (!answer.exact)
        this.counts.notAnalysed.set(answer.why, (this.counts.notAnalysed.get(answer.why) ?? 0) + asked.length);
    }
  }

  #difference(paths: Paths, values: PacketValues, outcome: Outcome): string | undefined {
    const found = paths.decide(0).filter(({ packets }) => paths.space.has(packets, values));
    const [one] = found;
    if (one === undefined || found.length > 1) return `is in ${found.length} sets`;
    const { kind } = one.by;
    this.counts.kinds.set(kind, (this.counts.kinds.get(kind) ?? 0) + 1);
    if (one.verdict !== outcome.verdict)
      return `${one.verdict} ${JSON.stringify(one.by)}, evaluated ${JSON.stringify(outcome.decidedBy)}`;
    if (one.reply?.verdict !== outcome.return)
      return `reply ${one.reply?.verdict} ${JSON.stringify(one.reply?.by)}, evaluated ${outcome.return} ${JSON.stringify(outcome.returnDecidedBy)}`;
    if (one.dropStage !== outcome.dropStage) return `dropped in ${one.dropStage}, evaluated ${outcome.dropStage}`;
    if (!this.#deciders) return undefined;
    if (!sameDecider(one.by, outcome.decidedBy))
      return `by ${JSON.stringify(one.by)}, evaluated ${JSON.stringify(outcome.decidedBy)}`;
    const { returnDecidedBy } = outcome;
    if (one.reply && returnDecidedBy && !sameDecider(one.reply.by, returnDecidedBy))
      return `reply by ${JSON.stringify(one.reply.by)}, evaluated ${JSON.stringify(returnDecidedBy)}`;
    return undefined;
  }
}

function endKey(end: End): string {
  const endpoint = end.kind === "workload" ? `${end.endpoint?.namespace}/${end.endpoint?.name}` : "";
  return `${end.kind} ${interfaceOf(end)} ${endpoint}`;
}
