import { listOrEmpty, objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { type Address, formatAddress, parseAddress, parseNet } from "../../model/net/address.ts";
import { isOfKind, type KubernetesObject, metadataOf, objectsOf, type Texts, textsOf } from "../kubernetes-object.ts";
import {
  type BackendSource,
  type Backends,
  portOf,
  protocolOf,
  readEndpoints,
  type ServiceProtocol,
} from "./service-endpoints.ts";

/** One port of a Service, with its backends in all of the cluster. */
export interface ServicePort {
  /** Empty for the only port of a Service, which needs no name. */
  readonly name: string;
  readonly protocol: ServiceProtocol;
  readonly port: number;
  readonly nodePort: number | undefined;
  readonly backends: Backends;
}

/** A Service, as far as kube-proxy reads it. Addresses are written shortest; what cannot be read is left out. */
export interface ClusterService {
  readonly namespace: string;
  readonly name: string;
  /** Headless, a name of DNS, or of another proxy: kube-proxy makes nothing of it. */
  readonly isHeadless: boolean;
  readonly clusterIPs: readonly string[];
  readonly externalIPs: readonly string[];
  /** The addresses of its load balancer that nodes translate: not those with `ipMode: Proxy`. */
  readonly loadBalancerIPs: readonly string[];
  /** Who may use `loadBalancerIPs`; everybody where it is empty. */
  readonly sourceRanges: readonly string[];
  readonly isExternalLocal: boolean;
  readonly isInternalLocal: boolean;
  /** Whether one source keeps its backend (`sessionAffinity: ClientIP`). */
  readonly hasAffinity: boolean;
  readonly ports: readonly ServicePort[];
  /**
   * The labels of its pods, of which the cluster makes an EndpointSlice even where there are none; empty where others list its
   * backends.
   */
  readonly selector: Texts;
  /** The name outside the cluster that it stands for (`type: ExternalName`); absent for a Service of another type. */
  readonly externalName?: string;
  /** Where its backends are read from. */
  readonly source: BackendSource;
}

/** The options of reading Services. */
export interface ServiceOptions {
  /** Whether the input has all EndpointSlices of the cluster: a Service without any then has no backends. */
  readonly slicesListed?: boolean;
}

/**
 * The Services among the objects of a cluster, with the backends of each port. What translates packets (`node-nat.ts`), the
 * members of rules with `services`, and asking for a Service by its name all start here, so that one reading serves all.
 */
export function readServices(
  objects: readonly KubernetesObject[],
  { slicesListed }: ServiceOptions = {},
): readonly ClusterService[] {
  const endpoints = readEndpoints(objects, slicesListed);
  return objects.flatMap((object) => {
    if (!isOfKind(object, "v1 Service")) return [];
    const { namespace, name, labels } = metadataOf(object);
    const spec = objectOrEmpty(object.spec);
    const { source, backends } = endpoints.of(namespace, name);
    const clusterIPs = addressesOf(spec.clusterIPs ?? [spec.clusterIP]);
    const externalIPs = addressesOf(spec.externalIPs);
    const isForeign = Object.hasOwn(labels, "service.kubernetes.io/service-proxy-name");
    const isExternal = spec.type === "NodePort" || spec.type === "LoadBalancer" || externalIPs.length > 0;
    return [
      {
        ...{ namespace, name, clusterIPs, externalIPs, source },
        isHeadless: spec.clusterIP === "None" || spec.type === "ExternalName" || isForeign,
        loadBalancerIPs: loadBalancerIPs(object.status),
        sourceRanges: sourceRanges(spec),
        isExternalLocal: isExternal && spec.externalTrafficPolicy === "Local",
        isInternalLocal: spec.internalTrafficPolicy === "Local",
        hasAffinity: spec.sessionAffinity === "ClientIP",
        selector: textsOf(spec.selector),
        ...(spec.type === "ExternalName" && { externalName: textOrEmpty(spec.externalName) }),
        ports: objectsOf(spec.ports).flatMap((port): ServicePort[] => {
          const [number, protocol] = [portOf(port.port), protocolOf(port.protocol)];
          if (number === undefined || protocol === undefined) return [];
          const portName = textOrEmpty(port.name);
          const nodePort = portOf(port.nodePort);
          return [{ name: portName, protocol, port: number, nodePort, backends: backends(portName, protocol) }];
        }),
      },
    ];
  });
}

/** A port of a Service, as messages name it: `Service web/web port http`. */
export function servicePortText({ namespace, name }: ClusterService, port: ServicePort): string {
  return `Service ${namespace}/${name} port ${port.name || port.port}`;
}

function loadBalancerIPs(status: unknown): readonly string[] {
  const ingress = objectsOf(objectOrEmpty(objectOrEmpty(status).loadBalancer).ingress);
  return addressesOf(ingress.flatMap(({ ip, ipMode }) => (ipMode === "Proxy" ? [] : [ip])));
}

function sourceRanges({ loadBalancerSourceRanges }: Record<string, unknown>): readonly string[] {
  const ranges = listOrEmpty(loadBalancerSourceRanges).map((text) => textOrEmpty(text).trim());
  return ranges.filter((text) => text.includes("/") && parseNet(text) !== undefined);
}

function addressesOf(list: unknown): readonly string[] {
  const read = listOrEmpty(list).map((text) => parseAddress(textOrEmpty(text)));
  return read.filter((address): address is Address => address !== undefined).map(formatAddress);
}
