import { allow, deny, felix, gnp, hep, profile, tcpFrom, tcpTo, tier, wep } from "../../policy/support.ts";
import { testDeadRules } from "./support.ts";

const HOST = hep("h", { expectedIPs: ["10.0.0.1"] });
const POD = wep("w1", "192.168.1.10");
const NO_FAILSAFES = felix({ failsafeInboundHostPorts: [], failsafeOutboundHostPorts: [] });
const nets = (...list: string[]) => ({ source: { nets: list } });
const inOrder = (...rules: object[]) => gnp("p", { order: 1, types: ["Ingress"], ingress: rules });
const untracked = { doNotTrack: true, applyOnForward: true };
const preDnat = { preDNAT: true, applyOnForward: true };

testDeadRules({
  "tiers and profiles": [
    {
      name: "a tier that denies what it does not decide",
      resources: [
        HOST,
        tier("t", { order: 1 }),
        gnp("t.a", { tier: "t", types: ["Ingress"], ingress: [allow(tcpTo(80))] }),
        inOrder(deny(tcpTo(81))),
      ],
      version: "v3.32",
      dead: ["info lint.not-passed-on p/1:"],
    },
    {
      name: "a tier that passes it on",
      resources: [
        HOST,
        tier("t", { order: 1 }),
        gnp("t.a", { tier: "t", types: ["Ingress"], ingress: [allow(tcpTo(80)), { action: "Pass", ...tcpTo(81) }] }),
        inOrder(deny(tcpTo(81)), allow(tcpTo(82))),
      ],
      version: "v3.32",
      dead: ["info lint.not-passed-on p/2:"],
    },
    {
      name: "a tier that passes on by default",
      resources: [
        HOST,
        tier("t", { order: 1, defaultAction: "Pass" }),
        gnp("t.a", { tier: "t", types: ["Ingress"], ingress: [allow(tcpTo(80))] }),
        inOrder(deny(tcpTo(81)), deny(tcpTo(80))),
      ],
      version: "v3.32",
      dead: ["warning lint.shadowed p/2: t.a/1 Allow"],
    },
    {
      name: "a Pass before what would take it",
      resources: [
        HOST,
        tier("t", { order: 1, defaultAction: "Pass" }),
        gnp("t.a", { tier: "t", types: ["Ingress"], ingress: [{ action: "Pass", ...nets("10.0.0.0/8") }, allow()] }),
        inOrder(deny(nets("10.1.0.0/16")), deny(nets("172.16.0.0/12"))),
      ],
      version: "v3.32",
      dead: ["warning lint.shadowed p/2: t.a/2 Allow"],
    },
    {
      name: "a profile behind policies that pass nothing",
      resources: [hep("h", { profiles: ["q"] }), profile("q", { ingress: [allow()] }), inOrder(allow(tcpTo(80)))],
      dead: ["info lint.not-passed-on q/1:"],
    },
    {
      name: "a profile that something is passed to",
      resources: [hep("h", { profiles: ["q"] }), profile("q", { ingress: [allow()] }), inOrder({ action: "Pass" })],
      dead: [],
    },
    {
      name: "a profile behind one",
      resources: [
        hep("h", { profiles: ["q", "r"] }),
        profile("q", { ingress: [allow(tcpTo(80))] }),
        profile("r", { ingress: [deny(tcpTo(80)), allow(tcpTo(81))] }),
      ],
      dead: ["warning lint.shadowed r/1: q/1 Allow"],
    },
    {
      name: "a profile behind one that passes",
      resources: [
        hep("h", { profiles: ["q", "r"] }),
        profile("q", { ingress: [{ action: "Pass" }] }),
        profile("r", { ingress: [deny(tcpTo(80))] }),
      ],
      dead: [],
    },
    {
      name: "a profile behind one that does not exist",
      resources: [hep("h", { profiles: ["not", "r"] }), profile("r", { ingress: [deny(tcpTo(80))] })],
      dead: [],
    },
  ],
  "taken in earlier stages": [
    {
      name: "untracked, then pre-DNAT",
      resources: [
        HOST,
        NO_FAILSAFES,
        gnp("a", { ...untracked, ingress: [deny(tcpTo(80))] }),
        gnp("p", { ...preDnat, ingress: [deny(tcpTo(80)), allow(tcpTo(81))] }),
      ],
      dead: ["warning lint.shadowed p/1: a/1 Deny"],
    },
    {
      name: "a failsafe port of both, which the later one lets past",
      resources: [
        HOST,
        gnp("a", { ...untracked, ingress: [deny(tcpTo(22))] }),
        gnp("p", { ...preDnat, ingress: [deny(tcpTo(22))] }),
      ],
      dead: ["warning lint.failsafe a/1: TCP 22", "warning lint.failsafe p/1: TCP 22"],
    },
    {
      name: "a failsafe reply, which only the earlier one lets past",
      resources: [
        HOST,
        felix({ failsafeInboundHostPorts: [] }),
        gnp("a", { ...untracked, ingress: [deny()] }),
        gnp("p", { ...preDnat, ingress: [deny(tcpFrom(2379)), deny(tcpFrom(2400))] }),
      ],
      dead: ["warning lint.shadowed p/2: a/1 Deny"],
    },
    {
      name: "untracked of another endpoint",
      resources: [
        HOST,
        hep("i", { interfaceName: "eth1" }),
        gnp("a", { ...untracked, selector: "host-endpoint == 'h'", ingress: [deny(tcpTo(80))] }),
        gnp("p", { ...preDnat, ingress: [deny(tcpTo(80))] }),
      ],
      dead: [],
    },
    {
      name: "what a Pass lets on",
      resources: [
        HOST,
        gnp("a", { ...untracked, ingress: [{ action: "Pass", ...nets("10.0.0.0/8") }, deny()] }),
        gnp("p", {
          ...preDnat,
          ingress: [
            deny({ protocol: "ICMP", ...nets("10.1.0.0/16") }),
            deny({ protocol: "ICMP", ...nets("172.16.0.0/12") }),
          ],
        }),
      ],
      dead: ["warning lint.shadowed p/2: a/2 Deny"],
    },
    {
      name: "before DNAT, of what has no ports",
      resources: [
        HOST,
        gnp("a", { ...preDnat, ingress: [deny()] }),
        inOrder(allow({ protocol: "ICMP" }), allow(tcpTo(80))),
      ],
      dead: ["warning lint.shadowed p/1: a/1 Deny"],
    },
    {
      name: "before DNAT, from a network to anywhere",
      resources: [
        HOST,
        NO_FAILSAFES,
        gnp("a", { ...preDnat, ingress: [deny(nets("10.0.0.0/8"))] }),
        inOrder(allow({ ...tcpTo(80), ...nets("10.1.0.0/16") }), allow(tcpTo(80))),
      ],
      dead: ["warning lint.shadowed p/1: a/1 Deny"],
    },
    {
      name: "before DNAT, where a failsafe port may be translated to any",
      resources: [
        HOST,
        gnp("a", { ...preDnat, ingress: [deny(nets("10.0.0.0/8"))] }),
        inOrder(allow({ ...tcpTo(80), ...nets("10.1.0.0/16") })),
      ],
      dead: [],
    },
    {
      name: "before DNAT, to one destination",
      resources: [
        HOST,
        NO_FAILSAFES,
        gnp("a", { ...preDnat, ingress: [deny({ destination: { nets: ["10.0.0.1/32"] } })] }),
        inOrder(allow({ protocol: "ICMP", destination: { nets: ["10.0.0.1/32"] } })),
      ],
      dead: [],
    },
    {
      name: "for egress by none",
      resources: [
        HOST,
        NO_FAILSAFES,
        gnp("a", { ...untracked, types: ["Egress"], egress: [deny()] }),
        gnp("p", { types: ["Egress"], egress: [allow(tcpTo(80))] }),
      ],
      dead: [],
    },
  ],
  "what depends on facts": [
    {
      name: "a rule with a service whose members are unknown takes nothing",
      resources: [
        POD,
        inOrder(
          deny({ destination: { services: { name: "s", namespace: "n" } } }),
          deny({ destination: { services: { name: "s", namespace: "n" } } }),
        ),
      ],
      version: "v3.32",
      dead: [],
    },
    {
      name: "and is taken where it would be whatever they are",
      resources: [POD, inOrder(deny(), deny({ destination: { services: { name: "s", namespace: "n" } } }))],
      version: "v3.32",
      dead: ["warning lint.shadowed p/2: p/1 Deny"],
    },
    {
      name: "a Pass with such a service may pass all of it on",
      resources: [
        POD,
        tier("t", { order: 1, defaultAction: "Pass" }),
        gnp("t.a", {
          tier: "t",
          types: ["Ingress"],
          ingress: [{ action: "Pass", destination: { services: { name: "s", namespace: "n" } } }, deny()],
        }),
        inOrder(deny(tcpTo(80))),
      ],
      version: "v3.32",
      dead: [],
    },
    {
      name: "a normal rule on a port that pre-DNAT policy denies: DNAT may lead to it from another",
      resources: [HOST, NO_FAILSAFES, gnp("a", { ...preDnat, ingress: [deny(tcpTo(80))] }), inOrder(allow(tcpTo(80)))],
      dead: [],
    },
  ],
});
