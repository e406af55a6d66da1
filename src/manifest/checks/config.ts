import { listOrEmpty, objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { Resource } from "../../model/resource.ts";
import type { Report } from "../problem.ts";
import { checkNets } from "./addresses.ts";
import { byteLength } from "./lenient.ts";

/** Networks of sets need not be masked, and their labels must not claim a namespace (recorded: the `gns-*`, `ns-*` cases). */
export function checkNetworkSet(resource: Resource, _calico: CalicoVersionRules, report: Report): void {
  checkNets(objectOrEmpty(resource.spec).nets, ["spec", "nets"], report);
  const reserved = "projectcalico.org/namespace";
  if (Object.hasOwn(objectOrEmpty(resource.metadata.labels), reserved)) {
    const path = ["metadata", "labels", reserved];
    report({ code: "label.reserved", message: `the label \`${reserved}\` is Calico's own`, path, part: "key" });
  }
}

/** Only the name `default` is valid (recorded: the `kc-*` cases). */
export function checkKubeControllers(resource: Resource, _calico: CalicoVersionRules, report: Report): void {
  const { name } = resource.metadata;
  if (name !== "" && name !== "default") {
    const message = "there is one KubeControllersConfiguration, named `default`";
    report({ code: "name.invalid", message, path: ["metadata", "name"] });
  }
  checkTemplates(resource, report);
}

/**
 * Templates of host endpoints have names of their own, and say which interfaces they are for (libcalico-go/lib/clientv3,
 * kubecontrollersconfig; API reference, KubeControllersConfiguration, `templates`).
 */
function checkTemplates({ spec }: Resource, report: Report): void {
  const node = objectOrEmpty(objectOrEmpty(objectOrEmpty(spec).controllers).node);
  const names = new Set<string>();
  for (const [at, item] of listOrEmpty(objectOrEmpty(node.hostEndpoint).templates).entries()) {
    const template = objectOrEmpty(item);
    const path = ["spec", "controllers", "node", "hostEndpoint", "templates", at];
    const name = textOrEmpty(template.generateName);
    if (name === "") {
      const message = "`generateName` is missing";
      report({ code: "field.required", message, path, part: "key", absent: "generateName" });
    } else if (names.has(name)) {
      const message = `\`${name}\` is the name of another template`;
      report({ code: "list.duplicate", message, path: [...path, "generateName"] });
    } else if (byteLength(name) > LONGEST_NAME) {
      const message = `a template's name has at most ${LONGEST_NAME} characters`;
      report({ code: "name.invalid", message, path: [...path, "generateName"] });
    }
    names.add(name);
    if (listOrEmpty(template.interfaceCIDRs).length > 0 || textOrEmpty(template.interfacePattern) !== "") continue;
    const message = "a template needs `interfaceCIDRs` or `interfacePattern`";
    report({ code: "field.required", message, path, part: "key", absent: "interfaceCIDRs" });
  }
}

/** The longest name of a resource, in bytes. */
const LONGEST_NAME = 253;

/** Reserved addresses may be networks, masked or not (recorded: ir-cidr-*). */
export function checkReservation(resource: Resource, _calico: CalicoVersionRules, report: Report): void {
  checkNets(objectOrEmpty(resource.spec).reservedCIDRs, ["spec", "reservedCIDRs"], report, { reportsEmpty: true });
}
