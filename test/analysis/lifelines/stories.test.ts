import { describe, expect, test } from "vitest";
import type { Lifeline } from "../../../src/analysis/lifelines/lifeline.ts";
import type { CalicoVersion } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { allow, deny, felix, gnp, hep, node, profile } from "../../policy/support.ts";
import { guard, summary, tcpIn, type Write } from "./stories.ts";

const SSH = tcpIn("ssh", 22, "10.20.0.0/24");
const FROM_ADMIN = { protocol: "TCP", source: { nets: ["10.20.0.0/24"] }, destination: { ports: [22] } };
const ANSWERS = { protocol: "TCP", source: { ports: [22] }, destination: { nets: ["10.20.0.0/24"] } };

const NO_FAILSAFES = felix({ failsafeInboundHostPorts: [], failsafeOutboundHostPorts: [] });
const host = (role: string, spec: object = {}): Resource =>
  hep("node1-eth0", { expectedIPs: ["10.0.0.1"], ...spec }, { role });
const allowSsh = (spec: object = {}): Resource =>
  gnp("allow-ssh", { order: 10, selector: "role == 'web'", types: ["Ingress"], ingress: [allow(FROM_ADMIN)], ...spec });
const denyAll = (spec: object = {}): Resource =>
  gnp("deny-all", { order: 20, selector: "all()", types: ["Ingress"], ingress: [deny()], ...spec });
const OPEN = profile("open", { ingress: [allow()], egress: [allow()] });
const untracked = (name: string, spec: object): Resource =>
  gnp(name, { order: 1, selector: "all()", doNotTrack: true, applyOnForward: true, ...spec });

interface Story {
  readonly stored: readonly Resource[];
  readonly writes: readonly Write[];
  readonly lifelines?: readonly Lifeline[];
  readonly version?: CalicoVersion;
  readonly expected: Record<string, unknown>;
}

const PACKET = "TCP 10.20.0.1 -> 10.0.0.1:22";
const BY_NO_POLICY =
  "by default at host endpoint node1-eth0, normal ingress: no policy decided and there is no profile: the default is to deny";

