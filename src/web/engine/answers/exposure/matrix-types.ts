import type { Family } from "../../../../analysis/sets/dimension.ts";
import type { ShownVerdict } from "../packet-answer.ts";
import type { PacketForm } from "../packet-form.ts";
import type { PrintedData } from "../printed-data.ts";

/** What a matrix is about, with the words of `calicoctl exposure --matrix`. */
export interface MatrixWords {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly port: readonly string[];
}

/** Some rows and columns of the matrix of who may open connections to whom; `row` and `column` are the first, from 0. */
export interface MatrixPartQuestion extends MatrixWords {
  readonly kind: "matrix";
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

/** One cell of the same matrix. */
export interface MatrixCellQuestion extends MatrixWords {
  readonly kind: "matrix-cell";
  readonly row: number;
  readonly column: number;
}

/** A part of the matrix of who may open connections to whom. */
export interface MatrixPart {
  /** How many rows and columns all of it has. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** The first row and column of the part, from 0. */
  readonly row: number;
  readonly column: number;
  /** The ends of the part. */
  readonly sources: readonly PartEnd[];
  readonly destinations: readonly PartEnd[];
  /** A list for each source; empty where nothing is proved. */
  readonly cells: readonly (readonly PartCell[])[];
  /** Why nothing is proved. */
  readonly notProved?: string;
  readonly assumptions: readonly string[];
  /** The command that prints all of it. */
  readonly command: string;
}

/** A row or column. */
export interface PartEnd {
  readonly name: string;
  /** What it is, for people: its node and addresses. */
  readonly about: string;
  /** The endpoint by its name for people; absent for addresses. */
  readonly resource?: string;
}

/** What may pass, as `exposure --matrix` prints it. */
export interface PartCell {
  readonly text: string;
  readonly kind: "none" | "some" | "all" | "other";
}

/** What may pass from one end of a matrix to another. */
export interface MatrixCellAnswer {
  readonly source: PartEnd;
  readonly destination: PartEnd;
  /** As the matrix has it; absent where nothing is proved. */
  readonly text?: string;
  readonly notProved?: string;
  readonly regions: readonly CellRegion[];
  /** As `calicoctl exposure --matrix -o json` prints it of these two ends. */
  readonly data: PrintedData;
}

/** Packets that may pass: these services from all of the sources to all of the destinations. */
export interface CellRegion {
  readonly ipVersion: Family;
  readonly services: string;
  readonly sources: RegionAddresses;
  readonly destinations: RegionAddresses;
  /** One of the packets, to ask about. */
  readonly example?: CellExample;
}

/** Addresses in short, with exceptions where that is shorter, and as networks. */
export interface RegionAddresses {
  readonly text: string;
  readonly nets: readonly string[];
}

/** A packet, and what becomes of it from end to end: other nodes and services may change that. */
export interface CellExample {
  readonly form: PacketForm;
  readonly packet: string;
  readonly verdict: ShownVerdict;
}
