import { isObject } from "../../model/json.ts";
import { networkOf, parseInterfaceAddress, parseNet } from "../../model/net/address.ts";
import type { Located } from "../../model/resource.ts";
import type { Encapsulation, Net } from "./compiled.ts";
import { readNet, toNet } from "./nets.ts";
import { fieldOf } from "./spec-fields.ts";

/** What the IP pools and nodes make of the tunnels between nodes; what cannot be read is left out. */
export function encapsulation(pools: readonly Located[], nodes: readonly Located[]): Encapsulation {
  const uses = (pool: Located, key: string) => !["", "Never"].includes(textOf(pool.resource.spec, key));
  const familyOf = (pool: Located) => parseNet(textOf(pool.resource.spec, "cidr"))?.address.family;
  const vxlan = (family: 4 | 6) => pools.some((pool) => familyOf(pool) === family && uses(pool, "vxlanMode"));
  const hosts = (node: Located, family: 4 | 6, isPart: boolean) =>
    isPart ? addressesOf(fieldOf(node.resource.spec, "bgp"), [`ipv${family}Address`]) : [];
  const hasTunnel = (node: Located, family: 4 | 6) =>
    textOf(node.resource.spec, family === 4 ? "ipv4VXLANTunnelAddr" : "ipv6VXLANTunnelAddr") !== "";
  return {
    ipip: pools.some((pool) => uses(pool, "ipipMode")),
    vxlan: { 4: vxlan(4), 6: vxlan(6) },
    ipipHosts: nodes.flatMap((node) => hosts(node, 4, true)),
    vxlanHosts: nodes.flatMap((node) =>
      ([4, 6] as const).flatMap((family) => hosts(node, family, hasTunnel(node, family))),
    ),
  };
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
    const list = fieldOf(spec, key);
    return Array.isArray(list) ? list.flatMap((entry) => readNet(textOf(entry, "cidr")) ?? []) : [];
  });
}

function textOf(object: unknown, key: string): string {
  const value = isObject(object) ? fieldOf(object, key) : undefined;
  return typeof value === "string" ? value : "";
}
