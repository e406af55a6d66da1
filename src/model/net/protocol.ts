/** IP protocol numbers of the names Calico knows; names are matched in exactly this case (`validate.jsonl`). */
export const PROTOCOL_NUMBERS = { TCP: 6, UDP: 17, ICMP: 1, ICMPv6: 58, SCTP: 132, UDPLite: 136 } as const;

/** IP in IP, which Calico has no name for. */
export const IPIP = 4;

/** A protocol Calico has a name for. */
export type ProtocolName = keyof typeof PROTOCOL_NUMBERS;

/**
 * The number of a protocol as manifests and flows have it: a name in Calico's spelling, a number, or a string of
 * digits, 1 to 255 (0 is refused). `undefined` for anything else.
 */
export function protocolNumber(protocol: string | number): number | undefined {
  if (typeof protocol === "string" && Object.hasOwn(PROTOCOL_NUMBERS, protocol)) {
    return PROTOCOL_NUMBERS[protocol as ProtocolName];
  }
  if (typeof protocol === "string" && !/^\d{1,3}$/.test(protocol)) return undefined;
  const number = Number(protocol);
  return Number.isInteger(number) && number >= 1 && number <= 255 ? number : undefined;
}

/** How people write the protocol: `TCP`, or `99` where it has no name. */
export function protocolName(number: number): string {
  const entry = Object.entries(PROTOCOL_NUMBERS).find(([, value]) => value === number);
  return entry?.[0] ?? String(number);
}

const { TCP, UDP, SCTP, UDPLite } = PROTOCOL_NUMBERS;

/** Whether packets of the protocol have ports. */
export function hasPorts(protocol: number): boolean {
  return protocol === TCP || protocol === UDP || protocol === SCTP || protocol === UDPLite;
}

/** The protocol of that name in any case: people type `tcp`, which is not valid in a manifest. */
export function protocolInAnyCase(name: string): ProtocolName | undefined {
  const lower = name.toLowerCase();
  return NAMES.find((known) => known.toLowerCase() === lower);
}

const NAMES = Object.keys(PROTOCOL_NUMBERS) as readonly ProtocolName[];

/** As `protocolNumber`, but with names in any case, for what people type. */
export function protocolNumberInAnyCase(protocol: string | number): number | undefined {
  return protocolNumber(protocolInAnyCase(String(protocol)) ?? protocol);
}
