import type { DnatMatch, DnatRule, DnatTarget, FilterRule, MasqueradeRule } from "../../model/flow.ts";
import { cidrContains, parseAddress, parseNet } from "../../model/net/address.ts";
import { type BackendChoice, chooseBackends, ofFamily, type ProxyNode } from "./backend-choice.ts";
import type { ServiceBackend } from "./service-endpoints.ts";
import { type ClusterService, type ServicePort, servicePortText } from "./services.ts";

/** What kube-proxy makes of Services on one node. */
export interface ProxyRules {
  readonly dnat: DnatRule[];
  readonly masquerade: MasqueradeRule[];
  readonly filter: FilterRule[];
}

/** What the rules of a node depend on beside its Services. */
export interface ProxySettings {
  readonly node: ProxyNode;
  /** The networks of pods (`clusterCIDR`): who sends from there is not masqueraded on its way to a ClusterIP. */
  readonly podNets: readonly string[];
  readonly mode: "iptables" | "nftables";
}

const FAMILIES = [4, 6] as const;
/**
 * Where the chains of kube-proxy hang that reject or drop (after Calico's): `KUBE-SERVICES`, `KUBE-EXTERNAL-SERVICES`,
 * `KUBE-PROXY-FIREWALL`.
 */
const INTERNAL = ["forward", "output"] as const;
const EXTERNAL = ["input", "forward"] as const;
const FIREWALL = ["input", "forward", "output"] as const;

/** Adds what the proxy of a node makes of one port of a Service, in the order of its Services: `clusterNat` puts NodePorts last. */
export function addServicePort(
  rules: ProxyRules,
  service: ClusterService,
  port: ServicePort,
  settings: ProxySettings,
): void {
  if (service.isHeadless) return;
  for (const family of FAMILIES) {
    // A Service has the IP versions of its ClusterIPs, whatever its other addresses are.
    if (inFamily(service.clusterIPs, family).length === 0) continue;
    const backends = ofFamily(port, family);
    if (backends === undefined) addUnknown(rules, service, port, family);
    else addFamily(rules, { service, port, family, settings, choice: chooseBackends(backends, settings.node) });
  }
}

/** A port of a Service for one IP version. */
interface PortRules {
  readonly service: ClusterService;
  readonly port: ServicePort;
  readonly family: 4 | 6;
  readonly settings: ProxySettings;
  readonly choice: BackendChoice;
}

function addFamily(rules: ProxyRules, of: PortRules): void {
  const { service, choice, family } = of;
  const { cluster, local, hasAny } = choice;
  const internal = service.isInternalLocal ? local : cluster;
  const refusal = hasAny ? "drop" : "reject";
  for (const address of inFamily(service.clusterIPs, family)) {
    const match = matchOf(of, address);
    if (internal.length === 0) addRefusal(rules, of, match, { action: refusal, hooks: INTERNAL });
    else {
      rules.dnat.push(...translations(of, match, internal));
      const { podNets } = of.settings;
      const ofPods = inFamily(podNets, family).map((srcIP) => ({ srcIP }));
      if (ofPods.length > 0) rules.masquerade.push({ ...match, except: ofPods, by: textOf(of) });
    }
  }
  for (const address of inFamily(service.externalIPs, family)) addExternal(rules, of, matchOf(of, address));
  for (const address of inFamily(service.loadBalancerIPs, family)) {
    const match = matchOf(of, address);
    const ranges = sourceRanges(of);
    if (ranges.length === 0) addExternal(rules, of, match);
    else addFirewalled(rules, of, match, ranges);
  }
  const { nodePort } = of.port;
  if (nodePort === undefined) return;
  const own = of.settings.mode === "iptables" ? ["LOCAL"] : inFamily(of.settings.node.addresses, family).slice(0, 1);
  const loopback = family === 6 ? { except: [{ dst: "::1/128" }] } : {};
  for (const dst of own)
    addExternal(rules, of, { ...matchOf(of, dst), port: nodePort, ipVersion: family, ...loopback });
}

/**
 * The networks that alone may use the addresses of the load balancer; none where everybody may: without ranges, with one of
 * every address, and where there is no backend, which rejects all alike.
 */
function sourceRanges({ service, family, choice }: PortRules): readonly string[] {
  const ranges = inFamily(service.sourceRanges, family);
  return choice.hasAny && !ranges.some((range) => range.endsWith("/0")) ? ranges : [];
}

