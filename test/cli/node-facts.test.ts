import { describe, expect, test } from "vitest";
import { type Facts, factsOf, merged, namedFacts, readGivenFacts } from "../../src/cli/node-facts.ts";
import type { Route } from "../../src/model/flow.ts";
import { session, testIo } from "../support/cli.ts";
import { tmpFolder } from "../support/tmp.ts";

const address = (ifname: string, ...ips: string[]) => ({ ifname, addr_info: ips.map((local) => ({ local })) });
const ADDR = JSON.stringify([address("lo", "127.0.0.1"), address("eth0", "10.0.0.1"), address("eth1", "172.16.0.1")]);
const ADDR6 = JSON.stringify([address("eth0", "fd00::1")]);
const ROUTE = JSON.stringify([
  { dst: "default", gateway: "172.16.0.254", dev: "eth1" },
  { dst: "10.0.0.0/8", dev: "eth0" },
]);
const NAT = [
  "*nat",
  ":PREROUTING ACCEPT [0:0]",
  "-A PREROUTING -d 10.0.0.1/32 -p tcp -m tcp --dport 31852 -j DNAT --to-destination 192.168.1.10:8080",
  "COMMIT",
  "",
].join("\n");
const FILES = { "n1/addr.json": ADDR, "n1/addr6.json": ADDR6, "n1/ip-route.json": ROUTE, "n1/iptables-save": NAT };
const INTERFACES = { lo: ["127.0.0.1"], eth0: ["10.0.0.1", "fd00::1"], eth1: ["172.16.0.1"] };

/** What the options give, `@` being a folder of files; or what is printed where they cannot be used. */
function check(options: Readonly<Record<string, readonly string[]>>, files: Readonly<Record<string, string>> = FILES) {
  const folder = tmpFolder(files);
  const { io, written } = testIo({ stdin: ADDR });
  const at = Object.entries(options).map(([key, list]) => [key, list.map((text) => text.replaceAll("@", folder))]);
  const given = readGivenFacts(Object.fromEntries(at), io);
  const shown = (facts: Facts) =>
    `${Object.keys(facts.interfaces ?? {}).join()} ${facts.dnat?.length ?? 0} ${facts.routes?.length ?? 0}`;
  return {
    given,
    printed: written.stderr.replaceAll(folder, "@"),
    said: given && [shown(given.unnamed), ...namedFacts(given).map((facts) => `${facts.node}: ${shown(facts)}`)],
  };
}

describe("files, as interfaces and the number of DNATs and routes", () => {
  test.each([
    ["nothing", {}, [" 0 0"]],
    ["a folder", { facts: ["@/n1"] }, ["lo,eth0,eth1 1 2"]],
    ["a folder of a node", { facts: ["n1=@/n1"] }, [" 0 0", "n1: lo,eth0,eth1 1 2"]],
    ["a folder of folders", { facts: ["@"] }, [" 0 0", "n1: lo,eth0,eth1 1 2"]],
    ["a file whose name says what it is", { facts: ["@/n1/ip-route.json"] }, [" 0 2"]],
    ["files", { addresses: ["@/n1/addr.json"], nat: ["n2=@/n1/iptables-save"] }, ["lo,eth0,eth1 0 0", "n2:  1 0"]],
    ["standard input", { addresses: ["-"] }, ["lo,eth0,eth1 0 0"]],
  ] as const)("%s", (_, options, said) => expect(check(options)).toMatchObject({ said, printed: "" }));

  test("both families of an interface's addresses", () => {
    expect(check({ facts: ["@/n1"] }).given?.unnamed.interfaces).toEqual(INTERFACES);
  });

  test.each([
    [{ facts: ["@/none"] }, {}, "error: it cannot be told what `@/none` is"],
    [{ facts: ["@"] }, { "x.txt": "" }, "error: folder `@` holds no facts of a node [facts.folder]"],
    [{ facts: ["@"] }, { ".addr.json": ADDR, "addr.json~": ADDR }, "holds no facts of a node"],
    [{ routes: ["@/none"] }, {}, "cannot read `@/none`: no such file or directory"],
    [{ addresses: ["@/a"] }, { a: "1: lo: <LOOPBACK>" }, "@/a:1:1: error: not JSON"],
    [{ routes: ["@/r"] }, { r: ADDR.slice(9) }, "[facts.json]"],
  ] as const)("%j cannot be used", (options, files, message) => {
    const { given, printed } = check(options, files);
    expect(given).toBeUndefined();
    expect(printed).toContain(message);
  });

  test("an odd file is told, and used", () => {
    const { given, printed } = check({ nat: ["@/n"] }, { n: NAT.replace("--dport", "--sport") });
    expect(printed).toContain("warning");
    expect(given).toBeDefined();
  });
});

