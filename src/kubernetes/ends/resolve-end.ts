import { nearest } from "../../model/nearest.ts";
import { fromKubernetes } from "../../selector/from-kubernetes.ts";
import { matches } from "../../selector/matches.ts";
import { parseSelector } from "../../selector/parse.ts";
import type { ClusterService } from "../services/services.ts";
import { type EndPod, podName } from "./end-pod.ts";
import type { EndReference } from "./end-reference.ts";
import type { EndPacket, EndResult, EndTarget } from "./end-result.ts";
import { resolveService } from "./end-service.ts";
import { podsOfWorkload, type Workload } from "./workload-pods.ts";

/** What of a cluster ends are found in. */
export interface ClusterEnds {
  readonly pods: readonly EndPod[];
  readonly nodes: readonly string[];
  readonly workloads: readonly Workload[];
  readonly services: readonly ClusterService[];
  /** Pods that are on no node yet, or have ended, and why. */
  readonly absent: ReadonlyMap<string, string>;
}

/** Finds what an end in Kubernetes' words stands for. Pure and total. */
export function resolveEnd(end: EndReference, cluster: ClusterEnds, packet: EndPacket): EndResult {
  const sent = { ...packet, ...(end.port !== undefined && { port: end.port }) };
  switch (end.kind) {
    case "pod":
      return resolvePod(end, cluster, sent);
    case "selector":
      return resolveSelector(end, cluster, sent);
    case "workload":
      return resolveWorkload(end, cluster, sent);
    case "namespace": {
      const pods = cluster.pods.filter(({ namespace }) => namespace === end.name);
      const others = distinct(cluster.pods.map(({ namespace }) => namespace));
      const missing = notFound(`namespace \`${end.name}\` has no pods here`, end.name, others, (name) => `ns/${name}`);
      return ofPods(pods, `namespace ${end.name}`, sent, missing);
    }
    case "node":
      if (!cluster.nodes.includes(end.name))
        return notFound(`there is no node \`${end.name}\``, end.name, cluster.nodes, (name) => `node/${name}`);
      return numbered(sent, {
        endpoint: { node: end.name },
        name: `node ${end.name}`,
        ...nodePort(cluster, sent),
        assumptions: [],
      });
    case "external":
      return numbered(sent, { endpoint: end.address, name: end.address, assumptions: [] });
    case "service":
      return findService(end, cluster, sent);
  }
}

function resolvePod(
  { namespace, name }: Extract<EndReference, { kind: "pod" | "service" }>,
  { pods, absent }: ClusterEnds,
  sent: EndPacket,
): EndResult {
  const full = podName({ namespace, name });
  const pod = pods.find((one) => one.namespace === namespace && one.name === name);
  const reason = absent.get(full);
  if (reason !== undefined) return { ok: false, message: `pod \`${full}\` ${reason}`, fitting: [] };
  if (pod !== undefined) return ofPod(pod, sent, []);
  const elsewhere = pods.filter((one) => one.name === name).map((one) => `pod/${podName(one)}`);
  if (elsewhere.length > 0) return { ok: false, message: `there is no pod \`${full}\``, fitting: elsewhere };
  return notFound(`there is no pod \`${full}\``, full, pods.map(podName), (one) => `pod/${one}`);
}

function findService(
  { namespace, name }: Extract<EndReference, { kind: "pod" | "service" }>,
  { services }: ClusterEnds,
  sent: EndPacket,
): EndResult {
  const service = services.find((one) => one.namespace === namespace && one.name === name);
  if (service !== undefined) return resolveService(service, sent);
  const full = podName({ namespace, name });
  const elsewhere = services.filter((one) => one.name === name).map((one) => `svc/${podName(one)}`);
  const message = `there is no Service \`${full}\``;
  if (elsewhere.length > 0) return { ok: false, message, fitting: elsewhere };
  return notFound(message, full, services.map(podName), (one) => `svc/${one}`);
}

/** How the pods behind a Service are written: what sends its packets, as a Service sends none. */
export function backendsText(
  { namespace, name }: { readonly namespace: string; readonly name: string },
  { services }: ClusterEnds,
): string | undefined {
  const service = services.find((one) => one.namespace === namespace && one.name === name);
  const labels = Object.entries(service?.selector ?? {}).map(([key, value]) => `${key}=${value}`);
  return labels.length === 0 ? undefined : `pod/${namespace}/${labels.join(",")}`;
}