const STORIES: Readonly<Record<string, Story>> = {
  "the first host endpoint of an interface, before its policy": {
    stored: [NO_FAILSAFES],
    writes: [host("web"), allowSsh()],
    expected: { write: 1, lifeline: "ssh", packet: PACKET, by: BY_NO_POLICY, order: [2, 1] },
  },
  "a label edit that leaves the default deny": {
    stored: [NO_FAILSAFES, allowSsh(), host("web")],
    writes: [host("db")],
    expected: { write: 1, lifeline: "ssh", packet: PACKET, by: BY_NO_POLICY, order: "none" },
  },
  "the failsafe list emptied before the policy that allows": {
    stored: [host("web")],
    writes: [NO_FAILSAFES, allowSsh()],
    expected: { write: 1, lifeline: "ssh", packet: PACKET, by: BY_NO_POLICY, order: [2, 1] },
  },
  "a failsafe list without the API server's port": {
    stored: [host("web")],
    writes: [felix({ failsafeInboundHostPorts: [{ protocol: "tcp", port: 22 }] })],
    lifelines: [SSH, tcpIn("kube-apiserver", 6443)],
    version: "v3.32",
    expected: {
      write: 1,
      lifeline: "kube-apiserver",
      packet: "TCP 198.51.100.7 -> 10.0.0.1:6443",
      by: BY_NO_POLICY,
      order: "none",
    },
  },
  "an interface whose addresses no endpoint names, with a policy for the one that its node names": {
    stored: [
      NO_FAILSAFES,
      OPEN,
      node("node1", { bgp: { ipv4Address: "10.0.0.1/24" } }),
      allowSsh({ ingress: [allow({ ...FROM_ADMIN, destination: { ports: [22], nets: ["10.0.0.1/32"] } })] }),
      host("db", { expectedIPs: [], profiles: ["open"] }),
    ],
    writes: [host("web", { expectedIPs: [], profiles: ["open"] })],
    expected: {
      write: 1,
      lifeline: "ssh",
      packet: "TCP 10.20.0.1 -> 203.0.113.9:22",
      by: "by default at host endpoint node1-eth0, normal ingress: policies select this endpoint and none of their rules matched",
      order: "none",
    },
  },
  "the allowing policy deleted before the denying one": {
    stored: [NO_FAILSAFES, OPEN, host("web", { profiles: ["open"] }), allowSsh(), denyAll()],
    writes: [{ remove: allowSsh() }, { remove: denyAll() }],
    expected: { write: 1, lifeline: "ssh", packet: PACKET, by: "by policy deny-all, ingress rule 1", order: [2, 1] },
  },
  "an order that puts the deny first for a moment": {
    stored: [NO_FAILSAFES, host("web"), allowSsh(), denyAll()],
    writes: [allowSsh({ order: 30 }), denyAll({ order: 40 })],
    expected: { write: 1, lifeline: "ssh", packet: PACKET, by: "by policy deny-all, ingress rule 1", order: [2, 1] },
  },
  "a profile taken away": {
    stored: [NO_FAILSAFES, OPEN, host("web", { profiles: ["open"] })],
    writes: [host("web"), allowSsh()],
    expected: { write: 1, lifeline: "ssh", packet: PACKET, by: BY_NO_POLICY, order: [2, 1] },
  },
  "a profile deleted that an endpoint names": {
    stored: [NO_FAILSAFES, OPEN, host("web", { profiles: ["open"] })],
    writes: [{ remove: OPEN }],
    expected: {
      write: 1,
      lifeline: "ssh",
      packet: PACKET,
      by: "by profile open of host endpoint node1-eth0, which does not exist and so denies everything",
      order: "none",
    },
  },
  "doNotTrack for what comes in and not for the answers": {
    stored: [NO_FAILSAFES, host("web"), allowSsh()],
    writes: [
      untracked("untracked-in", { types: ["Ingress"], ingress: [allow(FROM_ADMIN)] }),
      untracked("untracked-out", { types: ["Egress"], egress: [allow(ANSWERS)] }),
    ],
    expected: {
      write: 1,
      lifeline: "ssh",
      packet: PACKET,
      by: "answer by connection tracking: the packet is INVALID, it belongs to no connection and opens none",
      order: [2, 1],
    },
  },
  "a deny for all() that was meant for pods": {
    stored: [NO_FAILSAFES, host("web"), allowSsh()],
    writes: [denyAll({ order: 1 })],
    expected: { write: 1, lifeline: "ssh", packet: PACKET, by: "by policy deny-all, ingress rule 1", order: "none" },
  },
  "no order is safe, and a bridge is": {
    stored: [NO_FAILSAFES, host("web"), allowSsh()],
    writes: [host("db"), allowSsh({ selector: "role == 'db'" })],
    expected: {
      write: 1,
      lifeline: "ssh",
      packet: PACKET,
      by: BY_NO_POLICY,
      order: "none",
      bridge: ["lifeline-bridge-in"],
    },
  },
  "what passes goes on passing, although the lifeline did not hold whole": {
    stored: [
      NO_FAILSAFES,
      host("web"),
      allowSsh({ ingress: [allow({ ...FROM_ADMIN, source: { nets: ["10.20.0.64/26"] } })] }),
    ],
    writes: [denyAll(), denyAll({ order: 1 })],
    expected: {
      write: 2,
      lifeline: "ssh",
      packet: "TCP 10.20.0.65 -> 10.0.0.1:22",
      by: "by policy deny-all, ingress rule 1",
      order: "none",
    },
  },
  "nothing is cut": {
    stored: [NO_FAILSAFES, allowSsh()],
    writes: [host("web"), denyAll()],
    expected: { safe: true },
  },
};

describe("what locks operators out", () => {
  test.each(Object.entries(STORIES))("%s", (_, { stored, writes, lifelines = [SSH], version, expected }) => {
    expect(summary(guard(stored, writes, lifelines, { version }))).toEqual(expected);
  });
});
