import { listOrEmpty, objectOrEmpty, textOrEmpty, valueText } from "../../model/json.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { parseAddress, parseNet } from "../../model/net/address.ts";
import type { FieldPath, Resource } from "../../model/resource.ts";
import type { Report } from "../problem.ts";
import { byteLength, texts, type Values } from "./lenient.ts";
import { isPortName, isSubdomain } from "./names.ts";
import { hasPorts } from "./rules.ts";

const INTERFACE = /^[A-Za-z0-9_.-]{1,15}$/;

/** What a host endpoint must have (recorded: the `hep-*` cases). */
export function checkHostEndpoint(resource: Resource, calico: CalicoVersionRules, report: Report): void {
  const spec = objectOrEmpty(resource.spec);
  if (resource.spec === undefined) return;
  if (spec.interfaceName === undefined && listOrEmpty(spec.expectedIPs).length === 0) {
    report({
      code: "host-endpoint.interface",
      message: "a host endpoint needs `interfaceName` or `expectedIPs`",
      help: 'add `interfaceName: eth0`, or `interfaceName: "*"` for all interfaces',
      path: ["spec"],
      part: "key",
      absent: ["interfaceName", "expectedIPs"],
    });
  }
  checkInterface(spec.interfaceName, report);
  checkDnsName(spec.node, ["spec", "node"], "node name", report);
  if (calico.definitionLimits && byteLength(textOrEmpty(spec.node)) > 253) {
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

/** Checks the profiles and named ports, which both kinds of endpoints have. */
export function checkShared(spec: Values, calico: CalicoVersionRules, report: Report): void {
  for (const [at, name] of texts(spec.profiles)) checkProfileName(name, ["spec", "profiles", at], report);
  listOrEmpty(spec.ports).forEach((item, at) => {
    const { name, protocol, hostPort } = objectOrEmpty(item);
    const path = ["spec", "ports", at];
    checkPortName(name, hostPort, path, report);
    const byName = protocol !== undefined && (typeof protocol === "string" || calico.endpointProtocolNumbers);
    if (protocol === undefined || (byName && hasPorts(protocol, calico))) return;
    const wanted = calico.sctpPorts ? "TCP, UDP or SCTP" : "TCP or UDP, by name";
    const message = `a named port's protocol is ${wanted}, not \`${valueText(protocol)}\``;
    report({ code: "port.protocol", message, path: [...path, "protocol"] });
  });
}

/** A port of a workload with a port of its host needs no name (v3.32; recorded: wep-port-03). */
function checkPortName(name: unknown, hostPort: unknown, path: FieldPath, report: Report): void {
  if ((name === undefined || name === "") && typeof hostPort === "number" && hostPort > 0) return;
  if (name === undefined) {
    report({ code: "field.required", message: "`name` is missing", path, part: "key", absent: "name" });
  }
  if (typeof name !== "string" || isPortName(name)) return;
  const help = "up to 15 lower case letters, digits and single `-`, at least one letter";
  report({ code: "port.name", message: `invalid port name \`${name}\``, help, path: [...path, "name"] });
}

function checkProfileName(name: string, path: FieldPath, report: Report): void {
  if (!isSubdomain(name)) report({ code: "name.invalid", message: `invalid profile name \`${name}\``, path });
}

/** Checks the name of the endpoint's interface. */
export function checkInterface(value: unknown, report: Report): void {
  if (typeof value !== "string" || value === "*" || INTERFACE.test(value)) return;
  report({
    code: "interface.invalid",
    message: `invalid interface name \`${value}\``,
    help: 'up to 15 letters, digits, `-`, `_` and `.`, or `"*"` for all interfaces',
    path: ["spec", "interfaceName"],
  });
}

/** Checks a field that holds a DNS name; `what` is what a finding calls it. */
export function checkDnsName(value: unknown, path: FieldPath, what: string, report: Report): void {
  if (typeof value !== "string" || value === "" || isSubdomain(value)) return;
  report({
    code: "name.invalid",
    message: `invalid ${what} \`${value}\`: only lower case letters, digits, \`-\` and \`.\``,
    path,
  });
}
