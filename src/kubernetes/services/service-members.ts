import { listOrEmpty, textOrEmpty } from "../../model/json.ts";
import { addressKey, parseAddress } from "../../model/net/address.ts";
import { PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import { memberPortKey, type ServiceMembers, type ServicesByName } from "../../model/net/service-members.ts";
import { type KubernetesObject, metadataOf, objectsOf } from "../kubernetes-object.ts";
import { isEndpointSlice } from "./service-kinds.ts";

const { TCP, UDP, SCTP } = PROTOCOL_NUMBERS;

/**
 * The members of Services as Felix reads them for rules: from the EndpointSlices alone, every address of every endpoint,
 * ready or not, with every port that has a number. The Service itself does not count, nor do the names of ports. Returns
 * `undefined` where the objects have no EndpointSlice at all, unless `slicesListed` says that they are all the cluster has.
 */
export function serviceMembers(objects: readonly KubernetesObject[], slicesListed = false): ServicesByName | undefined {
  const slices = objects.filter(isEndpointSlice);
  if (slices.length === 0 && !slicesListed) return undefined;
  const services = new Map<string, Growing>();
  for (const slice of slices) {
    const { namespace, labels } = metadataOf(slice);
    const name = `${namespace || "default"}/${labels["kubernetes.io/service-name"] ?? ""}`;
    const members = services.get(name) ?? { addresses: new Map(), ports: new Map() };
    services.set(name, members);
    addMembers(members, slice);
  }
  return services satisfies ReadonlyMap<string, ServiceMembers>;
}

/** Members that are being added. */
interface Growing {
  readonly addresses: Map<string, MapValue<ServiceMembers["addresses"]>>;
  readonly ports: Map<string, MapValue<ServiceMembers["ports"]>>;
}

type MapValue<Values> = Values extends ReadonlyMap<string, infer Value> ? Value : never;

function addMembers({ addresses, ports }: Growing, slice: KubernetesObject): void {
  const numbered = objectsOf(slice.ports).filter(({ port }) => typeof port === "number");
  for (const endpoint of objectsOf(slice.endpoints)) {
    for (const text of listOrEmpty(endpoint.addresses)) {
      const address = parseAddress(textOrEmpty(text));
      if (address === undefined) continue;
      addresses.set(addressKey(address), address);
      for (const { protocol: name, port: number } of numbered) {
        const protocol = name === "UDP" ? UDP : name === "SCTP" ? SCTP : TCP;
        const port = Number(number);
        ports.set(memberPortKey(protocol, address, port), { protocol, address, port });
      }
    }
  }
}
