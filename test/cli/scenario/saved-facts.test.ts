import { describe, expect, test } from "vitest";
import { type FactsOptions, readSavedFacts } from "../../../src/cli/scenario/saved-facts.ts";
import type { Route } from "../../../src/model/flow.ts";
import { renderDiagnostic } from "../../../src/report/findings/diagnostic-text.ts";
import {
  type Facts,
  factsOfNode,
  mergedFacts,
  NO_FACTS,
  namedFacts,
  unusedFacts,
} from "../../../src/scenario/node-facts.ts";
import { session, testIo } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

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

/** The facts that the options name, `@` being a folder of files, and the findings as people see them. */
function check(options: Partial<FactsOptions>, files: Readonly<Record<string, string>> = FILES) {
  const folder = tmpFolder(files);
  const { io } = testIo({ stdin: ADDR });
  const at = (key: keyof FactsOptions) => (options[key] ?? []).map((text) => text.replaceAll("@", folder));
  const named = { facts: at("facts"), addresses: at("addresses"), routes: at("routes"), nat: at("nat") };
  const { saved, diagnostics } = readSavedFacts(named, io);
  const shown = (facts: Facts) =>
    `${Object.keys(facts.interfaces ?? {}).join()} ${facts.dnat?.length ?? 0} ${facts.routes?.length ?? 0}`;
  return {
    saved,
    findings: diagnostics
      .map((one) => renderDiagnostic(one))
      .join("\n")
      .replaceAll(folder, "@"),
    counts: saved && [shown(saved.unnamed), ...namedFacts(saved).map((facts) => `${facts.node}: ${shown(facts)}`)],
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
  ] as const)("%s", (_, options, counts) => expect(check(options)).toMatchObject({ counts, findings: "" }));

  test("both families of an interface's addresses", () => {
    expect(check({ facts: ["@/n1"] }).saved?.unnamed.interfaces).toEqual(INTERFACES);
  });

  test.each([
    [{ facts: ["@/none"] }, {}, "error: cannot read `@/none`: no such file or directory [facts.folder]"],
    [{ facts: ["@/x.txt"] }, { "x.txt": "" }, "error: the name of `@/x.txt` does not say what it holds"],
    [{ facts: ["@"] }, { "x.txt": "" }, "error: folder `@` holds no facts of a node [facts.folder]"],
    [{ facts: ["@"] }, { ".addr.json": ADDR, "addr.json~": ADDR }, "holds no facts of a node"],
    [{ routes: ["@/none"] }, {}, "cannot read `@/none`: no such file or directory"],
    [{ addresses: ["@/a"] }, { a: "1: lo: <LOOPBACK>" }, "@/a:1:1: error: not JSON"],
    [{ routes: ["@/r"] }, { r: ADDR.slice(9) }, "[facts.json]"],
  ] as const)("%j cannot be used", (options, files, message) => {
    const { saved, findings } = check(options, files);
    expect(saved).toBeUndefined();
    expect(findings).toContain(message);
  });

  test("an unusual file is reported and used", () => {
    const { saved, findings } = check({ nat: ["@/n"] }, { n: NAT.replace("--dport", "--sport") });
    expect(findings).toContain("warning");
    expect(saved).toBeDefined();
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
  ])("%s", (_, first, second, expected) => expect(mergedFacts(first, second)).toEqual(expected));

  test("what was said, then what was saved under the node's name, then what under none", () => {
    const of = (ip: string): Facts => ({ interfaces: { eth0: [ip] } });
    const given = { ...NO_FACTS, unnamed: of("10.0.0.3"), byNode: new Map([["n1", of("10.0.0.2")]]) };
    expect(factsOfNode(given, "n1", of("10.0.0.1"))).toEqual({ node: "n1", ...of("10.0.0.1") });
    expect(factsOfNode(given, "n1")).toEqual({ node: "n1", ...of("10.0.0.2") });
    expect(factsOfNode(given, "n2")).toEqual({ node: "n2", ...of("10.0.0.3") });
  });
});

