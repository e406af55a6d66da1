import { expect, test } from "vitest";
import { allow, felix, gnp, hep, IN_TO_PROCESS, profile, run, wep } from "../support.ts";

const KEEPS = "node1 has the rules of the input, though its Felix cannot run them and keeps those that it had: ";
const NOT_ICMP = "`notICMP` cannot be programmed by Felix in a rule without protocol ICMP or ICMPv6";
const SCTP = "Felix cannot read a failsafe port of SCTP";
const BAD = { notICMP: { type: 8 } };
const FAILSAFE = { failsafeInboundHostPorts: [{ protocol: "SCTP", port: 22 }] };
const H = hep("h", {}, { role: "web" });
const bad = (selector: string) => gnp("p", { selector, ingress: [allow(BAD)] });

test.each([
  ["rules that it can run", [H, gnp("p", { ingress: [allow({ protocol: "ICMP", ...BAD })] })], []],
  ["a policy of one of its endpoints", [H, bad("role == 'web'")], [`${KEEPS}GlobalNetworkPolicy p: ${NOT_ICMP}`]],
  ["a policy of no endpoint", [H, bad("role == 'db'")], []],
  [
    "a policy of another node's endpoint",
    [H, hep("other", { node: "node2" }, { role: "db" }), bad("role == 'db'")],
    [],
  ],
  [
    "a profile of one of its workloads",
    [H, wep("w1", "192.168.1.10/32", { profiles: ["open"] }), profile("open", { egress: [allow(BAD)] })],
    [`${KEEPS}Profile open: ${NOT_ICMP}`],
  ],
  ["a profile of none", [H, profile("open", { egress: [allow(BAD)] })], []],
  ["settings for all nodes", [H, felix(FAILSAFE)], [`${KEEPS}FelixConfiguration default: ${SCTP}`]],
  ["settings for this node", [H, felix(FAILSAFE, "node.node1")], [`${KEEPS}FelixConfiguration node.node1: ${SCTP}`]],
  ["settings for another", [H, felix(FAILSAFE, "node.node2")], []],
])("%s", (_, resources, assumed) => {
  const about = run(resources, IN_TO_PROCESS).assumptions.filter((text) => text.includes("cannot run"));
  expect(about).toEqual(assumed);
});
