import { type Cidr, formatCidr, parseAddress, parseCidr } from "../../model/address.ts";

/**
 * A network as Go reads it: leading zeros in the prefix length, and IPv4 networks written as IPv6
 * (`::ffff:10.0.0.0/104` is `10.0.0.0/8`), which manifests may have. `undefined` where the text is none.
 */
export function readCidr(text: string): Cidr | undefined {
  const [, host = "", digits = ""] = /^([0-9A-Fa-f:.]+)\/0*(\d{1,3})$/.exec(text) ?? [];
  if (digits === "") return undefined;
  const mapped = host.includes(":") ? parseAddress(host) : undefined;
  if (mapped?.family !== 4) return parseCidr(`${host}/${digits}`);
  const prefix = Number(digits);
  if (prefix > 128) return undefined;
  if (prefix >= 96)
    return (
      parseCidr(`${host.slice(host.lastIndexOf(":") + 1)}/${prefix - 96}`) ?? {
        address: mapped,
        prefix: prefix - 96,
        masked: false,
      }
    );
  return { address: mapped, prefix: 0, masked: false };
}

/** A network or a plain address, which is the network of that one address. */
export function readNet(text: string): Cidr | undefined {
  if (text.includes("/")) return readCidr(text);
  const address = parseAddress(text);
  return address && { address, prefix: address.family === 4 ? 32 : 128, masked: true };
}

/** The family of a plain address; `undefined` where the text is none. */
export function addressFamily(text: string): 4 | 6 | undefined {
  return parseAddress(text)?.family;
}

/** How the network should have been written, for help: `10.0.0.7/8` is `10.0.0.0/8`. */
export function maskedText(cidr: Cidr): string {
  return formatCidr(cidr);
}

/** Whether it is a hardware address as Go reads it: 6, 8 or 20 bytes, `aa:bb:..`, `aa-bb-..` or `aabb.ccdd..`. */
export function isMac(text: string): boolean {
  if (text.length > 59) return false;
  const separator = /^[0-9A-Fa-f]{2}([:-])/.exec(text)?.[1];
  const groups = text.split(separator ?? ".");
  const bytes = separator === undefined ? groups.length * 2 : groups.length;
  const group = separator === undefined ? /^[0-9A-Fa-f]{4}$/ : /^[0-9A-Fa-f]{2}$/;
  return [6, 8, 20].includes(bytes) && groups.every((part) => group.test(part));
}
