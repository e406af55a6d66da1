import { describe, expect, test } from "vitest";
import type { NodeFacts, Route } from "../../../src/model/flow.ts";
import { formatCidr } from "../../../src/model/net/address.ts";
import { nextHopTo } from "../../../src/policy/end-to-end/next-hop.ts";
import { readFacts } from "../../../src/policy/flow/facts-input.ts";
import { withConnected } from "../../../src/policy/path/connected-routes.ts";
import { nodeView } from "../../../src/policy/path/node-view.ts";
import { felix, node, worldOf } from "../support.ts";

type Interfaces = NonNullable<NodeFacts["interfaces"]>;

const read = (interfaces: Interfaces) => readFacts({ node: "n", interfaces }).interfaces ?? new Map();
/** A route, short: `10.0.0.0/24 eth0`, `local 127.0.0.0/8`. */
const short = ({ dst, interfaces, type }: Route): string => [type ?? "", dst, ...interfaces].join(" ").trim();

describe("the routes that the kernel makes for networks of interfaces", () => {
  test.each<readonly [string, Interfaces, readonly Route[], readonly string[]]>([
    ["an address without a length makes none", { eth0: ["10.0.0.1", "fd00::1"] }, [], []],
    ["both families", { eth0: ["10.0.0.1/24", "fd00::1/64"] }, [], ["10.0.0.0/24 eth0", "fd00::/64 eth0"]],
    ["link-local tells no way", { eth0: ["fe80::1/64"], eth1: ["fe80::2/10"] }, [], []],
    ["a workload interface is not a route for others", { cali1: ["10.0.0.1/24"] }, [], []],
    [
      "all of the loopback is the node's own",
      { lo: ["127.0.0.1/8", "10.9.0.1/16", "::1/128"] },
      [],
      ["local 127.0.0.0/8", "local 10.9.0.0/16"],
    ],
    [
      "a given route to the same network has the last word, however it is written",
      { eth0: ["10.0.0.1/24"], eth1: ["10.1.0.1/24"] },
      [{ dst: "10.0.0.9/24", interfaces: ["eth9"] }],
      ["10.0.0.9/24 eth9", "10.1.0.0/24 eth1"],
    ],
    [
      "one to another network does not",
      { eth0: ["10.0.0.1/24"] },
      [
        { dst: "0.0.0.0/0", interfaces: ["eth1"] },
        { dst: "nonsense", interfaces: [] },
      ],
      ["0.0.0.0/0 eth1", "nonsense", "10.0.0.0/24 eth0"],
    ],
  ])("%s", (_, interfaces, given, expected) => {
    const made = withConnected(given, read(interfaces), (name) => name.startsWith("cali"));
    expect(made.map(short)).toEqual(expected);
  });

  test("where nothing is added, the given list itself is given back, which is remembered", () => {
    const given = [{ dst: "10.0.0.0/24", interfaces: ["eth0"] }];
    expect(withConnected(given, read({ eth0: ["10.0.0.1/24"] }), () => false)).toBe(given);
  });
});

/** Where a packet goes: the answer, and whether it was assumed. */
function way(facts: Omit<NodeFacts, "node">, destination: string): string {
  const view = nodeView(worldOf([node("n"), felix({ interfacePrefix: "tap" })]), { node: "n", ...facts });
  const [target] = read({ x: [destination] }).get("x") ?? [];
  const nextHop = target && nextHopTo(view, target.address);
  if (nextHop === undefined) return "unknown";
  const { answer, isAssumed } = nextHop;
  const to = "name" in answer ? answer.name : "names" in answer ? answer.names.join("+") : answer.kind;
  return isAssumed ? `${to}, assumed` : to;
}

describe("where a node sends a packet", () => {
  const interfaces = { eth0: ["10.0.0.1/24"], eth1: ["172.16.0.1/16", "172.16.5.1/24"], eth2: ["172.16.5.2/24"] };
  const DEFAULT: Route = { dst: "0.0.0.0/0", interfaces: ["eth1"] };
  test.each<readonly [string, Omit<NodeFacts, "node">, string, string]>([
    ["nothing is known", {}, "10.0.0.9", "unknown"],
    ["no network holds it, and there are no routes", { interfaces }, "8.8.8.8", "unknown"],
    ["a network holds it", { interfaces }, "10.0.0.9", "eth0, assumed"],
    ["the longer network", { interfaces }, "172.16.9.9", "eth1, assumed"],
    ["the same network on two interfaces", { interfaces }, "172.16.5.9", "eth1+eth2, assumed"],
    ["a route says so", { interfaces, routes: [DEFAULT] }, "8.8.8.8", "eth1"],
    ["a shorter route does not say otherwise", { interfaces, routes: [DEFAULT] }, "10.0.0.9", "eth0, assumed"],
    [
      "a route to the network itself does",
      { interfaces, routes: [{ dst: "10.0.0.0/24", interfaces: ["eth7"] }] },
      "10.0.0.9",
      "eth7",
    ],
    ["a longer route does", { interfaces, routes: [{ dst: "10.0.0.9/32", interfaces: ["eth7"] }] }, "10.0.0.9", "eth7"],
    [
      "a blackhole does",
      { interfaces, routes: [{ dst: "10.0.0.0/25", type: "blackhole", interfaces: [] }] },
      "10.0.0.9",
      "dropped",
    ],
    ["routes, but none there", { interfaces, routes: [] }, "8.8.8.8", "none"],
    [
      "the loopback's network",
      { interfaces: { lo: ["127.0.0.1/8"] }, routes: [DEFAULT] },
      "127.3.3.3",
      "local, assumed",
    ],
    [
      "an interface that is a workload's by its prefix",
      { interfaces: { tap1: ["10.0.0.1/24"] } },
      "10.0.0.9",
      "unknown",
    ],
  ])("%s", (_, facts, destination, expected) => expect(way(facts, destination)).toBe(expected));

  test("a network is that of its address with the host bits cleared", () =>
    expect(formatCidr(read({ e: ["10.0.0.7/24"] }).get("e")?.[0]?.net ?? expect.fail())).toBe("10.0.0.0/24"));
});
