import { type JsonObject, listOrEmpty, objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { DEFAULT_ALLOW } from "../../model/kinds/built-in.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { cidrContains, parseAddress, parseCidr } from "../../model/net/address.ts";
import { API_VERSION, type Resource } from "../../model/resource.ts";
import { matches } from "../../selector/matches.ts";
import { parseSelector } from "../../selector/parse.ts";
import { objectsOf, textsOf } from "../kubernetes-object.ts";
import { interfacePattern } from "./interface-pattern.ts";
import { nodeAddresses, nodeInterfaces } from "./node-addresses.ts";

/** What kube-controllers makes of Nodes. */
export interface AutoHostEndpoints {
  readonly endpoints: readonly Resource[];
  /** Patterns of interfaces that are not understood, so that their endpoints are missing. */
  readonly unreadPatterns: readonly string[];
}

const NONE: AutoHostEndpoints = { endpoints: [], unreadPatterns: [] };

/**
 * The host endpoints that kube-controllers makes of the Nodes of a Kubernetes cluster, where KubeControllersConfiguration
 * `default` asks for them: one for all interfaces (`NODE-auto-hep`), and those of its templates. What the resources have under
 * such a name is not made again.
 */
export function autoHostEndpoints(resources: readonly Resource[], calico: CalicoVersionRules): AutoHostEndpoints {
  if (!calico.autoHostEndpoints) return NONE;
  const of = (kind: string) => resources.filter((resource) => resource.kind === kind);
  const configuration = of("KubeControllersConfiguration").findLast(({ metadata }) => metadata.name === "default");
  const controllers = objectOrEmpty(objectOrEmpty(configuration?.spec).controllers);
  const options = objectOrEmpty(objectOrEmpty(controllers.node).hostEndpoint);
  if (options.autoCreate !== "Enabled") return NONE;
  const unread = new Set<string>();
  const known = new Set(of("HostEndpoint").map(({ metadata }) => metadata.name));
  const nodes = new Map(of("Node").map((node) => [node.metadata.name, node]));
  const endpoints = [...nodes.values()].filter(isOfKubernetes).flatMap((node) => ofNode(node, options, unread));
  return { endpoints: endpoints.filter(({ metadata }) => !known.has(metadata.name)), unreadPatterns: [...unread] };
}

function isOfKubernetes({ spec }: Resource): boolean {
  return objectsOf(objectOrEmpty(spec).orchRefs).some(({ orchestrator }) => orchestrator === "k8s");
}

/** Those of one Node; of two with one name the later, as kube-controllers writes it over the earlier. */
function ofNode(node: Resource, options: JsonObject, unread: Set<string>): readonly Resource[] {
  const made = new Map<string, Resource>();
  const add = (name: string, expectedIPs: readonly string[], interfaceName: string, labels: unknown) => {
    const endpoint = hostEndpoint(node, { name, expectedIPs, interfaceName, labels });
    made.set(endpoint.metadata.name, endpoint);
  };
  const addresses = nodeAddresses(node);
  if (options.createDefaultHostEndpoint !== "Disabled") add("", addresses, "*", {});
  const nodeLabels = new Map(Object.entries(textsOf(node.metadata.labels)));
  for (const template of objectsOf(options.templates)) {
    const selector = parseSelector(textOrEmpty(template.nodeSelector));
    // kube-controllers leaves out what follows, too.
    if (!selector.ok) break;
    if (!matches(selector.selector, nodeLabels)) continue;
    const { interfaceCIDRs, labels } = template;
    const name = textOrEmpty(template.generateName);
    const pattern = textOrEmpty(template.interfacePattern);
    const own = addresses.filter((address) => isWithin(address, interfaceCIDRs));
    if (pattern === "") {
      if (own.length > 0) add(name, own, "", labels);
      continue;
    }
    if (name === "") break;
    const isMatch = interfacePattern(pattern);
    if (isMatch === undefined) unread.add(pattern);
    for (const { name: interfaceName, addresses: ofInterface } of nodeInterfaces(node)) {
      if (!isMatch?.(interfaceName)) continue;
      add(`${name}-${interfaceName}`, [...new Set([...own, ...ofInterface])], interfaceName, labels);
    }
  }
  return [...made.values()];
}

/** Whether the address is in one of the networks; a network that cannot be read makes all of them count for nothing. */
function isWithin(text: string, list: unknown): boolean {
  const nets = listOrEmpty(list).map((net) => parseCidr(textOrEmpty(net)));
  const address = parseAddress(text);
  if (address === undefined || nets.includes(undefined)) return false;
  return nets.some((net) => net !== undefined && cidrContains(net, address));
}

interface Made {
  /** What comes between the node's name and `auto-hep`. */
  readonly name: string;
  readonly expectedIPs: readonly string[];
  readonly interfaceName: string;
  readonly labels: unknown;
}

function hostEndpoint(node: Resource, { name, expectedIPs, interfaceName, labels }: Made): Resource {
  return {
    apiVersion: API_VERSION,
    kind: "HostEndpoint",
    metadata: {
      name: [node.metadata.name, name, "auto-hep"].filter((part) => part !== "").join("-"),
      labels: {
        ...textsOf(node.metadata.labels),
        ...textsOf(labels),
        "projectcalico.org/created-by": "calico-kube-controllers",
      },
    },
    spec: {
      node: node.metadata.name,
      ...(interfaceName !== "" && { interfaceName }),
      ...(expectedIPs.length > 0 && { expectedIPs }),
      profiles: [DEFAULT_ALLOW],
    },
  };
}
