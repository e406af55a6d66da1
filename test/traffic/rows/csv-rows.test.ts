import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvReader } from "../../../src/traffic/csv.ts";
import { columnKinds, csvRows } from "../../../src/traffic/rows/csv-rows.ts";
import { MOST_ROWS } from "../../../src/traffic/rows/row-columns.ts";
import { sized } from "../../support/full.ts";
import { columnsOf as rowColumnsOf, textOf as rowTextOf } from "./read-rows.ts";

const HEADER = "from,to,protocol,srcIP,dstIP,srcPort,dstPort,tcpFlags,name";
const USUAL = "interface:eth0,process,TCP,10.0.0.2,10.255.0.1,40000,443,,";

const columnsOf = (text: string, header = HEADER) =>
  rowColumnsOf(text, (ends) => csvRows(columnKinds(header.split(",")), ends));

function textOf(line: string, header = HEADER) {
  const reader = csvReader(header, { end: () => 0 });
  if (typeof reader === "string") throw new Error(reader);
  return rowTextOf(line, reader, (end) => ("process" in end ? "process" : Object.entries(end).flat().join(":")));
}

describe("a row of CSV as bytes", () => {
  test.each([
    USUAL,
    USUAL.replace("TCP", "udp"),
    USUAL.replace("TCP", "132"),
    USUAL.replace("process", ""),
    USUAL.replace("process", "workload:ns/a.b"),
    "interface:eth0,process,TCP,0.0.0.0,255.255.255.255,0,65535",
    `${USUAL}a name of it`,
    `${USUAL}=1+1`,
    `${USUAL}\r`,
  ])("%j is read", (line) => {
    const [read] = columnsOf(line);
    expect(read).toBeDefined();
    expect(read).toEqual(textOf(line));
  });

  test.each([
    "",
    "\r",
    " ",
    ",,,,,,,,",
    `${USUAL},`,
    `${USUAL}\r\r`,
    `${USUAL}\ta`,
    `${USUAL}\0`,
    `${USUAL}ä`,
    `${USUAL}\u202e`,
    `${USUAL}"x"`,
    `\ufeff${USUAL}`,
    ` ${USUAL}`,
    USUAL.replace("eth0", ""),
    USUAL.replace("process", '"process"'),
    USUAL.replace("interface:eth0", ""),
    USUAL.replace("eth0", "eth+0"),
    USUAL.replace("eth0", "éth0"),
    USUAL.replace("eth0", "eth0é"),
    USUAL.replace("TCP", "ICMP"),
    USUAL.replace("TCP", "Tcp"),
    USUAL.replace("TCP", "06"),
    USUAL.replace("TCP", ""),
    USUAL.replace("10.0.0.2", "fd00::2"),
    ...[
      "10.0.0",
      "10.0.0.",
      ".10.0.0.2",
      "10.0.0.2.",
      "10.0.0.256",
      "10.0.0.02",
      "10.0.0.1000",
      "10.0..2",
      "1e1.0.0.2",
      "-1.0.0.2",
    ].map((address) => USUAL.replace("10.0.0.2", address)),
    ...["", "65536", "99999", "100000", "040", "+1", "-1", "1.0", "0x1", "4 ", "00"].map((port) =>
      USUAL.replace("443", port),
    ),
    USUAL.replace(",443,,", ""),
    USUAL.replace(",443,,", ",443,ACK,"),
    `${USUAL}${"x".repeat(64 * 1024)}`,
  ])("%# is left to the reader of texts", (line) => {
    const [usual, hostile, next] = columnsOf(`${USUAL}\n${line}\n${USUAL}\n`);
    // An end that is none is found when its text is asked about.
    if (!line.startsWith("interface:,")) expect(hostile).toBeUndefined();
    expect(usual).toEqual(textOf(USUAL));
    expect(next).toEqual(usual);
  });

  test("columns in another order, and fewer", () => {
    const header = "dstIP,srcIP,dstPort,protocol,srcPort,from";
    const line = "10.0.0.1,10.0.0.2,443,TCP,1,interface:eth0";
    expect(columnsOf(line, header)).toEqual([textOf(line, header)]);
  });

  test("more rows than there is room for, and more ends than are remembered", () => {
    const lines = Array.from({ length: MOST_ROWS + 10 }, (_, row) => USUAL.replace("eth0", `eth${row}`));
    const read = columnsOf(lines.join("\n"));
    expect(read).toHaveLength(lines.length);
    for (const [row, packet] of read.entries())
      if (packet !== undefined) expect(packet.from).toBe(`interface:eth${row}`);
    expect(read.filter((packet) => packet !== undefined).length).toBeGreaterThan(8_000);
  });
});

test("what is read from bytes is what the reader of texts reads", () => {
  const address = fc
    .array(fc.integer({ min: 0, max: 255 }), { minLength: 4, maxLength: 4 })
    .map((parts) => parts.join("."));
  const port = fc.integer({ min: 0, max: 65_535 }).map(String);
  const end = fc.constantFrom("interface:eth0", "process", "workload:a", "interface:cali0123456789a");
  const protocol = fc.constantFrom("TCP", "tcp", "6", "UDP", "17", "SCTP", "udplite");
  const cells = fc.tuple(
    end,
    fc.oneof(end, fc.constant("")),
    protocol,
    address,
    address,
    port,
    port,
    fc.constant(""),
    fc.constantFrom("", "x", "=1"),
  );
  const odd = fc.constantFrom(
    "",
    '"',
    ",",
    "0",
    "9",
    " ",
    ".",
    "\r",
    "\0",
    "ä",
    "::1",
    "ICMP",
    "ACK",
    "interface:",
    "00",
    "256",
    "65536",
    "1e1",
    "-",
    "\ufeff",
  );
  /** A row, in which something is put at a place instead of some characters. */
  const row = fc.tuple(cells, fc.nat(80), odd, fc.nat(3), fc.boolean()).map(([parts, at, put, cut, isChanged]) => {
    const line = parts.join();
    return isChanged ? line.slice(0, at) + put + line.slice(at + cut) : line;
  });
  const lines = fc.array(fc.oneof({ weight: 9, arbitrary: row }, { weight: 1, arbitrary: fc.string() }), {
    minLength: 1,
    maxLength: 20,
  });
  let usual = 0;
  const property = fc.property(lines, fc.constantFrom("\n", "\r\n"), (drawn, lineEnd) => {
    const texts = drawn.flatMap((line) => line.split("\n"));
    const read = columnsOf(texts.join(lineEnd) + lineEnd);
    expect(read).toHaveLength(texts.length);
    for (const [at, packet] of read.entries()) {
      if (packet === undefined) continue;
      usual++;
      // What is no end is found when its text is asked about.
      const text = textOf(texts[at] ?? "");
      if (
        text !== undefined ||
        [packet.from, packet.to].every((of) => of === undefined || /^(process$|(interface|workload):.)/.test(of))
      )
        expect(packet).toEqual(text);
    }
  });
  fc.assert(property, { numRuns: sized(20_000, 500), seed: 3 });
  expect(usual).toBeGreaterThan(100);
});
