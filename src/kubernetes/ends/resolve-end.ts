import { nearest } from "../../model/nearest.ts";
import { fromKubernetes } from "../../selector/from-kubernetes.ts";
import { matches } from "../../selector/matches.ts";
import { parseSelector } from "../../selector/parse.ts";
import { type EndPod, podName } from "./end-pod.ts";
import type { EndReference, PortReference } from "./end-reference.ts";
import { podsOfWorkload, type Workload } from "./workload-pods.ts";

/** What of a cluster ends are found in. */
export interface ClusterEnds {
  readonly pods: readonly EndPod[];
  readonly nodes: readonly string[];
  readonly workloads: readonly Workload[];
  /** Pods that are on no node yet, or have ended, and why. */
  readonly absent: ReadonlyMap<string, string>;
}

/** What stands for an end: something that the evaluator finds. */
export interface EndTarget {
  /** A full name of an endpoint, a node, or an address. */
  readonly endpoint: string;
  /** What it is, in Kubernetes' words: `pod shop/web-1`. */
  readonly name: string;
  readonly port?: number;
  readonly protocol?: string;
  readonly assumptions: readonly string[];
}

/** The targets of an end, at least one; or why there is none, and what could have been meant, as it is typed. */
export type EndResult =
  | { readonly ok: true; readonly targets: readonly EndTarget[] }
  | { readonly ok: false; readonly message: string; readonly fitting: readonly string[] };

/** The packet as far as it is known: its protocol as Kubernetes writes it, and its port, by number or name. */
export interface EndPacket {
  readonly protocol?: string;
  readonly port?: PortReference;
}

/** Finds what an end in Kubernetes' words stands for. Pure and total. */
export function resolveEnd(end: EndReference, cluster: ClusterEnds, packet: EndPacket): EndResult {
  const asked = { ...packet, ...(end.port !== undefined && { port: end.port }) };
  switch (end.kind) {
    case "pod":
      return resolvePod(end, cluster, asked);
    case "selector":
      return resolveSelector(end, cluster, asked);
    case "workload":
      return resolveWorkload(end, cluster, asked);
    case "namespace": {
      const pods = cluster.pods.filter(({ namespace }) => namespace === end.name);
      const others = distinct(cluster.pods.map(({ namespace }) => namespace));
      const missing = notFound(`namespace \`${end.name}\` has no pods here`, end.name, others, (name) => `ns/${name}`);
      return ofPods(pods, `namespace ${end.name}`, asked, missing);
    }
    case "node":
      if (!cluster.nodes.includes(end.name))
        return notFound(`there is no node \`${end.name}\``, end.name, cluster.nodes, (name) => `node/${name}`);
      return numbered(asked, { endpoint: end.name, name: `node ${end.name}`, assumptions: [] });
    case "external":
      return numbered(asked, { endpoint: end.address, name: end.address, assumptions: [] });
    case "service":
      return { ok: false, message: `Service \`${end.namespace}/${end.name}\` is not known`, fitting: [] };
  }
}

function resolvePod(
  { namespace, name }: Extract<EndReference, { kind: "pod" | "service" }>,
  { pods, absent }: ClusterEnds,
  asked: EndPacket,
): EndResult {
  const full = podName({ namespace, name });
  const pod = pods.find((one) => one.namespace === namespace && one.name === name);
  const reason = absent.get(full);
  if (reason !== undefined) return { ok: false, message: `pod \`${full}\` ${reason}`, fitting: [] };
  if (pod !== undefined) return ofPod(pod, asked, []);
  const elsewhere = pods.filter((one) => one.name === name).map((one) => `pod/${podName(one)}`);
  if (elsewhere.length > 0) return { ok: false, message: `there is no pod \`${full}\``, fitting: elsewhere };
  return notFound(`there is no pod \`${full}\``, full, pods.map(podName), (one) => `pod/${one}`);
}

function resolveSelector(
  { namespace, selector }: Extract<EndReference, { kind: "selector" }>,
  { pods }: ClusterEnds,
  asked: EndPacket,
): EndResult {
  const text = fromKubernetes(selector);
  const parsed = text === undefined ? undefined : parseSelector(text);
  if (!parsed?.ok) return { ok: false, message: `\`${selector}\` is not a label selector`, fitting: [] };
  const near = pods.filter((pod) => pod.namespace === namespace);
  const selected = near.filter(({ labels }) => matches(parsed.selector, labels));
  return ofPods(selected, `the label selector ${selector}`, asked, {
    ok: false,
    message: `no pod of namespace \`${namespace}\` has the labels \`${selector}\``,
    fitting: near.slice(0, MOST_LISTED).map((pod) => `pod/${podName(pod)}`),
  });
}

function resolveWorkload(
  { workload: kind, namespace, name }: Extract<EndReference, { kind: "workload" }>,
  { pods, workloads }: ClusterEnds,
  asked: EndPacket,
): EndResult {
  const found = podsOfWorkload({ kind, namespace, name }, pods, workloads);
  const isKnown = workloads.some((one) => one.kind === kind && one.namespace === namespace && one.name === name);
  const what = `${kind} ${namespace}/${name}`;
  const names = workloads.filter((one) => one.kind === kind).map(podName);
  const written = (one: string) => `${kind.toLowerCase()}/${one}`;
  const missing = isKnown
    ? ({ ok: false, message: `${what} has no pod on a node`, fitting: [] } as const)
    : notFound(`no pod is known to be of ${what}`, podName({ namespace, name }), names, written);
  return ofPods(found, what, asked, missing);
}

/** One pod for each group of pods that are alike: those of the same labels on the same node. */
function ofPods(pods: readonly EndPod[], of: string, asked: EndPacket, missing: EndResult): EndResult {
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
    const result = ofPod(first, asked, [`pod ${podName(first)} stands for ${of}${alike}`]);
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
