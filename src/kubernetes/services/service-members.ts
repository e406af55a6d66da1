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
  const services = new Map<string, { readonly addresses: Set<string>; readonly ports: Set<string> }>();
  for (const slice of slices) {
    const { namespace, labels } = metadataOf(slice);
    const name = `${namespace || "default"}/${labels["kubernetes.io/service-name"] ?? ""}`;
    const members = services.get(name) ?? { addresses: new Set(), ports: new Set() };
    services.set(name, members);
    addMembers(members, slice);
  }
  return services satisfies ReadonlyMap<string, ServiceMembers>;
}

function addMembers(
  { addresses, ports }: { readonly addresses: Set<string>; readonly ports: Set<string> },
  slice: KubernetesObject,
): void {
  const numbered = objectsOf(slice.ports).filter(({ port }) => typeof port === "number");
  for (const endpoint of objectsOf(slice.endpoints)) {
    for (const text of listOrEmpty(endpoint.addresses)) {
      const address = parseAddress(textOrEmpty(text));
      if (address === undefined) continue;
      addresses.add(addressKey(address));
      for (const { protocol, port } of numbered) {
        ports.add(memberPortKey(protocol === "UDP" ? UDP : protocol === "SCTP" ? SCTP : TCP, address, Number(port)));
      }
    }
  }
}
