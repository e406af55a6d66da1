import { objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { parseInterfaceAddress } from "../../model/net/address.ts";
import type { Resource } from "../../model/resource.ts";
import type { Report } from "../problem.ts";
import { checkAddress, checkMac } from "./addresses.ts";

/** Checks a Node's addresses, and that its `bgp` is not empty (recorded: the `node-*` cases). */
export function checkNode(resource: Resource, _calico: CalicoVersionRules, report: Report): void {
  const { status } = resource;
  const spec = objectOrEmpty(resource.spec);
  const bgp = objectOrEmpty(spec.bgp);
  if (spec.bgp !== undefined && Object.keys(bgp).length === 0) {
    const help = "leave it out, or give `asNumber` or an address";
    report({ code: "node.bgp", message: "`bgp` must not be empty", help, path: ["spec", "bgp"], part: "key" });
  }
  for (const [field, family] of [
    ["ipv4Address", 4],
    ["ipv6Address", 6],
  ] as const) {
    const net = textOrEmpty(bgp[field]);
    if (net === "" || parseInterfaceAddress(net)?.family === family) continue;
    const example = family === 4 ? "10.0.0.1/24" : "2001:db8::1/64";
    const help = `write an address, with or without its network: \`${example}\``;
    report({
      code: "address.syntax",
      message: `invalid IPv${family} address \`${net}\``,
      help,
      path: ["spec", "bgp", field],
    });
  }
  const wireguard = objectOrEmpty(spec.wireguard);
  const plain = [
    [bgp.ipv4IPIPTunnelAddr, 4, ["spec", "bgp", "ipv4IPIPTunnelAddr"]],
    [bgp.routeReflectorClusterID, 4, ["spec", "bgp", "routeReflectorClusterID"]],
    [spec.ipv4VXLANTunnelAddr, 4, ["spec", "ipv4VXLANTunnelAddr"]],
    [spec.ipv6VXLANTunnelAddr, 6, ["spec", "ipv6VXLANTunnelAddr"]],
    [wireguard.interfaceIPv4Address, 4, ["spec", "wireguard", "interfaceIPv4Address"]],
    [wireguard.interfaceIPv6Address, 6, ["spec", "wireguard", "interfaceIPv6Address"]],
  ] as const;
  for (const [address, family, path] of plain) {
    checkAddress(address, family, path, report);
  }
  for (const field of ["vxlanTunnelMACAddr", "vxlanTunnelMACAddrV6"]) checkMac(spec[field], ["spec", field], report);
  for (const field of ["wireguardPublicKey", "wireguardPublicKeyV6"]) {
    const key = textOrEmpty(objectOrEmpty(status)[field]);
    if (key === "" || /^[A-Za-z0-9+/]{43}=$/.test(key)) continue;
    report({ code: "node.key", message: `invalid WireGuard key \`${key}\``, path: ["status", field] });
  }
}
