import { listOrEmpty } from "../../model/json.ts";
import type { Located } from "../../model/resource.ts";
import type { CompiledNode, CompiledPool, Encapsulation, Net } from "./compiled.ts";
import { readNet } from "./nets.ts";
import { fieldOf, textField } from "./spec-fields.ts";

type Mode = CompiledPool["ipip"];

/** The IP pools; one whose network cannot be read is left out. */
export function compilePools(pools: readonly Located[]): CompiledPool[] {
  const mode = (spec: unknown, key: string): Mode => {
    const text = textField(spec, key);
    return text === "Always" || text === "CrossSubnet" ? text : "Never";
  };
  const compiled = pools.flatMap(({ resource: { metadata, spec } }): CompiledPool[] => {
    const net = readNet(textField(spec, "cidr"));
    if (net === undefined) return [];
    const natOutgoing = fieldOf(spec, "natOutgoing") === true;
    return [{ name: metadata.name, net, natOutgoing, ipip: mode(spec, "ipipMode"), vxlan: mode(spec, "vxlanMode") }];
  });
  return compiled.sort((a, b) => b.net.cidr.prefix - a.net.cidr.prefix);
}

/** What the IP pools and nodes make of the tunnels between nodes. */
export function encapsulation(pools: readonly CompiledPool[], nodes: readonly CompiledNode[]): Encapsulation {
  const vxlan = (family: 4 | 6) => pools.some((pool) => pool.net.family === family && pool.vxlan !== "Never");
  return {
    ipip: pools.some(({ ipip }) => ipip !== "Never"),
    vxlan: { 4: vxlan(4), 6: vxlan(6) },
    ipipHosts: nodes.flatMap(({ hosts }) => hosts.filter(({ family }) => family === 4)),
    vxlanHosts: nodes.flatMap(({ hosts, tunnels }) =>
      hosts.filter(({ family }) => tunnels.VXLAN.some((net) => net.family === family)),
    ),
  };
}

/** The addresses of services that BGPConfiguration `default` advertises. */
export function serviceNets(configurations: readonly Located[]): Net[] {
  const spec = configurations.find(({ resource }) => resource.metadata.name === "default")?.resource.spec;
  return ["serviceClusterIPs", "serviceExternalIPs", "serviceLoadBalancerIPs"].flatMap((key) => {
    return listOrEmpty(fieldOf(spec, key)).flatMap((entry) => readNet(textField(entry, "cidr")) ?? []);
  });
}