function resolveSelector(
  { namespace, selector }: Extract<EndReference, { kind: "selector" }>,
  { pods }: ClusterEnds,
  sent: EndPacket,
): EndResult {
  const text = fromKubernetes(selector);
  const parsed = text === undefined ? undefined : parseSelector(text);
  if (!parsed?.ok) return { ok: false, message: `\`${selector}\` is not a label selector`, fitting: [] };
  const near = pods.filter((pod) => pod.namespace === namespace);
  const selected = near.filter(({ labels }) => matches(parsed.selector, labels));
  return ofPods(selected, `the label selector ${selector}`, sent, {
    ok: false,
    message: `no pod of namespace \`${namespace}\` has the labels \`${selector}\``,
    fitting: near.slice(0, MOST_LISTED).map((pod) => `pod/${podName(pod)}`),
  });
}

function resolveWorkload(
  { workload: kind, namespace, name }: Extract<EndReference, { kind: "workload" }>,
  { pods, workloads }: ClusterEnds,
  sent: EndPacket,
): EndResult {
  const found = podsOfWorkload({ kind, namespace, name }, pods, workloads);
  const isKnown = workloads.some((one) => one.kind === kind && one.namespace === namespace && one.name === name);
  const what = `${kind} ${namespace}/${name}`;
  const names = workloads.filter((one) => one.kind === kind).map(podName);
  const written = (one: string) => `${kind.toLowerCase()}/${one}`;
  const missing = isKnown
    ? ({ ok: false, message: `${what} has no pod on a node`, fitting: [] } as const)
    : notFound(`no pod is known to be of ${what}`, podName({ namespace, name }), names, written);
  return ofPods(found, isKnown ? what : `${what}, by its owner or name`, sent, missing);
}

/** One pod for each group of pods that are alike: those of the same labels on the same node. */
function ofPods(pods: readonly EndPod[], of: string, sent: EndPacket, missing: EndResult): EndResult {
  const groups = new Map<string, EndPod[]>();
  for (const pod of pods) {
    const key = JSON.stringify([pod.node, [...pod.labels].sort(([a], [b]) => (a < b ? -1 : 1)), pod.ports]);
    const group = groups.get(key);
    if (group) group.push(pod);
    else groups.set(key, [pod]);
  }
  const targets: EndTarget[] = [];
  for (const [first, ...others] of groups.values()) {
    if (first === undefined) continue;
    const alike = others.length === 0 ? "" : `, and for ${others.length} more with its labels on ${first.node}`;
    const result = ofPod(first, sent, [`pod ${podName(first)} stands for ${of}${alike}`]);
    if (!result.ok) return result;
    targets.push(...result.targets);
  }
  return targets.length === 0 ? missing : { ok: true, targets };
}

function ofPod(pod: EndPod, { port, protocol }: EndPacket, assumptions: readonly string[]): EndResult {
  const full = podName(pod);
  if (!pod.hasAddress) return { ok: false, message: `pod \`${full}\` has no address`, fitting: [] };
  const target = { endpoint: pod.endpoint, name: `pod ${full}`, assumptions };
  if (typeof port !== "string") return numbered({ ...(port !== undefined && { port }) }, target);
  const named = pod.ports.find((one) => one.name === port && (protocol ?? one.protocol) === one.protocol);
  if (named !== undefined) return { ok: true, targets: [{ ...target, port: named.port, protocol: named.protocol }] };
  const names = pod.ports.filter(({ name }) => name !== "").map(({ name }) => `pod/${full}:${name}`);
  return { ok: false, message: `pod \`${full}\` has no port \`${port}\``, fitting: names };
}

/** The protocol of a node port, where only one Service has that. */
function nodePort({ services }: ClusterEnds, { port, protocol }: EndPacket): Pick<EndTarget, "protocol"> {
  const ports = services.flatMap((service) =>
    service.ports.filter((one) => one.nodePort !== undefined && one.nodePort === port),
  );
  const [first, ...others] = ports;
  return first === undefined || others.length > 0 || protocol !== undefined ? {} : { protocol: first.protocol };
}

/** A target whose port has a number. */
function numbered({ port }: EndPacket, target: EndTarget): EndResult {
  if (typeof port === "string")
    return { ok: false, message: `${target.name} has no port by the name \`${port}\`: give its number`, fitting: [] };
  return { ok: true, targets: [{ ...target, ...(port !== undefined && { port }) }] };
}

/** As many names as a message lists. */
const MOST_LISTED = 20;

/** The name that could have been meant; where none is near, all of them as far as they are few. */
function notFound(
  message: string,
  name: string,
  known: readonly string[],
  written: (name: string) => string,
): Extract<EndResult, { ok: false }> {
  const near = nearest(name, known);
  return {
    ok: false,
    message,
    fitting: near === undefined ? distinct(known).slice(0, MOST_LISTED).map(written) : [written(near)],
  };
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
