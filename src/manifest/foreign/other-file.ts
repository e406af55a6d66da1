import type { JsonObject } from "../../model/json.ts";

/**
 * What to do with a document that belongs in another of the tool's files, by a field that only such a file has: flow files and
 * lifelines often lie beside the manifests they are about. `undefined` where it is none of them.
 */
export function otherFile(value: JsonObject): string | undefined {
  if ([value.flows, value.forbid, value.permit].some(Array.isArray))
    return "this is a flow file: `calicoctl test FILE` checks it, `calicoctl simulate --flows FILE` evaluates it";
  if (Array.isArray(value.lifelines)) return "this is a file of lifelines: `calicoctl guard --lifelines FILE` reads it";
  return undefined;
}
