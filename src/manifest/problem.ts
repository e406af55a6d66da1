import type { Code, Severity } from "../model/diagnostic.ts";
import type { FieldPath } from "../model/resource.ts";
import type { Fix } from "./fixes/fix.ts";
import type { Part } from "./yaml/pointed.ts";

/** A finding about a field of one resource, before its place in the text is known. */
export interface Problem {
  readonly severity?: Severity;
  readonly code: Code;
  readonly message: string;
  readonly help?: string;
  /** What of the resource to change, where `help` leaves nothing to decide. */
  readonly fix?: Fix | undefined;
  readonly path: FieldPath;
  /** What to point at: the field's name or its value (the default). */
  readonly part?: Part;
  /**
   * The field that is missing, or those of which one is: the finding is dropped where an unknown field is taken for a misspelling
   * of it.
   */
  readonly absent?: string | readonly string[];
  /** Where in the field's text the finding begins, in UTF-16 units from 0. */
  readonly offset?: number;
}

/** Where checks put their findings. */
export type Report = (problem: Problem) => void;
