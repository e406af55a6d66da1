import { expect, test } from "vitest";
import { fewAlike, rankedRepairs } from "../../../src/analysis/repair/ranked-repairs.ts";
import type { RepairKind } from "../../../src/analysis/repair/repair-types.ts";
import { allow, deny, FACTS, felix, gnp, hep, IN_TO_PROCESS, tcpTo } from "../../policy/support.ts";
import { repairsOf } from "./repair-setting.ts";

const RESOURCES = [
  hep("h", {}, { role: "db" }),
  hep("g", { node: "node2" }, { role: "db" }),
  felix({ failsafeInboundHostPorts: [], failsafeOutboundHostPorts: [] }),
  gnp("web", {
    selector: "role == 'db'",
    order: 1,
    types: ["Ingress"],
    ingress: [allow({ ...tcpTo(80), source: { nets: ["172.16.0.0/12"] } }), deny(tcpTo(80)), allow()],
  }),
];

test("what changes the fewest packets is first, with all that it changes", () => {
  const { repairs, world } = repairsOf({ resources: RESOURCES, flow: IN_TO_PROCESS, wanted: "allow" });
  const ranked = rankedRepairs(repairs, world, [FACTS]);
  const kinds = ranked.flatMap((one) => one.kinds);
  expect(kinds.slice(0, 2)).toEqual(["rule-added", "rule-changed"]);
  expect(kinds.indexOf("rule-added")).toBeLessThan(kinds.indexOf("rule-action"));
  expect([...kinds].sort()).toEqual(repairs.flatMap((one) => one.kinds).sort());
  const [first] = ranked;
  expect(first?.effect?.notProved).toEqual([]);
  // The packet with any source port, to both nodes where they may have its destination.
  expect(first?.effect?.groups).toMatchObject([
    { kind: "allowed", families: [4], regions: [{ protocol: [[6, 6]], portOrIcmp: [[80, 80]] }] },
  ]);
});

test("no more than a few of the same kinds", () => {
  const of = (...kinds: RepairKind[]) => ({ kinds });
  const all = [of("label"), of("label"), of("flag"), of("label"), of("flag", "label"), of("flag")];
  expect(fewAlike(all, 1)).toEqual([of("label"), of("flag"), of("flag", "label")]);
  expect(fewAlike(all, 2)).toHaveLength(5);
});

test("the whole trace is made of the packet as it is, and not of each attempt", () => {
  const traces: (true | "matches")[] = [];
  const { tried } = repairsOf({ resources: RESOURCES, flow: IN_TO_PROCESS, wanted: "allow" }, (trace) =>
    traces.push(trace),
  );
  expect(tried).toBeGreaterThan(5);
  expect(traces.filter((trace) => trace === true)).toHaveLength(1);
});
