import { listOrEmpty, objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { workloadEndpointName, workloadNameFields } from "../../model/kinds/workload-name.ts";
import { BITS, cidrContains, parseAddress, parseNet } from "../../model/net/address.ts";
import type { Resource } from "../../model/resource.ts";
import { write } from "../fixes/fix.ts";
import type { Report } from "../problem.ts";
import { checkAddress, checkMac, checkNets } from "./addresses.ts";
import { checkDnsName, checkInterface, checkShared } from "./endpoints.ts";
import { texts, type Values } from "./lenient.ts";

/**
 * What a workload endpoint must have (its validation tags and the validators of WorkloadEndpointSpec and
 * WorkloadEndpointPort in libcalico-go; recorded: the `wep-*` cases).
 */
export function checkWorkloadEndpoint(resource: Resource, calico: CalicoVersionRules, report: Report): void {
  const spec = objectOrEmpty(resource.spec);
  for (const field of workloadNameFields(spec)) {
    if (textOrEmpty(spec[field]) !== "") continue;
    report({ code: "field.required", message: `\`${field}\` is missing`, path: ["spec"], part: "key" });
  }
  const name = workloadEndpointName(spec);
  if (name !== undefined && resource.metadata.name !== name) {
    const message = `a workload endpoint's name is made from its fields: here it is \`${name}\``;
    report({
      code: "name.workload",
      message,
      help: `write \`name: ${name}\``,
      fix: write(name),
      path: ["metadata", "name"],
    });
  }
  checkInterface(spec.interfaceName, report);
  for (const field of ["node", "pod", "endpoint", "orchestrator", "workload", "serviceAccountName"]) {
    checkDnsName(spec[field], ["spec", field], "name", report);
  }
  const container = textOrEmpty(spec.containerID);
  if (container !== "" && !/^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$/.test(container)) {
    const help = "letters, digits and `-`, letters or digits at both ends";
    report({
      code: "name.invalid",
      message: `invalid container id \`${container}\``,
      help,
      path: ["spec", "containerID"],
    });
  }
  checkAddresses(spec, report);
  checkOtherNetworks(spec, report);
  checkShared(spec, calico, report);
}

function checkAddresses(spec: Values, report: Report): void {
  const networks = texts(spec.ipNetworks).flatMap(([at, text]) => {
    const net = parseNet(text);
    const path = ["spec", "ipNetworks", at];
    if (text === "") return [];
    if (net === undefined) report({ code: "net.syntax", message: `invalid network \`${text}\``, path });
    else if (net.prefix !== BITS[net.address.family]) {
      const message = `\`${text}\` is more than one address`;
      report({ code: "net.single", message, help: "use /32 for IPv4 and /128 for IPv6", path });
    }
    return net === undefined ? [] : [net];
  });
  for (const [field, family] of [
    ["ipv4Gateway", 4],
    ["ipv6Gateway", 6],
  ] as const) {
    checkAddress(spec[field], family, ["spec", field], report);
  }
  listOrEmpty(spec.ipNATs).forEach((item, at) => {
    const { internalIP, externalIP } = objectOrEmpty(item);
    const [internal, external] = [internalIP, externalIP].map((address) => parseAddress(textOrEmpty(address)));
    const path = ["spec", "ipNATs", at];
    if (internal === undefined || external === undefined) {
      report({ code: "nat.address", message: "a NAT needs two IP addresses", path });
    } else if (internal.family !== external.family) {
      report({ code: "nat.family", message: "a NAT's addresses must be of one family", path });
    } else if (!networks.some((net) => cidrContains(net, internal))) {
      report({
        code: "nat.network",
        message: `\`${textOrEmpty(internalIP)}\` is not in \`ipNetworks\``,
        path: [...path, "internalIP"],
      });
    }
  });
  checkMac(spec.mac, ["spec", "mac"], report);
}

/** Networks the workload may also send from, which need not be masked, and the addresses of the host that ports are on. */
function checkOtherNetworks(spec: Values, report: Report): void {
  checkNets(spec.allowSpoofedSourcePrefixes, ["spec", "allowSpoofedSourcePrefixes"], report);
  listOrEmpty(spec.ports).forEach((item, at) => {
    const address = textOrEmpty(objectOrEmpty(item).hostIP);
    if (address === "" || parseNet(address)?.masked) return;
    report({
      code: "address.syntax",
      message: `invalid IP address \`${address}\``,
      path: ["spec", "ports", at, "hostIP"],
    });
  });
}
