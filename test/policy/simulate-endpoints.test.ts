import { describe } from "vitest";
import { BOTH, OPEN, W1 } from "./cast.ts";
import { deny, felix, gnp, hep, IN_TO_PROCESS, IN_TO_WORKLOAD, OUT_OF_WORKLOAD, THROUGH, tcpTo } from "./support.ts";
import { verdictTests } from "./verdict-cases.ts";

describe("which host endpoint governs", () => {
  const otherFacts = { ...IN_TO_PROCESS, from: { interface: "eth1" } };
  verdictTests([
    ["none", [], IN_TO_PROCESS, "allow/allow", "no-host-endpoint"],
    ["by name", [hep("a")], IN_TO_PROCESS, "deny", '"name":"a"'],
    ["by address", [hep("a", { interfaceName: "", expectedIPs: ["10.0.0.1"] })], IN_TO_PROCESS, "deny", '"name":"a"'],
    [
      "by an IPv6 address, IPv4 too",
      [hep("a", { interfaceName: "", expectedIPs: ["fd00:10::1"] })],
      IN_TO_PROCESS,
      "deny",
      "a",
    ],
    [
      "a name wins over its expectedIPs",
      [hep("a", { expectedIPs: ["172.16.0.1"] })],
      otherFacts,
      "allow/allow",
      "no-host",
    ],
    [
      "the first by name, however it matches",
      [hep("b"), hep("a", { interfaceName: "", expectedIPs: ["10.0.0.1"] })],
      IN_TO_PROCESS,
      "deny",
      '"name":"a"',
    ],
    ["of another node: none", [hep("a", { node: "node2" })], IN_TO_PROCESS, "allow/allow", "no-host-endpoint"],
    [
      "one that names a workload interface does nothing",
      [hep("a", { interfaceName: "caliw1" }), W1, OPEN],
      IN_TO_WORKLOAD,
      "allow/allow",
      "open",
    ],
  ]);
});

describe("a * host endpoint", () => {
  const star = hep("star", { interfaceName: "*" });
  const prednat = gnp("pre", { preDNAT: true, applyOnForward: true, ingress: [deny(tcpTo(80))] });
  const aof = gnp("aof", { selector: "host-endpoint == 'star'", applyOnForward: true, types: BOTH });
  describe("v3.7", () =>
    verdictTests([
      ["has no default deny", [star], IN_TO_PROCESS, "allow/allow", "no-host-endpoint"],
      ["its pre-DNAT policies apply", [star, prednat], IN_TO_PROCESS, "deny", "pre"],
      ["on workload interfaces too", [star, prednat, W1, OPEN], OUT_OF_WORKLOAD, "deny", "pre"],
      [
        "and beside an own one without such policies",
        [star, hep("a"), gnp("pre", { ...prednat.spec, selector: "host-endpoint == 'star'" })],
        IN_TO_PROCESS,
        "deny",
        "pre",
      ],
      ["an applyOnForward policy does nothing", [star, aof], THROUGH, "allow/allow", "forwarded"],
    ]));
  describe("v3.32", () =>
    verdictTests(
      [
        ["denies local traffic by default", [star], IN_TO_PROCESS, "deny", "no-policy-no-profile"],
        ["lets failsafe ports in", [star], { ...IN_TO_PROCESS, dstPort: 22 }, "allow/allow", "failsafe"],
        ["an applyOnForward policy applies", [star, aof], THROUGH, "deny", "no-rule-matched"],
        ["on workload interfaces too", [star, aof, W1, OPEN], OUT_OF_WORKLOAD, "deny", "no-rule-matched"],
        [
          "an own one shields",
          [star, hep("a"), hep("b", { interfaceName: "eth1" }), aof],
          THROUGH,
          "allow/allow",
          "no-forward-policy",
        ],
        [
          "does not police traffic from a workload to the host",
          [star, W1, OPEN, felix({ defaultEndpointToHostAction: "Accept" })],
          { ...OUT_OF_WORKLOAD, to: { process: true }, dstIP: "10.0.0.1" },
          "allow/allow",
          "open",
        ],
      ],
      "v3.32",
    ));
});
