import { expect, test } from "vitest";
import { withPodNetworkTunnel } from "../../src/kubernetes/pod-network.ts";
import { API_VERSION } from "../../src/model/resource.ts";

const node = (status = {}) => ({ apiVersion: API_VERSION, kind: "Node", metadata: { name: "n" }, spec: {}, status });

test.each([
  ["10.244.1.0/24", "10.244.1.1"],
  ["10.244.1.128/25", "10.244.1.129"],
  ["10.244.1.255/32", "10.244.1.0"],
  ["fd00::/64", undefined],
  ["nonsense", undefined],
])("the tunnel of a node with the pod network %s", (podCIDR, tunnel) => {
  const made = withPodNetworkTunnel(node(), { spec: { podCIDR } });
  expect(made.spec).toEqual(tunnel === undefined ? {} : { bgp: { ipv4IPIPTunnelAddr: tunnel } });
});

test("WireGuard has the address, too, where the node has a key", () => {
  const made = withPodNetworkTunnel(node({ wireguardPublicKey: "k" }), { spec: { podCIDR: "10.244.1.0/24" } });
  expect(made.spec).toEqual({
    bgp: { ipv4IPIPTunnelAddr: "10.244.1.1" },
    wireguard: { interfaceIPv4Address: "10.244.1.1" },
  });
});
