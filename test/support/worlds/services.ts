import fc from "fast-check";
import { serviceMembers } from "../../../src/kubernetes/services/service-members.ts";
import { pick, some } from "../arbitraries.ts";
import { address, NAMESPACES } from "./values.ts";

const slice = fc
  .record({
    namespace: pick(...NAMESPACES),
    service: pick("s0", "s0", "s1"),
    endpoints: fc.array(fc.record({ addresses: some(address, 2) }), { minLength: 1, maxLength: 3 }),
    ports: fc.array(fc.record({ protocol: pick("TCP", "UDP", "SCTP"), port: pick(80, 8080, 443, 53, 40_000) }), {
      maxLength: 2,
    }),
  })
  .map(({ namespace, service, endpoints, ports }) => ({
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    metadata: { name: "slice", namespace, labels: { "kubernetes.io/service-name": service } },
    endpoints,
    ports,
  }));

/** The members of services that random EndpointSlices have. */
export const services = fc.array(slice, { maxLength: 4 }).map((slices) => serviceMembers(slices, true));
