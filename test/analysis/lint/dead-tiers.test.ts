import { allow, deny, felix, gnp, hep, profile, tcpTo, tier, wep } from "../../policy/support.ts";
import { testDeadRules } from "./support.ts";

const HOST = hep("h", { expectedIPs: ["10.0.0.1"] });
const POD = wep("w1", "192.168.1.10");
const NO_FAILSAFES = felix({ failsafeInboundHostPorts: [], failsafeOutboundHostPorts: [] });
const nets = (...list: string[]) => ({ source: { nets: list } });
const inOrder = (...rules: object[]) => gnp("p", { order: 1, types: ["Ingress"], ingress: rules });
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
      name: "a normal rule on a port that pre-DNAT policy denies: DNAT may lead to it from another",
      resources: [HOST, NO_FAILSAFES, gnp("a", { ...preDnat, ingress: [deny(tcpTo(80))] }), inOrder(allow(tcpTo(80)))],
      dead: [],
    },
  ],
});
