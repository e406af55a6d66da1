import { describe, expect, test } from "vitest";
import type { NodeFacts } from "../../../src/model/flow.ts";
import { DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import { formatAddress } from "../../../src/model/net/address.ts";
import type { FieldPath, Located } from "../../../src/model/resource.ts";
import { findPlace } from "../../../src/policy/end-to-end/endpoint-places.ts";
import { replyPacket } from "../../../src/policy/flow/packet.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { world } from "../../../src/policy/world/world.ts";
import { A, N } from "../cast.ts";
import {
  allow,
  FACTS,
  gnp,
  hep,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  node,
  np,
  run,
  unlocated,
  wep,
  worldOf,
} from "../support.ts";

const SAVED: readonly NodeFacts[] = [
  {
    node: "node1",
    interfaces: { eth0: ["10.0.0.1", "10.0.0.9"], eth1: [], eth2: ["fe80::1", "febf::1", "fec0::1", "fd00::1"] },
  },
  { node: "node4", interfaces: { lo: ["127.0.0.1"], eth0: ["10.4.0.1/24", "10.4.0.2/24"] } },
];
const RESOURCES = [
  node("node1", { bgp: { ipv4Address: "10.0.0.1/24" } }),
  hep("first", { expectedIPs: ["10.0.0.1"] }),
  hep("second", { interfaceName: "eth1", expectedIPs: ["10.0.0.1", "10.1.0.1"] }),
  hep("on-eth0"),
  hep("on-eth1", { interfaceName: "eth1" }),
  hep("on-eth9", { interfaceName: "eth9" }),
  hep("by-ip", { interfaceName: "", node: "node4", expectedIPs: ["10.4.0.7"] }),
];

describe("the ends of an end-to-end path", () => {
  test.each<[text: string, result: string]>([
    ["10.0.0.1", "first: 10.0.0.1"],
    ["10.1.0.1", "second: 10.1.0.1"],
    ["10.0.0.9", "node1: 10.0.0.9"],
    ["10.4.0.2", "node4: 10.4.0.2"],
    ["10.4.0.7", "by-ip: 10.4.0.7"],
    ["10.4.0.3", "10.4.0.3: 10.4.0.3"],
    ["127.0.0.1", "127.0.0.1: 127.0.0.1"],
    ["on-eth0", "on-eth0: 10.0.0.1 10.0.0.9"],
    ["on-eth1", "on-eth1: 10.0.0.1 10.0.0.1 10.0.0.9 fec0::1 fd00::1"],
    ["on-eth9", "on-eth9: 10.0.0.1 10.0.0.1 10.0.0.9 fec0::1 fd00::1"],
    ["node1", "node1: 10.0.0.1 10.0.0.1 10.0.0.9 fec0::1 fd00::1"],
  ])("%s", (text, expected) => {
    const facts = new Map(SAVED.map((known) => [known.node, known]));
    const result = findPlace(worldOf(RESOURCES), facts, text, "to");
    const place = result.ok ? result.place : expect.unreachable(result.question.message);
    expect(`${place.name}: ${place.addresses.map(formatAddress).join(" ")}`).toBe(expected);
  });
});

describe("the type of an ICMP answer", () => {
  const ends = { source: { family: 4, value: 1n }, destination: { family: 4, value: 2n } } as const;
  test.each<[protocol: number, type: number, answer: number]>([
    [1, 8, 0],
    [1, 13, 14],
    [1, 15, 16],
    [1, 17, 18],
    [1, 3, 3],
    [58, 128, 129],
    [58, 135, 135],
  ])("protocol %i, type %i: %i", (protocol, icmpType, answer) => {
    expect(replyPacket({ family: 4, protocol, ...ends, icmpType }).icmpType).toBe(answer);
  });
  test("a packet without a type has none", () => {
    expect("icmpType" in replyPacket({ family: 4, protocol: 6, ...ends })).toBe(false);
  });
});

/** A resource of a file, whose fields stand at lines of their own: `spec` at 2, a rule at 10 and its number. */
const located = (resource: Located["resource"]): Located => ({
  resource,
  source: "p.yaml",
  locate: (path: FieldPath) => {
    const line = path.length === 1 && path[0] === "spec" ? 2 : 10 + Number(path[2] ?? 80);
    return { source: "p.yaml", start: { line, column: 1 }, end: { line, column: 2 } };
  },
});

describe("the places of steps", () => {
  /** `STEP LINE` of each step that has a place, in order. */
  const lines = (...resources: Located[]): string[] => {
    const { world: built } = world([...resources, unlocated(A)], { calico: DEFAULT_CALICO });
    return simulate(built, FACTS, IN_TO_PROCESS).steps.flatMap((step) =>
      "span" in step ? [`${step.kind} ${step.span?.start.line}`] : [],
    );
  };
  test.each<[what: string, policy: Located["resource"], expected: string[]]>([
    ["rules", N({ ingress: [allow({ protocol: "UDP" }), allow()] }), ["rule-missed 10", "rule-matched 11"]],
    ["a policy without rules", N({ types: ["Ingress"] }), ["no-rules 2"]],
    ["a policy that is not evaluated", N({ selector: "has(x)", ingress: [allow()] }), ["policy-skipped 2"]],
  ])("%s", (_what, policy, expected) => {
    expect(lines(located(policy))).toEqual(expected);
    expect(lines(unlocated(policy))).toEqual([]);
  });
});

test("the place of a policy that does not apply is looked for when it is read", () => {
  let looked = 0;
  const policy = located(N({ selector: "has(x)", ingress: [allow()] }));
  const locate: Located["locate"] = (path) => {
    looked += 1;
    return policy.locate(path);
  };
  const { world: built } = world([{ ...policy, locate }, unlocated(A)], { calico: DEFAULT_CALICO });
  const outcome = simulate(built, FACTS, IN_TO_PROCESS);
  expect(looked).toBe(0);
  expect(JSON.stringify(outcome)).toContain('"source":"p.yaml"');
  expect(looked).toBe(1);
});

test("steps report what a rule matched, and what the node ignores of it", () => {
  const nets = ["10.0.0.0/8", "172.16.0.0/12"];
  const rule = (destination: object) => allow({ protocol: "TCP", source: { nets }, destination });
  const step = (destination: object) => {
    const { steps, diagnostics } = run([A, gnp("p", { ingress: [rule(destination)] })], IN_TO_PROCESS);
    const matched = steps.find(({ kind }) => kind === "rule-matched");
    return { matched, codes: diagnostics.map(({ code }) => code) };
  };
  expect(step({ ports: [80, 443] }).codes).toEqual([]);
  expect(step({ ports: [80, 443] }).matched).toMatchObject({ matched: expect.arrayContaining(["protocol TCP"]) });
  expect(step({ ports: [80, 443] }).matched).not.toHaveProperty("ignored");
  const ignored = step({ ports: [80, "front"], nets: ["1.1.1.1/32", "2.2.2.2/32"] });
  expect(ignored.codes).toEqual(["felix.match-block"]);
  expect(ignored.matched).toMatchObject({ ignored: { criterion: "nets", side: "destination" } });
});

test("Log only tells, and the next rule decides", () => {
  const { verdict, steps } = run([A, N({ ingress: [{ action: "Log" }, allow()] })], IN_TO_PROCESS);
  expect([verdict, steps.filter(({ kind }) => kind === "rule-matched").length]).toEqual(["allow", 2]);
});

test("a NetworkPolicy or NetworkSet that names no namespace is in `default`", () => {
  const { namespace: _, ...metadata } = np("p", "default", {}).metadata;
  const policy = { ...np("p", "default", { ingress: [allow({ source: { selector: "has(own)" } })] }), metadata };
  const set = {
    ...policy,
    kind: "NetworkSet",
    metadata: { name: "s", labels: { own: "1" } },
    spec: { nets: ["10.0.0.0/24"] },
  };
  expect(run([wep("w1", "192.168.1.10/32"), policy, set], IN_TO_WORKLOAD).verdict).toBe("allow");
});

test("resources without a usable name are reported and left out", () => {
  const odd = [{ name: 5 }, { name: "a", namespace: 7 }, {}].map(
    (metadata) => ({ ...A, metadata }) as unknown as typeof A,
  );
  const { diagnostics, world: built } = world(odd.map(unlocated), { calico: DEFAULT_CALICO });
  expect(diagnostics).toEqual(
    odd.map(() => ({
      severity: "warning",
      code: "world.missing",
      message: "a resource is treated as missing: its kind, name or namespace is not a string",
    })),
  );
  expect(built.hostEndpoints.size).toBe(0);
});
