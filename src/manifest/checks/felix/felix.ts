import type { Code } from "../../../model/diagnostic.ts";
import { listOrEmpty, objectOrEmpty, textOrEmpty } from "../../../model/json.ts";
import type { CalicoVersionRules } from "../../../model/kinds/version.ts";
import { parseInterfaceAddress } from "../../../model/net/address.ts";
import type { Resource } from "../../../model/resource.ts";
import type { Report } from "../../problem.ts";
import { checkAddress, checkNets } from "../addresses.ts";
import { texts, type Values } from "../lenient.ts";
import { isDnsLabel } from "../names.ts";
import { checkRouteTables } from "./route-tables.ts";
import { checkFelixText } from "./text-forms.ts";

/** Fields that hold one address, and of which family. */
const ADDRESSES = {
  natOutgoingAddress: 4,
  deviceRouteSourceAddress: 4,
  deviceRouteSourceAddressIPv6: 6,
} as const;

/**
 * What FelixConfiguration's fields must be (Calico's API reference, FelixConfiguration; its validator's rules of
 * FelixConfigurationSpec, and for v3.32 the resource definition's; recorded: the `fc-*` cases).
 */
export function checkFelix(resource: Resource, calico: CalicoVersionRules, report: Report): void {
  const spec = objectOrEmpty(resource.spec);
  const fail = (field: string, code: Code, message: string): void => report({ code, message, path: ["spec", field] });
  for (const [field, family] of Object.entries(ADDRESSES)) {
    checkAddress(spec[field], family, ["spec", field], report);
  }
  checkNetworks(spec, report);
  const ranges = listOrEmpty(spec.kubeNodePortRanges);
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
  if (spec.iptablesBackend === calico.refusedIptablesBackend) {
    const what = spec.iptablesBackend === "" ? "empty" : `\`${spec.iptablesBackend}\``;
    fail("iptablesBackend", "field.enum", `\`iptablesBackend\` cannot be ${what} in Calico ${calico.version}`);
  }
  const region = textOrEmpty(spec.openstackRegion);
  if (region !== "" && (region.length > 46 || !isDnsLabel(region))) {
    const message = `invalid region \`${region}\`: it must be a DNS label of at most 46 characters`;
    fail("openstackRegion", "name.invalid", message);
  }
  checkRouteTables(spec, report);
  checkHealthTimeouts(spec, report);
  checkFelixText(spec, calico, report);
}

/** Lists of networks or addresses, masked or not. */
function checkNetworks(spec: Values, report: Report): void {
  for (const [at, net] of texts(spec.externalNodesList)) {
    if (parseInterfaceAddress(net)?.family === 4) continue;
    report({ code: "net.syntax", message: `invalid IPv4 network \`${net}\``, path: ["spec", "externalNodesList", at] });
  }
  for (const field of ["bpfDSROptoutCIDRs", "bpfExcludeCIDRsFromNAT"]) checkNets(spec[field], ["spec", field], report);
}

function checkHealthTimeouts(spec: Values, report: Report): void {
  listOrEmpty(spec.healthTimeoutOverrides).forEach((item, at) => {
    const { name, timeout } = objectOrEmpty(item);
    const path = ["spec", "healthTimeoutOverrides", at];
    if (typeof name === "string" && !/^[a-zA-Z0-9_ -]+$/.test(name)) {
      const message = `invalid name \`${name}\` of a part: only letters, digits, \`_\`, \`-\` and spaces`;
      report({ code: "name.invalid", message, path: [...path, "name"] });
    }
    if (textOrEmpty(timeout).startsWith("-")) {
      report({ code: "field.range", message: "a timeout cannot be negative", path: [...path, "timeout"] });
    }
  });
}
