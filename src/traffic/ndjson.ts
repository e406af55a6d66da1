import type { Flow, FlowEnd } from "../model/flow.ts";
import { isObject } from "../model/json.ts";
import type { NodeEvaluator } from "../policy/tables/evaluate.ts";
import { BAD_END, type FlowReader } from "./reader.ts";

/** The reader of a text with a JSON object a line, each of them a flow. `node` is the node that the flows enter. */
export function ndjsonReader(node: Pick<NodeEvaluator, "end">): FlowReader {
  return {
    code: "flow.json",
    flow: (line) => {
      const value = parsed(line);
      if (value === undefined) return "the line is not JSON";
      return isFlow(value) ? value : "a line must be one flow, an object";
    },
    usual: {
      endOf: (text) => {
        const value = parsed(text);
        return isEnd(value) ? node.end(value) : BAD_END;
      },
    },
  };
}

/** The value that the text is in JSON; `undefined` where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether it is one end and nothing else: all else is left to the evaluator, which checks it in a flow. */
function isEnd(value: unknown): value is FlowEnd {
  if (!isObject(value)) return false;
  const [[key, given] = [], ...more] = Object.entries(value);
  if (more.length > 0) return false;
  if (key === "process") return given === true;
  return (key === "interface" || key === "workload") && typeof given === "string" && given !== "";
}

/** Only that it is an object: the evaluator checks each field, as it does for flow files. */
function isFlow(value: unknown): value is Flow {
  return isObject(value);
}
