import { chooseBackends } from "../services/backend-choice.ts";
import type { ClusterService, ServicePort } from "../services/services.ts";
import type { EndPacket, EndResult, EndTarget } from "./end-result.ts";

/** All addresses that a Service answers on. */
export function serviceAddresses({ clusterIPs, externalIPs, loadBalancerIPs }: ClusterService): readonly string[] {
  return [...clusterIPs, ...externalIPs, ...loadBalancerIPs];
}

/** Where a packet goes: to an address, or without one to a node. */
interface ServiceDestination {
  readonly address?: string;
  readonly port: number | undefined;
  readonly protocol: string | undefined;
}

/** What of a Service a destination is: `NodePort of svc/shop/web`; `undefined` where it is of none. */
export function serviceTarget(
  services: readonly ClusterService[],
  { address, port, protocol }: ServiceDestination,
): string | undefined {
  for (const service of services) {
    const { namespace, name, clusterIPs, externalIPs, loadBalancerIPs, ports } = service;
    const text = (what: string) => `${what} of svc/${namespace}/${name}`;
    const isNodePort = ports.some((one) => one.nodePort === port && (protocol ?? one.protocol) === one.protocol);
    if (address === undefined && port !== undefined && isNodePort) return text("NodePort");
    if (address === undefined) continue;
    if (clusterIPs.includes(address)) return text("cluster IP");
    if (externalIPs.includes(address)) return text("external IP");
    if (loadBalancerIPs.includes(address)) return text("load balancer address");
  }
  return undefined;
}

/**
 * Finds what a Service stands for: its cluster IPs, or where it is headless each of its backends; with the port that is asked
 * for, or its only one.
 */
export function resolveService(service: ClusterService, { port, protocol, needsBackends }: EndPacket): EndResult {
  const { namespace, name, externalName, clusterIPs, ports, isHeadless } = service;
  const full = `${namespace}/${name}`;
  const wrong = (message: string, fitting: readonly string[] = []): EndResult => ({ ok: false, message, fitting });
  if (externalName !== undefined)
    return wrong(`Service \`${full}\` is a name outside the cluster, \`${externalName}\`: names are not resolved`);
  const fitting = ports.filter((one) => protocol === undefined || one.protocol === protocol);
  const matching = fitting.filter((one) => port === undefined || one.port === port || one.name === port);
  const [first, second] = matching;
  const choices = fitting.map((one) => `svc/${full}:${one.name || one.port}`);
  if (first === undefined) {
    const what = port === undefined ? "port" : `port \`${port}\``;
    return wrong(`Service \`${full}\` has no ${protocol === undefined ? "" : `${protocol} `}${what}`, choices);
  }
  if (second !== undefined) {
    const isSameNumber = matching.every((one) => one.port === first.port);
    const protocols = matching.map((one) => one.protocol).join(" and ");
    if (isSameNumber) return wrong(`Service \`${full}\` has port ${first.port} for ${protocols}: give the protocol`);
    return wrong(`Service \`${full}\` has several ports`, choices);
  }
  if (isHeadless && clusterIPs.length === 0) return resolveHeadless(full, first);
  if (first.backends === undefined && needsBackends === true)
    return wrong(`the backends of Service \`${full}\` are unknown: there are no EndpointSlices`);
  const [address, ...otherAddresses] = clusterIPs;
  if (address === undefined) return wrong(`Service \`${full}\` has no cluster IP`);
  const target = { endpoint: address, otherAddresses, name: `Service ${full}`, assumptions: [] };
  return { ok: true, targets: [{ ...target, port: first.port, protocol: first.protocol }] };
}

/** The backends of a headless Service, whose name clients resolve to their addresses themselves. */
function resolveHeadless(full: string, { backends, protocol }: ServicePort): EndResult {
  const wrong = (message: string): EndResult => ({ ok: false, message, fitting: [] });
  if (backends === undefined)
    return wrong(`the backends of Service \`${full}\` are unknown: there are no EndpointSlices`);
  const { cluster } = chooseBackends(backends, { name: "", zone: "" });
  if (cluster.length === 0) return wrong(`Service \`${full}\` is headless and has no ready backend`);
  const targets = cluster.map(
    ({ address, port, target }): EndTarget => ({
      endpoint: address,
      name: target === "" ? address : target,
      ...{ port, protocol },
      assumptions: [`Service ${full} is headless: its name stands for the addresses of its backends`],
    }),
  );
  return { ok: true, targets };
}
