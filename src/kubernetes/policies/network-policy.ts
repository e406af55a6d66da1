import { isObject, type JsonObject, listOrEmpty, objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import type { Resource } from "../../model/resource.ts";
import { derivedResource } from "../derived.ts";
import { type KubernetesObject, objectsOf, present } from "../kubernetes-object.ts";
import { canonicalNet } from "../nets.ts";
import type { ConversionRules } from "../rules.ts";
import { labelSelectorText, podSelectorText } from "./label-selector.ts";
import { groupPorts, type PortOfProtocol, type ProtocolPorts } from "./ports.ts";

/** The order of the policies that Kubernetes' are made into; one without an order comes after them. */
const ORDER = 1000;

/**
 * The Calico NetworkPolicy of a Kubernetes NetworkPolicy, named `knp.default.NAME`. `single` rules have one port and one
 * peer each and no ranges, as v3.9 makes them (recorded: conv-np-*).
 */
export function convertNetworkPolicy(object: KubernetesObject, rules: ConversionRules): Resource {
  const spec = objectOrEmpty(object.spec);
  const types = typesOf(spec);
  const list = (key: "ingress" | "egress") => objectsOf(spec[key]).flatMap((rule) => convertRule(rule, key, rules));
  return derivedResource(object, "NetworkPolicy", rules, {
    name: (name) => `knp.default.${name}`,
    ...(!rules.groupsPorts && { version: (version: string) => `/${version}` }),
    spec: present({
      ...(rules.tiers && { tier: "default" }),
      order: ORDER,
      ingress: list("ingress"),
      egress: list("egress"),
      selector: podSelectorText(objectOrEmpty(spec.podSelector)),
      types: ["Ingress", "Egress"].filter((type) => types.includes(type)),
    }),
  });
}

/** The directions that it applies to; where a manifest names none, those that the API server stores. */
function typesOf({ policyTypes, egress }: JsonObject): readonly unknown[] {
  const types = listOrEmpty(policyTypes);
  if (types.length > 0) return types;
  return listOrEmpty(egress).length > 0 ? ["Ingress", "Egress"] : ["Ingress"];
}

function convertRule(rule: JsonObject, direction: "ingress" | "egress", rules: ConversionRules): JsonObject[] {
  const peers = objectsOf(rule[direction === "ingress" ? "from" : "to"]);
  const sides = peers.length === 0 ? [{}] : peers.map(peerOf);
  const ports = objectsOf(rule.ports).map(portOf);
  const groups = rules.groupsPorts ? groupPorts(ports) : ports.map(single);
  const all: readonly ProtocolPorts[] = groups.length === 0 ? [{ protocol: undefined, ports: undefined }] : groups;
  return all.flatMap(({ protocol, ports: list }) =>
    sides.map((side) => {
      const destination = { ...(direction === "egress" ? side : {}), ports: list };
      return present({
        action: "Allow",
        protocol,
        source: direction === "ingress" ? side : {},
        destination: present(destination),
      });
    }),
  );
}

/** One port alone; of a range v3.9 takes the first. */
function single({ protocol, name, range }: PortOfProtocol): ProtocolPorts {
  const port = name ?? range?.[0];
  return { protocol, ports: port === undefined ? undefined : [port] };
}

function portOf({ protocol, port, endPort }: JsonObject): PortOfProtocol {
  const known = textOrEmpty(protocol) || "TCP";
  if (typeof port === "string")
    return /^\d+$/.test(port) ? numbered(known, Number(port), endPort) : { protocol: known, name: port };
  return typeof port === "number" ? numbered(known, port, endPort) : { protocol: known };
}

function numbered(protocol: string, first: number, last: unknown): PortOfProtocol {
  return { protocol, range: [first, typeof last === "number" ? last : first] };
}

/** A peer as one side of a rule: pods, pods of namespaces, or networks. */
function peerOf({ podSelector, namespaceSelector, ipBlock }: JsonObject): JsonObject {
  if (isObject(ipBlock)) {
    const nets = (texts: readonly unknown[]) => texts.map((text) => canonicalNet(textOrEmpty(text)));
    return present({ nets: nets([ipBlock.cidr]), notNets: nets(listOrEmpty(ipBlock.except)) });
  }
  const selector = podSelectorText(objectOrEmpty(podSelector));
  return present({
    selector,
    ...(isObject(namespaceSelector) && { namespaceSelector: labelSelectorText(namespaceSelector) }),
  });
}
