import { listOrEmpty, objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import { formatAddress, parseAddress } from "../../model/net/address.ts";
import { isOfKind, type KubernetesObject, metadataOf, objectsOf } from "../kubernetes-object.ts";
import { isEndpointSlice } from "./service-kinds.ts";

/** The transport protocols that a port of a Service may have. */
export type ServiceProtocol = "TCP" | "UDP" | "SCTP";

/** One address of a Service's backends, as an EndpointSlice lists it. */
export interface ServiceBackend {
  /** The address, as it is written shortest. */
  readonly address: string;
  readonly family: 4 | 6;
  /** The port of the slice that is called as the Service's port. */
  readonly port: number;
  /** The node that it is on; empty where the slice does not say so, and then it is local nowhere. */
  readonly node: string;
  /** What it is, as messages name it: `pod web/web-1`; empty where the slice does not say so. */
  readonly target: string;
  readonly ready: boolean;
  readonly serving: boolean;
  readonly terminating: boolean;
  /** The zones and nodes that it is meant for; empty without hints. */
  readonly zones: readonly string[];
  readonly forNodes: readonly string[];
}

/** The backends of a port: `undefined` where the input does not say which there are. */
export type Backends = readonly ServiceBackend[] | undefined;

/** One list of addresses with their ports: an EndpointSlice, or a subset of an Endpoints object. */
interface Slice {
  readonly family: 4 | 6 | undefined;
  readonly endpoints: readonly Omit<ServiceBackend, "port">[];
  readonly ports: readonly { readonly name: string; readonly protocol: ServiceProtocol; readonly port: number }[];
}

/**
 * Where the backends of a Service are read from: `others` where only other Services have slices, and nothing says that these
 * are all there are.
 */
export type BackendSource = "slices" | "endpoints" | "others" | "unknown";

/** The slices of each Service by `NAMESPACE/NAME`. */
export interface EndpointIndex {
  readonly of: (
    namespace: string,
    name: string,
  ) => {
    readonly source: BackendSource;
    /** The backends of a port, matched to the slices' ports by its name and protocol, each address and port once. */
    readonly backends: (portName: string, protocol: ServiceProtocol) => Backends;
  };
}

/**
 * Reads the EndpointSlices of all Services once. kube-proxy and Calico read nothing else: of a Service without any, its
 * Endpoints object counts, of which kube-controllers makes the slices. A Service with neither has no backends where the input
 * has slices of others, or `slicesListed` says that it has all there are; else they are unknown.
 */
export function readEndpoints(objects: readonly KubernetesObject[], slicesListed = false): EndpointIndex {
  const slices = new Map<string, Slice[]>();
  const older = new Map<string, readonly Slice[]>();
  let isListed = slicesListed;
  for (const object of objects) {
    const { name, namespace, labels } = metadataOf(object);
    if (isEndpointSlice(object)) {
      isListed = true;
      if (Object.hasOwn(labels, HEADLESS)) continue;
      const key = `${namespace}/${labels["kubernetes.io/service-name"] ?? ""}`;
      const known = slices.get(key);
      if (known === undefined) slices.set(key, [readSlice(object)]);
      else known.push(readSlice(object));
    } else if (isOfKind(object, "v1 Endpoints")) {
      older.set(`${namespace}/${name}`, objectsOf(object.subsets).map(readSubset));
    }
  }
  return {
    of: (namespace, name) => {
      const key = `${namespace}/${name}`;
      const own = slices.get(key);
      const mirrored = own === undefined ? older.get(key) : undefined;
      const lists = own ?? mirrored ?? (isListed ? [] : undefined);
      const missing = slicesListed ? "slices" : isListed ? "others" : "unknown";
      const source = own !== undefined ? "slices" : mirrored !== undefined ? "endpoints" : missing;
      return { source, backends: (port, protocol) => lists && backendsOf(lists, port, protocol) };
    },
  };
}

/** kube-proxy leaves out Services, and slices, with this label. */
const HEADLESS = "service.kubernetes.io/headless";

/** The protocol that a port names; TCP where it names none. */
export function protocolOf(value: unknown): ServiceProtocol | undefined {
  const text = value ?? "TCP";
  return text === "TCP" || text === "UDP" || text === "SCTP" ? text : undefined;
}

/** The value where it is a port from 1 to 65535. */
export function portOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value > 0 && value < 65536 ? value : undefined;
}

