import type { DnatRule, NodeFacts } from "../../model/flow.ts";
import { LOOPBACK_NAME } from "../../model/net/route.ts";
import { choicesOf } from "../../policy/path/apply-dnat.ts";
import { type End, interfaceOf } from "../../policy/path/end.ts";
import { governingEndpoints, isWorkloadInterface, type NodeView, nodeView } from "../../policy/path/node-view.ts";
import type { CompiledEndpoint, World } from "../../policy/world/compiled.ts";
import type { Interval } from "../sets/dimension.ts";
import { mergeIntervals } from "../sets/interval-list.ts";
import { firstWorkloadAt, workloadNamed, workloadsByName } from "./named-workloads.ts";
import { type NodeInWorld, nodeInterfaces } from "./node-ways.ts";
import type { Way, WayKind } from "./way.ts";
import { destinationsTo } from "./way-destinations.ts";
import { farEnd } from "./ways-of.ts";

const FAMILIES = [4, 6] as const;

/** A World with what is known of its nodes. */
export interface WorldFacts {
  readonly world: World;
  readonly facts: readonly NodeFacts[];
}

/** One end of a way: a process of the node, an interface by its name, or a workload by its own. */
type EndName = "process" | { readonly interface: string } | { readonly workload: string };

/** A way by the names of its ends, which every World has, whatever is at them there. */
interface WayName {
  readonly kind: WayKind;
  /** The end that it is about. */
  readonly about: Exclude<EndName, "process">;
  readonly from: EndName;
  readonly to: EndName;
}

/**
 * The ways through nodes that any of the Worlds has (as `waysOf` finds them), each as it is in every one of them: a way that one
 * World alone has an endpoint for is a way without one in the others. All assume the same, and have the destinations of any
 * World. An interface is a workload's where the World has it so; of several workloads at one interface it is the first's, as a
 * node takes only that. Packets may also be asked about by a workload's name: each that all Worlds have, and that is not the
 * first at the same interface in all of them, has ways of its own.
 */
export function waysOfWorlds(
  sides: readonly WorldFacts[],
  choose: (node: string) => boolean = () => true,
): (readonly Way[])[] {
  const factsByNode = sides.map(({ facts }) => new Map(facts.map((one) => [one.node, one])));
  const nodes = sides.flatMap(({ world, facts }) => [
    ...world.hostEndpoints.keys(),
    ...world.workloadEndpoints.keys(),
    ...facts.map(({ node }) => node),
  ]);
  return [...new Set(nodes)]
    .filter(choose)
    .sort()
    .flatMap((node) =>
      waysThrough(sides.map(({ world }, i) => ({ world, facts: factsByNode[i]?.get(node) ?? { node } }))),
    );
}

/** The ways through one node, given as each World has it. */
function waysThrough(given: readonly NodeInWorld[]): (readonly Way[])[] {
  const { inWorlds, names, other, assumed } = nodeInterfaces(given);
  const known = {
    addresses: given.some(({ facts }) => facts.interfaces !== undefined),
    routes: given.some(({ facts }) => facts.routes !== undefined),
  };
  // An interface that is a workload's in one World and the host's in another has the same way from both.
  const found = new Map<string, WayName>();
  for (const name of [
    ...hostWays(names, other),
    ...workloadWays(
      inWorlds.map(({ view }) => view),
      other,
    ),
  ])
    found.set(JSON.stringify([name.from, name.to]), name);
  return [...found.values()].flatMap((name) =>
    FAMILIES.flatMap((family): (readonly Way[])[] => {
      const ways = inWorlds.map((one) => wayAt(one, name, family, assumed));
      const lists = ways.flatMap((way, i) => {
        const { world, view } = inWorlds[i] as (typeof inWorlds)[number];
        const isMissing = way.to.kind === "workload" && way.to.endpoint === undefined;
        return isMissing ? [] : [destinationsTo(world, view, family, farEnd(way), known)];
      });
      const destinations = unionOf(lists);
      const worlds = inWorlds.map(({ world }) => world);
      return everyTarget(worlds, destinations ? ways.map((way) => ({ ...way, destinations })) : ways);
    }),
  );
}

