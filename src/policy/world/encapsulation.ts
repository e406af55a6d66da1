import { listOrEmpty, textOrEmpty } from "../../model/json.ts";
import { networkOf, parseInterfaceAddress } from "../../model/net/address.ts";
import type { Located } from "../../model/resource.ts";
import type { CompiledPool, Encapsulation, Net } from "./compiled.ts";
import { readNet, toNet } from "./nets.ts";
import { fieldOf } from "./spec-fields.ts";

type Mode = CompiledPool["ipip"];

/** The IP pools; one whose network cannot be read is left out. */
export function compilePools(pools: readonly Located[]): CompiledPool[] {
  const mode = (spec: unknown, key: string): Mode => {
    const text = textOf(spec, key);
    return text === "Always" || text === "CrossSubnet" ? text : "Never";
  };
  const compiled = pools.flatMap(({ resource: { metadata, spec } }): CompiledPool[] => {
    const net = readNet(textOf(spec, "cidr"));
    if (net === undefined) return [];
    const natOutgoing = fieldOf(spec, "natOutgoing") === true;
    return [{ name: metadata.name, net, natOutgoing, ipip: mode(spec, "ipipMode"), vxlan: mode(spec, "vxlanMode") }];
  });
  return compiled.sort((a, b) => b.net.cidr.prefix - a.net.cidr.prefix);
}

/** What the IP pools and nodes make of the tunnels between nodes; what cannot be read is left out. */
export function encapsulation(pools: readonly CompiledPool[], nodes: readonly Located[]): Encapsulation {
  const vxlan = (family: 4 | 6) => pools.some((pool) => pool.net.family === family && pool.vxlan !== "Never");
  const hosts = (node: Located, family: 4 | 6) =>
    addressesOf(fieldOf(node.resource.spec, "bgp"), [`ipv${family}Address`]);
  const hasTunnel = (node: Located, family: 4 | 6) =>
    textOf(node.resource.spec, family === 4 ? "ipv4VXLANTunnelAddr" : "ipv6VXLANTunnelAddr") !== "";
  return {
    ipip: pools.some(({ ipip }) => ipip !== "Never"),
    vxlan: { 4: vxlan(4), 6: vxlan(6) },
    ipipHosts: nodes.flatMap((node) => hosts(node, 4)),
    vxlanHosts: nodes.flatMap((node) =>
      ([4, 6] as const).flatMap((family) => (hasTunnel(node, family) ? hosts(node, family) : [])),
    ),
  };
}

/** The subnets of nodes' BGP addresses, by node; addresses without a prefix length have none. */
export function nodeSubnets(nodes: readonly Located[]): ReadonlyMap<string, readonly Net[]> {
  return new Map(
    nodes.map(({ resource: { metadata, spec } }) => {
      const texts = ["ipv4Address", "ipv6Address"].map((key) => textOf(fieldOf(spec, "bgp"), key));
      return [metadata.name, texts.flatMap((text) => (text.includes("/") ? (readNet(text) ?? []) : []))];
    }),
  );
}

/** The addresses in fields of an object, each as its own network; unreadable ones are left out. */
export function addressesOf(object: unknown, keys: readonly string[]): Net[] {
  return keys.flatMap((key) => {
    const address = parseInterfaceAddress(textOf(object, key));
    return address ? [toNet(networkOf(address))] : [];
  });
}

/** The addresses of services that BGPConfiguration `default` advertises. */
export function serviceNets(configurations: readonly Located[]): Net[] {
  const spec = configurations.find(({ resource }) => resource.metadata.name === "default")?.resource.spec;
  return ["serviceClusterIPs", "serviceExternalIPs", "serviceLoadBalancerIPs"].flatMap((key) => {
    return listOrEmpty(fieldOf(spec, key)).flatMap((entry) => readNet(textOf(entry, "cidr")) ?? []);
  });
}

function textOf(object: unknown, key: string): string {
  return textOrEmpty(fieldOf(object, key));
}
