import {
  type Address,
  address4In,
  BITS,
  type Cidr,
  formatCidr,
  NOT_READ,
  parseNet,
  prefixFrom,
} from "../../model/net/address.ts";
import type { Net } from "./compiled.ts";

/** What bounds a network as large numbers. */
type Bounds = Pick<Net, "first" | "last" | "cidr">;

/** A network of IPv4. Its numbers are small, and large ones are made when they are first asked for: clusters hold very many. */
class Net4 implements Net {
  // Fields that anyone sees, so that two are told apart by comparing all fields.
  /** The address as it was written, as a number with a sign, which takes no memory of its own. */
  readonly address: number;
  readonly prefix: number;
  #text: string | undefined;
  #bounds: Bounds | undefined;

  /** `text`: its canonical form, where that is at hand. */
  constructor(address: number, prefix: number, text: string | undefined) {
    this.address = address | 0;
    this.prefix = prefix;
    this.#text = text;
  }

  get family(): 4 {
    return 4;
  }

  get first(): bigint {
    this.#bounds ??= this.#makeBounds();
    return this.#bounds.first;
  }

  get last(): bigint {
    this.#bounds ??= this.#makeBounds();
    return this.#bounds.last;
  }

  get cidr(): Cidr {
    this.#bounds ??= this.#makeBounds();
    return this.#bounds.cidr;
  }

  get text(): string {
    this.#text ??= formatCidr(this.cidr);
    return this.#text;
  }

  get firstNumber(): number {
    return (this.address & mask(this.prefix)) >>> 0;
  }

  get lastNumber(): number {
    return (this.address | ~mask(this.prefix)) >>> 0;
  }

  #makeBounds(): Bounds {
    const value = BigInt(this.address >>> 0);
    const masked = this.firstNumber === this.address >>> 0;
    const first = masked ? value : BigInt(this.firstNumber);
    const last = this.prefix === BITS[4] ? first : BigInt(this.lastNumber);
    return { first, last, cidr: { address: { family: 4, value }, prefix: this.prefix, masked } };
  }
}

/** The bits of an IPv4 address that a prefix has, as a number with a sign. */
function mask(prefix: number): number {
  // A shift by 32 would be one by none.
  return prefix === 0 ? 0 : -1 << (BITS[4] - prefix);
}

/** The first address of a network of IPv4, as a number. */
export function firstNumber(net: Net): number {
  return net instanceof Net4 ? net.firstNumber : Number(net.first);
}

/** The last address of a network of IPv4, as a number. */
export function lastNumber(net: Net): number {
  return net instanceof Net4 ? net.lastNumber : Number(net.last);
}

/** Bounds a network; the text is its canonical form. Equal numbers and texts are kept once. */
export function toNet(cidr: Cidr, written?: string): Net {
  const { family, value } = cidr.address;
  if (family === 4) return new Net4(Number(value), cidr.prefix, undefined);
  const hostBits = BigInt(BITS[family] - cidr.prefix);
  const first = cidr.masked ? value : (value >> hostBits) << hostBits;
  const last = hostBits === 0n ? first : first + (1n << hostBits) - 1n;
  const text = formatCidr(cidr);
  return { family, first, last, cidr, text: text === written ? written : text };
}

/** Reads a network or a plain address; `undefined` when it is none. */
export function readNet(text: string): Net | undefined {
  const net = readNet4(text);
  if (net !== undefined) return net;
  const cidr = parseNet(text);
  return cidr && toNet(cidr, text);
}

/** A network of IPv4 as nearly all are written; nothing of any other text, also of one in the form of IPv6. */
function readNet4(text: string): Net | undefined {
  const slash = text.indexOf("/");
  const address = address4In(text, slash < 0 ? text.length : slash);
  const prefix = slash < 0 ? BITS[4] : prefixFrom(text, slash + 1);
  if (address === NOT_READ || prefix === NOT_READ || prefix > BITS[4]) return undefined;
  const isCanonical =
    (address & mask(prefix)) === (address | 0) && text.length - slash === (prefix < 10 ? 2 : 3) && slash >= 0;
  return new Net4(address, prefix, isCanonical ? text : undefined);
}

/** Whether the address lies in the network. */
export function netContains(net: Net, address: Address): boolean {
  if (net instanceof Net4) {
    if (address.family !== 4) return false;
    const value = Number(address.value);
    return net.firstNumber <= value && value <= net.lastNumber;
  }
  return net.family === address.family && net.first <= address.value && address.value <= net.last;
}
