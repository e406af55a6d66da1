import type { Code } from "../../model/diagnostic.ts";
import { printableJson } from "../../model/printable.ts";
import { ownerText } from "../../policy/names.ts";
import type { DecidedBy } from "../../policy/outcome.ts";
import type { Spans } from "../../policy/tables/reasons.ts";
import { decidedByText } from "../outcomes/step-text.ts";
import { csvLine } from "../regions/cells.ts";
import type { LineFormName } from "./form-names.ts";

/** Why a line could not be evaluated. */
export interface LineProblem {
  readonly code: Code;
  readonly message: string;
}

/** How the answer to a line of traffic is written. Texts are whole lines, or all of them behind the line's number. */
export interface LineForm {
  /** What is written before the first answer. */
  readonly heading: string;
  /** What stands before the number of the line that is answered; absent where the form has no such number. */
  readonly beforeNumber?: string;
  /** Whether answers say where the rule that decided stands in its file. */
  readonly spans: Spans;
  /** The verdict, that of the reply where there is one, and what decided. */
  readonly answered: (isAllowed: boolean, isReturnAllowed: boolean | undefined, by: DecidedBy) => string;
  /** What a line has that could not be evaluated. */
  readonly problem: (problem: LineProblem) => string;
}

const VERDICT = (isAllowed: boolean) => (isAllowed ? "allow" : "deny");
const LETTER = (isAllowed: boolean) => (isAllowed ? "A" : "D");

/** The forms by name. */
export const LINE_FORMS: Readonly<Record<LineFormName, LineForm>> = {
  /**
   * An object a line: `{"line", "verdict", "return", "decidedBy"}` with the same `decidedBy` as `simulate -o json`, `return` left out where
   * there is none; or `{"line", "error": {"code", "message"}}`.
   */
  json: {
    heading: "",
    beforeNumber: '{"line":',
    spans: "with spans",
    answered: (isAllowed, isReturnAllowed, by) => {
      const back = isReturnAllowed === undefined ? "" : `,"return":"${VERDICT(isReturnAllowed)}"`;
      return `,"verdict":"${VERDICT(isAllowed)}"${back},"decidedBy":${printableJson(JSON.stringify(by))}}\n`;
    },
    problem: ({ code, message }) => `,"error":${printableJson(JSON.stringify({ code, message }))}}\n`,
  },
  /**
   * A row a line: `A`, `D` or, where there is no verdict, `E`; the same of the reply, empty where there is none; what decided, or
   * why not.
   */
  csv: {
    heading: csvLine(["verdict", "return", "decidedBy"]),
    spans: "without spans",
    answered: (isAllowed, isReturnAllowed, by) =>
      csvLine([LETTER(isAllowed), isReturnAllowed === undefined ? "" : LETTER(isReturnAllowed), deciderCell(by)]),
    problem: ({ code, message }) => csvLine(["E", "", `${code}: ${message}`]),
  },
};

/** What decided in a few words, the same for the same rule wherever it decides: `policy shop/web ingress rule 2`. */
function deciderCell(by: DecidedBy): string {
  if (by.kind === "rule") return `${ownerText(by)} ${by.direction} rule ${by.rule}`;
  return decidedByText(by).replace(/^(?:by|because) /, "");
}
