import type { Misnamed, Unreadable } from "../../datastore/datastore.ts";
import { type UnreadableValue, unreadableHelp } from "../../datastore/datastore-error.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";

/** The findings about stored values that were read. */
export interface OddValues {
  readonly unreadable: readonly Unreadable[];
  readonly misnamed: readonly Misnamed[];
}

/** The findings where verdicts are computed without a value. */
const WITHOUT: Readonly<Record<Unreadable["forCalico"], string>> = {
  unreadable:
    "every verdict here is computed without it; Calico's nodes leave it out, too, from the next time they read everything",
  perhaps: "every verdict here is computed without it; Calico's nodes may read it, so that theirs may be others",
};

/**
 * An error for each stored value that is left out because it cannot be read, so that the command ends with exit code 1 although
 * it goes on; a warning for each whose metadata names another resource than its key.
 */
export function storedValueFindings({ unreadable, misnamed }: OddValues, use?: "verdicts"): Diagnostic[] {
  return [
    ...unreadable.map(
      ({ key, reason, forCalico, isNameless }): Diagnostic => ({
        severity: "error",
        code: "value.unreadable",
        message: `${key} is left out: ${reason}`,
        help: use === "verdicts" ? WITHOUT[forCalico] : unreadableHelp(key, isNameless),
      }),
    ),
    ...misnamed.map(
      ({ key, note }): Diagnostic => ({ severity: "warning", code: "value.misnamed", message: `${key}: ${note}` }),
    ),
  ];
}

/** An error for a resource that was asked for by its name and cannot be read. */
export function unreadableError({ message, code, help }: UnreadableValue): Diagnostic {
  return { severity: "error", code, message, ...(help !== undefined && { help }) };
}
