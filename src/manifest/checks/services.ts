import { listOrEmpty, objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import type { FieldPath } from "../../model/resource.ts";
import type { Report } from "../problem.ts";
import type { Values } from "./lenient.ts";
import { isSubdomain } from "./names.ts";

/** A list of rules of a kind of resource. */
export interface RuleList {
  readonly kind: string;
  readonly direction: "ingress" | "egress";
}

const EXCLUDED = ["namespaceSelector", "selector", "notSelector", "serviceAccounts", "nets", "notNets"];

/**
 * A side that names a Kubernetes service takes its addresses and ports from the service: nothing else may say them.
 * In a policy it is the far side, and a global policy has no namespace of its own to look in (Calico v3.32's API
 * reference, `services` of EntityRule; recorded: rule-svc-*).
 */
export function checkServices(rule: Values, path: FieldPath, { kind, direction }: RuleList, report: Report): void {
  const far = direction === "ingress" ? "source" : "destination";
  for (const side of ["source", "destination"]) {
    const entity = objectOrEmpty(rule[side]);
    if (entity.services === undefined) continue;
    const at = [...path, side, "services"];
    checkServiceNames(objectOrEmpty(entity.services), at, report);
    const others = [...EXCLUDED, ...(side === "destination" ? ["ports", "notPorts"] : [])];
    for (const field of others.filter((name) => isGiven(name, entity[name]))) {
      report({
        code: "service.exclusive",
        message: `\`services\` and \`${field}\` cannot both be set`,
        help: "remove one of them",
        path: [...path, side, field],
        part: "key",
      });
    }
    if (kind === "Profile") continue;
    if (side !== far) {
      const message = `\`services\` cannot be the ${side} of an ${direction} rule`;
      report({ code: "service.side", message, help: `move it to \`${far}\``, path: at, part: "key" });
    } else if (kind.endsWith("GlobalNetworkPolicy") && textOrEmpty(objectOrEmpty(entity.services).namespace) === "") {
      report({
        code: "field.required",
        message: "`namespace` is missing: a global policy is in no namespace whose service it could be",
        help: "add `namespace` to `services`",
        path: at,
        part: "key",
      });
    }
  }
}

function checkServiceNames(services: Values, path: FieldPath, report: Report): void {
  if (textOrEmpty(services.name) === "") {
    report({ code: "field.required", message: "`name` is missing", path, part: "key", absent: "name" });
  }
  for (const field of ["name", "namespace"]) {
    const name = textOrEmpty(services[field]);
    if (name === "" || isSubdomain(name)) continue;
    const message = `invalid ${field} \`${name}\` of a service: only lower case letters, digits, \`-\` and \`.\``;
    report({ code: "name.invalid", message, path: [...path, field] });
  }
}

/** Whether a field of a side says something: a list with items, any `serviceAccounts`, text that is not empty. */
function isGiven(field: string, value: unknown): boolean {
  return field === "serviceAccounts" ? value !== undefined : listOrEmpty(value).length > 0 || textOrEmpty(value) !== "";
}
