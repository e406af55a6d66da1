import type { Chance } from "./chance.ts";

/** A rule as it is written, with the fields that these worlds use. */
export interface PlainRule {
  readonly action: string;
  readonly ipVersion?: number;
  readonly protocol?: string | number;
  readonly notProtocol?: string | number;
  readonly icmp?: { readonly type?: number; readonly code?: number };
  readonly notICMP?: { readonly type?: number; readonly code?: number };
  readonly source?: PlainSide;
  readonly destination?: PlainSide;
}

/** A side of such a rule. */
export interface PlainSide {
  readonly nets?: readonly string[];
  readonly notNets?: readonly string[];
  readonly selector?: string;
  readonly notSelector?: string;
  readonly ports?: readonly (number | string)[];
  readonly notPorts?: readonly (number | string)[];
}

/** Networks at the ends of the address space, around each other, and side by side. */
export const NETS = [
  ...["0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "0.0.0.0/32", "255.255.255.255/32", "255.255.255.254/31"],
  ...["127.0.0.0/8", "127.0.0.1/32", "224.0.0.0/4", "224.0.0.5/32", "169.254.0.0/16"],
  ...["10.0.0.0/8", "10.0.0.0/24", "10.0.0.0/25", "10.0.0.128/25", "10.0.1.0/24", "10.0.0.1/32", "10.0.0.2/31"],
  ...["10.65.0.0/16", "10.65.1.0/28", "10.65.1.0/29", "10.65.2.0/30", "10.65.1.1/32", "192.168.0.0/16", "10.0.0.9/24"],
];
const PORTS = [1, "1:2", 22, 53, 80, "80:80", "79:81", 443, "1024:65535", 65_534, 65_535, "65535:65535", "1:65535"];
const PORTED = ["TCP", "TCP", 6, "UDP", 17];
const PROTOCOLS = [...PORTED, "ICMP", 1, "SCTP", "UDPLite", 4, 2, 47, 99, 255, 132];
const ICMP_NUMBERS = [0, 3, 8, 8, 13, 254];
const LABEL_SETS = [["role"], ["role"], ["zone"], ["app"], ["role", "zone"], ["zone", "app", "tag"], ["tag"]];

/** What the rules of one list may read. */
export interface Theme {
  readonly sides: readonly string[];
  readonly labels: Readonly<Record<"source" | "destination", readonly string[]>>;
}

/** A theme: some of the six values besides the protocol, mostly not all; few where each must leave packets for the next rules. */
export function theme(chance: Chance, isLong: boolean): Theme {
  const all = ["source", "destination"].flatMap((side) => ["nets", "ports", "labels"].map((what) => `${side} ${what}`));
  const one = chance.of(all.filter((side) => !side.endsWith("labels")));
  const sides = isLong ? [...new Set([one, chance.of(all)])] : chance.some(all, 1 + chance.below(4));
  if (sides.length === all.length && !chance.once(5)) sides.splice(chance.below(sides.length), 1);
  return { sides, labels: { source: chance.of(LABEL_SETS), destination: chance.of(LABEL_SETS) } };
}

/** A selector that reads some labels. */
export function selector(chance: Chance, labels: readonly string[]): string {
  const one = (label: string) =>
    chance.of([
      ...[`${label} == 'a'`, `${label} == 'b'`, `${label} != 'a'`, `has(${label})`, `!has(${label})`],
      ...[`${label} in {'a', 'c'}`, `${label} not in {'a', 'b'}`, `${label} starts with 'a'`, `${label} == 'nobody'`],
    ]);
  const text = labels.map(one).join(chance.of([" && ", " || "]));
  return chance.once(6) ? `!(${text})` : text;
}

/** So many rules of a theme; narrow ones match few packets each, so that all places of a long list decide something. */
export function rules(chance: Chance, { sides, labels }: Theme, count: number, isNarrow: boolean): PlainRule[] {
  const has = (what: string) => sides.includes(what) && chance.once(isNarrow ? 1 : 2);
  function nets(): string[] {
    if (isNarrow)
      return [`10.${chance.below(4)}.${chance.below(64)}.${16 * chance.below(16)}/${chance.of([28, 29, 32])}`];
    return chance.some([...NETS.slice(chance.below(8)), ...(chance.once(4) ? ["fd00::/8"] : [])], 1);
  }
  function ports(): (number | string)[] {
    if (!isNarrow) return chance.some(PORTS, 1).slice(0, 6);
    const first = chance.once(8) ? chance.of([1, 2, 80, 65_534]) : 1 + chance.below(65_000);
    return [chance.once(2) ? first : `${first}:${Math.min(65_535, first + chance.below(40))}`];
  }
  function side(name: "source" | "destination", hasPorts: boolean): PlainSide {
    const [withNets, withPorts] = [has(`${name} nets`), hasPorts && has(`${name} ports`)];
    const withLabels = sides.includes(`${name} labels`) && chance.once(isNarrow ? 4 : 2);
    return {
      ...(withNets && (isNarrow || !chance.once(4)) && { nets: nets() }),
      ...(withNets && chance.once(3) && { notNets: nets().slice(0, 3) }),
      ...(withPorts && (isNarrow || !chance.once(4)) && { ports: ports() }),
      ...(withPorts && chance.once(3) && { notPorts: ports().slice(0, 2) }),
      ...(withLabels && !chance.once(4) && { selector: selector(chance, labels[name]) }),
      ...(withLabels && chance.once(3) && { notSelector: selector(chance, labels[name]) }),
    };
  }
  function rule(): PlainRule {
    const hasPorts = sides.some((what) => what.endsWith("ports")) && (isNarrow || !chance.once(4));
    const protocol = hasPorts ? chance.of(PORTED) : chance.once(2) ? chance.of(PROTOCOLS) : undefined;
    const isIcmp = protocol === 1 || protocol === "ICMP";
    const clause = () => ({ type: chance.of(ICMP_NUMBERS), ...(chance.once(2) && { code: chance.below(3) }) });
    return {
      action: chance.of(["Allow", "Allow", "Deny", "Pass", isNarrow ? "Deny" : "Log"]),
      ...(chance.once(12) && { ipVersion: chance.of([4, 4, 4, 6]) }),
      ...(protocol !== undefined && { protocol }),
      ...(protocol === undefined && chance.once(isNarrow ? 40 : 4) && { notProtocol: chance.of(PROTOCOLS) }),
      ...(isIcmp && chance.once(2) && { icmp: clause() }),
      ...(isIcmp && chance.once(3) && { notICMP: clause() }),
      source: side("source", hasPorts),
      destination: side("destination", hasPorts),
    };
  }
  return Array.from({ length: count }, rule);
}
