import { readPacket } from "../../../src/policy/flow/flow-input.ts";
import { fillPacket, newPacket } from "../../../src/policy/tables/table-packet.ts";
import type { FlowReader } from "../../../src/traffic/reader.ts";
import { COLUMNS_BYTES, NO_TEXT, type RowReader, rowColumns, UNUSUAL } from "../../../src/traffic/rows/row-columns.ts";
import { type TextNumbers, textNumbers } from "../../../src/traffic/rows/text-numbers.ts";

/** A usual packet of a row, its ends as texts. */
export interface ReadRow {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly protocol: number;
  readonly source: number;
  readonly destination: number;
  readonly sourcePort: number;
  readonly destinationPort: number;
}

/** What the columns have of each line of a text; `undefined` for a row that is to be read as text. */
export function columnsOf(text: string, reader: (ends: TextNumbers) => RowReader): (ReadRow | undefined)[] {
  const lines = text.endsWith("\n") ? text : `${text}\n`;
  // Behind the rows are bytes that are none of theirs.
  const bytes = new Uint8Array(Buffer.from(`${lines}12.`)).subarray(0, -3);
  const ends = textNumbers();
  const texts: string[] = [];
  const columns = rowColumns(new ArrayBuffer(COLUMNS_BYTES), 0);
  const read = reader(ends);
  const packets: (ReadRow | undefined)[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { rows, end } = read(bytes, at, bytes.length, columns);
    texts.push(...ends.taken());
    for (let row = 0; row < rows; row++) {
      const of = (column: ArrayLike<number>): number => column[row] ?? Number.NaN;
      const packet = {
        from: texts[of(columns.from)],
        to: of(columns.to) === NO_TEXT ? undefined : texts[of(columns.to)],
        protocol: of(columns.protocol),
        source: of(columns.source),
        destination: of(columns.destination),
        sourcePort: of(columns.sourcePort),
        destinationPort: of(columns.destinationPort),
      };
      packets.push(of(columns.from) === UNUSUAL ? undefined : packet);
    }
    at = end;
  }
  return packets;
}

/** The same of one line, as the reader of texts has it; `undefined` where it is no flow that opens a connection. `endText` writes an end. */
export function textOf(line: string, reader: FlowReader, endText: (end: object) => string): ReadRow | undefined {
  const flow = reader.flow(line);
  if (typeof flow === "string") return undefined;
  const read = readPacket(flow, () => undefined);
  if (read === undefined || flow.tcpFlags !== undefined || flow.conntrack !== undefined) return undefined;
  const packet = newPacket();
  fillPacket(packet, read);
  const { protocol, source, destination, sourcePort, destinationPort } = packet;
  const to = flow.to === undefined ? undefined : endText(flow.to);
  return { from: endText(flow.from), to, protocol, source, destination, sourcePort, destinationPort };
}
