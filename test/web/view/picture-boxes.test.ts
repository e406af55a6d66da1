import { describe, expect, test } from "vitest";
import type { EndpointOverview, NodeOverview } from "../../../src/web/engine/answers/overview.ts";
import { boxesOf } from "../../../src/web/view/overview/picture/picture-boxes.ts";
import { layoutOf, MARK_HEIGHT } from "../../../src/web/view/overview/picture/picture-layout.ts";

const endpoint = (of: Partial<EndpointOverview> & { readonly name: string }): EndpointOverview => ({
  resource: `${of.kind ?? "HostEndpoint"} ${of.name}`,
  kind: "HostEndpoint",
  interface: "eth0",
  addresses: ["10.0.0.1"],
  policies: 1,
  profiles: [],
  group: 0,
  ...of,
});
/** Nodes with a host endpoint each, of a group each. */
const nodes = (count: number, groupOf: (at: number) => number): readonly NodeOverview[] =>
  Array.from({ length: count }, (_, at) => ({
    name: `node${at}`,
    endpoints: [endpoint({ name: `node${at}-eth0`, group: groupOf(at), policies: groupOf(at) === 1 ? 0 : 3 })],
    otherInterfaces: [],
  }));

describe("the boxes of a picture", () => {
  test.each<[string, readonly NodeOverview[], unknown]>([
    ["few nodes are drawn each", nodes(24, () => 0), { alike: "none", count: [24, 1] }],
    [
      "many are one box where their endpoints have the same policies",
      nodes(1000, (at) => at % 3),
      { alike: "policies", count: [3, 334] },
    ],
    ["and where few have, where they are policed alike", nodes(1000, (at) => at), { alike: "state", count: [2, 999] }],
  ])("%s", (_, of, expected) => {
    const { boxes, alike, leftOut } = boxesOf(of);
    expect({ alike, count: [boxes.length, boxes[0]?.count] }).toEqual(expected);
    expect(leftOut + boxes.reduce((sum, { count }) => sum + count, 0)).toBe(of.length);
  });

  test("say what policy does at each interface and workload, and take workloads together that are alike", () => {
    const pods = Array.from({ length: 12 }, (_, at) =>
      endpoint({
        kind: "WorkloadEndpoint",
        name: `shop/web-${at}`,
        group: at === 11 ? 9 : 8,
        profiles: ["kns.shop"],
        policies: 0,
      }),
    );
    const hosts = [endpoint({ name: "a" }), endpoint({ name: "b", interface: "*", policies: 0 })];
    const otherInterfaces = [{ name: "eth9", addresses: ["192.0.2.1/24"] }];
    const { boxes } = boxesOf([{ name: "n", endpoints: [...hosts, ...pods], otherInterfaces }]);
    const [box] = boxes;
    expect(box?.interfaces.map(({ state, text }) => [state, text])).toEqual([
      ["policed", "eth0"],
      ["denied", "all interfaces"],
      ["open", "eth9"],
    ]);
    expect(box?.workloads.map(({ state, text }) => [state, text])).toEqual([
      ["profiles", "11 like shop/web-0"],
      ["profiles", "shop/web-11"],
    ]);
  });
});

test.each([316, 700, 1300])("nothing of a picture of %i pixels is outside of it, or over something else", (width) => {
  const pods = Array.from({ length: 9 }, (_, at) =>
    endpoint({ kind: "WorkloadEndpoint", name: `shop/${"long-".repeat(at * 2)}${at}`, group: at }),
  );
  const of = nodes(7, () => 0).map((node, at) => ({
    ...node,
    endpoints: [...node.endpoints, ...pods.slice(0, at + 2)],
  }));
  const { boxes, height } = layoutOf(boxesOf(of).boxes, width);
  expect(boxes).toHaveLength(7);
  const areas = boxes.map(({ x, y, width: w, height: h }) => ({ x, y, w, h }));
  const marks = boxes.flatMap((box) => [...box.interfaces, ...box.workloads]);
  const areasOfMarks = marks.map(({ x, y, width: w }) => ({ x, y, w, h: MARK_HEIGHT }));
  for (const list of [areas, areasOfMarks])
    for (const [at, one] of list.entries()) {
      expect(one.x).toBeGreaterThanOrEqual(0);
      expect(one.x + one.w).toBeLessThanOrEqual(width);
      expect(one.y + one.h).toBeLessThanOrEqual(height);
      for (const other of list.slice(at + 1)) {
        const isApart =
          one.x + one.w <= other.x ||
          other.x + other.w <= one.x ||
          one.y + one.h <= other.y ||
          other.y + other.h <= one.y;
        expect(isApart).toBe(true);
      }
    }
});
