/**
 * Regular expressions of texts that Calico reads, without `^` and `$`. Each takes all that the validator takes, of every
 * Calico version, and as little else as an expression can. None repeats what repeats, so that long text is read once.
 */

const OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
/** `n` of four octets, the others 0. */
const octets = (n: number): string => [...Array(4).keys()].map((at) => (at < n ? OCTET : "0")).join("[.]");
const GROUP = "[0-9A-Fa-f]{1,4}";

export const IPV4 = octets(4);
export const IPV6 = `(?:${[
  `(?:${GROUP}:){7}${GROUP}`,
  `(?:${GROUP}:){1,7}:`,
  ...[1, 2, 3, 4, 5, 6].map((after) => `(?:${GROUP}:){1,${7 - after}}(?::${GROUP}){1,${after}}`),
  `:(?::${GROUP}){1,7}`,
  "::",
  `(?:[0-9A-Fa-f]{0,4}:){2,7}${IPV4}`,
].join("|")})`;
/** An IPv4 address, or one in IPv6 form, which Go takes for it. */
export const IPV4_IN_ANY_FORM = `(?:${IPV4}|(?=[0:]*:[fF]{4}:)${IPV6})`;

const IPV4_PREFIX = "/0*(?:3[0-2]|[12]?[0-9])";
const IPV6_PREFIX = "/0*(?:12[0-8]|1[01][0-9]|[1-9]?[0-9])";

/** A network with its prefix length, which may have bits outside it. */
export const UNMASKED = `(?:${IPV4}${IPV4_PREFIX}|${IPV6}${IPV6_PREFIX})`;
/** A network with its prefix length; whole octets of an IPv4 one that lie outside it are 0. */
export const NETWORK = `(?:${[
  `${octets(1)}/0*[0-8]`,
  `${octets(2)}/0*(?:9|1[0-6])`,
  `${octets(3)}/0*(?:1[7-9]|2[0-4])`,
  `${IPV4}/0*(?:2[5-9]|3[0-2])`,
  `${IPV6}${IPV6_PREFIX}`,
].join("|")})`;
export const NETWORK_OR_ADDRESS = `(?:${UNMASKED}|${IPV4}|${IPV6})`;
export const IPV4_INTERFACE = `(?:${IPV4}(?:${IPV4_PREFIX})?|(?=[0:]*:[fF]{4}:)${IPV6}(?:${IPV6_PREFIX})?)`;
export const IPV6_INTERFACE = `${IPV6}(?:${IPV6_PREFIX})?`;

const PORT_NUMBER =
  "0*(?:6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[1-9][0-9]{3}|[1-9][0-9]{2}|[1-9][0-9]|[1-9])";
/** Peers may have a port (v3.32). */
export const PEER = `(?:${IPV4}|${IPV6}|${IPV4}:${PORT_NUMBER}|\\[(?:${IPV4}|${IPV6})\\]:${PORT_NUMBER})`;

/** Port ranges that start after they end: the start has more digits, or a larger one where they first differ. */
const REVERSED_RANGE = `(?:${[
  ...[2, 3, 4, 5].map((digits) => `[1-9][0-9]{${digits - 1}}:[0-9]{1,${digits - 1}}`),
  `([0-9]{0,4})(?:${[0, 1, 2, 3, 4].flatMap(firstDifference).join("|")})`,
].join("|")})`;

/** The start has the same digits as the end, then a larger one, then `after` others. */
function firstDifference(after: number): string[] {
  const others = after === 0 ? "" : `[0-9]{${after}}`;
  return [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `${digit}${others}:\\1[0-${digit - 1}]${others}`);
}

/** A port's name: up to 15 lower case letters, digits and single `-`, a letter among them. */
export const PORT_NAME = "(?=[-a-z0-9]{1,15}$)(?=[-0-9]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*";
/** A port of a rule that is written as text. */
export const PORT = `(?!${REVERSED_RANGE}$)(?:${PORT_NUMBER}(?::${PORT_NUMBER})?|${PORT_NAME})`;
export const PROTOCOL_DIGITS = "(?=[0-9]{1,20}$)0*(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[1-9])";

/** Any number of `text`, with a dot between two. */
const dotted = (text: string): string => `${text}(?:[.]${text})*`;
const LABEL = "[a-z0-9](?:[-a-z0-9]*[a-z0-9])?";
export const DNS_LABEL = LABEL;
export const DNS_NAME = dotted(LABEL);

const QUALIFIED = "[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?";
export const LABEL_KEY = `(?:(?=[^/]{1,253}/)${DNS_NAME}/)?(?=[^/]{1,63}$)${QUALIFIED}`;
/** Case does not matter. */
export const ANNOTATION_KEY = LABEL_KEY.replaceAll("[a-z0-9]", "[A-Za-z0-9]").replaceAll("[-a-z0-9]", "[-A-Za-z0-9]");
export const LABEL_VALUE = `(?:(?=.{1,63}$)${QUALIFIED})?`;

const HEX = "[0-9A-Fa-f]";
/** 6, 8 or 20 bytes, in pairs with `:` or `-`, or in fours with `.`. */
export const MAC = `(?:${[5, 7, 19]
  .flatMap((more) => [
    `${HEX}{2}(?::${HEX}{2}){${more}}`,
    `${HEX}{2}(?:-${HEX}{2}){${more}}`,
    `${HEX}{4}(?:[.]${HEX}{4}){${(more + 1) / 2 - 1}}`,
  ])
  .join("|")})`;

export const COMMUNITY = "[0-9]+:[0-9]+(?::[0-9]+)?";
export const WIREGUARD_KEY = "[A-Za-z0-9+/]{43}=";
export const INTERFACE = "(?:[*]|[A-Za-z0-9_.-]{1,15})";

/** The words of a selector in an order that makes sense; whether parentheses are closed, no expression can say. */
export const SELECTOR = ((): string => {
  const [blank, key, text] = ["[ \\t]*", "[A-Za-z0-9_./-]+", `(?:'[^']*'|"[^"]*")`];
  const set = `\\{${blank}(?:${text}${blank}(?:,${blank}${text}${blank})*(?:,${blank})?)?\\}`;
  const comparison = `(?:==|!=|contains|starts\\s*with|ends\\s*with)${blank}${text}`;
  const term = `(?:all\\(\\s*\\)|global\\(\\s*\\)|has\\(\\s*${key}\\s*\\)|${key}${blank}(?:${comparison}|(?:not\\s*)?in${blank}${set}))`;
  const operand = `[!( \\t]*${term}[) \\t]*`;
  return `(?:${blank}|${operand}(?:(?:&&|\\|\\|)${operand})*)`;
})();
