import { expect, test } from "vitest";
import { repairsText } from "../../../src/cli/scenario/repair/repair-text.ts";
import type { Flow } from "../../../src/model/flow.ts";
import { NEWEST_CALICO } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import type { Verdict } from "../../../src/policy/outcome.ts";
import { world } from "../../../src/policy/world/world.ts";
import { PLAIN } from "../../../src/report/style.ts";
import { PASS } from "../../policy/cast.ts";
import {
  allow,
  deny,
  felix,
  gnp,
  hep,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  netset,
  OUT_OF_PROCESS,
  profile,
  THROUGH,
  tcpTo,
  wep,
} from "../../policy/support.ts";
import { repairsOf } from "./repair-setting.ts";

const WEB = (spec: Record<string, unknown>) => gnp("web", { selector: "has(host-endpoint)", ...spec });
const REPLIES = gnp("replies", { selector: "all()", types: ["Egress"], egress: [allow()] });

/** What stands in the way, the resources, the flow, the wanted verdict, and texts that some repair must have. */
test.each<[string, readonly Resource[], Flow, Verdict, readonly string[]]>([
  [
    "a port that a rule does not list",
    [hep("h"), WEB({ ingress: [allow(tcpTo(443))] })],
    IN_TO_PROCESS,
    "allow",
    ["policy web, ingress rule 1: add 80 to the destination ports"],
  ],
  [
    "a source outside the nets",
    [hep("h"), WEB({ ingress: [allow({ source: { nets: ["172.16.0.0/12"] } })] })],
    IN_TO_PROCESS,
    "allow",
    ["policy web, ingress rule 1: add 10.0.0.2/32 to the source nets"],
  ],
  [
    "a port and a source: two edits of one rule",
    [
      hep("h"),
      WEB({ ingress: [allow({ ...tcpTo(443), source: { nets: ["172.16.0.0/12"] } })], order: 1 }),
      gnp("no", { selector: "all()", order: 0, ingress: [PASS] }),
    ],
    IN_TO_PROCESS,
    "allow",
    [],
  ],
  [
    "an earlier deny",
    [hep("h"), gnp("no", { selector: "all()", order: 1, ingress: [deny()] }), WEB({ order: 2, ingress: [allow()] })],
    IN_TO_PROCESS,
    "allow",
    [
      "policy web: set its order to 0, before no",
      "policy no: delete it",
      "policy no, ingress rule 1: make it Allow instead of Deny",
      "policy no, ingress rule 1: remove it",
      "policy no: add an ingress rule before rule 1: Allow TCP from 10.0.0.2/32 to 10.0.0.1/32 port 80",
    ],
  ],
  [
    "an earlier deny in the same policy",
    [hep("h"), WEB({ ingress: [deny(tcpTo(80)), allow(tcpTo("1:100"))] })],
    IN_TO_PROCESS,
    "allow",
    ["policy web, ingress rule 2: put it before rule 1", "policy web, ingress rule 1: remove it"],
  ],
  [
    "the first host endpoint, without a policy",
    [
      hep("h", {}, { role: "db" }),
      gnp("ssh", { selector: "role == 'web'", ingress: [allow()] }),
      profile("open", { ingress: [allow()] }),
    ],
    IN_TO_PROCESS,
    "allow",
    [
      "host endpoint h: set label role=web",
      "host endpoint h: add profile open",
      "FelixConfiguration default: add failsafe port TCP 80 (failsafeInboundHostPorts)",
      "new policy allow-tcp-80 for endpoints with role == 'db', ingress rule 1: Allow this packet",
    ],
  ],
  [
    "a profile that does not exist",
    [hep("h", { profiles: ["gone", "open"] }), profile("open", { ingress: [allow()] })],
    IN_TO_PROCESS,
    "allow",
    ["host endpoint h: take profile gone away, which does not exist"],
  ],
  [
    "forwarded traffic that no applyOnForward policy denies",
    [hep("h"), WEB({ ingress: [deny()] })],
    THROUGH,
    "deny",
    ["policy web: set applyOnForward to true"],
  ],
  [
    "a failsafe port",
    [hep("h"), WEB({ ingress: [deny()] }), felix({ failsafeInboundHostPorts: [{ protocol: "TCP", port: 80 }] })],
    IN_TO_PROCESS,
    "deny",
    ["FelixConfiguration default: remove failsafe port TCP 80 (failsafeInboundHostPorts)"],
  ],
  [
    "an address that a network set is without",
    [
      hep("h"),
      netset("admins", ["172.16.0.0/12"], { role: "admin" }),
      WEB({ ingress: [allow({ source: { selector: "role == 'admin'" } })] }),
    ],
    IN_TO_PROCESS,
    "allow",
    ["GlobalNetworkSet admins: add 10.0.0.2/32"],
  ],
  [
    "an address that a network set has",
    [
      hep("h"),
      netset("bad", ["10.0.0.2/32", "10.0.0.3/32"], { role: "bad" }),
      WEB({ ingress: [deny({ source: { selector: "role == 'bad'" } }), allow()] }),
    ],
    IN_TO_PROCESS,
    "allow",
    ["GlobalNetworkSet bad: take 10.0.0.2/32 out"],
  ],
  [
    "an untracked policy without the other direction",
    [hep("h"), WEB({ doNotTrack: true, applyOnForward: true, types: ["Ingress"], ingress: [allow()] }), REPLIES],
    IN_TO_PROCESS,
    "allow",
    ["policy web: set doNotTrack to false"],
  ],
  [
    "an allowing rule that lists the port",
    [hep("h"), WEB({ ingress: [allow(tcpTo(80, 443))] }), REPLIES],
    IN_TO_PROCESS,
    "deny",
    [
      "policy web, ingress rule 1: take 80 out of the destination ports",
      "policy web, ingress rule 1: remove it",
      "host endpoint h: remove label host-endpoint",
    ],
  ],
  [
    "a local process",
    [hep("h"), gnp("out", { selector: "all()", egress: [allow(tcpTo(443))] })],
    OUT_OF_PROCESS,
    "allow",
    ["policy out, egress rule 1: add 80 to the destination ports"],
  ],
  [
    "a workload",
    [wep("w1", "192.168.1.10/32"), gnp("w", { selector: "app == 'w1'", ingress: [allow(tcpTo(443))] })],
    IN_TO_WORKLOAD,
    "allow",
    ["policy w, ingress rule 1: add 80 to the destination ports"],
  ],
])("%s", (_, resources, flow, wanted, texts) => {
  const { met, repairs } = repairsOf({ resources, flow, wanted });
  expect(met).toBe(false);
  expect(repairs.length).toBeGreaterThan(0);
  expect(repairs.map(({ text }) => text)).toEqual(expect.arrayContaining([...texts]));
});

