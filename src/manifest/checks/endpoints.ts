import { objectOrEmpty } from "../../model/json.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { workloadEndpointName, workloadNameFields } from "../../model/kinds/workload-name.ts";
import { BITS, cidrContains, parseAddress, parseNet } from "../../model/net/address.ts";
import type { FieldPath, Resource } from "../../model/resource.ts";
import type { Report } from "../problem.ts";
import { byteLength, items, text, texts, type Values } from "./lenient.ts";
import { isMac } from "./mac-address.ts";
import { isPortName, isSubdomain } from "./names.ts";
import { hasPorts } from "./rules.ts";

const INTERFACE = /^[A-Za-z0-9_.-]{1,15}$/;

/** What a host endpoint must have (recorded: the `hep-*` cases). */
export function checkHostEndpoint(resource: Resource, calico: CalicoVersionRules, report: Report): void {
  const spec = objectOrEmpty(resource.spec);
  if (resource.spec === undefined) return;
  if (spec.interfaceName === undefined && items(spec.expectedIPs).length === 0) {
    report({
      code: "host-endpoint.interface",
      message: "a host endpoint needs `interfaceName` or `expectedIPs`",
      help: 'add `interfaceName: eth0`, or `interfaceName: "*"` for all interfaces',
      path: ["spec"],
      part: "key",
    });
  }
  checkInterface(spec.interfaceName, report);
  checkDnsName(spec.node, ["spec", "node"], "node name", report);
  if (calico.definitionLimits && byteLength(text(spec.node)) > 253) {
    report({ code: "name.invalid", message: "a node's name has at most 253 characters", path: ["spec", "node"] });
  }
  for (const [at, address] of texts(spec.expectedIPs)) {
    if (parseAddress(address) !== undefined) continue;
    const help = parseNet(address) === undefined ? undefined : "an address has no `/` and prefix length";
    const path = ["spec", "expectedIPs", at];
    report({
      code: "address.syntax",
      message: `invalid IP address \`${address}\``,
      path,
      ...(help !== undefined && { help }),
    });
  }
  checkShared(spec, calico, report);
}

/** What a workload endpoint must have (recorded: the `wep-*` cases). */
export function checkWorkloadEndpoint(resource: Resource, calico: CalicoVersionRules, report: Report): void {
  const spec = objectOrEmpty(resource.spec);
  for (const field of workloadNameFields(spec)) {
    if (text(spec[field]) !== "") continue;
    report({ code: "field.required", message: `\`${field}\` is missing`, path: ["spec"], part: "key" });
  }
  const name = workloadEndpointName(spec);
  if (name !== undefined && resource.metadata.name !== name) {
    const message = `a workload endpoint's name is made from its fields: here it is \`${name}\``;
    report({ code: "name.workload", message, help: "write that name, or remove `name`", path: ["metadata", "name"] });
  }
  checkInterface(spec.interfaceName, report);
  for (const field of ["node", "pod", "endpoint", "orchestrator", "workload"]) {
    checkDnsName(spec[field], ["spec", field], "name", report);
  }
  checkAddresses(spec, report);
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
    const gateway = text(spec[field]);
    if (gateway === "" || parseAddress(gateway)?.family === family) continue;
    report({ code: "address.syntax", message: `invalid IPv${family} address \`${gateway}\``, path: ["spec", field] });
  }
  items(spec.ipNATs).forEach((item, at) => {
    const { internalIP, externalIP } = objectOrEmpty(item);
    const internal = parseNet(text(internalIP));
    const path = ["spec", "ipNATs", at];
    if (internal === undefined || parseAddress(text(externalIP)) === undefined) {
      report({ code: "nat.address", message: "a NAT needs two IP addresses", path });
    } else if (internal.address.family !== parseAddress(text(externalIP))?.family) {
      report({ code: "nat.family", message: "a NAT's addresses must be of one family", path });
    } else if (!networks.some((net) => cidrContains(net, internal.address))) {
      report({
        code: "nat.network",
        message: `\`${text(internalIP)}\` is not in \`ipNetworks\``,
        path: [...path, "internalIP"],
      });
    }
  });
  const mac = text(spec.mac);
  if (mac !== "" && !isMac(mac))
    report({ code: "address.mac", message: `invalid MAC address \`${mac}\``, path: ["spec", "mac"] });
}

/** Profiles and named ports, which both endpoints have. */
function checkShared(spec: Values, calico: CalicoVersionRules, report: Report): void {
  for (const [at, name] of texts(spec.profiles)) checkProfileName(name, ["spec", "profiles", at], report);
  items(spec.ports).forEach((item, at) => {
    const { name, protocol, hostPort } = objectOrEmpty(item);
    const path = ["spec", "ports", at];
    if (name === undefined && !hostPort) {
      report({ code: "field.required", message: "`name` is missing", path, part: "key", absent: "name" });
    }
    if (typeof name === "string" && !isPortName(name)) {
      const help = "up to 15 lower case letters, digits and single `-`, at least one letter";
      report({ code: "port.name", message: `invalid port name \`${name}\``, help, path: [...path, "name"] });
    }
    const byName = protocol !== undefined && (typeof protocol === "string" || calico.endpointProtocolNumbers);
    if (protocol === undefined || (byName && hasPorts(protocol, calico))) return;
    const wanted = calico.sctpPorts ? "TCP, UDP or SCTP" : "TCP or UDP, by name";
    const message = `a named port's protocol is ${wanted}, not \`${String(protocol)}\``;
    report({ code: "port.protocol", message, path: [...path, "protocol"] });
  });
}

function checkProfileName(name: string, path: FieldPath, report: Report): void {
  if (!isSubdomain(name)) report({ code: "name.invalid", message: `invalid profile name \`${name}\``, path });
}

function checkInterface(value: unknown, report: Report): void {
  if (typeof value !== "string" || value === "*" || INTERFACE.test(value)) return;
  report({
    code: "interface.invalid",
    message: `invalid interface name \`${value}\``,
    help: 'up to 15 letters, digits, `-`, `_` and `.`, or `"*"` for all interfaces',
    path: ["spec", "interfaceName"],
  });
}

function checkDnsName(value: unknown, path: FieldPath, what: string, report: Report): void {
  if (typeof value !== "string" || value === "" || isSubdomain(value)) return;
  report({
    code: "name.invalid",
    message: `invalid ${what} \`${value}\`: only lower case letters, digits, \`-\` and \`.\``,
    path,
  });
}