/** An address of the load balancer that only some networks may use. */
function addFirewalled(rules: ProxyRules, of: PortRules, match: ProtocolMatch, ranges: readonly string[]): void {
  const { service, family, settings } = of;
  const [own] = inFamily(settings.node.addresses, family);
  const isNodeAllowed = ranges.some((range) => own !== undefined && containsAddress(range, own));
  // A node that is allowed may send from the load balancer's address, which may be one of its own.
  const allowed = [...ranges, ...(isNodeAllowed ? inFamily(service.loadBalancerIPs, family) : [])];
  const outside: DnatMatch = { except: allowed.map((srcIP) => ({ srcIP })) };
  addExternal(rules, of, { ...match, except: [outside] });
  const isIptables = settings.mode === "iptables";
  const others = isIptables ? match : { ...match, except: ranges.map((srcIP) => ({ srcIP })) };
  addRefusal(rules, of, others, { action: "drop", hooks: isIptables ? FIREWALL : ["nat"] });
}

/**
 * What comes from outside, to a NodePort, an external address or one of the load balancer. Under `externalTrafficPolicy:
 * Local` pods and the node's own processes still reach every backend; others those on the node, and keep their source.
 */
function addExternal(rules: ProxyRules, of: PortRules, match: ProtocolMatch): void {
  const { service, settings, choice, family } = of;
  const { cluster, local, hasAny } = choice;
  const by = textOf(of);
  if (!service.isExternalLocal) {
    rules.dnat.push(...translations(of, match, cluster));
    if (cluster.length > 0) rules.masquerade.push({ ...match, by });
    else addRefusal(rules, of, match, { action: "reject", hooks: EXTERNAL });
    return;
  }
  const pods = inFamily(settings.podNets, family);
  for (const srcIP of [...pods, "LOCAL"]) rules.dnat.push(...translations(of, { ...match, srcIP }, cluster));
  rules.dnat.push(...translations(of, match, local));
  if (cluster.length > 0) {
    const except = [...(match.except ?? []), ...pods.map((srcIP) => ({ srcIP }))];
    rules.masquerade.push({ ...match, srcIP: "LOCAL", ...(except.length > 0 && { except }), by });
  }
  if (local.length > 0) return;
  addRefusal(rules, of, match, { action: hasAny ? "drop" : "reject", hooks: EXTERNAL });
}

/** What the proxy refuses; in nftables mode also where Calico has accepted it. */
function addRefusal(
  rules: ProxyRules,
  of: PortRules,
  match: DnatMatch,
  refusal: Pick<FilterRule, "action" | "hooks">,
): void {
  const always = of.settings.mode === "nftables" ? { always: true } : {};
  rules.filter.push({ ...match, ...refusal, by: textOf(of), ...always });
}

/** A Service whose backends the input does not have: whether its packets are translated is unknown. */
function addUnknown(rules: ProxyRules, service: ClusterService, port: ServicePort, family: 4 | 6): void {
  const uncertain = `the backends of Service ${service.namespace}/${service.name} are unknown: there are no EndpointSlices`;
  const { clusterIPs, externalIPs, loadBalancerIPs } = service;
  const toIP = "UNKNOWN";
  const by = servicePortText(service, port);
  for (const dst of inFamily([...clusterIPs, ...externalIPs, ...loadBalancerIPs], family))
    rules.dnat.push({ protocol: port.protocol, dst, port: port.port, toIP, uncertain, by });
  if (port.nodePort === undefined) return;
  rules.dnat.push({
    protocol: port.protocol,
    ...{ dst: "LOCAL", port: port.nodePort, ipVersion: family, toIP, uncertain, by },
  });
}

/** Which packets a rule is for, its protocol included. */
type ProtocolMatch = DnatMatch & Pick<DnatRule, "protocol" | "dst">;

function matchOf({ port }: PortRules, dst: string): ProtocolMatch {
  return { protocol: port.protocol, dst, port: port.port };
}

/** The translation to any of the backends; none where there is none. */
function translations(of: PortRules, match: ProtocolMatch, backends: readonly ServiceBackend[]): DnatRule[] {
  const targets = backends.map(targetOf);
  const [first] = targets;
  if (first === undefined) return [];
  const alternatives = targets.length > 1 ? { alternatives: targets } : {};
  return [{ ...match, ...first, ...alternatives, masqueradesOwn: true, by: textOf(of), ...affinityOf(of.service) }];
}

function targetOf({ address, port, target }: ServiceBackend): DnatTarget {
  return { toIP: address, toPort: port, ...(target === "" ? {} : { to: target }) };
}

function affinityOf({ hasAffinity }: ClusterService): Pick<DnatRule, "affinity"> {
  return hasAffinity ? { affinity: true } : {};
}

function textOf({ service, port }: PortRules): string {
  return servicePortText(service, port);
}

function containsAddress(net: string, text: string): boolean {
  const [cidr, address] = [parseNet(net), parseAddress(text)];
  return cidr !== undefined && address !== undefined && cidrContains(cidr, address);
}

/** The addresses, or networks, of one IP version. */
function inFamily(texts: readonly string[], family: 4 | 6): readonly string[] {
  return texts.filter((text) => parseAddress(text.split("/", 1)[0] ?? "")?.family === family);
}
