import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ndjsonReader } from "../../../src/traffic/ndjson.ts";
import { jsonRows } from "../../../src/traffic/rows/json-rows.ts";
import { sized } from "../../support/full.ts";
import { columnsOf, textOf } from "./read-rows.ts";

const reader = ndjsonReader({ end: () => 0 });
const read = (text: string) => columnsOf(text, jsonRows);
const asText = (line: string) => textOf(line, reader, (end) => JSON.stringify(end));

const FLOW = {
  from: { interface: "eth0" },
  to: { process: true },
  protocol: "TCP",
  srcIP: "10.0.0.2",
  dstIP: "10.255.0.1",
  srcPort: 40000,
  dstPort: 443,
};
const USUAL = JSON.stringify(FLOW);
const { to: _, ...WITHOUT_TO } = FLOW;

describe("a flow of JSON as bytes", () => {
  test.each([
    USUAL,
    `${USUAL}\r`,
    `  ${USUAL}  `,
    USUAL.replaceAll(",", ", ").replaceAll('":', '": '),
    JSON.stringify(WITHOUT_TO),
    JSON.stringify({ ...FLOW, from: { workload: "ns/a.b" }, protocol: 17, name: "a name, of {it}" }),
    JSON.stringify({ ...FLOW, protocol: "sctp", srcPort: 0, dstPort: 65535, srcIP: "0.0.0.0" }),
    JSON.stringify(Object.fromEntries(Object.entries(FLOW).reverse())),
  ])("%j is read", (line) => {
    const [flow] = read(line);
    expect(flow).toBeDefined();
    const ends = { from: flow?.from?.replaceAll(" ", ""), to: flow?.to?.replaceAll(" ", "") };
    expect({ ...flow, ...ends }).toEqual(asText(line));
  });

  test.each([
    "",
    "{}",
    "[]",
    "{",
    USUAL.slice(1),
    USUAL.slice(0, -1),
    `${USUAL}}`,
    `${USUAL},`,
    `[${USUAL}]`,
    `\t${USUAL}`,
    `\ufeff${USUAL}`,
    `${USUAL.slice(0, -1)},}`,
    USUAL.replace('"TCP"', "TCP"),
    USUAL.replace('"TCP"', '"T\\u0043P"'),
    USUAL.replace('"TCP"', "06"),
    USUAL.replace('"TCP"', "null"),
    USUAL.replace("443", "0443"),
    USUAL.replace("443", "443.0"),
    USUAL.replace("443", "4e2"),
    USUAL.replace("443", "-443"),
    USUAL.replace("443", '"443"'),
    USUAL.replace("443", "65536"),
    USUAL.replace("10.0.0.2", "10.0.0.02"),
    USUAL.replace("10.0.0.2", "fd00::2"),
    USUAL.replace('"srcIP"', '"dstIP"'),
    USUAL.replace('"srcIP"', '"src\\u0049P"'),
    USUAL.replace('"srcIP"', '"srcip"'),
    USUAL.replace('"srcIP"', '"__proto__"'),
    USUAL.replace("{", '{"protocol":"UDP",'),
    USUAL.replace("{", '{"conntrack":"established",'),
    USUAL.replace("{", '{"icmpType":8,'),
    USUAL.replace("{", '{"name":"\u00e4",'),
    USUAL.replace("{", '{"name":3,'),
    USUAL.replace("eth0", "e\\u0074h0"),
    USUAL.replace("eth0", "eth\u00e4"),
    USUAL.replace('{"interface":"eth0"}', '"eth0"'),
    USUAL.replace('"eth0"', '{"a":1}'),
  ])("%j is left to the reader of texts", (line) => {
    const [usual, hostile, next] = read(`${USUAL}\n${line}\n${USUAL}\n`);
    expect(hostile).toBeUndefined();
    expect(usual).toEqual(asText(USUAL));
    expect(next).toEqual(usual);
  });

  test.each([
    ['{"interface":"eth0"}', 0],
    ['{ "workload": "a" }', 0],
    ['{"process":true}', 0],
    ['{"process":false}', -2],
    ['{"interface":""}', -2],
    ['{"interface":3}', -2],
    ['{"interface":"a","process":true}', -2],
    ['{"interface":"a"', -2],
    ["{}", -2],
    ['{"interface":"eth0",}', -2],
    ['{"__proto__":"a"}', -2],
  ])("%s as an end", (text, number) => {
    expect(reader.usual.endOf(text)).toBe(number);
  });
});

test("what is read from bytes is what the reader of texts reads", () => {
  const address = fc.ipV4();
  const port = fc.integer({ min: 0, max: 65_535 });
  const end = fc.constantFrom(
    { interface: "eth0" },
    { process: true },
    { workload: "a" },
    { interface: "cali0123456789a" },
  );
  const flow = fc.record(
    {
      from: end,
      to: end,
      protocol: fc.constantFrom("TCP", "tcp", "6", 6, "UDP", 17, "SCTP"),
      srcIP: address,
      dstIP: address,
      srcPort: port,
      dstPort: port,
      name: fc.constantFrom("", "x y", "\u00e4"),
    },
    { requiredKeys: ["from", "protocol", "srcIP", "dstIP", "srcPort", "dstPort"] },
  );
  const odd = fc.constantFrom(
    "",
    '"',
    ",",
    "0",
    "9",
    " ",
    ".",
    "{",
    "}",
    ":",
    "[",
    "\\",
    "\r",
    "\0",
    "\u00e4",
    "null",
    "-",
    '"to":',
  );
  /** A flow, in which something is put at a place instead of some characters. */
  const row = fc.tuple(flow, fc.nat(150), odd, fc.nat(3), fc.boolean()).map(([made, at, put, cut, isChanged]) => {
    const line = JSON.stringify(made);
    return isChanged ? line.slice(0, at) + put + line.slice(at + cut) : line;
  });
  const lines = fc.array(fc.oneof({ weight: 9, arbitrary: row }, { weight: 1, arbitrary: fc.json() }), {
    minLength: 1,
    maxLength: 20,
  });
  let usual = 0;
  const property = fc.property(lines, (texts) => {
    const found = read(texts.join("\n"));
    expect(found).toHaveLength(texts.length);
    for (const [at, packet] of found.entries()) {
      const ends = [packet?.from, packet?.to].flatMap((text) => (text === undefined ? [] : text));
      // What is no end is found when its text is asked about.
      if (packet === undefined || ends.some((text) => reader.usual.endOf(text) < 0)) continue;
      usual++;
      const written = (text: string | undefined) => text && JSON.stringify(JSON.parse(text));
      expect({ ...packet, from: written(packet.from), to: written(packet.to) }).toEqual(asText(texts[at] ?? ""));
    }
  });
  fc.assert(property, { numRuns: sized(20_000, 500), seed: 4 });
  expect(usual).toBeGreaterThan(100);
});