function hostWays(names: readonly string[], other: string): WayName[] {
  const away = { interface: other };
  const process = "process";
  return names.flatMap((name): WayName[] => {
    const here = { interface: name };
    if (name === LOOPBACK_NAME) return [{ kind: "local in", about: here, from: process, to: process }];
    return [
      { kind: "local in", about: here, from: here, to: process },
      { kind: "local out", about: here, from: process, to: here },
      { kind: "forwarded in", about: here, from: here, to: away },
      { kind: "forwarded out", about: here, from: away, to: here },
    ];
  });
}

function workloadWays(views: readonly NodeView[], other: string): WayName[] {
  const away = { interface: other };
  const names = views.flatMap((view) =>
    view.workloadEndpoints.flatMap(({ interfaceName: name }) => (isWorkloadInterface(view, name) ? [name] : [])),
  );
  const ends = [
    ...[...new Set(names)].map((name) => ({ interface: name })),
    ...workloadsByName(views).map((workload) => ({ workload })),
  ];
  return ends.flatMap((here): WayName[] => [
    { kind: "to workload", about: here, from: away, to: here },
    { kind: "from workload", about: here, from: here, to: away },
    { kind: "workload to host", about: here, from: here, to: "process" },
  ]);
}

function wayAt(
  { facts, view }: Pick<NodeInWorld, "facts"> & { readonly view: NodeView },
  { kind, about, from, to }: WayName,
  family: 4 | 6,
  assumed: readonly string[],
): Way {
  const here = endAt(view, about);
  const name = interfaceOf(here);
  const { governing, wildcard } = governingEndpoints(view, name);
  const endpoint = here.kind === "workload" ? here.endpoint : (governing ?? wildcard);
  const ends = { from: endAt(view, from), to: endAt(view, to) };
  const named = "workload" in about ? ({ byName: true } as const) : {};
  const of = { kind, interface: name, ...(endpoint && { endpoint }), ...ends, ...named };
  return { ...of, node: view.node, family, view, facts, assumed };
}

function endAt(view: NodeView, name: EndName): End {
  if (name === "process") return { kind: "process" };
  if ("workload" in name) {
    const endpoint = workloadNamed(view, name.workload) as CompiledEndpoint;
    return { kind: "workload", interface: endpoint.interfaceName, endpoint };
  }
  if (!isWorkloadInterface(view, name.interface)) return { kind: "host", interface: name.interface };
  const endpoint = firstWorkloadAt(view, name.interface);
  return { kind: "workload", interface: name.interface, ...(endpoint && { endpoint }) };
}

/** All that any of the lists has; `undefined`, which is all there are, where one is. */
function unionOf(lists: readonly (readonly Interval[] | undefined)[]): readonly Interval[] | undefined {
  const known = lists.flatMap((list) => (list === undefined ? [] : [list]));
  return known.length < lists.length || known.length === 0 ? undefined : mergeIntervals(known.flat());
}

/** The way in each World, and in the same way each further target that the node may choose. */
function everyTarget(worlds: readonly World[], ways: readonly Way[]): (readonly Way[])[] {
  const rulesOf = ({ from, view }: Way): readonly DnatRule[] =>
    from.kind === "process" ? view.outputRules : view.dnatRules;
  const most = ways.flatMap(rulesOf).reduce((found, rule) => Math.max(found, choicesOf(rule)), 1);
  const later = Array.from({ length: most - 1 }, (_, index) => {
    const target = index + 1;
    return ways.map((way, i) => {
      const facts: NodeFacts = { node: way.node, chosen: { of: way.facts, target } };
      return { ...way, facts, view: nodeView(worlds[i] as World, facts), laterTarget: target };
    });
  });
  return [ways, ...later];
}
