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

interface Options<S> extends OwnEnds {
  readonly view: NodeView;
  readonly sets: MappedSets<S>;
  readonly node: NodeBoxes;
  readonly isReply: boolean;
  readonly isAnswer: boolean;
  readonly assume: (text: string) => void;
}

/**
 * Packets that came in, translated: as `PacketDomain.translate` has it. Those that then lead elsewhere are on another way, and
 * are left out.
 */
export function translateIn<S>(
  options: Options<S>,
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
  options: Options<S>,
  to: End,
  part: Part<MappedSet<S>>,
): readonly SentPart<MappedSet<S>>[] {
  const { sets, view, isReply, assume, routesBefore } = options;
  if (isReply) return [{ part }];
  return translatedParts(sets, view, view.outputRules, part.packets, "", assume).flatMap((moved) => {
    const { before, after } = moved;
    if (after === undefined) return ownOf(options, before).map((packets) => ({ part: { ...part, packets } }));
    if (!isOwn(options, moved)) return [];
    const translated = (packets: MappedSet<S>) => sets.at(packets.set, after.at);
    const routed =
      routesBefore === undefined
        ? ([[to, before]] as const)
        : sets.split(before, routesBefore()).map(([end, packets]) => [end ?? to, packets] as const);
    return routed.map(([end, packets]) => ({ part: { ...part, packets }, translation: { before: end, translated } }));
  });
}

/** Whether translated packets are of the way that is asked about. */
function isOwn<S>(
  { sets, destinations, laterTarget, isAnswer }: Options<S>,
  { after, choices }: TranslatedPart<S>,
): boolean {
  if (isAnswer || after === undefined) return true;
  if (laterTarget !== undefined && choices <= laterTarget) return false;
  const address = constantDestination(after.at, sets.worldSets.universe.family);
  if (destinations === undefined || address === undefined) return true;
  return destinations.some(([first, last]) => BigInt(first) <= address.value && address.value <= BigInt(last));
}

/** Of packets that are not translated, those of the way that is asked about: none or one part. */
function ownOf<S>(options: Options<S>, packets: MappedSet<S>): readonly MappedSet<S>[] {
  const { sets, destinations, laterTarget, isAnswer } = options;
  if (isAnswer) return [packets];
  if (laterTarget !== undefined) return [];
  if (destinations === undefined) return [packets];
  const { universe } = sets.worldSets;
  const own = sets.split(packets, [[true, boxesOf(universe, { destination: destinations })]]);
  return own.flatMap(([isIn, part]) => (isIn ? [part] : []));
}

/** The packets of the start that may take the way: those that lead there as they are sent, or as they are translated. */
export function ownPackets<S>(options: Options<S>, start: S, incoming: string | undefined): S {
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
