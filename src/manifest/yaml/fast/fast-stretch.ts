import type { Part, Pointed } from "../pointed.ts";
import { readFastBlock } from "./fast-block.ts";
import { type FieldAtPath, WrittenFields } from "./written-fields.ts";

/** A document with the places of its fields. */
export interface FastReading {
  /** The map that the document is; absent where it is not read fast. */
  readonly root?: object;
  readonly fields: WrittenFields;
}

/** Reads a document with the places of its fields; without a root where `fast-block` does not read it, or it is not a map. */
export function readFast(text: string): FastReading {
  const fields = new WrittenFields();
  const root = readFastBlock(text, fields)?.value;
  const isMap = typeof root === "object" && root !== null && !Array.isArray(root);
  return { fields, ...(isMap && { root }) };
}

/** As `treeStretch`, of what was read fast. */
export function fastStretch(text: string, found: FieldAtPath | undefined, part: Part): Pointed | undefined {
  if (found === undefined) return undefined;
  const { own, value, isField, place } = found;
  const isScalarText = typeof own === "object" && (typeof value !== "object" || value === null);
  const scalar = isScalarText ? (own.isPlain ? text.slice(own.from, own.to) : String(value)) : "";
  if (isScalarText && (!isField || part === "value")) return [own.from, own.to, scalar];
  const [from, to] = place ?? [0, 0];
  return [from, to, scalar];
}
