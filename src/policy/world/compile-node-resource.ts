import { networkOf, parseInterfaceAddress } from "../../model/net/address.ts";
import type { Located } from "../../model/resource.ts";
import type { CompiledNode, Net } from "./compiled.ts";
import { readNet, toNet } from "./nets.ts";
import { fieldOf, textField } from "./spec-fields.ts";

const FAMILIES = [4, 6] as const;

/** A Node resource; what cannot be read of it is left out. `knownWithoutBgp`: see `CalicoVersionRules`. */
export function compileNodeResource({ resource: { spec } }: Located, knownWithoutBgp: boolean): CompiledNode {
  const bgp = fieldOf(spec, "bgp");
  const listed = addressList(spec);
  const host = (family: 4 | 6): Text | undefined => {
    const ofBgp = readable(textField(bgp, `ipv${family}Address`));
    if (ofBgp !== undefined) return ofBgp;
    if (!knownWithoutBgp || (family === 6 && bgp !== undefined)) return undefined;
    const isOfFamily = ({ net }: Text) => net.family === family;
    const first = (wanted: string) => listed.find(({ type, text }) => type === wanted && isOfFamily(text))?.text;
    return first("InternalIP") ?? first("ExternalIP");
  };
  const hosts = FAMILIES.flatMap((family) => host(family) ?? []);
  // A cloud translates an ExternalIP before packets get to the node: it is an address of the node only where it is its host address.
  const own = listed.flatMap(({ type, text }) => (type === "ExternalIP" ? [] : [text.net]));
  const tunnels = {
    IPIP: addresses(bgp, ["ipv4IPIPTunnelAddr"]),
    VXLAN: addresses(spec, ["ipv4VXLANTunnelAddr", "ipv6VXLANTunnelAddr"]),
    WireGuard: addresses(fieldOf(spec, "wireguard"), ["interfaceIPv4Address", "interfaceIPv6Address"]),
  };
  return {
    nets: distinct([
      ...hosts.map(({ net }) => net),
      ...addresses(bgp, ["ipv4Address", "ipv6Address"]),
      ...own,
      ...Object.values(tunnels).flat(),
    ]),
    hosts: hosts.map(({ net }) => net),
    subnets: hosts.flatMap(({ text }) => (text.includes("/") ? (readNet(text) ?? []) : [])),
    tunnels,
  };
}

/** An address as it is written, and as its own network. */
interface Text {
  readonly text: string;
  readonly net: Net;
}

function readable(text: string): Text | undefined {
  const address = parseInterfaceAddress(text);
  return address && { text, net: toNet(networkOf(address)) };
}

/** The entries of `spec.addresses`; those that are names of the host are left out. */
function addressList(spec: unknown): { readonly type: string; readonly text: Text }[] {
  const list = fieldOf(spec, "addresses");
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) => {
    const text = readable(textField(entry, "address"));
    return text === undefined ? [] : [{ type: textField(entry, "type"), text }];
  });
}

function addresses(object: unknown, keys: readonly string[]): Net[] {
  return keys.flatMap((key) => readable(textField(object, key))?.net ?? []);
}

function distinct(nets: readonly Net[]): Net[] {
  return [...new Map(nets.map((net) => [net.text, net])).values()];
}
