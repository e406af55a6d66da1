import { expect, test } from "vitest";
import { effectOf } from "../../../src/analysis/effect/effect.ts";
import { NEWEST_CALICO } from "../../../src/model/kinds/version.ts";
import type { FieldPath, Located, Resource } from "../../../src/model/resource.ts";
import { world } from "../../../src/policy/world/world.ts";

test("the places of rules are looked up when they are asked for, and not for each rule that decides about some packet", () => {
  const asked: string[] = [];
  const located = (kind: string, name: string, spec: Resource["spec"] = {}): Located => ({
    resource: { apiVersion: "projectcalico.org/v3", kind, metadata: { name }, spec },
    locate: (path: FieldPath) => {
      asked.push(`${name} ${path.join(".")}`);
      const at = { line: asked.length, column: 1 };
      return { source: name, start: at, end: at };
    },
  });
  const host = located("HostEndpoint", "h", { node: "n", interfaceName: "eth0", expectedIPs: ["10.0.0.1"] });
  const policy = (name: string, order: number, ports: readonly number[]) =>
    located("GlobalNetworkPolicy", name, {
      ...{ selector: "all()", order, types: ["Ingress"] },
      ingress: ports.map((port) => ({ action: "Allow", protocol: "TCP", destination: { ports: [port] } })),
    });
  const side = (ports: readonly number[]) => ({
    world: world([host, policy("a", 1, ports), policy("b", 2, [80, 81, 82])], { calico: NEWEST_CALICO }).world,
    facts: [],
  });
  const { groups } = effectOf(side([90, 91]), side([90, 92]));
  expect(groups.map(({ kind }) => kind)).toEqual(["allowed", "denied"]);
  expect(asked).toEqual([]);
  const [allowed] = groups;
  expect(allowed?.by).toMatchObject({ rule: 2, policy: { name: "a" }, span: { source: "a" } });
  expect([...new Set(asked)]).toEqual(["a spec.ingress.1"]);
});
