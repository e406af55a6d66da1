/** A port of a rule as Calico has it: a number, a range `first:last`, or a name. */
export type RulePort = number | string;

/** The ports of one protocol that a rule allows; `undefined` where it allows all of them. */
export interface ProtocolPorts {
  readonly protocol: string | undefined;
  readonly ports: readonly RulePort[] | undefined;
}

/** A protocol with one port of it: a name, or a range of numbers; without either it stands for all ports. */
export interface PortOfProtocol {
  readonly protocol: string | undefined;
  readonly name?: string;
  readonly range?: readonly [first: number, last: number];
}

/**
 * Ports grouped by protocol, and sorted by its name. One without a port stands for all of its protocol. Names come before
 * numbers, and numbers are merged and sorted, where there is a range or two numbers; else the order stays (recorded).
 */
export function groupPorts(entries: readonly PortOfProtocol[]): ProtocolPorts[] {
  const groups = new Map<string | undefined, PortOfProtocol[]>();
  for (const entry of entries) groups.set(entry.protocol, [...(groups.get(entry.protocol) ?? []), entry]);
  return [...groups]
    .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1))
    .map(([protocol, ports]) => ({ protocol, ports: portsOf(ports) }));
}

function portsOf(entries: readonly PortOfProtocol[]): RulePort[] | undefined {
  if (entries.some(({ name, range }) => name === undefined && range === undefined)) return undefined;
  const ranges = entries.flatMap(({ range }) => (range === undefined ? [] : [range]));
  const isOneNumber = ranges.length < 2 && ranges.every(([first, last]) => first === last);
  if (isOneNumber) return entries.flatMap(({ name, range }) => name ?? (range === undefined ? [] : [rangePort(range)]));
  return [...entries.flatMap(({ name }) => name ?? []), ...merged(ranges).map(rangePort)];
}

/** Ranges that overlap or touch as one, in order. */
function merged(ranges: readonly (readonly [number, number])[]): [number, number][] {
  const result: [number, number][] = [];
  for (const [first, last] of [...ranges].sort(([a, b], [c, d]) => a - c || b - d)) {
    const previous = result.at(-1);
    if (previous !== undefined && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else result.push([first, last]);
  }
  return result;
}

/** A range as Calico writes it; of one port, the number. */
export function rangePort([first, last]: readonly [number, number]): RulePort {
  return first === last ? first : `${first}:${last}`;
}
