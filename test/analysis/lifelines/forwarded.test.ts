import { describe, expect, test } from "vitest";
import type { Lifeline } from "../../../src/analysis/lifelines/lifeline.ts";
import type { NodeFacts } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { readNet } from "../../../src/policy/world/nets.ts";
import { parseSelector } from "../../../src/selector/parse.ts";
import { allow, deny, felix, gnp, hep, profile, wep } from "../../policy/support.ts";
import { guard, summary, tcpIn, type Write } from "./stories.ts";

const NO_FAILSAFES = felix({ failsafeInboundHostPorts: [], failsafeOutboundHostPorts: [] });
/** A selector, which must be valid. */
function selector(text: string) {
  const parsed = parseSelector(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.selector;
}

const nets = (...texts: readonly string[]) => texts.flatMap((text) => readNet(text) ?? []);
/** What customers ask of the servers behind a gateway. */
const SHOP: Lifeline = {
  ...tcpIn("shop", 443, "203.0.113.0/24"),
  endpoints: { addresses: nets("10.50.0.10") },
  through: { in: [], out: [] },
};
const outside = hep(
  "gw-outside",
  { node: "gw", interfaceName: "eth0", expectedIPs: ["198.51.100.1"] },
  { at: "outside" },
);
const inside = hep("gw-inside", { node: "gw", interfaceName: "eth1", expectedIPs: ["10.50.0.1"] }, { at: "inside" });
const policy = (name: string, at: string, spec: object): Resource =>
  gnp(name, { order: 10, selector: `at == '${at}'`, ...spec });
const FORWARD = { applyOnForward: true };
const PRE_DNAT = { preDNAT: true, applyOnForward: true, types: ["Ingress"] };
const UNTRACKED = { doNotTrack: true, applyOnForward: true };
const FROM_CUSTOMERS = { protocol: "TCP", source: { nets: ["203.0.113.0/24"] }, destination: { ports: [443] } };
const ANSWERS = { protocol: "TCP", source: { ports: [443] }, destination: { nets: ["203.0.113.0/24"] } };

interface Story {
  readonly stored: readonly Resource[];
  readonly writes: readonly Write[];
  readonly lifelines?: readonly Lifeline[];
  readonly facts?: NodeFacts;
  readonly expected: Record<string, unknown>;
}

const PACKET = "TCP 203.0.113.9 -> 10.50.0.10:443";
const CUT = { write: 1, lifeline: "shop", packet: PACKET };
const denyIn = (at: string, flags: object) => policy("d", at, { ...flags, types: ["Ingress"], ingress: [deny()] });
const untrackedIn = policy("untracked-in", "outside", {
  ...UNTRACKED,
  types: ["Ingress"],
  ingress: [allow(FROM_CUSTOMERS)],
});
const untrackedAnswers = policy("untracked-answers", "inside", {
  ...UNTRACKED,
  types: ["Ingress"],
  ingress: [allow(ANSWERS)],
});
const INVALID = "answer by connection tracking: the packet is INVALID, it belongs to no connection and opens none";

/** A server on the gateway itself, and what is asked of it. */
const server = wep("db", "10.65.0.9/32", { node: "gw", profiles: ["open"] }, { role: "db" });
const toServer: Lifeline = {
  ...tcpIn("db", 5432, "203.0.113.0/24"),
  endpoints: { addresses: [], selector: { key: 'role == "db"', selector: selector("role == 'db'") } },
};

/** The gateway's addresses, and its translations. */
const gateway = (dnat: NodeFacts["dnat"] = []): NodeFacts => ({
  node: "gw",
  interfaces: { eth0: ["198.51.100.1/24"], eth1: ["10.50.0.1/24"] },
  dnat,
  outputDnat: [],
});
const TO_INSIDE = { protocol: "TCP", dst: "198.51.100.1", port: 8443, toIP: "10.50.0.10", toPort: 443 };
const TO_SERVER = { ...TO_INSIDE, toIP: "10.65.0.9", toPort: 5432 };
/** What is asked of the gateway's own address. */
const published = tcpIn("published", 8443, "203.0.113.0/24");
const AT_GATEWAY = { write: 1, lifeline: "published", packet: "TCP 203.0.113.9 -> 198.51.100.1:8443" };
const allowNew = (name: string, at: string, spec: object) => policy(name, at, { ...FORWARD, order: 1, ...spec });
const OPEN_HOST = [
  outside,
  inside,
  policy("open", "outside", { types: ["Ingress", "Egress"], ingress: [allow()], egress: [allow()] }),
];

const STORIES: Readonly<Record<string, Story>> = {
  "a deny for what is forwarded in": {
    stored: [outside],
    writes: [denyIn("outside", FORWARD)],
    expected: { ...CUT, by: "by policy d, ingress rule 1", order: "none" },
  },
  "a deny before DNAT": {
    stored: [outside],
    writes: [denyIn("outside", PRE_DNAT)],
    expected: { ...CUT, by: "by policy d, ingress rule 1", order: "none" },
  },
  "a deny for what goes out through the other interface": {
    stored: [outside, inside],
    writes: [policy("d", "inside", { ...FORWARD, types: ["Egress"], egress: [deny()] })],
    expected: { ...CUT, by: "by policy d, egress rule 1", order: "none" },
  },
  "a policy that is not for what is forwarded": {
    stored: [outside],
    writes: [denyIn("outside", {})],
    expected: { safe: true },
  },
  "doNotTrack for what comes in and not for the answers": {
    stored: [outside, inside],
    writes: [untrackedIn, untrackedAnswers],
    lifelines: [{ ...SHOP, through: { in: ["eth0"], out: ["eth1"] } }],
    expected: { ...CUT, by: INVALID, order: [2, 1] },
  },
  "the host endpoint deleted whose untracked policy lets the answers in": {
    stored: [outside, inside, untrackedIn, untrackedAnswers],
    writes: [{ remove: inside }],
    expected: { ...CUT, by: INVALID, order: "none" },
  },
  "the first forwarding policy of a host, before the one that allows": {
    stored: [outside],
    writes: [
      denyIn("outside", FORWARD),
      allowNew("a", "outside", { types: ["Ingress"], ingress: [allow(FROM_CUSTOMERS)] }),
    ],
    expected: { ...CUT, by: "by policy d, ingress rule 1", order: [2, 1] },
  },
  "an interface that the lifeline does not come in through": {
    stored: [outside, inside],
    writes: [denyIn("outside", FORWARD)],
    lifelines: [{ ...SHOP, through: { in: ["eth1"], out: [] } }],
    expected: { safe: true },
  },
  "one that it does not go out through": {
    stored: [outside, inside],
    writes: [policy("d", "inside", { ...FORWARD, types: ["Egress"], egress: [deny()] })],
    lifelines: [{ ...SHOP, through: { in: [], out: ["eth2"] } }],
    expected: { safe: true },
  },
  "a deny at the interface that it comes in through, and one to go out by that nothing else names": {
    stored: [outside],
    writes: [denyIn("outside", FORWARD)],
    lifelines: [{ ...SHOP, through: { in: [], out: ["eth2"] } }],
    expected: { ...CUT, by: "by policy d, ingress rule 1", order: "none" },
  },
  "another gateway": {
    stored: [outside],
    writes: [denyIn("outside", FORWARD)],
    lifelines: [{ ...SHOP, endpoints: { ...SHOP.endpoints, nodes: new Set(["gw2"]) } }],
    expected: { safe: true },
  },
  "a deny before DNAT on the node of a workload": {
    stored: [outside, server, profile("open", { ingress: [allow()], egress: [allow()] })],
    writes: [denyIn("outside", PRE_DNAT)],
    lifelines: [toServer],
    expected: {
      write: 1,
      lifeline: "db",
      packet: "TCP 203.0.113.9 -> 10.65.0.9:5432",
      by: "by policy d, ingress rule 1",
      order: "none",
    },
  },
  "a packet to the host that it sends on to a server": {
    stored: OPEN_HOST,
    writes: [policy("d", "inside", { ...FORWARD, types: ["Egress"], egress: [deny()] })],
    lifelines: [published],
    facts: gateway([TO_INSIDE]),
    expected: { ...AT_GATEWAY, by: "by policy d, egress rule 1", order: "none" },
  },
  "one that it sends on, and the policy of its own port": {
    stored: OPEN_HOST,
    writes: [policy("d", "outside", { types: ["Ingress"], order: 1, ingress: [deny()] })],
    lifelines: [{ ...published, endpoints: { addresses: nets("198.51.100.1") } }],
    facts: gateway([TO_INSIDE]),
    expected: { safe: true },
  },
  "one that it sends on to its workload": {
    stored: [...OPEN_HOST, server, profile("open", { ingress: [allow()], egress: [allow()] })],
    writes: [gnp("d", { selector: "role == 'db'", types: ["Ingress"], ingress: [deny()] })],
    lifelines: [published],
    facts: gateway([TO_SERVER]),
    expected: { ...AT_GATEWAY, by: "by policy d, ingress rule 1", order: "none" },
  },
  "one that it sends on to one of several": {
    stored: [...OPEN_HOST, server, profile("open", { ingress: [allow()], egress: [allow()] })],
    writes: [gnp("d", { selector: "role == 'db'", types: ["Ingress"], ingress: [deny()] })],
    lifelines: [published],
    facts: gateway([
      {
        ...TO_INSIDE,
        alternatives: [
          { toIP: "10.50.0.10", toPort: 443 },
          { toIP: "10.65.0.9", toPort: 5432 },
        ],
      },
    ]),
    expected: { ...AT_GATEWAY, by: "by policy d, ingress rule 1", order: "none" },
  },
  "one of which it is unknown whether it is sent on": {
    stored: OPEN_HOST,
    writes: [policy("a", "outside", { types: ["Ingress"], order: 1, ingress: [allow()] })],
    lifelines: [published],
    facts: gateway([{ ...TO_INSIDE, uncertain: "a set that is not in the file" }]),
    expected: {
      why: "of node gw, packets to 198.51.100.1 are taken not to be translated by DNAT: a set that is not in the file",
    },
  },
  "a translation of other packets, of which that is unknown": {
    stored: OPEN_HOST,
    writes: [policy("a", "outside", { types: ["Ingress"], order: 1, ingress: [allow()] })],
    lifelines: [published],
    facts: gateway([{ ...TO_INSIDE, port: 80, uncertain: "a set that is not in the file" }]),
    expected: { safe: true },
  },
};

describe("what a host forwards", () => {
  test.each(Object.entries(STORIES))("%s", (_, { stored, writes, lifelines = [SHOP], facts, expected }) => {
    expect(summary(guard([NO_FAILSAFES, ...stored], writes, lifelines, { facts }))).toEqual(expected);
  });
});
