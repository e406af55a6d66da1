import { describe, expect, test } from "vitest";
import type { Flow, NodeFacts } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { establishedConnectionsHint } from "../../../src/policy/end-to-end/established-connections.ts";
import {
  allow,
  deny,
  FACTS,
  gnp,
  hep,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  OUT_OF_PROCESS,
  run,
  THROUGH,
  wep,
} from "../support.ts";

type Resources = readonly Resource[];

const A = hep("a");
const OPEN = [A, gnp("p", { selector: "all()", types: ["Ingress", "Egress"], ingress: [allow()], egress: [allow()] })];
const AOF = { applyOnForward: true };
const W1 = wep("w1", "192.168.1.10/32");

/** The hint that a change from some resources to others gives about a flow: the step where it bites and its command. */
function check(stored: Resources, now: Resources, flow: Flow, facts: NodeFacts = FACTS): string | undefined {
  const outcome = run(now, flow, { facts });
  const hint = establishedConnectionsHint(flow, outcome, {
    before: () => run(stored, flow, { facts }),
    established: () => run(now, { ...flow, conntrack: "established" }, { facts }),
  });
  if (hint === undefined) return undefined;
  expect(hint.code).toBe("hint.established");
  expect(hint.message).toContain("outlive the change");
  return `${outcome.steps[hint.step]?.kind}: ${hint.help.replace("once the change is applied: ", "")}`;
}

const TCP_80 = "conntrack -D -p tcp --orig-port-dst 80";

describe("connections outlive a change that denies new ones", () => {
  test.each<readonly [string, Resources, Resources, Flow, string]>([
    ["a rule denies", OPEN, [A, gnp("p", { ingress: [deny()] })], IN_TO_PROCESS, `rule-matched: ${TCP_80}`],
    ["nothing allows any more", OPEN, [A], IN_TO_PROCESS, `default: ${TCP_80}`],
    ["a host endpoint is new", [], [A], IN_TO_PROCESS, `default: ${TCP_80}`],
    ["outwards", OPEN, [A], OUT_OF_PROCESS, `default: ${TCP_80}`],
    ["forwarded", [A], [A, gnp("p", { ...AOF, ingress: [deny()] })], THROUGH, `rule-matched: ${TCP_80}`],
    [
      "before DNAT",
      [A],
      [A, gnp("p", { ...AOF, preDNAT: true, ingress: [deny()] })],
      THROUGH,
      `rule-matched: ${TCP_80}`,
    ],
    [
      "a profile is gone",
      [hep("a", { profiles: [] }), ...OPEN.slice(1)],
      [hep("a", { profiles: ["gone"] })],
      IN_TO_PROCESS,
      `profile-missing: ${TCP_80}`,
    ],
    ["to a workload", [{ ...W1 }, gnp("p", { ingress: [allow()] })], [W1], IN_TO_WORKLOAD, `default: ${TCP_80}`],
    [
      "UDP",
      OPEN,
      [A],
      { ...IN_TO_PROCESS, protocol: "UDP", dstPort: 53 },
      "default: conntrack -D -p udp --orig-port-dst 53",
    ],
    ["a protocol by its number", OPEN, [A], strip({ ...IN_TO_PROCESS, protocol: 47 }), "default: conntrack -D -p 47"],
    [
      "the port that the packet was sent to",
      OPEN,
      [A],
      { ...IN_TO_PROCESS, dstPort: 81, conntrack: "new" },
      "default: conntrack -D -p tcp --orig-port-dst 81",
    ],
  ])("%s", (_, stored, now, flow, hint) => expect(check(stored, now, flow)).toBe(hint));
});

function strip({ srcPort: _, dstPort: __, ...flow }: Flow): Flow {
  return flow;
}

describe("no connections outlive it", () => {
  const UNTRACKED = { ...AOF, doNotTrack: true, types: ["Ingress", "Egress"] };
  test.each<readonly [string, Resources, Resources, Flow]>([
    ["it is still allowed", OPEN, OPEN, IN_TO_PROCESS],
    ["it was denied before", [A], [A, gnp("p", { ingress: [deny()] })], IN_TO_PROCESS],
    [
      "untracked policy denies established packets, too",
      OPEN,
      [...OPEN, gnp("u", { ...UNTRACKED, ingress: [deny()] })],
      IN_TO_PROCESS,
    ],
    [
      "what was allowed was not tracked",
      [A, gnp("u", { ...UNTRACKED, ingress: [allow()], egress: [allow()] })],
      [A],
      IN_TO_PROCESS,
    ],
    ["the packet is of an established connection itself", OPEN, [A], { ...IN_TO_PROCESS, conntrack: "established" }],
    ["the packet belongs to no connection", OPEN, [A], { ...IN_TO_PROCESS, conntrack: "invalid" }],
    ["it cannot be evaluated", OPEN, [A], { ...IN_TO_PROCESS, srcIP: "x" }],
    [
      "the workload is gone",
      [W1, gnp("p", { ingress: [allow()] })],
      [],
      { ...IN_TO_WORKLOAD, to: { interface: "cali9" } },
    ],
  ])("%s", (_, stored, now, flow) => expect(check(stored, now, flow)).toBeUndefined());

  test("where the earlier policy is unknown", () => {
    const outcome = run([A], IN_TO_PROCESS);
    const change = { before: () => undefined, established: () => expect.fail("is not asked") };
    expect(establishedConnectionsHint(IN_TO_PROCESS, outcome, change)).toBeUndefined();
  });
});
