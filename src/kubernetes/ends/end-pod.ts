import { listOrEmpty, objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import type { Labels } from "../../selector/matches.ts";
import { type KubernetesObject, metadataOf } from "../kubernetes-object.ts";
import { containerPorts } from "../pods/container-ports.ts";
import { hasEnded } from "../pods/pod-addresses.ts";

/** A port of a pod's container. */
export interface EndPort {
  readonly name: string;
  /** As Kubernetes writes it: TCP, UDP or SCTP. */
  readonly protocol: string;
  readonly port: number;
}

/** A pod as an end of a packet. */
export interface EndPod {
  readonly namespace: string;
  readonly name: string;
  readonly node: string;
  readonly labels: Labels;
  /** What the evaluator finds it by: its endpoint's full name, or its node for one on the host's network. */
  readonly endpoint: string | { readonly node: string };
  readonly hasAddress: boolean;
  readonly ports: readonly EndPort[];
  /** What its name begins with, where the server made the rest; empty where it is unknown. */
  readonly generateName: string;
  /** The objects that it belongs to; empty where they are unknown. */
  readonly owners: readonly Owner[];
}

/** An object that owns another. */
export interface Owner {
  readonly kind: string;
  readonly name: string;
}

/** What of a Pod its endpoint does not have. */
export interface PodFacts extends Pick<EndPod, "namespace" | "name" | "node" | "labels" | "ports" | "owners"> {
  readonly isOnHostNetwork: boolean;
  /** Whether it has ended: it has no address then. */
  readonly isEnded: boolean;
}

/** Reads a Pod. */
export function readPodFacts(object: KubernetesObject): PodFacts {
  const { name, namespace, labels } = metadataOf(object);
  const spec = objectOrEmpty(object.spec);
  return {
    namespace,
    name,
    node: textOrEmpty(spec.nodeName),
    labels: new Map(Object.entries(labels)),
    ports: containerPorts(object).flatMap(({ name: port, protocol, containerPort }) =>
      typeof containerPort === "number"
        ? [{ name: textOrEmpty(port), protocol: textOrEmpty(protocol) || "TCP", port: containerPort }]
        : [],
    ),
    owners: ownersOf(object),
    isOnHostNetwork: spec.hostNetwork === true,
    isEnded: hasEnded(object),
  };
}

/** The objects that own an object. */
export function ownersOf({ metadata }: KubernetesObject): Owner[] {
  return listOrEmpty(objectOrEmpty(metadata).ownerReferences)
    .map(objectOrEmpty)
    .map(({ kind, name }) => ({ kind: textOrEmpty(kind), name: textOrEmpty(name) }));
}

/** A pod's name with its namespace, as ends are written. */
export function podName({ namespace, name }: Pick<EndPod, "namespace" | "name">): string {
  return `${namespace}/${name}`;
}
