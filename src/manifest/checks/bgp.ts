import { objectOrEmpty } from "../../model/json.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { parseAddress, parseNet } from "../../model/net/address.ts";
import type { FieldPath, Resource } from "../../model/resource.ts";
import type { Report } from "../problem.ts";
import { items, text, texts, type Values } from "./lenient.ts";
import { isSubdomain } from "./names.ts";

/** Some BGP settings hold for the whole cluster, and only the resource `default` may have them (recorded: bc-name-*). */
export function checkBgpConfiguration(resource: Resource, _calico: CalicoVersionRules, report: Report): void {
  const spec = objectOrEmpty(resource.spec);
  for (const field of ["nodeToNodeMeshEnabled", "asNumber"]) {
    if (resource.metadata.name === "default" || spec[field] === undefined) continue;
    const message = `\`${field}\` can be set in the BGPConfiguration \`default\` only`;
    report({ code: "bgp.default-only", message, path: ["spec", field], part: "key" });
  }
  for (const field of ["serviceLoadBalancerIPs", "serviceExternalIPs", "serviceClusterIPs", "prefixAdvertisements"]) {
    for (const [at, block] of items(spec[field]).entries()) {
      checkNet(text(objectOrEmpty(block).cidr), ["spec", field, at, "cidr"], report);
    }
  }
  for (const [at, name] of texts(spec.ignoredInterfaces)) {
    if (/^\w[\w.*+-]*$/.test(name)) continue;
    const message = `\`${name}\` is not an interface name or pattern`;
    report({ code: "interface.invalid", message, path: ["spec", "ignoredInterfaces", at] });
  }
  checkCommunities(spec, report);
}

/** A community that is given a name must be used (recorded: bc-spec-08). */
function checkCommunities(spec: Values, report: Report): void {
  if (items(spec.communities).length === 0 || items(spec.prefixAdvertisements).length > 0) return;
  const message = "no prefix advertisement uses the communities";
  report({ code: "bgp.communities", message, path: ["spec", "communities"], part: "key" });
}

/** A peer is given by name and address or by selectors, not both (recorded: the `bp-*` cases). */
export function checkBgpPeer(resource: Resource, calico: CalicoVersionRules, report: Report): void {
  const spec = objectOrEmpty(resource.spec);
  const node = text(spec.node);
  if (node !== "" && !isSubdomain(node)) {
    report({ code: "name.invalid", message: `invalid node name \`${node}\``, path: ["spec", "node"] });
  }
  const peer = text(spec.peerIP);
  if (peer !== "" && parseAddress(calico.peerPorts ? hostOf(peer) : peer) === undefined) {
    report({ code: "address.syntax", message: `invalid IP address \`${peer}\``, path: ["spec", "peerIP"] });
  }
  const either = (field: string, selector: string): void => {
    const value = spec[field];
    if (value === undefined || value === "" || value === 0 || text(spec[selector]) === "") return;
    const message = `\`${field}\` and \`${selector}\` cannot both be set`;
    report({ code: "bgp.peer", message, help: "remove one of them", path: ["spec", field], part: "key" });
  };
  either("node", "nodeSelector");
  either("peerIP", "peerSelector");
  either("asNumber", "peerSelector");
}

/** The address of `10.0.0.1:179` or `[2001:db8::1]:179`, else the text itself; the port is 1 to 65535 (recorded: bp-ip-*). */
function hostOf(peer: string): string {
  const [, bracketed, plain, port = "0"] = /^(?:\[([^\]]*)\]|([^:]*)):(\d{1,5})$/.exec(peer) ?? [];
  return Number(port) >= 1 && Number(port) <= 65535 ? (bracketed ?? plain ?? peer) : peer;
}

/** A filter rule compares a network of its own family, and has an operator for it (recorded: the `bf-*` cases). */
export function checkBgpFilter(resource: Resource, _calico: CalicoVersionRules, report: Report): void {
  const spec = objectOrEmpty(resource.spec);
  for (const field of ["exportV4", "importV4", "exportV6", "importV6"]) {
    for (const [at, item] of items(spec[field]).entries())
      checkFilterRule(objectOrEmpty(item), ["spec", field, at], report);
  }
}

function checkFilterRule(rule: Values, path: FieldPath, report: Report): void {
  const cidr = text(rule.cidr);
  const family = String(path[1]).endsWith("V6") ? 6 : 4;
  if (cidr !== "" && !(cidr.includes("/") && parseNet(cidr)?.address.family === family)) {
    report({ code: "net.syntax", message: `invalid IPv${family} network \`${cidr}\``, path: [...path, "cidr"] });
  }
  if ((cidr === "") !== (text(rule.matchOperator) === "")) {
    const help = "give both, or neither";
    report({ code: "bgp.filter", message: "`cidr` and `matchOperator` belong together", help, path, part: "key" });
  }
  if (rule.prefixLength !== undefined && cidr === "") {
    const message = "`prefixLength` needs a `cidr`";
    report({ code: "bgp.filter", message, path: [...path, "prefixLength"], part: "key" });
  }
}

function checkNet(net: string, path: FieldPath, report: Report): void {
  if (net === "" || parseNet(net) !== undefined) return;
  report({ code: "net.syntax", message: `invalid network \`${net}\``, path });
}
