import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as patterns from "../../scripts/editor-schema/patterns.ts";
import { isMac } from "../../src/manifest/checks/addresses.ts";
import { isPortName, keyFault, labelValueFault } from "../../src/manifest/checks/names.ts";
import { parseAddress, parseCidr, parseNet } from "../../src/model/net/address.ts";
import { parsePort } from "../../src/model/net/port.ts";
import { protocolNumber } from "../../src/model/net/protocol.ts";
import { parseSelector } from "../../src/selector/parse.ts";
import { sized } from "../support/full.ts";

const matches = (pattern: string, text: string): boolean => new RegExp(`^(?:${pattern})$`, "u").test(text);

const isPort = (text: string): boolean => {
  const port = parsePort(text);
  return typeof port !== "string" && (port.kind === "range" || isPortName(port.name));
};
const isAddress = (text: string): boolean => parseAddress(text) !== undefined;
const isMasked = (text: string): boolean => parseCidr(text)?.masked === true;

const prefix = fc.oneof(fc.nat(40), fc.nat(140)).map(String);
const address = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.ipV4().map((v4) => `::ffff:${v4}`),
  fc.stringMatching(/^[0-9a-f:.]{1,20}$/),
);
const number = fc.nat(70_000).map(String);
const withZeros = fc.oneof(number, fc.stringMatching(/^[0-9]{1,6}$/));
const NETWORKS = ["10.0.0.0", "172.16.0.0", "192.168.1.0", "0.0.0.0", "10.1.2.3", "2001:db8::", "::"];
const network = fc.tuple(fc.oneof(address, fc.constantFrom(...NETWORKS)), prefix).map((parts) => parts.join("/"));
const WORDS = [
  "a",
  "has(a)",
  "all()",
  "==",
  "!=",
  "'x'",
  '"y"',
  "in",
  "not in",
  "{",
  "}",
  ",",
  "(",
  ")",
  "!",
  "&&",
  "||",
];
const selector = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom("", " ", "\t")), { maxLength: 9 })
  .map((words) => words.flat().join(""));
const mac = fc
  .tuple(fc.constantFrom(":", "-"), fc.array(fc.stringMatching(/^[0-9A-Fa-f]{2}$/), { minLength: 5, maxLength: 8 }))
  .map(([separator, bytes]) => bytes.join(separator));
const key = fc.stringMatching(/^[a-zA-Z0-9._/-]{0,70}$/);

/** A pattern, the validator's function for the same text, texts that come near it, and whether the two are the same. */
test.each<[string, string, (text: string) => boolean, fc.Arbitrary<string>, boolean]>([
  [
    "ports and ranges",
    patterns.PORT,
    isPort,
    fc.oneof(
      number,
      fc.tuple(number, number).map((two) => two.join(":")),
    ),
    true,
  ],
  [
    "ports with zeros in front",
    patterns.PORT,
    isPort,
    fc.tuple(withZeros, withZeros).map((two) => two.join(":")),
    false,
  ],
  ["ports' names", patterns.PORT, isPort, fc.stringMatching(/^[a-zA-Z0-9._-]{1,17}$/), true],
  ["protocols", patterns.PROTOCOL_DIGITS, (text) => protocolNumber(text) !== undefined, fc.nat(300).map(String), true],
  ["IPv4 addresses", patterns.IPV4, isAddress, fc.stringMatching(/^[0-9]{1,3}([.][0-9]{1,3}){3}$/), true],
  ["addresses", `${patterns.IPV4}|${patterns.IPV6}`, isAddress, address, false],
  ["networks", patterns.NETWORK, isMasked, network, false],
  [
    "networks and addresses",
    patterns.NETWORK_OR_ADDRESS,
    (text) => parseNet(text) !== undefined,
    fc.oneof(network, address),
    false,
  ],
  ["MAC addresses", patterns.MAC, isMac, mac, true],
  ["labels", patterns.LABEL_KEY, (text) => keyFault(text) === undefined, key, true],
  ["label values", patterns.LABEL_VALUE, (text) => labelValueFault(text) === undefined, key, true],
  ["selectors", patterns.SELECTOR, (text) => parseSelector(text).ok, selector, false],
])("%s: the pattern takes what the validator takes", (_, pattern, valid, texts, isExact) => {
  const property = fc.property(texts, (text) => {
    if (valid(text)) expect([text, matches(pattern, text)]).toEqual([text, true]);
    else if (isExact) expect([text, matches(pattern, text)]).toEqual([text, false]);
  });
  fc.assert(property, { numRuns: sized(50_000, 5000), seed: 1 });
});

/** Texts that people write by mistake, each refused by the pattern. */
describe.each<[string, string, readonly string[]]>([
  [
    "networks",
    patterns.NETWORK,
    ["10.0.0.0/33", "10.0.0.1/8", "10.0.0.0", "10.0.0.0/", "10.0.0/8", "a/8", "2001:db8::/129"],
  ],
  ["addresses", patterns.IPV4, ["10.0.0.300", "10.0.0.1/32", "10.0.0", "010.0.0.1"]],
  ["ports", patterns.PORT, ["90:80", "100:99", "0", "65536", "80-90", "80,90", "1:", "-1"]],
  [
    "selectors",
    patterns.SELECTOR,
    ["role = 'x'", "role == x", "role", "all", "has(role", "a == 'b' and c == 'd'", "a in ['b']", "'x' == a"],
  ],
])("%s", (_, pattern, texts) => {
  test.each(texts)("`%s` is refused", (text) => expect(matches(pattern, text)).toBe(false));
});

test("long text of any pattern is read once", () => {
  const all = Object.entries(patterns).filter(([name]) => name !== "default");
  for (const text of [
    "a".repeat(50_000),
    "1".repeat(50_000),
    "a.".repeat(25_000),
    "( ".repeat(25_000),
    "a == 'b' && ".repeat(5000),
  ])
    for (const [name, pattern] of all) expect([name, matches(pattern, `${text}?`)]).toEqual([name, false]);
});
