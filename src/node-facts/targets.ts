import type { DnatTarget } from "../model/flow.ts";
import { type Address, formatAddress, parseAddress } from "../model/net/address.ts";
import type { PortRange } from "../model/net/packet-set.ts";

/** What a rule does with the packets that match it. */
export type Target =
  | { readonly kind: "continue" }
  /** Marks packets for masquerading (`masqueradeMarks`). */
  | { readonly kind: "mark" }
  | { readonly kind: "accept" }
  | { readonly kind: "return" }
  | { readonly kind: "jump"; readonly chain: string; readonly goto: boolean }
  | { readonly kind: "dnat"; readonly to: Translation }
  | { readonly kind: "unknown"; readonly text: string };

/** Where DNAT or REDIRECT sends packets. */
export interface Translation {
  /** Addresses or `INTERFACE`; none if the packet keeps its address. */
  readonly addresses: readonly string[];
  /** A range of several keeps the packet's port where that is in it, unless `shuffled`. */
  readonly ports?: PortRange;
  readonly shuffled: boolean;
}

/** Targets after which the next rule is met, with nothing changed that DNAT depends on. */
const PASSING = new Set([
  "MARK",
  "CONNMARK",
  "LOG",
  "NFLOG",
  "ULOG",
  "TRACE",
  "SET",
  "AUDIT",
  "SECMARK",
  "CONNSECMARK",
  "CLASSIFY",
  "TTL",
  "HL",
  "DSCP",
  "TOS",
  "TCPMSS",
  "IDLETIMER",
  "LED",
]);
/** More addresses than this are not written out one by one. */
const MOST_ADDRESSES = 64;

/**
 * Reads a rule's words from `-j` or `-g` on. A chain of the table goes before a target of that name, as in the kernel;
 * what is neither a chain nor known is `unknown`.
 */
export function readTarget(words: readonly string[], isChain: (name: string) => boolean, family: 4 | 6): Target {
  return read(words, isChain, (name, rest) =>
    name === "DNAT" || name === "REDIRECT" ? readTranslation(name, rest, family) : undefined,
  );
}

/** As `readTarget`, for packets that leave the node: the translation is of their source. Its ports are not read. */
export function readSourceTarget(words: readonly string[], isChain: (name: string) => boolean, family: 4 | 6): Target {
  return read(words, isChain, (name, rest) =>
    name === "SNAT" || name === "MASQUERADE" ? readSource(name, rest, family) : undefined,
  );
}

function read(
  words: readonly string[],
  isChain: (name: string) => boolean,
  translation: (name: string, rest: readonly string[]) => Translation | undefined,
): Target {
  const [verb, name, ...rest] = words;
  if (verb === undefined) return { kind: "continue" };
  const unknown: Target = { kind: "unknown", text: words.join(" ") };
  if (name === undefined) return unknown;
  if (isChain(name))
    return rest.length > 0 ? unknown : { kind: "jump", chain: name, goto: verb === "-g" || verb === "--goto" };
  if (PASSING.has(name)) return { kind: "continue" };
  if (name === "ACCEPT" || name === "RETURN")
    return rest.length > 0 ? unknown : { kind: name === "ACCEPT" ? "accept" : "return" };
  const to = translation(name, rest);
  return to === undefined ? unknown : { kind: "dnat", to };
}

/**
 * The targets for packets whose port is one of `ports` and whose address is `own`, where each is certain; or why the
 * outcome is unknown.
 */
export function targetsOf(
  { addresses, ports, shuffled }: Translation,
  matched: { readonly ports: readonly PortRange[] | undefined; readonly own: Address | undefined },
): readonly DnatTarget[] | string {
  const own = matched.own && formatAddress(matched.own);
  const to = addresses.length > 0 ? addresses : own === undefined ? [] : [own];
  if (to.length === 0) return "it changes the port only, and the address is unknown";
  if (ports === undefined) return to.map((toIP) => ({ toIP }));
  if (ports.from === ports.to) return to.map((toIP) => ({ toIP, toPort: ports.from }));
  const kept = matched.ports?.every(({ from, to: last }) => ports.from <= from && last <= ports.to) ?? false;
  if (kept && !shuffled) return to.map((toIP) => ({ toIP }));
  return `the kernel chooses one of the ports ${ports.from}-${ports.to}`;
}

function readTranslation(name: "DNAT" | "REDIRECT", words: readonly string[], family: 4 | 6): Translation | undefined {
  let shuffled = false;
  let translation: Omit<Translation, "shuffled"> | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (word === "--random" || word === "--random-fully") shuffled = true;
    else if (word === "--persistent") continue;
    else if (translation !== undefined) return undefined;
    else {
      const value = words[++at] ?? "";
      if (name === "DNAT" && word === "--to-destination") translation = readDestination(value, family);
      else if (name === "REDIRECT" && word === "--to-ports") translation = portsAlone(value, ["INTERFACE"]);
      if (translation === undefined) return undefined;
    }
  }
  if (translation === undefined && name === "REDIRECT") translation = { addresses: ["INTERFACE"] };
  return translation && { ...translation, shuffled };
}

function readSource(name: "SNAT" | "MASQUERADE", words: readonly string[], family: 4 | 6): Translation | undefined {
  let addresses: readonly string[] | undefined = name === "MASQUERADE" ? ["INTERFACE"] : undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (word === "--random" || word === "--random-fully" || word === "--persistent") continue;
    const value = words[++at] ?? "";
    if (name === "MASQUERADE" && word === "--to-ports") continue;
    if (word !== "--to-source" || addresses !== undefined) return undefined;
    addresses = readAddressRange(splitDestination(value, family).host, family);
    if (addresses === undefined) return undefined;
  }
  return addresses && { addresses, shuffled: false };
}

/** `A`, `A-B`, `A:P`, `A-B:P-Q`, `:P`; an IPv6 address with a port is in brackets. */
function readDestination(text: string, family: 4 | 6): Omit<Translation, "shuffled"> | undefined {
  const { host, ports } = splitDestination(text, family);
  const addresses = host === "" ? [] : readAddressRange(host, family);
  if (addresses === undefined || (host === "" && ports === undefined)) return undefined;
  return ports === undefined ? { addresses } : portsAlone(ports, addresses);
}

function splitDestination(text: string, family: 4 | 6): { readonly host: string; readonly ports?: string } {
  const close = text.startsWith("[") ? text.indexOf("]") : -1;
  if (close > 0) {
    const host = text.slice(1, close);
    return text.length === close + 1 ? { host } : { host, ports: text.slice(close + 1).replace(/^:/, "") };
  }
  const colon = family === 4 || /^:\d/.test(text) ? text.indexOf(":") : -1;
  return colon < 0 ? { host: text } : { host: text.slice(0, colon), ports: text.slice(colon + 1) };
}

function portsAlone(text: string, addresses: readonly string[]): Omit<Translation, "shuffled"> | undefined {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text);
  if (!match) return undefined;
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  return from >= 1 && from <= to && to <= 65535 ? { addresses, ports: { from, to } } : undefined;
}

function readAddressRange(text: string, family: 4 | 6): readonly string[] | undefined {
  const [first = "", last = first, ...more] = text.split("-");
  const [from, to] = [parseAddress(first), parseAddress(last)];
  if (more.length > 0 || from?.family !== family || to?.family !== family) return undefined;
  const count = to.value - from.value + 1n;
  if (count < 1n || count > BigInt(MOST_ADDRESSES)) return undefined;
  return Array.from({ length: Number(count) }, (_, i) => formatAddress({ family, value: from.value + BigInt(i) }));
}
