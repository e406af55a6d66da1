import { isObject, type JsonObject, listOrEmpty, objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import type { Resource } from "../../model/resource.ts";
import { derivedResource } from "../derived.ts";
import { type KubernetesObject, objectsOf, present } from "../kubernetes-object.ts";
import { canonicalNet } from "../nets.ts";
import type { ConversionRules } from "../rules.ts";
import { KUBERNETES_ENDPOINTS, labelSelectorText, podSelectorText } from "./label-selector.ts";
import { groupPorts, type PortOfProtocol, type ProtocolPorts } from "./ports.ts";

/** Calico's tiers of the two tiers of Kubernetes. */
const TIERS: Readonly<Record<string, string>> = { Admin: "kube-admin", Baseline: "kube-baseline" };
const ACTIONS: Readonly<Record<string, string>> = { Accept: "Allow", Deny: "Deny", Pass: "Pass" };

/**
 * The GlobalNetworkPolicy of a ClusterNetworkPolicy (policy.networking.k8s.io/v1alpha2), named `kcnp.TIER.NAME` by Calico's tier, in the
 * tier `kube-admin` or `kube-baseline`; its priority is the order (recorded: conv-cnp-*).
 */
export function convertClusterNetworkPolicy(object: KubernetesObject, rules: ConversionRules): Resource {
  const { tier, priority, subject, ...spec } = objectOrEmpty(object.spec);
  const list = (key: "ingress" | "egress") => objectsOf(spec[key]).flatMap((rule) => convertRule(rule, key));
  const [ingress, egress] = [list("ingress"), list("egress")];
  const calicos = TIERS[textOrEmpty(tier)] ?? "";
  return derivedResource(object, "GlobalNetworkPolicy", rules, {
    name: (name) => `kcnp.${calicos}.${name}`,
    spec: present({
      tier: calicos,
      order: typeof priority === "number" ? priority : undefined,
      ingress,
      egress,
      ...subjectOf(objectOrEmpty(subject)),
      types: [...(ingress.length > 0 ? ["Ingress"] : []), ...(egress.length > 0 ? ["Egress"] : [])],
    }),
  });
}

function subjectOf({ namespaces, pods }: JsonObject): JsonObject {
  if (isObject(namespaces)) return { selector: KUBERNETES_ENDPOINTS, namespaceSelector: labelSelectorText(namespaces) };
  return podsOf(objectOrEmpty(pods));
}

function podsOf({ podSelector, namespaceSelector }: JsonObject): JsonObject {
  return {
    selector: podSelectorText(objectOrEmpty(podSelector)),
    namespaceSelector: labelSelectorText(objectOrEmpty(namespaceSelector)),
  };
}

function convertRule(rule: JsonObject, direction: "ingress" | "egress"): JsonObject[] {
  const peers = objectsOf(rule[direction === "ingress" ? "from" : "to"]).map(peerOf);
  const groups = groupPorts(objectsOf(rule.protocols).map(portOf));
  const all: readonly ProtocolPorts[] = groups.length === 0 ? [{ protocol: undefined, ports: undefined }] : groups;
  const name = textOrEmpty(rule.name);
  return all.flatMap(({ protocol, ports }) =>
    peers.map((peer) =>
      present({
        action: ACTIONS[textOrEmpty(rule.action)],
        protocol,
        source: direction === "ingress" ? peer : {},
        destination: present({ ...(direction === "egress" ? peer : {}), ports }),
        ...(name !== "" && { metadata: { annotations: { name } } }),
      }),
    ),
  );
}

function peerOf({ namespaces, pods, networks }: JsonObject): JsonObject {
  if (Array.isArray(networks)) return { nets: listOrEmpty(networks).map((net) => canonicalNet(textOrEmpty(net))) };
  if (isObject(namespaces)) return { namespaceSelector: labelSelectorText(namespaces) };
  return podsOf(objectOrEmpty(pods));
}

function portOf(entry: JsonObject): PortOfProtocol {
  const name = textOrEmpty(entry.destinationNamedPort);
  if (name !== "") return { protocol: undefined, name };
  const protocol = ["tcp", "udp", "sctp"].find((key) => isObject(entry[key])) ?? "";
  const { number, range } = objectOrEmpty(objectOrEmpty(entry[protocol]).destinationPort);
  const known = { protocol: protocol.toUpperCase() };
  if (typeof number === "number") return { ...known, range: [number, number] };
  const { start, end } = objectOrEmpty(range);
  return typeof start === "number" && typeof end === "number" ? { ...known, range: [start, end] } : known;
}
