import type { Diagnostic } from "../model/diagnostic.ts";
import { kindNamed } from "../model/kinds/kinds.ts";
import { displayId, type Located, resourceId } from "../model/resource.ts";
import { DEFAULT_NAMESPACE } from "./namespace.ts";

/** So many are reported; the places of more take seconds to find. */
const MOST = 100;

/** Warnings for resources that an earlier one of the same kind, namespace and name precedes (the first of them): the last one wins. */
export function duplicates(resources: readonly Located[]): readonly Diagnostic[] {
  const first = new Map<string, Located>();
  let found = 0;
  return resources.flatMap((located): readonly Diagnostic[] => {
    const { kind, metadata } = located.resource;
    if (metadata.name === "" || found === MOST) return [];
    const namespace = kindNamed(kind)?.namespaced === true ? metadata.namespace || DEFAULT_NAMESPACE : "";
    const key = `${kind} ${namespace} ${metadata.name}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, located);
      return [];
    }
    found += 1;
    const resource = displayId(resourceId(located.resource));
    const at = earlier.locate(["metadata", "name"]);
    const place = at === undefined ? "" : ` (first at ${at.source === "-" ? "<stdin>" : at.source}:${at.start.line})`;
    const message = `\`${resource}\` is given twice${place}: the last one wins`;
    const span = located.locate(["metadata", "name"]);
    const help = "remove one of them";
    return [{ severity: "warning", code: "document.duplicate", message, help, resource, ...(span && { span }) }];
  });
}
