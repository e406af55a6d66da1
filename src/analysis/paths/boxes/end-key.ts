import { type End, interfaceOf } from "../../../policy/path/end.ts";

/** An end as text, `undefined` too: equal for equal ends of a node. */
export function endKey(end: End | undefined): string {
  if (end === undefined) return "";
  const endpoint = end.kind === "workload" ? end.endpoint : undefined;
  return [end.kind, interfaceOf(end), endpoint?.namespace, endpoint?.name].join(" ");
}
