import { type JsonObject, listOrEmpty, textOrEmpty } from "../../model/json.ts";
import { objectsOf, textsOf } from "../kubernetes-object.ts";

/** What all endpoints of Kubernetes are labelled with: a selector with this term never selects a host endpoint. */
export const KUBERNETES_ENDPOINTS = "projectcalico.org/orchestrator == 'k8s'";

/** A label selector of pods in Calico's language, for endpoints of Kubernetes only. */
export function podSelectorText(selector: JsonObject): string {
  return [KUBERNETES_ENDPOINTS, ...terms(selector)].join(" && ");
}

/** A label selector in Calico's language, as it is for namespaces; an empty one selects all. */
export function labelSelectorText(selector: JsonObject): string {
  return terms(selector).join(" && ") || "all()";
}

/** `matchLabels` by name, then `matchExpressions` in their order (recorded). */
function terms({ matchLabels, matchExpressions }: JsonObject): string[] {
  const labels = Object.entries(textsOf(matchLabels)).sort(([a], [b]) => (a < b ? -1 : 1));
  return [...labels.map(([key, value]) => `${key} == '${value}'`), ...objectsOf(matchExpressions).flatMap(expression)];
}

function expression({ key, operator, values }: JsonObject): string[] {
  const name = textOrEmpty(key);
  const list = listOrEmpty(values)
    .map((value) => `'${textOrEmpty(value)}'`)
    .join(", ");
  switch (operator) {
    case "In":
      return [`${name} in { ${list} }`];
    case "NotIn":
      return [`${name} not in { ${list} }`];
    case "Exists":
      return [`has(${name})`];
    case "DoesNotExist":
      return [`! has(${name})`];
    default:
      return [];
  }
}
