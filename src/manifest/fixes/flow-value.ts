import { isObject } from "../../model/json.ts";
import { resolvePlain } from "../yaml/nodes/scalars.ts";

/** A text that needs no quotes, in a block or in brackets, where it means itself; all else is quoted. */
const PLAIN = /^[A-Za-z0-9_(](?:[\w '=!&|().:/-]*[\w')])?$/;

/** A value as YAML on one line; in JSON every text is quoted. */
export function flowValue(value: unknown, isJson: boolean, quote = ""): string {
  if (Array.isArray(value)) return `[${value.map((item) => flowValue(item, isJson)).join(", ")}]`;
  if (isObject(value)) {
    const fields = Object.entries(value).map(([key, inner]) => `${flowKey(key, isJson)}: ${flowValue(inner, isJson)}`);
    return `{${fields.join(", ")}}`;
  }
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "string") return JSON.stringify(value);
  if (quote === "'" && !isJson) return `'${value.replaceAll("'", "''")}'`;
  const isPlain = PLAIN.test(value) && !/: | #|:$/.test(value) && resolvePlain(value) === value;
  return isPlain && quote === "" && !isJson ? value : JSON.stringify(value);
}

/** A field's name as it stands before its colon. */
export function flowKey(key: string, isJson: boolean): string {
  return isJson || !/^[A-Za-z][\w.-]*$/.test(key) ? JSON.stringify(key) : key;
}
