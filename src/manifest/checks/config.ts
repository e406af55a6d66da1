import { objectOrEmpty } from "../../model/json.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { Resource } from "../../model/resource.ts";
import type { Report } from "../problem.ts";
import { checkNets } from "./addresses.ts";

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
  if (name === "" || name === "default") return;
  const message = "there is one KubeControllersConfiguration, named `default`";
  report({ code: "name.invalid", message, path: ["metadata", "name"] });
}

/** Reserved addresses may be networks, masked or not (recorded: ir-cidr-*). */
export function checkReservation(resource: Resource, _calico: CalicoVersionRules, report: Report): void {
  checkNets(objectOrEmpty(resource.spec).reservedCIDRs, ["spec", "reservedCIDRs"], report, { reportsEmpty: true });
}
