import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { V1_KINDS } from "../../../../src/manifest/v1/kinds.ts";
import { runCli, session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

import { convert, converted, hep, v1 } from "./v1-manifests.ts";

describe("the converted resource", () => {
  test.each<[string, string, unknown]>([
    [
      "a host endpoint's node moves into its name and spec",
      hep({ labels: { "calico/k8s_ns": "x", a: "b" } }, { interfaceName: "eth0", profiles: ["k8s_ns.x", "P_1"] }),
      {
        kind: "HostEndpoint",
        metadata: { name: "n1.eth0", labels: { a: "b", "projectcalico.org/namespace": "x" } },
        spec: { node: "n1", interfaceName: "eth0", profiles: ["kns.x", "p-1"] },
      },
    ],
    [
      "ports of endpoints spell their protocol as v3 does",
      hep({}, { expectedIPs: ["10.0.0.1"], ports: [{ name: "http", protocol: "tcp", port: 80 }] }),
      {
        kind: "HostEndpoint",
        metadata: { name: "n1.eth0" },
        spec: { node: "n1", expectedIPs: ["10.0.0.1"], ports: [{ name: "http", protocol: "TCP", port: 80 }] },
      },
    ],
    [
      "a pod's namespace",
      v1(
        "workloadEndpoint",
        { name: "eth0", workload: "shop.web-1.x", orchestrator: "k8s", node: "N1", activeInstanceID: "abc" },
        { ipNetworks: ["10.0.0.5/32"], interfaceName: "cali1" },
      ),
      {
        kind: "WorkloadEndpoint",
        metadata: { name: "n1-k8s-web--1.x-eth0", namespace: "shop" },
        spec: {
          orchestrator: "k8s",
          node: "n1",
          containerID: "abc",
          pod: "web-1.x",
          endpoint: "eth0",
          ipNetworks: ["10.0.0.5/32"],
          interfaceName: "cali1",
        },
      },
    ],
    [
      "a workload that is not a pod",
      v1(
        "workloadEndpoint",
        { name: "ep", workload: "vm.1", orchestrator: "openstack", node: "n1" },
        { interfaceName: "tap1" },
      ),
      {
        kind: "WorkloadEndpoint",
        metadata: { name: "n1-openstack-vm.1-ep" },
        spec: { orchestrator: "openstack", workload: "vm.1", node: "n1", endpoint: "ep", interfaceName: "tap1" },
      },
    ],
    [
      "a profile's tags and labels",
      v1(
        "profile",
        { name: "k8s_ns.x", tags: ["web", "db"], labels: { team: "a", "k8s_ns/label/tier": "front" } },
        { egress: [{ action: "pass" }] },
      ),
      {
        kind: "Profile",
        metadata: { name: "kns.x" },
        spec: {
          egress: [{ action: "Pass", source: {}, destination: {} }],
          labelsToApply: { db: "", "pcns.tier": "front", team: "a", web: "" },
        },
      },
    ],
    [
      "a tag with the name of a label",
      v1("profile", { name: "p", tags: ["team"], labels: { team: "a" } }),
      { kind: "Profile", metadata: { name: "p" }, spec: { labelsToApply: { team: "a" } } },
    ],
    [
      "a pool that wraps between networks",
      v1("ipPool", { cidr: "10.0.0.0/16" }, { ipip: { enabled: true, mode: "cross-subnet" }, "nat-outgoing": true }),
      {
        kind: "IPPool",
        metadata: { name: "10-0-0-0-16" },
        spec: { cidr: "10.0.0.0/16", ipipMode: "CrossSubnet", natOutgoing: true },
      },
    ],
    [
      "a pool that always wraps",
      v1("ipPool", { cidr: "10.0.0.0/16" }, { ipip: { enabled: true }, disabled: true }),
      {
        kind: "IPPool",
        metadata: { name: "10-0-0-0-16" },
        spec: { cidr: "10.0.0.0/16", ipipMode: "Always", disabled: true },
      },
    ],
    [
      "a pool whose mode does not count",
      v1("ipPool", { cidr: "fd00::/64" }, { ipip: { enabled: false, mode: "always" } }),
      {
        kind: "IPPool",
        metadata: { name: "fd00-0000-0000-0000-0000-0000-0000-0000-64" },
        spec: { cidr: "fd00::/64", ipipMode: "Never" },
      },
    ],
    [
      "a node's peer, as documented for v3.5",
      v1("bgpPeer", { scope: "node", node: "Node1", peerIP: "aa:bb::ff" }, { asNumber: 64514 }),
      {
        kind: "BGPPeer",
        metadata: { name: "node1.00aa-00bb-0000-0000-0000-0000-0000-00ff" },
        spec: { node: "node1", peerIP: "aa:bb::ff", asNumber: 64514 },
      },
    ],
    [
      "a global peer",
      v1("bgpPeer", { scope: "global", peerIP: "5.5.5.5" }, { asNumber: "1.10" }),
      { kind: "BGPPeer", metadata: { name: "global.5-5-5-5" }, spec: { peerIP: "5.5.5.5", asNumber: 65546 } },
    ],
    [
      "a node",
      v1(
        "node",
        { name: "N1" },
        { bgp: { ipv4Address: "10.0.0.1/24" }, orchRefs: [{ nodeName: "n", orchestrator: "k8s" }] },
      ),
      {
        kind: "Node",
        metadata: { name: "n1" },
        spec: { bgp: { ipv4Address: "10.0.0.1/24" }, orchRefs: [{ nodeName: "n", orchestrator: "k8s" }] },
      },
    ],
  ])("%s", async (_, text, expected) => {
    expect(await converted(text)).toEqual(expected);
  });

  test("every kind of the early API has a case above or in the recordings", () => {
    expect([...V1_KINDS].sort()).toEqual([
      "bgpPeer",
      "hostEndpoint",
      "ipPool",
      "node",
      "policy",
      "profile",
      "workloadEndpoint",
    ]);
  });
});

test("--ignore-validation turns refusals of today's rules into warnings, but not those of invalid v1 manifests", async () => {
  const wrong = v1("policy", { name: "p" }, { ingress: [{ action: "allow", source: { net: "10.0.0.1/8" } }] });
  const ran = await convert(wrong, "--ignore-validation");
  expect(ran.code).toBe(0);
  expect(ran.stderr).toContain("warning: `10.0.0.1/8` has bits set outside its prefix [net.masked]");
  expect(JSON.parse(ran.stdout).spec.ingress[0].source).toEqual({ nets: ["10.0.0.1/8"] });
  expect(await convert(v1("policy", { name: "p" }, { order: "x" }), "--ignore-validation")).toMatchObject({
    code: 1,
    stdout: "",
  });
});

test("manifests of today come out as they are, beside converted ones, as one list or one resource", async () => {
  const np = { apiVersion: "projectcalico.org/v3", kind: "NetworkPolicy", metadata: { name: "a" }, spec: { order: 1 } };
  const both = `${JSON.stringify(np)}\n---\n- ${v1("node", { name: "n" }, {})}\n`;
  const ran = await convert(both);
  expect(JSON.parse(ran.stdout)).toEqual([
    { ...np, metadata: { name: "a", creationTimestamp: null } },
    { kind: "Node", apiVersion: "projectcalico.org/v3", metadata: { name: "n", creationTimestamp: null }, spec: {} },
  ]);
  const yaml = await runCli(["convert", "-f", "-"], { stdin: JSON.stringify(np) });
  expect(parseAllDocuments(yaml.stdout)[0]?.toJS()).toMatchObject(np);
});

test("what convert prints, apply takes", async () => {
  const folder = tmpFolder({
    "old/a.yaml": `${hep({ labels: { role: "web" } }, { interfaceName: "eth0" })}\n---\n${v1("policy", { name: "p" }, { ingress: [{ action: "allow", source: { tag: "web" } }] })}\n`,
    "old/b/c.json": v1("profile", { name: "p1", tags: ["web"] }),
  });
  const run = session(folder);
  const ran = await run(`convert -R -f ${folder}/old`);
  expect(await run("apply -f -", ran.stdout)).toMatchObject({
    code: 0,
    stdout: "Successfully applied 3 resource(s)\n",
  });
  expect((await run("get profile p1 -o yaml")).stdout).toContain('    web: ""\n');
});

test("apply says that a manifest is of the early API, and what makes one of today", async () => {
  const ran = await session(tmpFolder())("apply -f -", hep({}, {}));
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toContain("<stdin>:1:15: error: apiVersion `v1` is the early Calico API [api-version.unknown]");
  expect(ran.stderr).toContain("`calicoctl convert -f FILE`");
});

test.each([
  ["convert", "no file given"],
  ["convert -f x -o ps", "unknown output `ps`"],
  ["convert -f x -n ns", "-n"],
])("`%s` is wrong usage", async (line, message) => {
  const ran = await runCli(line.split(" "));
  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toContain(message);
});

/** Text that is not an early manifest, or a hostile one: an answer, never an exception, a stack or a terminal escape. */
test.each([
  ["a list where a map belongs", v1("policy", [], [])],
  ["a number as metadata", '{"apiVersion":"v1","kind":"node","metadata":1}'],
  ["prototype names", '{"apiVersion":"v1","kind":"constructor","metadata":{"name":"x"}}'],
  [
    "prototype fields",
    '{"apiVersion":"v1","kind":"profile","metadata":{"name":"x","labels":{"__proto__":"y","constructor":"z"}}}',
  ],
  [
    "nulls",
    '{"apiVersion":"v1","kind":"policy","metadata":{"name":"x"},"spec":{"ingress":[null,{"action":"allow","source":null}]}}',
  ],
  ["escapes", v1("policy", { name: "\u001b[31mx" })],
  ["a name without letters", v1("policy", { name: "___" })],
  ["a long name", v1("policy", { name: "a".repeat(100_000) })],
  ["many dashes", v1("policy", { name: `${"-".repeat(200_000)}a` })],
  ["many quotes", v1("policy", { name: "p" }, { selector: "'".repeat(100_001) })],
])("%s", async (_, text) => {
  const ran = await convert(text);
  expect(ran.stderr).not.toMatch(/internal error|^ {4}at /m);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
  expect(ran.stdout + ran.stderr).not.toMatch(/\u001b/);
  if (ran.code !== 0) expect(ran.stdout).toBe("");
});
