import { isObject } from "../../model/json.ts";
import { parseNet } from "../../model/net/address.ts";
import { protocolNumber } from "../../model/net/protocol.ts";

/** A field of a NAT that cannot be read, as a path from the NAT (`.except[0].dst`), and what it must be. */
export interface UnreadableField {
  readonly path: string;
  readonly must: string;
}

const NET = "must be an address, a CIDR, or LOCAL";
const PORT = "must be a port from 0 to 65535";

/** The fields of a NAT that say which packets it is for, and its `toPort` and `uncertain`: what they must be, and whether they are. */
const FIELDS: readonly (readonly [name: string, must: string, isReadable: (value: unknown) => boolean])[] = [
  [
    "protocol",
    "must be `all`, a protocol (TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite) or a number from 1 to 255",
    isProtocol,
  ],
  ["dst", NET, isNet],
  ["srcIP", NET, isNet],
  ["port", PORT, isPort],
  ["portTo", PORT, isPort],
  ["toPort", PORT, isPort],
  ["interface", "must be a name", (value) => typeof value === "string"],
  ["ipVersion", "must be 4 or 6", (value) => value === 4 || value === 6],
  ["uncertain", "must be text", (value) => typeof value === "string"],
];

/**
 * The first field of a NAT that cannot be read, its exceptions' included; `undefined` where all can. NATs share exceptions:
 * what is in `read` has been read, and is not looked at again.
 */
export function unreadableField(nat: unknown, read: Set<unknown>): UnreadableField | undefined {
  if (!isObject(nat)) return { path: "", must: "must be an object" };
  for (const [name, must, isReadable] of FIELDS)
    if (nat[name] !== undefined && !isReadable(nat[name])) return { path: `.${name}`, must };
  const { except = [] } = nat;
  if (!Array.isArray(except)) return { path: ".except", must: "must be a list" };
  for (const [index, inner] of except.entries()) {
    if (read.has(inner)) continue;
    const unreadable = unreadableField(inner, read);
    if (unreadable !== undefined) return { ...unreadable, path: `.except[${index}]${unreadable.path}` };
    read.add(inner);
  }
  return undefined;
}

function isProtocol(value: unknown): boolean {
  return (
    value === "all" || ((typeof value === "string" || typeof value === "number") && protocolNumber(value) !== undefined)
  );
}

function isNet(value: unknown): boolean {
  return typeof value === "string" && (value === "LOCAL" || parseNet(value) !== undefined);
}

function isPort(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 65535;
}
