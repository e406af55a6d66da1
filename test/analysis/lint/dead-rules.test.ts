import { allow, deny, felix, gnp, hep, netset, tcpFrom, tcpTo, wep } from "../../policy/support.ts";
import { testDeadRules } from "./support.ts";

const HOST = hep("h", { expectedIPs: ["10.0.0.1"] });
const POD = wep("w1", "192.168.1.10");
const NO_FAILSAFES = felix({ failsafeInboundHostPorts: [], failsafeOutboundHostPorts: [] });
const nets = (...list: string[]) => ({ source: { nets: list } });
const inOrder = (...rules: object[]) => gnp("p", { order: 1, types: ["Ingress"], ingress: rules });
const preDnat = { preDNAT: true, applyOnForward: true };
const untracked = { doNotTrack: true, applyOnForward: true };

testDeadRules({
  "taken by earlier rules": [
    {
      name: "by one",
      resources: [HOST, inOrder(allow(nets("10.0.0.0/8")), deny(nets("10.1.0.0/16")))],
      dead: ["warning lint.shadowed p/2: p/1 Allow"],
    },
    {
      name: "by one that logs only: none",
      resources: [HOST, inOrder({ action: "Log" }, deny(nets("10.1.0.0/16")))],
      dead: [],
    },
    {
      name: "by two together, of which none alone, and no third one",
      resources: [
        HOST,
        inOrder(
          deny(nets("10.0.0.0/9")),
          allow(nets("10.128.0.0/10")),
          deny(nets("10.128.0.0/9")),
          allow(nets("10.0.0.0/8")),
        ),
      ],
      dead: ["warning lint.shadowed p/4: p/1 Deny, p/3 Deny"],
    },
    {
      name: "by ports and nets together",
      resources: [
        HOST,
        inOrder(
          allow(tcpTo("1:100")),
          allow({ ...tcpTo("101:200"), ...nets("10.0.0.0/8") }),
          deny({ ...tcpTo("50:150"), ...nets("10.0.0.0/8") }),
        ),
      ],
      dead: ["warning lint.shadowed p/3: p/1 Allow, p/2 Allow"],
    },
    {
      name: "not where one port is left",
      resources: [HOST, inOrder(allow(tcpTo("1:100")), allow(tcpTo("102:200")), deny(tcpTo("50:150")))],
      dead: [],
    },
    {
      name: "not for another IP version",
      resources: [HOST, inOrder(deny({ ipVersion: 4 }), allow(tcpTo(80)))],
      dead: [],
    },
    {
      name: "by one for each IP version",
      resources: [HOST, inOrder(deny({ ipVersion: 4 }), deny({ ipVersion: 6 }), allow(tcpTo(80)))],
      dead: ["warning lint.shadowed p/3: p/1 Deny, p/2 Deny"],
    },
    {
      name: "a Log rule",
      resources: [HOST, inOrder(deny(), { action: "Log" })],
      dead: ["warning lint.shadowed p/2: p/1 Deny"],
    },
    {
      name: "by a Pass, as nothing comes back to its list",
      resources: [HOST, inOrder({ action: "Pass" }, deny(tcpTo(80)))],
      dead: ["warning lint.shadowed p/2: p/1 Pass"],
    },
    {
      name: "by a selector's addresses",
      resources: [
        HOST,
        netset("s", ["10.0.0.0/8"], { role: "x" }),
        inOrder(allow({ source: { selector: "role == 'x'" } }), deny(nets("10.1.0.0/16"))),
      ],
      dead: ["warning lint.shadowed p/2: p/1 Allow"],
    },
    {
      name: "by the rules of another policy",
      resources: [HOST, gnp("a", { order: 0, ingress: [allow()] }), inOrder(deny(tcpTo(80)))],
      dead: ["warning lint.shadowed p/1: a/1 Allow"],
    },
    {
      name: "not by a later policy",
      resources: [HOST, gnp("a", { order: 2, ingress: [allow()] }), inOrder(deny(tcpTo(80)))],
      dead: [],
    },
    {
      name: "not by the other direction",
      resources: [HOST, gnp("a", { order: 0, egress: [allow()] }), inOrder(deny(tcpTo(80)))],
      dead: [],
    },
    {
      name: "by a rule of which a node ignores a list",
      resources: [
        HOST,
        inOrder(
          allow({
            protocol: "TCP",
            source: {
              nets: ["10.0.0.0/8", "172.16.0.0/12"],
              ports: ["1:9", "11:19", "21:29", "31:39", "41:49", "51:59", "61:69", "71:79"],
            },
            destination: {
              nets: ["10.0.0.0/8", "172.16.0.0/12"],
              ports: ["1:9", "11:19", "21:29", "31:39", "41:49", "51:59", "61:69", "71:79"],
            },
          }),
          deny({ protocol: "TCP", source: { nets: ["192.0.2.0/24"], ports: [5] }, destination: { ports: [5] } }),
        ),
      ],
      dead: ["warning lint.shadowed p/2: p/1 Allow"],
    },
  ],
  "taken at some endpoints": [
    {
      name: "is not a finding",
      resources: [
        HOST,
        hep("i", { node: "n2" }),
        gnp("a", { order: 0, selector: "host-endpoint == 'i'", ingress: [allow()] }),
        inOrder(deny(tcpTo(80))),
      ],
      dead: [],
    },
    {
      name: "but for --per-endpoint",
      resources: [
        HOST,
        hep("i", { node: "n2" }),
        gnp("a", { order: 0, selector: "host-endpoint == 'i'", ingress: [allow()] }),
        inOrder(deny(tcpTo(80))),
      ],
      perEndpoint: true,
      dead: ["info lint.partly-dead p/1: a/1 Allow"],
    },
    {
      name: "live for forwarded packets, where failsafe ports do not count",
      resources: [HOST, gnp("p", { applyOnForward: true, ingress: [deny(tcpTo(22))] })],
      dead: [],
    },
  ],
  "taken by failsafe ports": [
    { name: "a Deny", resources: [HOST, inOrder(deny(tcpTo(22)))], dead: ["warning lint.failsafe p/1: TCP 22"] },
    {
      name: "an Allow, which may be there for later",
      resources: [HOST, inOrder(allow(tcpTo(22, 179)))],
      dead: ["info lint.failsafe p/1: TCP 22, TCP 179"],
    },
    {
      name: "together with a rule",
      resources: [HOST, inOrder(allow(tcpTo(80)), deny(tcpTo(22, 80)))],
      dead: ["warning lint.shadowed p/2: TCP 22, p/1 Allow"],
    },
    { name: "none are configured", resources: [HOST, NO_FAILSAFES, inOrder(deny(tcpTo(22)))], dead: [] },
    {
      name: "of one network only",
      resources: [
        HOST,
        felix({ failsafeInboundHostPorts: [{ protocol: "TCP", port: 22, net: "10.0.0.0/8" }] }),
        inOrder(deny(tcpTo(22))),
      ],
      version: "v3.32",
      dead: [],
    },
    {
      name: "of that network",
      resources: [
        HOST,
        felix({ failsafeInboundHostPorts: [{ protocol: "TCP", port: 22, net: "10.0.0.0/8" }] }),
        inOrder(deny({ ...tcpTo(22), ...nets("10.1.0.0/16") })),
      ],
      version: "v3.32",
      dead: ["warning lint.failsafe p/1: TCP 22"],
    },
    {
      name: "on one node and not on the other",
      resources: [
        HOST,
        hep("i", { node: "n2" }),
        felix({ failsafeInboundHostPorts: [] }, "node.n2"),
        inOrder(deny(tcpTo(22))),
      ],
      dead: [],
    },
    { name: "not those of a workload", resources: [POD, inOrder(deny(tcpTo(22)))], dead: [] },
    {
      name: "pre-DNAT",
      resources: [HOST, gnp("p", { ...preDnat, ingress: [deny(tcpTo(22))] })],
      dead: ["warning lint.failsafe p/1: TCP 22"],
    },
    {
      name: "untracked, replies of failsafe connections also",
      resources: [HOST, gnp("p", { ...untracked, ingress: [deny(tcpFrom(2379))] })],
      dead: ["warning lint.failsafe p/1: TCP 2379"],
    },
    { name: "not so for normal policy", resources: [HOST, inOrder(deny(tcpFrom(2379)))], dead: [] },
  ],
  "rules that match nothing": [
    {
      name: "nets within notNets",
      resources: [HOST, inOrder(allow({ source: { nets: ["10.1.0.0/16"], notNets: ["10.0.0.0/8"] } }))],
      dead: ["warning lint.matches-nothing p/1:"],
    },
    {
      name: "nets of two IP versions",
      resources: [HOST, inOrder(allow({ source: { nets: ["10.1.0.0/16"] }, destination: { nets: ["fd00::/8"] } }))],
      dead: ["warning lint.matches-nothing p/1:"],
    },
    {
      name: "ports within notPorts",
      resources: [HOST, inOrder(allow({ protocol: "TCP", destination: { ports: [80], notPorts: ["1:100"] } }))],
      dead: ["warning lint.matches-nothing p/1:"],
    },
    {
      name: "a selector outside the nets",
      resources: [
        HOST,
        netset("s", ["10.1.0.0/16"], { role: "x" }),
        inOrder(allow({ source: { selector: "role == 'x'", nets: ["172.16.0.0/12"] } })),
      ],
      dead: ["warning lint.matches-nothing p/1:"],
    },
    {
      name: "ICMP over IPv6",
      resources: [HOST, inOrder(allow({ ipVersion: 6, protocol: "ICMP" }))],
      dead: ["warning lint.matches-nothing p/1:"],
    },
    {
      name: "a selector that names nothing has a finding of its own",
      resources: [HOST, inOrder(allow({ source: { selector: "role == 'x'" } }))],
      dead: [],
    },
    {
      name: "nothing is taken by it",
      resources: [
        HOST,
        inOrder(allow({ source: { nets: ["10.1.0.0/16"], notNets: ["10.0.0.0/8"] } }), deny(nets("10.1.0.0/16"))),
      ],
      dead: ["warning lint.matches-nothing p/1:"],
    },
  ],
});
