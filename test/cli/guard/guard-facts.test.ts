import { describe, expect, test } from "vitest";
import { guardAnswer } from "../../../src/analysis/lifelines/guard-answer.ts";
import { guardFacts } from "../../../src/cli/guard/guard-facts.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import { NO_FACTS, type SavedFacts } from "../../../src/scenario/node-facts.ts";
import { changesOf, setting, summary, tcpIn } from "../../analysis/lifelines/stories.ts";
import { allow, deny, gnp, hep, node, profile, unlocated, wep, worldOf } from "../../policy/support.ts";

/** A Service with a port on every node, whose only backend is the workload. */
const SERVICE: readonly JsonObject[] = [
  {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "web", namespace: "default" },
    spec: { type: "NodePort", clusterIP: "10.96.0.7", ports: [{ port: 80, targetPort: 8080, nodePort: 30080 }] },
  },
  {
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    metadata: { name: "web-1", namespace: "default", labels: { "kubernetes.io/service-name": "web" } },
    addressType: "IPv4",
    ports: [{ port: 8080, protocol: "TCP" }],
    endpoints: [{ addresses: ["10.65.0.9"], conditions: { ready: true }, nodeName: "node1" }],
  },
];
const cluster = { items: SERVICE, unread: [] };
const STORED = [
  profile("open", { ingress: [allow()], egress: [allow()] }),
  hep("node1-eth0", { expectedIPs: ["10.0.0.1"], profiles: ["open"] }),
  node("node1", { bgp: { ipv4Address: "10.0.0.1/24" } }),
  wep("web", "10.65.0.9/32", { profiles: ["open"] }, { app: "web" }),
];
const WORLD = worldOf(STORED, "v3.32");

describe("the facts of a guard", () => {
  test("a packet to a node's port of a Service is followed to its backend", () => {
    const { of, untold } = guardFacts(NO_FACTS, cluster, [WORLD]);
    expect(untold).toEqual([]);
    const writes = [gnp("d", { selector: "app == 'web'", types: ["Ingress"], ingress: [deny()] })];
    const answer = (facts: boolean) =>
      summary(
        guardAnswer({
          ...setting("v3.32"),
          ...(facts && { facts: of }),
          stored: STORED.map(unlocated),
          writes: changesOf(writes),
          lifelines: () => [tcpIn("web", 30080, "203.0.113.0/24")],
        }),
      );
    expect(answer(false)).toEqual({ safe: true });
    expect(answer(true)).toMatchObject({ lifeline: "web", by: "by policy d, ingress rule 1" });
  });

  test("without a cluster and without a saved nat table, nothing says what a node translates", () => {
    expect(guardFacts(NO_FACTS, undefined, [WORLD]).untold).toEqual(["node1"]);
    const saved: SavedFacts = { ...NO_FACTS, byNode: new Map([["node1", { dnat: [], outputDnat: [] }]]) };
    expect(guardFacts(saved, undefined, [WORLD]).untold).toEqual([]);
  });

  test("facts without a node are of the only one, and of several they are none's", () => {
    const saved: SavedFacts = { ...NO_FACTS, unnamed: { dnat: [] } };
    expect(guardFacts(saved, undefined, [WORLD]).untold).toEqual([]);
    const two = worldOf([...STORED, hep("node2-eth0", { node: "node2" })]);
    expect(() => guardFacts(saved, undefined, [two])).toThrow("facts without a node are given");
  });
});
