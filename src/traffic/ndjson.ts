import type { Flow } from "../model/flow.ts";
import { isObject } from "../model/json.ts";
import type { FlowReader } from "./reader.ts";

/** The reader of a text with a JSON object a line, each of them a flow. */
export const ndjsonReader: FlowReader = {
  code: "flow.json",
  flow: (line) => {
    try {
      const value: unknown = JSON.parse(line);
      return isFlow(value) ? value : "a line must be one flow, an object";
    } catch {
      return "the line is not JSON";
    }
  },
};

/** Only that it is an object: the evaluator checks each field, as it does for flow files. */
function isFlow(value: unknown): value is Flow {
  return isObject(value);
}
