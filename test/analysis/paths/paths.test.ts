import { expect, test } from "vitest";
import { openPaths, verdictSets } from "../../../src/analysis/paths/paths.ts";
import type { Way } from "../../../src/analysis/paths/way.ts";
import { wayIn, waysOf } from "../../../src/analysis/paths/ways-of.ts";
import { witnessOf } from "../../../src/analysis/paths/witness.ts";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { world } from "../../../src/policy/world/world.ts";
import { unlocated } from "../../conformance/flows.ts";

const resource = (kind: string, name: string, spec: object, labels = {}): Resource => ({
  apiVersion: "projectcalico.org/v3",
  kind,
  metadata: { name, labels },
  spec: spec as Record<string, unknown>,
});
const HOST = resource("HostEndpoint", "h", { node: "n1", interfaceName: "eth0" }, { role: "web" });
const WEB = resource("GlobalNetworkPolicy", "web", {
  selector: "role == 'web'",
  ingress: [
    { action: "Allow", protocol: "TCP", source: { nets: ["10.0.0.0/8"] }, destination: { ports: [80, 443] } },
    { action: "Deny", protocol: "TCP", destination: { ports: [80] } },
    { action: "Allow", protocol: "TCP", source: { nets: ["10.1.0.0/16"] }, destination: { ports: [80] } },
  ],
});

function compiled(...resources: readonly Resource[]) {
  return world(resources.map(unlocated), { calico: calicoVersionRules("v3.7") ?? expect.unreachable() }).world;
}

const isLocalIn = ({ kind, family }: Way) => kind === "local in" && family === 4;

test("regions, witnesses and rules that nothing reaches of a way", () => {
  const one = compiled(HOST, WEB);
  const [way] = waysOf(one, [], isLocalIn);
  const paths = openPaths([{ world: one, way: way ?? expect.unreachable() }], { deciders: true, replies: true });
  const byRule = paths
    .decide(0)
    .flatMap(({ by, packets }) => (by.kind === "rule" ? [[by.rule, packets] as const] : []));
  expect(byRule.map(([rule, packets]) => [rule, paths.space.regions(packets, 9).regions])).toEqual([
    [
      1,
      [
        {
          protocol: [[6, 6]],
          source: [[0x0a000000, 0x0affffff]],
          portOrIcmp: [
            [80, 80],
            [443, 443],
          ],
        },
      ],
    ],
    [
      2,
      [
        {
          protocol: [[6, 6]],
          source: [
            [0, 0x09ffffff],
            [0x0b000000, 0xffffffff],
          ],
          portOrIcmp: [[80, 80]],
        },
      ],
    ],
  ]);
  const denied = witnessOf(paths, 0, byRule[1]?.[1] ?? expect.unreachable());
  expect(denied?.outcome).toMatchObject({ verdict: "deny", decidedBy: { kind: "rule", rule: 2 } });
  const dead = paths.reach(0).filter(({ matched }) => matched === paths.space.none);
  expect(dead.map(({ index }) => index)).toEqual([2]);
});

test("the sets of two Worlds can be compared", () => {
  const [before, after] = [compiled(HOST), compiled(HOST, WEB)];
  const [way] = waysOf(before, [], isLocalIn);
  const cases = [before, after].map((each) => ({ world: each, way: wayIn(each, way ?? expect.unreachable()) }));
  const paths = openPaths(cases, { deciders: false, replies: false });
  const [old, now] = [verdictSets(paths, 0), verdictSets(paths, 1)];
  const opened = paths.space.minus(now.allowed, old.allowed);
  expect(paths.space.regions(opened, 9).count).toBe(1);
  expect(witnessOf(paths, 1, opened)?.flow).toMatchObject({ protocol: "TCP", dstPort: 443 });
});