function backendsOf(slices: readonly Slice[], name: string, protocol: ServiceProtocol): readonly ServiceBackend[] {
  const found = new Map<string, ServiceBackend>();
  for (const { endpoints, ports, family } of slices) {
    for (const port of ports) {
      if (port.name !== name || port.protocol !== protocol) continue;
      for (const endpoint of endpoints) {
        if (family !== undefined && endpoint.family !== family) continue;
        found.set(`${endpoint.address} ${port.port}`, { ...endpoint, port: port.port });
      }
    }
  }
  return [...found.values()];
}

function readSlice(object: KubernetesObject): Slice {
  const { addressType } = object;
  const { namespace } = metadataOf(object);
  const endpoints = objectsOf(object.endpoints).flatMap((endpoint) => {
    const conditions = objectOrEmpty(endpoint.conditions);
    const hints = objectOrEmpty(endpoint.hints);
    const names = (value: unknown) => objectsOf(value).map(({ name }) => textOrEmpty(name));
    // kube-proxy reads the first address of an endpoint only.
    return readEndpoint(listOrEmpty(endpoint.addresses)[0], {
      node: textOrEmpty(endpoint.nodeName ?? objectOrEmpty(endpoint.topology)["kubernetes.io/hostname"]),
      target: targetText(endpoint.targetRef, namespace),
      ready: conditions.ready !== false,
      serving: conditions.serving !== false,
      terminating: conditions.terminating === true,
      zones: names(hints.forZones),
      forNodes: names(hints.forNodes),
    });
  });
  const family = addressType === "IPv6" ? 6 : addressType === "IPv4" ? 4 : undefined;
  return { family, endpoints: addressType === "FQDN" ? [] : endpoints, ports: readPorts(object.ports) };
}

/** A subset of an Endpoints object; its addresses that are not ready are neither ready nor serving. */
function readSubset({ addresses, notReadyAddresses, ports }: KubernetesObject): Slice {
  const read = (list: unknown, ready: boolean) =>
    objectsOf(list).flatMap(({ ip, nodeName, targetRef }) =>
      readEndpoint(ip, {
        ...{ node: textOrEmpty(nodeName), target: targetText(targetRef, ""), ready, serving: ready },
        ...{ terminating: false, zones: [], forNodes: [] },
      }),
    );
  return {
    family: undefined,
    endpoints: [...read(addresses, true), ...read(notReadyAddresses, false)],
    ports: readPorts(ports),
  };
}

function readEndpoint(
  text: unknown,
  rest: Omit<ServiceBackend, "address" | "family" | "port">,
): readonly Omit<ServiceBackend, "port">[] {
  const address = parseAddress(textOrEmpty(text));
  return address === undefined ? [] : [{ address: formatAddress(address), family: address.family, ...rest }];
}

function readPorts(list: unknown): Slice["ports"] {
  return objectsOf(list).flatMap(({ name, protocol, port }) => {
    const [number, transport] = [portOf(port), protocolOf(protocol)];
    return number === undefined || transport === undefined
      ? []
      : [{ name: textOrEmpty(name), protocol: transport, port: number }];
  });
}

function targetText(ref: unknown, ofSlice: string): string {
  const { kind, namespace, name } = objectOrEmpty(ref);
  const own = textOrEmpty(name);
  if (own === "") return "";
  return `${textOrEmpty(kind).toLowerCase() || "target"} ${textOrEmpty(namespace) || ofSlice}/${own}`;
}
