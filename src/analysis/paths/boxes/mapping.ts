import type { Address } from "../../../model/net/address.ts";
import { PROTOCOL_NUMBERS } from "../../../model/net/protocol.ts";
import { answerType } from "../../../policy/flow/packet.ts";
import type { Dimension, Interval } from "../../sets/dimension.ts";
import type { Box, Universe } from "../../sets/universe.ts";
import type { ValueSet } from "../../sets/value-sets.ts";
import { addressNumber, numberAddress, PORT_PROTOCOLS } from "./dimension-values.ts";

/** What a field of a packet is: what another field of the first packet was, or a value that a translation gave it. */
type Origin = { readonly field: Dimension } | { readonly value: number | bigint };

/**
 * How the fields of packets where they are now follow from those of the first packet as it was sent, in which all sets are kept.
 * `port` is the destination port of protocols that have one; `answers`: whether ICMP requests have become their answers.
 */
export interface Mapping {
  readonly key: string;
  readonly source: Origin;
  readonly destination: Origin;
  readonly sourcePort: Origin;
  readonly port: Origin;
  readonly answers: boolean;
}

/** Packets as they are sent. */
export const AS_SENT: Mapping = keyed({
  source: { field: "source" },
  destination: { field: "destination" },
  sourcePort: { field: "sourcePort" },
  port: { field: "portOrIcmp" },
  answers: false,
});

/** Packets with a translated destination; `port` for packets of protocols with ports only. */
export function translated(mapping: Mapping, destination: Address, port: number | undefined): Mapping {
  const to = { value: addressNumber(destination) };
  return keyed({ ...mapping, destination: to, ...(port !== undefined && { port: { value: port } }) });
}

/** The answers to packets: ends swapped. */
export function answered({ source, destination, sourcePort, port }: Mapping): Mapping {
  return keyed({ source: destination, destination: source, sourcePort: port, port: sourcePort, answers: true });
}

/** Answers to packets that are not translated. */
export const ANSWERS: Mapping = answered(AS_SENT);
const answerMemos = new WeakMap<Universe, WeakMap<Box, Box | null>>();

/** Whether a translation made packets, or their answers, what they are. */
export function isTranslated({ key }: Mapping): boolean {
  return key !== AS_SENT.key && key !== ANSWERS.key;
}

function keyed(mapping: Omit<Mapping, "key">): Mapping {
  const { source, destination, sourcePort, port, answers } = mapping;
  const text = (origin: Origin) => ("field" in origin ? origin.field : String(origin.value));
  const key = [source, destination, sourcePort, port].map(text).join(" ") + (answers ? " answers" : "");
  return { ...mapping, key };
}

/** The destination of packets, where a translation gave all of them one. */
export function constantDestination({ destination }: Mapping, family: 4 | 6): Address | undefined {
  return "value" in destination ? numberAddress(destination.value, family) : undefined;
}

/**
 * A box of packets where they are now as a box of first packets; `undefined` where it has none. A box with ports or an ICMP
 * type must have protocols that all have them.
 */
export function toFirstPackets(universe: Universe, mapping: Mapping, box: Box): Box | undefined {
  if (mapping.key === AS_SENT.key) return box;
  // Packets that a translation sends to one address are too many kinds to remember.
  if (isTranslated(mapping)) return turned(universe, mapping, box);
  const memo = answerMemos.get(universe) ?? new WeakMap<Box, Box | null>();
  answerMemos.set(universe, memo);
  const known = memo.get(box);
  if (known !== undefined) return known ?? undefined;
  const made = turned(universe, mapping, box);
  memo.set(box, made ?? null);
  return made;
}

function turned(universe: Universe, mapping: Mapping, box: Box): Box | undefined {
  const { protocol, source, destination, sourcePort, portOrIcmp } = box.parts;
  const fields: [Origin, ValueSet][] = [];
  if (source) fields.push([mapping.source, source]);
  if (destination) fields.push([mapping.destination, destination]);
  if ((sourcePort || portOrIcmp) && protocol !== undefined && hasIcmpOnly(protocol)) {
    const types = portOrIcmp && mapping.answers ? requests(universe, protocol, portOrIcmp) : portOrIcmp;
    if (types) fields.push([{ field: "portOrIcmp" }, types]);
  } else if (sourcePort || portOrIcmp) {
    if (protocol === undefined || !hasPortsOnly(protocol))
      throw new Error("a box with ports has protocols that have ports");
    if (sourcePort) fields.push([mapping.sourcePort, sourcePort]);
    if (portOrIcmp) fields.push([mapping.port, portOrIcmp]);
  }
  const parts: Partial<Record<Dimension, ValueSet>> = { ...(protocol && { protocol }) };
  for (const [origin, values] of fields) {
    if ("value" in origin) {
      if (!holds(values, origin.value)) return undefined;
    } else if (origin.field === values.dimension) parts[origin.field] = values;
    else parts[origin.field] = universe.values(origin.field, values.intervals);
  }
  return universe.box(parts);
}

function hasIcmpOnly({ intervals }: ValueSet): boolean {
  const { ICMP, ICMPv6 } = PROTOCOL_NUMBERS;
  return intervals.every(([first, last]) => first === last && (first === ICMP || first === ICMPv6));
}

function hasPortsOnly({ intervals }: ValueSet): boolean {
  return intervals.every(([first, last]) => {
    for (let protocol = Number(first); protocol <= last; protocol++)
      if (!PORT_PROTOCOLS.some(([from, to]) => from <= protocol && protocol <= to)) return false;
    return true;
  });
}

function holds({ intervals }: ValueSet, value: number | bigint): boolean {
  return intervals.some(([first, last]) => first <= value && value <= last);
}

/** The ICMP types and codes of packets whose answers have these. */
function requests(universe: Universe, { intervals: [protocol] }: ValueSet, answers: ValueSet): ValueSet {
  const found: Interval[] = [];
  for (let type = 0; type < 256; type++) {
    const shift = (answerType(Number(protocol?.[0]), type) - type) * 256;
    for (const [first, last] of answers.intervals) {
      const from = Math.max(Number(first) - shift, type * 256);
      const to = Math.min(Number(last) - shift, type * 256 + 255);
      if (from <= to) found.push([from, to]);
    }
  }
  return universe.values("portOrIcmp", found);
}
