import { expect, test } from "vitest";
import { clusterNat } from "../../../src/kubernetes/services/node-nat.ts";
import { BOTH, type Fields, fate, NODES, service } from "./fate.ts";

const OUTSIDE = "tcp 198.51.100.7";

const pod = (port: Fields, spec: Fields = {}): Fields => ({
  ...{ apiVersion: "v1", kind: "Pod", metadata: { name: "web-1", namespace: "web" } },
  spec: { nodeName: "node1", containers: [{ ports: [{ containerPort: 8080, ...port }] }], ...spec },
  status: { phase: "Running", podIPs: [{ ip: "192.168.1.10" }] },
});
test.each<readonly [what: string, object: Fields, packet: string, fate: string]>([
  ["from outside", pod({ hostPort: 8081 }), `${OUTSIDE} 10.0.0.1:8081`, "192.168.1.10:8080"],
  ["from the pod", pod({ hostPort: 8081 }), "tcp 192.168.1.10 10.0.0.1:8081", "192.168.1.10:8080, masq"],
  ["from 127.0.0.1", pod({ hostPort: 8081 }), "tcp 127.0.0.1 127.0.0.1:8081", "192.168.1.10:8080, masq"],
  ["of one address", pod({ hostPort: 8081, hostIP: "172.16.0.1" }), `${OUTSIDE} 10.0.0.1:8081`, "none"],
  ["of any address", pod({ hostPort: 8081, hostIP: "0.0.0.0" }), `${OUTSIDE} 172.16.0.1:8081`, "192.168.1.10:8080"],
  ["on the host's network", pod({ hostPort: 8081 }, { hostNetwork: true }), `${OUTSIDE} 10.0.0.1:8081`, "none"],
  ["on another node", pod({ hostPort: 8081 }, { nodeName: "node2" }), `${OUTSIDE} 10.0.0.1:8081`, "none"],
])("a hostPort %s", (_what, object, packet, expected) => expect(fate([object], packet)).toBe(expected));

test("objects with anything in any field make no exception", () => {
  const strange = [null, undefined, 7, "", "x", true, [], {}, [null], [{}], { a: [] }, 10n, "10.0.0.1", -1];
  const objects: readonly Fields[] = [service({ externalIPs: ["1.2.3.4"] }), BOTH, ...NODES];
  let made = 0;
  const vary = (value: unknown, rebuild: (changed: unknown) => Fields): void => {
    for (const one of strange) {
      const changed = rebuild(one);
      made += clusterNat([...objects, changed]).ofNode("node1").dnat?.length ?? 0;
      clusterNat([changed], { mode: "nftables" }).ofNode("node1");
    }
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const copy = (changed: unknown) =>
        Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed };
      vary(inner, (changed) => rebuild(copy(changed)));
    }
  };
  for (const object of objects)
    vary(object, (changed) => (typeof changed === "object" && changed !== null ? changed : {}) as Fields);
  expect(made).toBeGreaterThan(1000);
});
