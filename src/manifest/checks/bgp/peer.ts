import { objectOrEmpty, textOrEmpty } from "../../../model/json.ts";
import type { CalicoVersionRules } from "../../../model/kinds/version.ts";
import { type Address, parseAddress } from "../../../model/net/address.ts";
import type { Resource } from "../../../model/resource.ts";
import type { Report } from "../../problem.ts";

import { isSubdomain } from "../names.ts";

/** Fields of a BGPPeer that exclude each other (recorded: bp-spec-*; API reference, BGPPeer); the editor's schema has them too. */
export const EXCLUSIVE_PEER_FIELDS = [
  ["node", "nodeSelector"],
  ["peerIP", "peerSelector"],
  ["asNumber", "peerSelector"],
  ["peerIP", "localWorkloadSelector"],
  ["peerSelector", "localWorkloadSelector"],
  ["keepOriginalNextHop", "nextHopMode"],
] as const;

/** What BGPPeer's fields must be, and which exclude or need each other (recorded: the `bp-*` cases; API reference, BGPPeer). */
export function checkBgpPeer(resource: Resource, calico: CalicoVersionRules, report: Report): void {
  const spec = objectOrEmpty(resource.spec);
  const isSet = (field: string): boolean => !UNSET.has(spec[field]);
  const node = textOrEmpty(spec.node);
  if (node !== "" && !isSubdomain(node)) {
    report({ code: "name.invalid", message: `invalid node name \`${node}\``, path: ["spec", "node"] });
  }
  const peerIP = textOrEmpty(spec.peerIP);
  const peer = parseAddress(calico.peerPorts ? hostOf(peerIP) : peerIP);
  if (peerIP !== "" && peer === undefined)
    report({ code: "address.syntax", message: `invalid IP address \`${peerIP}\``, path: ["spec", "peerIP"] });
  for (const [one, other] of EXCLUSIVE_PEER_FIELDS) {
    if (!isSet(one) || !isSet(other)) continue;
    const message = `\`${one}\` and \`${other}\` cannot both be set`;
    report({ code: "bgp.peer", message, help: "remove one of them", path: ["spec", one], part: "key" });
  }
  if (isSet("localWorkloadSelector") && !isSet("asNumber")) {
    const message = "`localWorkloadSelector` needs the workloads' `asNumber`";
    report({ code: "bgp.peer", message, path: ["spec", "localWorkloadSelector"], part: "key" });
  }
  checkGateway(textOrEmpty(spec.reachableBy), isSet("peerIP"), peer, report);
}

/** Values that mean that a field is not set. */
const UNSET: ReadonlySet<unknown> = new Set([undefined, null, "", 0, false]);

/** The gateway to the peer: an address of the peer's family. */
function checkGateway(gateway: string, hasPeer: boolean, peer: Address | undefined, report: Report): void {
  if (gateway === "") return;
  const path = ["spec", "reachableBy"];
  const address = parseAddress(gateway);
  if (address === undefined) report({ code: "address.syntax", message: `invalid IP address \`${gateway}\``, path });
  if (!hasPeer) report({ code: "bgp.peer", message: "`reachableBy` needs a `peerIP`", path, part: "key" });
  if (address !== undefined && peer !== undefined && address.family !== peer.family) {
    const message = `\`reachableBy\` is IPv${address.family}, \`peerIP\` is IPv${peer.family}`;
    report({ code: "net.family", message, path });
  }
}

/** The address of `10.0.0.1:179` or `[2001:db8::1]:179`, else the text itself; the port is 1 to 65535 (recorded: bp-ip-*). */
function hostOf(peer: string): string {
  const [, bracketed, plain, port = "0"] = /^(?:\[([^\]]*)\]|([^:]*)):(\d+)$/.exec(peer) ?? [];
  return Number(port) >= 1 && Number(port) <= 65535 ? (bracketed ?? plain ?? peer) : peer;
}
