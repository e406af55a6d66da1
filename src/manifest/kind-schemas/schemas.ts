import { KINDS, PARTS } from "../../generated/schemas.ts";

/** A JSON Schema, as far as `explain` reads it. */
export interface Schema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly $ref?: string;
  readonly "x-since"?: string;
}

/** The schema of each kind; bundled with the tool, and loaded only by what explains them. */
export const KIND_SCHEMAS: Readonly<Record<string, Schema>> = KINDS;

/** The parts that schemas refer to, by file name. */
export const SHARED_SCHEMAS: Readonly<Record<string, Schema>> = PARTS;
