import { objectOrEmpty } from "../../model/json.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { parseAddress, parseInterfaceAddress, parseNet } from "../../model/net/address.ts";
import type { Resource } from "../../model/resource.ts";
import type { Report } from "../problem.ts";
import { items, text, texts } from "./lenient.ts";
import { isDnsLabel } from "./names.ts";

/** What FelixConfiguration's fields must be (recorded: the `fc-*` cases). */
export function checkFelix(resource: Resource, calico: CalicoVersionRules, report: Report): void {
  const spec = objectOrEmpty(resource.spec);
  const fail = (field: string, code: string, message: string): void => report({ code, message, path: ["spec", field] });
  for (const field of ["natOutgoingAddress", "deviceRouteSourceAddress"]) {
    const address = text(spec[field]);
    if (address !== "" && parseAddress(address)?.family !== 4)
      fail(field, "address.syntax", `invalid IPv4 address \`${address}\``);
  }
  for (const [at, net] of texts(spec.externalNodesList)) {
    if (parseInterfaceAddress(net)?.family === 4) continue;
    report({ code: "net.syntax", message: `invalid IPv4 network \`${net}\``, path: ["spec", "externalNodesList", at] });
  }
  const ranges = items(spec.kubeNodePortRanges);
  if (ranges.length > 7) fail("kubeNodePortRanges", "port.range", "at most 7 port ranges");
  ranges.forEach((range, at) => {
    if (typeof range !== "string" || /^\d/.test(range)) return;
    const message = `\`${range}\` is a name, not a range of ports`;
    report({ code: "port.range", message, path: ["spec", "kubeNodePortRanges", at] });
  });
  for (const field of ["logSeverityScreen", "logSeverityFile", "logSeveritySys"]) {
    if (spec[field] !== "Trace" || calico.traceSeverity) continue;
    fail(field, "field.enum", `\`${field}\` cannot be \`Trace\` in Calico ${calico.version}`);
  }
  const region = text(spec.openstackRegion);
  if (region !== "" && (region.length > 46 || !isDnsLabel(region))) {
    fail(
      "openstackRegion",
      "name.invalid",
      `invalid region \`${region}\`: it must be a DNS label of at most 46 characters`,
    );
  }
  const host = text(spec.prometheusMetricsHost);
  if (host !== "" && !/^[a-zA-Z0-9:._+-]{1,64}$/.test(host))
    fail("prometheusMetricsHost", "address.syntax", `invalid host \`${host}\``);
  const filter = text(spec.iptablesNATOutgoingInterfaceFilter);
  if (filter !== "" && !/^[a-zA-Z0-9:._+-]{1,15}$/.test(filter)) {
    fail("iptablesNATOutgoingInterfaceFilter", "interface.invalid", `invalid interface name \`${filter}\``);
  }
}

/** Networks of sets need not be masked, and their labels must not claim a namespace (recorded: the `gns-*`, `ns-*` cases). */
export function checkNetworkSet(resource: Resource, _calico: CalicoVersionRules, report: Report): void {
  for (const [at, net] of texts(objectOrEmpty(resource.spec).nets)) {
    if (net === "" || parseNet(net) !== undefined) continue;
    report({ code: "net.syntax", message: `invalid network or address \`${net}\``, path: ["spec", "nets", at] });
  }
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
  for (const [at, net] of texts(objectOrEmpty(resource.spec).reservedCIDRs)) {
    if (parseNet(net) !== undefined) continue;
    report({
      code: "net.syntax",
      message: `invalid network or address \`${net}\``,
      path: ["spec", "reservedCIDRs", at],
    });
  }
}
