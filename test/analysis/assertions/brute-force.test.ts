import fc from "fast-check";
import { expect, test } from "vitest";
import type { PacketAssertion } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import type { Outcome } from "../../../src/policy/outcome.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { proveFile } from "../../../src/scenario/flow-files/file-proofs.ts";
import { FACTS, felix, netset, worldOf } from "../../policy/support.ts";
import { FULL, sized } from "../../support/full.ts";
import { policedNodes } from "../../support/worlds/policed-nodes.ts";
import { assertedPackets, isAsserted } from "./asserted-packets.ts";

const RUNS = sized(500, 40);
const PACKETS = sized(1_000_000, 30_000);
const NO_FAILSAFES = felix({ failsafeInboundHostPorts: [], failsafeOutboundHostPorts: [] });

const own = fc.constantFrom(undefined, "a", "b", "has(iface)", "app == 'w1'");
const peer = fc.constantFrom<string | string[] | undefined>(
  ...[undefined, "10.0.0.2", "172.16.0.0/12", "admins", "role == 'admin'", "fd00:10::/64", "::/0", "0.0.0.0/0"],
  ["10.0.0.0/8", "fd00::/8"],
);
const except = fc.constantFrom(undefined, undefined, "10.0.0.2", "admins", "10.0.0.0/8");
const services = fc.constantFrom(
  ...[{}, { protocol: "TCP" }, { protocol: "UDP" }, { ports: "tcp/80" }, { ports: ["tcp/22", "udp/443"] }],
  ...[{ ports: "tcp/1:79" }, { ports: "icmp/8" }, { protocol: "UDP", sourcePorts: "1024:65535" }],
);
const assertion = fc
  .record({
    direction: fc.constantFrom("in" as const, "out" as const),
    own,
    peer,
    except,
    services,
    way: fc.constantFrom(undefined, "local" as const, "forwarded" as const, "any" as const),
    replies: fc.constantFrom(undefined, false),
    failsafes: fc.constantFrom(undefined, false),
  })
  .map((one): PacketAssertion => {
    const [from, to] = one.direction === "in" ? [one.peer, one.own] : [one.own, one.peer];
    return {
      direction: one.direction,
      ...one.services,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(one.except !== undefined && { except: one.except }),
      ...(one.way !== undefined && { way: one.way }),
      ...(one.replies !== undefined && { replies: one.replies }),
      ...(one.failsafes !== undefined && { failsafes: one.failsafes }),
    };
  });

type List = "forbid" | "permit";

/** Whether a packet shows that an assertion does not hold. */
function refutes({ verdict, return: reply }: Outcome, list: List, { replies = true }: PacketAssertion): boolean {
  if (list === "forbid") return verdict === "allow";
  return verdict === "deny" || (replies && reply === "deny");
}

const { node: _, ...unnamed } = FACTS;
const saved = { unnamed, byNode: new Map(), named: new Set<string>() };
const span = () => ({ source: "a.yaml", start: { line: 1, column: 1 }, end: { line: 1, column: 1 } });

function proved(resources: readonly Resource[], list: List, asserted: PacketAssertion) {
  const file = { flows: [], [list]: [asserted] };
  const { proofs, problems } = proveFile({ world: worldOf(resources), saved }, file, span, {
    node: undefined,
    outcomes: false,
  });
  return proofs[0] ?? problems[0]?.message;
}

const PARTS = [0, 1, 2, 3, 4];
const CASES = fc.sample(fc.tuple(policedNodes, assertion, fc.constantFrom<List>("forbid", "permit")), {
  numRuns: RUNS,
  seed: 13,
});
const seen = { packets: 0, proved: 0, failed: 0, found: 0, empty: 0, replies: 0 };

test.each(PARTS)(
  "an assertion holds exactly where every packet of it, one by one, has the verdict: part %d",
  (part) => {
    for (const [{ resources: made }, asserted, list] of CASES.filter((_, at) => at % PARTS.length === part)) {
      const resources = [...made, netset("six", ["fd00:10::/64", "10.0.0.3/32"], { role: "admin" })];
      const world = worldOf(
        asserted.failsafes === false
          ? [...resources.filter(({ kind }) => kind !== "FelixConfiguration"), NO_FAILSAFES]
          : resources,
      );
      const result = proved(resources, list, asserted);
      let counterexample: string | undefined;
      let count = 0;
      for (const { flow, facts } of assertedPackets(world, FACTS, asserted)) {
        count++;
        const outcome = simulate(world, facts, flow, { trace: false });
        if (counterexample === undefined && refutes(outcome, list, asserted)) counterexample = JSON.stringify(flow);
      }
      seen.packets += count;
      const about = `${list} ${JSON.stringify(asserted)}`;
      if (typeof result !== "object") {
        expect(result, about).toBe("this assertion is about no packet");
        expect(count, about).toBe(0);
        seen.empty++;
        continue;
      }
      if (result.result === "passed") {
        expect(counterexample, about).toBeUndefined();
        seen.proved++;
        continue;
      }
      expect(result.result, about).toBe("failed");
      const { flow, isReply } = result.witness ?? expect.unreachable();
      const replayed = simulate(world, FACTS, flow);
      expect(isAsserted(flow, asserted), `${about}: ${JSON.stringify(flow)}`).toBe(true);
      expect(refutes(replayed, list, asserted), about).toBe(true);
      if (isReply) expect([replayed.verdict, replayed.return]).toEqual(["allow", "deny"]);
      seen.failed++;
      if (isReply) seen.replies++;
      if (counterexample !== undefined) seen.found++;
    }
  },
);

test("all of that together met enough packets, and every kind of answer", () => {
  expect(seen.packets).toBeGreaterThan(PACKETS);
  for (const kind of ["proved", "failed", "empty"] as const) expect(seen[kind], kind).toBeGreaterThan(RUNS / 40);
  expect(seen.replies).toBeGreaterThanOrEqual(FULL ? 1 : 0);
  // The small universe has a packet of nearly every class.
  expect(seen.found / seen.failed).toBeGreaterThan(0.9);
});
