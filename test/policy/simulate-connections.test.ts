import { describe, expect, test } from "vitest";
import type { Flow } from "../../src/model/flow.ts";
import type { Resource } from "../../src/model/resource.ts";
import { BOTH, OPEN, W1 } from "./cast.ts";
import {
  allow,
  deny,
  FACTS,
  felix,
  gnp,
  hep,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  OUT_OF_PROCESS,
  run,
  THROUGH,
  tcpFrom,
  tcpTo,
  wep,
  withoutPorts,
} from "./support.ts";
import { ALLOW_ALL, everything, verdictTests } from "./verdict-cases.ts";

describe("connection tracking", () => {
  const synAck = { ...IN_TO_PROCESS, tcpFlags: "SYN+ACK" };
  verdictTests([
    ["INVALID is dropped by the first chain", [hep("a"), ALLOW_ALL], synAck, "deny", '"invalid"'],
    ["before failsafes", [hep("a")], { ...synAck, dstPort: 22 }, "deny", '"invalid"'],
    ["forward chains included", [hep("a")], { ...THROUGH, tcpFlags: "RST" }, "deny", '"invalid"'],
    ["but not where nothing is policed", [], synAck, "allow", "no-host-endpoint"],
    [
      "untracked packets are not INVALID",
      [
        hep("a"),
        gnp("u", { doNotTrack: true, applyOnForward: true, types: BOTH, ingress: [allow()], egress: [allow()] }),
      ],
      synAck,
      "allow/allow",
      '"u"',
    ],
    ["a bare ACK is new", [hep("a"), ALLOW_ALL], { ...IN_TO_PROCESS, tcpFlags: "ACK" }, "allow/allow", '"all"'],
    [
      "established is accepted without asking",
      [hep("a")],
      { ...IN_TO_PROCESS, conntrack: "established" },
      "allow/allow",
      '"established"',
    ],
    ["an ICMP reply alone is INVALID", [hep("a"), ALLOW_ALL], icmpFlow(0), "deny", '"invalid"'],
    ["an ICMP request is not", [hep("a"), ALLOW_ALL], icmpFlow(13), "allow/allow", '"all"'],
    [
      "INVALID is let on where the check is off",
      [hep("a"), ALLOW_ALL, felix({ disableConntrackInvalidCheck: true })],
      synAck,
      "allow",
      '"all"',
    ],
  ]);
  function icmpFlow(icmpType: number): Flow {
    return { ...withoutPorts(IN_TO_PROCESS), protocol: "ICMP", icmpType };
  }
});

describe("untracked replies find their own way", () => {
  const only = (ingress: object[], egress: object[]) => [
    hep("a"),
    gnp("u", { doNotTrack: true, applyOnForward: true, types: BOTH, ingress, egress }),
  ];
  const udp = { ...IN_TO_PROCESS, protocol: "UDP" };
  verdictTests([
    ["one-sided", only([allow()], []), IN_TO_PROCESS, "allow/deny", '"u"'],
    ["two-sided", only([allow(tcpTo(80))], [allow(tcpFrom(80))]), IN_TO_PROCESS, "allow/allow", '"u"'],
    [
      "a UDP reply is new and meets normal egress",
      [...only([allow()], []), everything("n", { order: 9, egress: [allow()] })],
      udp,
      "allow/allow",
      '"u"',
    ],
    [
      "a failsafe port leaves the stage unmarked",
      only([allow()], [deny()]),
      { ...udp, dstPort: 68 },
      "allow/allow",
      "failsafe",
    ],
  ]);
});

describe("failsafes", () => {
  const settings = { failsafeInboundHostPorts: [{ protocol: "TCP", port: 8080 }] };
  const blocked = gnp("no", { types: BOTH, applyOnForward: true, preDNAT: true, ingress: [deny()] });
  verdictTests([
    [
      "an own list replaces the default",
      [hep("a"), felix(settings)],
      { ...IN_TO_PROCESS, dstPort: 8080 },
      "allow/allow",
      "failsafe",
    ],
    ["and the default is gone", [hep("a"), felix(settings)], { ...IN_TO_PROCESS, dstPort: 22 }, "deny", "default"],
    [
      "an empty list turns them off",
      [hep("a"), felix({ failsafeInboundHostPorts: [] })],
      { ...IN_TO_PROCESS, dstPort: 22 },
      "deny",
      "default",
    ],
    [
      "a node's own list wins",
      [hep("a"), felix(settings), felix({ failsafeInboundHostPorts: [] }, "node.node1")],
      { ...IN_TO_PROCESS, dstPort: 8080 },
      "deny",
      "default",
    ],
    [
      "they let past a pre-DNAT deny",
      [hep("a"), blocked],
      { ...IN_TO_PROCESS, dstPort: 22 },
      "allow/allow",
      "failsafe",
    ],
    ["not by source port", [hep("a")], { ...IN_TO_PROCESS, srcPort: 22 }, "deny", "default"],
    [
      "outbound has its own",
      [hep("a")],
      { ...OUT_OF_PROCESS, protocol: "UDP", dstPort: 53 },
      "allow/allow",
      "failsafe",
    ],
    ["6443 is not a failsafe port in v3.7", [hep("a")], { ...IN_TO_PROCESS, dstPort: 6443 }, "deny", "default"],
  ]);
  describe("v3.32", () =>
    verdictTests(
      [["6443 is one", [hep("a")], { ...IN_TO_PROCESS, dstPort: 6443 }, "allow/allow", "failsafe"]],
      "v3.32",
    ));
});

describe("DNAT", () => {
  const facts = {
    ...FACTS,
    dnat: [{ protocol: "TCP", dst: "10.0.0.1", port: 31852, toIP: "192.168.1.10", toPort: 8080 }],
  };
  const nodePort = { ...IN_TO_WORKLOAD, dstIP: "10.0.0.1", dstPort: 31852 };
  const at = (kind: object, port: number) =>
    gnp("p", { order: 1, applyOnForward: true, ingress: [deny(tcpTo(port))], ...kind });
  const verdict = (policy: Resource) => run([hep("a"), W1, OPEN, policy], nodePort, { facts }).verdict;
  test("pre-DNAT policy sees the original port", () => {
    expect(verdict(at({ preDNAT: true }, 31852))).toBe("deny");
    expect(verdict(at({ preDNAT: true }, 8080))).toBe("allow");
  });
  test("applyOnForward and workload policy see the translated one", () => {
    expect(verdict(at({ selector: "has(host-endpoint)" }, 8080))).toBe("deny");
    expect(verdict(at({ selector: "has(app)" }, 31852))).toBe("deny");
    expect(verdict(at({ selector: "has(host-endpoint)", types: ["Ingress"], ingress: [allow(tcpTo(8080))] }, 0))).toBe(
      "allow",
    );
  });
  test("an untracked packet is not translated and reaches the node itself", () => {
    const u = gnp("u", { doNotTrack: true, applyOnForward: true, ingress: [allow()] });
    const outcome = run([hep("a"), wep("w1", "192.168.1.10/32"), u], nodePort, { facts });
    expect(outcome.verdict).toBe("allow");
    expect(outcome.steps).toContainEqual({
      kind: "dnat",
      from: "10.0.0.1:31852",
      to: "192.168.1.10:8080",
      applied: false,
    });
  });
  test("the step says from where to where", () => {
    const { steps } = run([W1, OPEN], nodePort, { facts });
    expect(steps).toContainEqual({ kind: "dnat", from: "10.0.0.1:31852", to: "192.168.1.10:8080", applied: true });
  });
});
