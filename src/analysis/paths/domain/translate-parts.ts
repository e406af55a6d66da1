import type { Part, SentPart } from "../../../policy/path/domain.ts";
import type { End } from "../../../policy/path/end.ts";
import type { NodeView } from "../../../policy/path/node-view.ts";
import type { Interval } from "../../sets/dimension.ts";
import { boxesOf } from "../boxes/boxes-of.ts";
import { AS_SENT, constantDestination } from "../boxes/mapping.ts";
import type { NodeBoxes } from "../boxes/node-boxes.ts";
import type { MappedSet, MappedSets } from "./mapped-sets.ts";
import type { RoutesBefore } from "./routes-before.ts";
import { type TranslatedPart, translatedParts } from "./translations.ts";

/** Which packets take the way that is asked about, by where their destination leads. */
export interface OwnEnds {
  /** The destinations, after translation, that lead to the way's end; absent: all may. */
  readonly destinations?: readonly Interval[];
  /** Where the way is that of packets for which the node chooses the target of this number, from 1, of several. */
  readonly laterTarget?: number;
  /** Where packets of local processes are routed before they are translated; absent for answers. */
  readonly routesBefore?: RoutesBefore;
}

/** First packets by the end that they are routed to before nat OUTPUT translates them. */
type RoutedPackets<S> = readonly (readonly [End, S])[];

/** What packets are translated with. */
export interface TranslateOptions<S> extends OwnEnds {
  /** Where the packets that are answered were routed; present for answers between local processes. */
  readonly answeredRoutes?: RoutedPackets<S>;
  readonly view: NodeView;
  readonly sets: MappedSets<S>;
  readonly node: NodeBoxes;
  /** Whether they are replies of tracked connections, and whether they are answers to other packets, tracked or not. */
  readonly isReply: boolean;
  readonly isAnswer: boolean;
  /** Takes what has to be assumed, as sentences. */
  readonly assume: (text: string) => void;
}

/**
 * Packets that came in, translated: as `PacketDomain.translate` has it. Those that then lead elsewhere are on another way, and
 * are left out.
 */
export function translateIn<S>(
  options: TranslateOptions<S>,
  incoming: string,
  to: End,
  part: Part<MappedSet<S>>,
): readonly (readonly [End, Part<MappedSet<S>>])[] {
  const { sets, view, node, isReply, assume } = options;
  if (isReply) return [[to, part]];
  const isApplied = part.state === "new" || part.state === "established";
  const reached = { kind: "process" } as const;
  return translatedParts(sets, view, view.dnatRules, part.packets, incoming, assume).flatMap((moved) => {
    const { before, after } = moved;
    if (after !== undefined && isApplied) {
      return isOwn(options, moved) ? [[to, { ...part, packets: after }] as const] : [];
    }
    const cases = [[true, after === undefined ? [] : node.nodeAddresses()] as const];
    return sets.split(before, cases).flatMap(([isLocal, packets]) => {
      if (isLocal) return [[reached, { ...part, packets, reached }] as const];
      return ownOf(options, packets).map((own) => [to, { ...part, packets: own }] as const);
    });
  });
}

/** Packets that local processes send, with their translation: as `PacketDomain.translateOutput` has it. */
export function translateOut<S>(
  options: TranslateOptions<S>,
  to: End,
  part: Part<MappedSet<S>>,
): readonly SentPart<MappedSet<S>>[] {
  const { sets, view, isReply, assume } = options;
  if (isReply) return [{ part }];
  return translatedParts(sets, view, view.outputRules, part.packets, "", assume).flatMap((moved) => {
    const { before, after } = moved;
    if (after === undefined) return ownOf(options, before).map((packets) => ({ part: { ...part, packets } }));
    if (!isOwn(options, moved)) return [];
    const translated = (packets: MappedSet<S>) => sets.at(packets.set, after.at);
    const routed = routedParts(options, to, before);
    return routed.map(([end, packets]) => ({ part: { ...part, packets }, translation: { before: end, translated } }));
  });
}

/** Packets by the end that they are routed to before they are translated. */
function routedParts<S>(
  { sets, routesBefore, answeredRoutes = [] }: TranslateOptions<S>,
  to: End,
  packets: MappedSet<S>,
): readonly (readonly [End, MappedSet<S>])[] {
  if (routesBefore !== undefined)
    return sets.split(packets, routesBefore()).map(([end, part]) => [end ?? to, part] as const);
  const { algebra } = sets;
  const parts: (readonly [End, MappedSet<S>])[] = [];
  let rest = packets.set;
  for (const [end, answered] of answeredRoutes) {
    const part = algebra.intersect(rest, answered);
    if (part === algebra.none) continue;
    parts.push([end, sets.at(part, packets.at)]);
    rest = algebra.minus(rest, answered);
  }
  return rest === algebra.none ? parts : [...parts, [to, sets.at(rest, packets.at)]];
}

/** Where nat OUTPUT's translation finds packets of a local process routed to, of those that it translates. */
export function translatedRoutes<S>(options: TranslateOptions<S>, to: End, packets: MappedSet<S>): RoutedPackets<S> {
  const { sets, view, assume } = options;
  return translatedParts(sets, view, view.outputRules, packets, "", assume).flatMap(({ before, after }) =>
    after === undefined ? [] : routedParts(options, to, before).map(([end, { set }]) => [end, set] as const),
  );
}

/** Whether translated packets are of the way that is asked about. */
function isOwn<S>(
  { sets, destinations, laterTarget, isAnswer }: TranslateOptions<S>,
  { after, choices }: TranslatedPart<S>,
): boolean {
  if (isAnswer || after === undefined) return true;
  if (laterTarget !== undefined && choices <= laterTarget) return false;
  const address = constantDestination(after.at, sets.worldSets.universe.family);
  if (destinations === undefined || address === undefined) return true;
  return destinations.some(([first, last]) => BigInt(first) <= address.value && address.value <= BigInt(last));
}

/** Of packets that are not translated, those of the way that is asked about: none or one part. */
function ownOf<S>(options: TranslateOptions<S>, packets: MappedSet<S>): readonly MappedSet<S>[] {
  const { sets, destinations, laterTarget, isAnswer } = options;
  if (isAnswer) return [packets];
  if (laterTarget !== undefined) return [];
  if (destinations === undefined) return [packets];
  const { universe } = sets.worldSets;
  const own = sets.split(packets, [[true, boxesOf(universe, { destination: destinations })]]);
  return own.flatMap(([isIn, part]) => (isIn ? [part] : []));
}

/** The packets of the start that may take the way: those that lead there as they are sent, or as they are translated. */
export function ownPackets<S>(options: TranslateOptions<S>, start: S, incoming: string | undefined): S {
  const { sets, view, assume } = options;
  const { algebra } = sets;
  const rules = incoming === undefined ? view.outputRules : view.dnatRules;
  const all = sets.at(start, AS_SENT);
  const moved = translatedParts(sets, view, rules, all, incoming ?? "", assume);
  const parts = [
    ...ownOf(options, all).map(({ set }) => set),
    ...moved.flatMap((part) => (part.after !== undefined && isOwn(options, part) ? [part.before.set] : [])),
  ];
  return parts.reduce((left, right) => algebra.union(left, right), algebra.none);
}