describe("who has the last word", () => {
  const route = (dst: string, name: string): Route => ({ dst, interfaces: [name] });
  const dnat = (toIP: string) => ({ protocol: "TCP", dst: "10.0.0.1", toIP });
  test.each<[string, Facts, Facts, Facts]>([
    ["nothing", {}, {}, {}],
    ["one of them", { dnat: [] }, { routes: [] }, { dnat: [], routes: [] }],
    [
      "an interface",
      { interfaces: { eth0: ["10.0.0.1"] } },
      { interfaces: { eth0: ["10.0.0.9"], eth1: [] } },
      { interfaces: { eth0: ["10.0.0.1"], eth1: [] } },
    ],
    ["DNATs", { dnat: [dnat("1.1.1.1")] }, { dnat: [dnat("2.2.2.2")] }, { dnat: [dnat("1.1.1.1"), dnat("2.2.2.2")] }],
    [
      "routes",
      { routes: [route("0.0.0.0/0", "eth0")] },
      { routes: [route("0.0.0.0/0", "eth1"), route("10.0.0.0/8", "eth1")] },
      { routes: [route("0.0.0.0/0", "eth0"), route("10.0.0.0/8", "eth1")] },
    ],
  ])("%s", (_, first, second, expected) => expect(merged(first, second)).toEqual(expected));

  test("what was said, then what was saved under the node's name, then what under none", () => {
    const of = (ip: string): Facts => ({ interfaces: { eth0: [ip] } });
    const given = { unnamed: of("10.0.0.3"), byNode: new Map([["n1", of("10.0.0.2")]]) };
    expect(factsOf(given, "n1", of("10.0.0.1"))).toEqual({ node: "n1", ...of("10.0.0.1") });
    expect(factsOf(given, "n1")).toEqual({ node: "n1", ...of("10.0.0.2") });
    expect(factsOf(given, "n2")).toEqual({ node: "n2", ...of("10.0.0.3") });
  });
});

describe("simulate with saved facts", () => {
  const HEP = (name: string, spec: string) =>
    `- {apiVersion: projectcalico.org/v3, kind: HostEndpoint, metadata: {name: ${name}}, spec: {node: n1, ${spec}}}\n`;
  const HEPS = HEP("a", "interfaceName: eth0") + HEP("b", "expectedIPs: [172.16.0.1]");
  const FLOW = "protocol: TCP, srcIP: 10.9.9.9, srcPort: 1, dstPort: 31852";
  const FILE = (more: string) => `${more}\nflows: [{from: {interface: eth0}, ${FLOW}, dstIP: 10.0.0.1}]\n`;

  test.each([
    [
      "the way in is the route back",
      "--facts @/n1 tcp 198.51.100.7 172.16.0.1:80",
      "in through n1/eth1 (host endpoint b)",
    ],
    ["of the node of that name", "--facts @ tcp 10.9.9.9 172.16.0.1:80", "in through n1/eth0 (host endpoint a)"],
    [
      "a DNAT, and the route after it",
      "--facts @/n1 tcp 10.9.9.9 10.0.0.1:31852",
      "10.0.0.1:31852 becomes 192.168.1.10:8080",
    ],
    ["and on", "--facts @/n1 tcp 10.9.9.9 10.0.0.1:31852", "out through n1/eth1 (host endpoint b)"],
    [
      "what is said first",
      "--facts @/n1 --dnat tcp:10.0.0.1:31852=10.7.7.7:1 tcp 10.9.9.9 10.0.0.1:31852",
      "becomes 10.7.7.7:1",
    ],
    ["a flow file", "--facts n1=@/n1 --node n1 --flows @/flows.yaml", "becomes 192.168.1.10:8080"],
    ["which says more", "--facts n1=@/n1 --node n1 --flows @/dnat.yaml", "becomes 10.6.6.6:31852"],
    ["routes of a flow file", "--facts @/n1 --node n1 --flows @/routes.yaml", "out through n1/eth7"],
  ])("%s", async (_, line, part) => {
    const folder = tmpFolder({
      ...FILES,
      "heps.yaml": HEPS,
      "flows.yaml": FILE(""),
      "dnat.yaml": FILE(
        "dnat: [{protocol: TCP, dst: LOCAL, port: 31000, portTo: 32000, interface: eth+, toIP: 10.6.6.6}]",
      ),
      "routes.yaml": FILE("routes: [{dst: 192.168.0.0/16, interfaces: [eth7]}]"),
    });
    const ran = await session(folder)(`simulate --offline -f @/heps.yaml ${line}`.replaceAll("@", folder));
    expect(ran.stdout + ran.stderr).toContain(part);
    expect(ran.code).toBe(0);
  });
});
