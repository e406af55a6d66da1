import type { Address } from "../../../model/net/address.ts";
import { LOOPBACK_NETS, parseCidr } from "../../../model/net/address.ts";
import { routeBeforeOutput } from "../../../policy/flow/resolve-flow.ts";
import { type End, interfaceOf } from "../../../policy/path/end.ts";
import type { NodeView } from "../../../policy/path/node-view.ts";
import type { World } from "../../../policy/world/compiled.ts";
import { toNet } from "../../../policy/world/nets.ts";
import type { Box, Universe } from "../../sets/universe.ts";
import { boxesOf } from "../boxes/boxes-of.ts";
import { intervalsByAnswer, rangeOf } from "../boxes/intervals-of.ts";

/** The packets of local processes by the end that they are routed to before nat OUTPUT translates them. */
export type RoutesBefore = () => readonly (readonly [End, readonly Box[]])[];

/** Answers it for a node, from its routes, the networks of its interfaces and who has which address there; computed once. */
export function routesBefore(
  universe: Universe,
  world: World,
  view: NodeView,
  assume: (text: string) => void,
): RoutesBefore {
  let known: readonly (readonly [End, readonly Box[]])[] | undefined;
  return () => {
    known ??= findRoutes(universe, world, view, assume);
    return known;
  };
}

function findRoutes(
  universe: Universe,
  world: World,
  view: NodeView,
  assume: (text: string) => void,
): readonly (readonly [End, readonly Box[]])[] {
  const ranges = destinationRanges(world, view);
  const ends = new Map<string, End>();
  const assumed = new Set<string>();
  const answer = (destination: Address) => {
    const texts: string[] = [];
    const end = routeBeforeOutput(world, view, destination, texts);
    for (const text of texts) assumed.add(text.slice(text.indexOf(" ")));
    const key = `${end.kind} ${interfaceOf(end)}`;
    ends.set(key, end);
    return key;
  };
  const byEnd = intervalsByAnswer(universe.family, ranges, answer);
  for (const text of assumed) assume(`what has no route${text}`);
  return [...byEnd].flatMap(([key, destination]) => {
    const end = ends.get(key);
    return end === undefined ? [] : [[end, boxesOf(universe, { destination })] as const];
  });
}

/** All networks and addresses that routing on a node looks at. */
export function destinationRanges(world: World, view: NodeView) {
  const routes = [...view.connected, ...(view.routes ?? [])].flatMap(({ dst }) => parseCidr(dst) ?? []);
  return [
    ...[...LOOPBACK_NETS, ...routes].map((net) => toNet(net)),
    ...[...view.interfaces.values()].flat().map(({ address }) => rangeOf(address)),
    ...world.owners.onNode(view.node).flatMap(({ nets }) => nets),
  ];
}