describe("facts that no packet asks for", () => {
  const facts: Facts = { interfaces: {} };
  const given = (named: readonly string[], others: readonly string[] = []) => ({
    unnamed: {},
    byNode: new Map([...named, ...others].map((node) => [node, facts])),
    named: new Set(named),
  });
  test.each([
    ["none given", given([]), ["n1"], []],
    ["of the node entered", given(["n1"]), ["n1"], []],
    ["of another", given(["n2"]), ["n1"], ["n2"]],
    ["of several", given(["n1", "n2", "n3"]), ["n1", "n1"], ["n2", "n3"]],
    ["a folder of nodes, one of which is entered", given([], ["n1", "n2", "n3"]), ["n1"], []],
    ["a folder of nodes, none of which is entered", given([], ["n2", "n3"]), ["n1"], ["n2", "n3"]],
    ["a folder of nodes, and one by its name", given(["n9"], ["n1", "n2"]), ["n1"], ["n9"]],
    ["nothing was evaluated", given(["n2"]), [], []],
  ])("%s", (_, facts, entered, unused) => {
    const warnings = unusedFacts(facts, entered);
    expect(warnings.map(({ severity, code }) => `${severity} ${code}`)).toEqual(
      unused.map(() => "warning facts.unused"),
    );
    expect(warnings.map(({ message }) => /`(.*)`/.exec(message)?.[1])).toEqual(unused);
    for (const { help } of warnings) expect(help).toBe("packets enter n1");
  });

  test("of many nodes that are entered some are named", () => {
    const many = Array.from({ length: 12 }, (_, i) => `m${i}`);
    expect(unusedFacts(given(["n2"]), many)[0]?.help).toMatch(/^packets enter m0, m1, m10, .* and others$/);
  });

  const HEP =
    "{apiVersion: projectcalico.org/v3, kind: HostEndpoint, metadata: {name: a}, spec: {node: n1, interfaceName: eth0, expectedIPs: [10.0.0.1]}}";
  const HEP2 = HEP.replace("name: a", "name: b").replace("n1", "n2").replace("10.0.0.1", "10.0.0.2");
  const FLOW =
    "{from: {interface: eth0}, to: {process: true}, protocol: 2, srcIP: 10.0.0.9, dstIP: 10.0.0.1, expect: deny}";
  const unused = "warning: the facts of node `n2` are not used: no packet enters it [facts.unused]";
  test.each([
    ["a packet", "simulate --facts n2=@/n1 --node n1 --in eth0 tcp 10.0.0.9 10.0.0.1:80 --to-process", true],
    ["of its own node", "simulate --facts n1=@/n1 --node n1 --in eth0 tcp 10.0.0.9 10.0.0.1:80", false],
    ["from end to end", "simulate --routes n2=@/n1/ip-route.json --from 10.0.0.9 --to a --in eth0 tcp 80", true],
    ["from end to end, through it", "simulate --routes n2=@/n1/ip-route.json --from b --to a --in eth0 tcp 80", false],
    ["a file of flows", "simulate --addresses n2=@/n1/addr.json --flows @/flows.yaml", true],
    ["a stream", "simulate --routes n2=@/n1/ip-route.json --node n1 --flows @/flows.csv", true],
    ["tests", "test --nat n2=@/n1/iptables-save @/flows.yaml", true],
  ])("%s", async (_, line, isTold) => {
    const folder = tmpFolder({
      ...FILES,
      "heps.yaml": `${HEP}\n---\n${HEP2}\n`,
      "flows.yaml": `node: n1\nflows: [${FLOW}]\n`,
      "flows.csv": "from,to,protocol,srcIP,dstIP\neth0,process,2,10.0.0.9,10.0.0.1\n",
    });
    const at = (text: string) => text.replaceAll("@", folder);
    const nodes = await session(folder)(at(`${line} --offline -f @/heps.yaml`));
    expect(nodes.stderr.includes(unused)).toBe(isTold);
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
