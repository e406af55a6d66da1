import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPacket } from "../../../src/policy/flow/flow-input.ts";
import { fillPacket, newPacket } from "../../../src/policy/tables/table-packet.ts";
import { csvReader } from "../../../src/traffic/csv.ts";
import { columnKinds, csvRows } from "../../../src/traffic/rows/csv-rows.ts";
import { COLUMNS_BYTES, MOST_ROWS, NO_TEXT, rowColumns, UNUSUAL } from "../../../src/traffic/rows/row-columns.ts";
import { textNumbers } from "../../../src/traffic/rows/text-numbers.ts";
import { sized } from "../../support/full.ts";

const HEADER = "from,to,protocol,srcIP,dstIP,srcPort,dstPort,tcpFlags,name";
const USUAL = "interface:eth0,process,TCP,10.0.0.2,10.255.0.1,40000,443,,";

/** What the columns have of each line of a text; `undefined` for a row that is to be read as text. */
function columnsOf(text: string, header = HEADER) {
  const bytes = Buffer.from(text.endsWith("\n") ? text : `${text}\n`);
  const ends = textNumbers();
  const texts: string[] = [];
  const columns = rowColumns(new ArrayBuffer(COLUMNS_BYTES), 0);
  const read = csvRows(columnKinds(header.split(",")), ends);
  const packets = [];
  for (let at = 0; at < bytes.length; ) {
    const { rows, end } = read(bytes, at, bytes.length, columns);
    texts.push(...ends.taken());
    for (let row = 0; row < rows; row++) {
      const [from, to] = [columns.from[row] ?? 0, columns.to[row] ?? 0];
      const packet = {
        from: texts[from],
        to: to === NO_TEXT ? undefined : texts[to],
        protocol: columns.protocol[row],
        source: columns.source[row],
        destination: columns.destination[row],
        sourcePort: columns.sourcePort[row],
        destinationPort: columns.destinationPort[row],
      };
      packets.push(from === UNUSUAL ? undefined : packet);
    }
    at = end;
  }
  return packets;
}

/** The same of one line, as the reader of texts has it; `undefined` where it is no flow that opens a connection with ports. */
function textOf(line: string, header = HEADER) {
  const reader = csvReader(header, { end: () => 0 });
  if (typeof reader === "string") throw new Error(reader);
  const flow = reader.flow(line);
  if (typeof flow === "string") return undefined;
  const read = readPacket(flow, () => undefined);
  if (read === undefined || flow.tcpFlags !== undefined || flow.conntrack !== undefined) return undefined;
  const packet = newPacket();
  fillPacket(packet, read);
  const end = (of: typeof flow.from | undefined) =>
    of === undefined ? undefined : "process" in of ? "process" : Object.entries(of).flat().join(":");
  const { protocol, source, destination, sourcePort, destinationPort } = packet;
  return { from: end(flow.from), to: end(flow.to), protocol, source, destination, sourcePort, destinationPort };
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