test("both interfaces of a forwarded packet: an edit for each", () => {
  const fwd = (name: string, selector: string, direction: "ingress" | "egress") =>
    gnp(name, {
      selector,
      applyOnForward: true,
      types: [direction === "ingress" ? "Ingress" : "Egress"],
      [direction]: [allow(tcpTo(443))],
    });
  const resources = [
    hep("a"),
    hep("b", { interfaceName: "eth1" }),
    fwd("in", "host-endpoint == 'a'", "ingress"),
    fwd("out", "host-endpoint == 'b'", "egress"),
  ];
  const [first] = repairsOf({ resources, flow: THROUGH, wanted: "allow" }).repairs;
  expect(first?.text).toBe(
    "policy in, ingress rule 1: add 80 to the destination ports; policy out, egress rule 1: add 80 to the destination ports",
  );
});

test("what is as wanted needs no repair, and what no resource decides has none", () => {
  expect(repairsOf({ resources: [], flow: IN_TO_PROCESS, wanted: "allow" })).toMatchObject({ met: true, repairs: [] });
  expect(repairsOf({ resources: [], flow: IN_TO_PROCESS, wanted: "deny" })).toMatchObject({ met: false, repairs: [] });
});

const SHOWN = {
  style: PLAIN,
  world: world([], { calico: NEWEST_CALICO }).world,
  isEvaluated: true,
};

test("of a list with very many rules only some edits are tried, of every kind, which is said", () => {
  const rules = (count: number) => [
    ...Array.from({ length: count }, (_, i) => allow(tcpTo(20_000 + i))),
    deny(tcpTo(80)),
    ...Array.from({ length: count }, (_, i) => allow(tcpTo(30_000 + i))),
  ];
  const setting = (count: number) =>
    ({ resources: [hep("h"), WEB({ ingress: rules(count) })], flow: IN_TO_PROCESS, wanted: "allow" }) as const;
  const [small, large] = [40, 1000].map((count) => repairsOf(setting(count)));
  const kinds = (of: typeof small) => [...new Set(of?.repairs.flatMap((one) => one.kinds))].sort();
  expect(small).toMatchObject({ met: false, isCut: false });
  expect(large).toMatchObject({ met: false, isCut: true });
  expect(kinds(large)).toEqual(kinds(small));
  expect(large?.tried).toBeLessThan(small?.tried ?? 0);
  expect(repairsText({ met: false, isCut: true, repairs: [] }, "allow", SHOWN)).toContain("not all edits were tried");
  expect(repairsText({ met: false, isCut: false, repairs: [] }, "allow", SHOWN)).not.toContain("not all");
});
