import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readNat } from "../../src/node-facts/nat.ts";
import { check, nat } from "./ask-nat.ts";

const KUBE = readFileSync(join(import.meta.dirname, "samples", "kube-proxy.txt"), "utf8");

const OUT = "198.51.100.7";

describe("kube-proxy and Calico", () => {
  const WEB = "192.168.1.10 8080 | 192.168.2.10 8080";
  check([
    ["a cluster address", KUBE, `caliw1 TCP 192.168.1.30 10.96.12.34 80`, WEB],
    ["its other ports are left alone", KUBE, `caliw1 TCP 192.168.1.30 10.96.12.34 81`, "none"],
    ["a NodePort on the node's address", KUBE, `eth0 TCP ${OUT} 10.0.0.1 31852`, WEB],
    ["a NodePort on another address of the node", KUBE, `eth0 TCP ${OUT} 172.17.0.1 31852`, WEB],
    ["a NodePort is not translated elsewhere", KUBE, `eth0 TCP ${OUT} 10.0.0.99 31852`, "none"],
    ["a NodePort of another protocol", KUBE, `eth0 UDP ${OUT} 10.0.0.1 31852`, "none"],
    ["one backend", KUBE, `caliw1 UDP 192.168.1.30 10.96.0.10 53`, "192.168.2.5 53"],
    [
      "session affinity names each backend once",
      KUBE,
      `eth0 TCP ${OUT} 10.96.55.1 70`,
      "192.168.2.7 7000 | 192.168.2.8 7000",
    ],
    ["a floating address, any protocol", KUBE, `eth0 ICMP ${OUT} 203.0.113.9`, "192.168.1.30"],
    ["a floating address keeps the port", KUBE, `eth0 TCP ${OUT} 203.0.113.9 443`, "192.168.1.30"],
    ["the filter table is not NAT", KUBE, `eth0 TCP ${OUT} 10.0.0.1 22`, "none"],
  ]);

  test("nothing is in doubt", () => expect(readNat(KUBE, "nat.txt").diagnostics).toEqual([]));

  test("each way to the service is one rule", () => {
    const web = readNat(KUBE, "nat.txt").dnat.filter(({ alternatives }) => alternatives?.[0]?.toPort === 8080);
    expect(web.map(({ dst, port }) => [dst, port])).toEqual([
      ["10.96.12.34", 80],
      ["LOCAL", 31852],
      ["LOCAL", 31852],
    ]);
  });
});

const DOCKER = nat(
  ":DOCKER - [0:0]",
  "-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER",
  "-A DOCKER -i docker0 -j RETURN",
  "-A DOCKER ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80",
  "-A DOCKER -d 10.0.0.1/32 ! -i docker0 -p udp -m udp --dport 5000:5010 -j DNAT --to-destination 172.17.0.3:5000-5010",
);

describe("Docker", () => {
  check([
    ["a published port", DOCKER, `eth0 TCP ${OUT} 10.0.0.1 8080`, "172.17.0.2 80"],
    ["not from the bridge", DOCKER, `docker0 TCP 172.17.0.9 10.0.0.1 8080`, "none"],
    ["not to another host", DOCKER, `eth0 TCP ${OUT} 10.0.0.2 8080`, "none"],
    ["a range keeps the port", DOCKER, `eth0 UDP ${OUT} 10.0.0.1 5005`, "172.17.0.3"],
    ["a range on one address of the node only", DOCKER, `eth0 UDP ${OUT} 172.17.0.1 5005`, "none"],
  ]);
});

describe("conditions", () => {
  const rule = (criteria: string, to = "10.9.9.9"): string =>
    nat(`-A PREROUTING ${criteria} -j DNAT --to-destination ${to}`);
  const TCP80 = `eth0 TCP ${OUT} 10.0.0.1 80`;
  check([
    ["none", rule(""), TCP80, "10.9.9.9"],
    ["a source", rule("-s 198.51.100.0/24"), TCP80, "10.9.9.9"],
    ["another source", rule("-s 198.51.101.0/24"), TCP80, "none"],
    ["a negated source", rule("! -s 198.51.100.0/24"), TCP80, "none"],
    ["a negated destination", rule("! -d 10.0.0.0/24"), `eth0 TCP ${OUT} 10.0.1.1 80`, "10.9.9.9"],
    ["a dotted mask", rule("-d 10.0.0.0/255.255.255.0"), TCP80, "10.9.9.9"],
    ["a dotted mask of zeros", rule("-d 0.0.0.0/0.0.0.0"), TCP80, "10.9.9.9"],
    ["a source of the node", rule("-m addrtype --src-type LOCAL"), TCP80, "none"],
    ["no address of the node", rule("-m addrtype ! --dst-type LOCAL"), TCP80, "none"],
    ["one of the node's in a network", rule("-d 10.0.0.0/8 -m addrtype --dst-type LOCAL"), TCP80, "10.9.9.9"],
    ["one of the node's, out of the network", rule("-d 10.1.0.0/16 -m addrtype --dst-type LOCAL"), TCP80, "none"],
    ["several ports", rule("-p tcp -m multiport --dports 443,70:90"), TCP80, "10.9.9.9"],
    ["several other ports", rule("-p tcp -m multiport --dports 443,81:90"), TCP80, "none"],
    ["negated ports", rule("-p tcp -m multiport ! --dports 443,80"), TCP80, "none"],
    ["an open range", rule("-p tcp -m tcp --dport 1024:65535"), TCP80, "none"],
    ["a negated protocol", rule("! -p udp"), TCP80, "10.9.9.9"],
    ["a numbered protocol", rule("-p 99"), `eth0 99 ${OUT} 10.0.0.1`, "10.9.9.9"],
    ["interfaces by prefix", rule("-i eth+"), TCP80, "10.9.9.9"],
    ["other interfaces by prefix", rule("! -i eth+"), TCP80, "none"],
    ["new connections", rule("-m conntrack --ctstate NEW,RELATED"), TCP80, "10.9.9.9"],
    ["old connections are never met", rule("-m conntrack --ctstate ESTABLISHED"), TCP80, "none"],
    ["a certain chance", rule("-m statistic --mode random --probability 1.00000000000"), TCP80, "10.9.9.9"],
    [
      "a chance",
      rule("-m statistic --mode random --probability 0.1"),
      TCP80,
      "unknown: by chance it may be left as it is (nat.txt:3)",
    ],
    ["a mark", rule("-m mark --mark 0x1"), TCP80, "unknown: it depends on `-m mark --mark 0x1` (nat.txt:3)"],
    ["a mark, other packets", rule("-d 10.0.0.9 -m mark --mark 0x1"), TCP80, "none"],
    [
      "an address set",
      rule("-m set ! --match-set X dst"),
      TCP80,
      "unknown: it depends on `-m set ! --match-set X dst` (nat.txt:3)",
    ],
  ]);
});

describe("targets", () => {
  const rule = (rest: string): string => nat(`-A PREROUTING -p tcp -m tcp --dport 80 ${rest}`);
  const TCP80 = `eth0 TCP ${OUT} 10.0.0.1 80`;
  check([
    ["an address", rule("-j DNAT --to-destination 10.9.9.9 --persistent"), TCP80, "10.9.9.9"],
    ["a range of addresses", rule("-j DNAT --to-destination 10.9.9.8-10.9.9.9:81"), TCP80, "10.9.9.8 81 | 10.9.9.9 81"],
    [
      "a port, of an unknown address",
      rule("-j DNAT --to-destination :81"),
      TCP80,
      "unknown: it changes the port only, and the address is unknown (nat.txt:3)",
    ],
    ["a port, of a known address", rule("-d 10.0.0.1/32 -j DNAT --to-destination :81"), TCP80, "10.0.0.1 81"],
    [
      "a range of ports",
      rule("-j DNAT --to-destination 10.9.9.9:90-99"),
      TCP80,
      "unknown: the kernel chooses one of the ports 90-99 (nat.txt:3)",
    ],
    ["a redirection", rule("-j REDIRECT --to-ports 8080"), TCP80, "10.0.0.1 8080"],
    [
      "a redirection of an interface without an address",
      rule("-j REDIRECT"),
      `eth9 TCP ${OUT} 10.0.0.1 80`,
      "unknown: the address of eth9 is unknown",
    ],
    [
      "an unknown one",
      rule("-j NETMAP --to 10.9.9.0/24"),
      TCP80,
      "unknown: the effect of `-j NETMAP --to 10.9.9.0/24` is unknown (nat.txt:3)",
    ],
    ["an IPv6 address", rule("-j DNAT --to-destination [fd00::9]:81"), `eth0 TCP fd00::7 fd00::1 80`, "fd00::9 81"],
    [
      "an IPv6 redirection leaves IPv4 alone",
      `# Generated by ip6tables-save v1.8.4\n${rule("-j REDIRECT")}`,
      TCP80,
      "none",
    ],
    [
      "an IPv4 target leaves IPv6 alone",
      rule("-j DNAT --to-destination 10.9.9.9"),
      `eth0 TCP fd00::7 fd00::1 80`,
      "none",
    ],
  ]);
});

describe("chains", () => {
  const to = (ip: string, criteria = ""): string => `${criteria} -j DNAT --to-destination ${ip}`;
  const two = (first: string, ...inner: readonly string[]): string =>
    nat(
      ":X - [0:0]",
      `-A PREROUTING ${first}`,
      `-A PREROUTING ${to("10.9.9.2")}`,
      ...inner.map((rule) => `-A X ${rule}`),
    );
  const TCP80 = `eth0 TCP ${OUT} 10.0.0.1 80`;
  check([
    ["the first match wins", two("-j X", to("10.9.9.1")), TCP80, "10.9.9.1"],
    ["no match goes on with the caller", two("-j X", to("10.9.9.1", "-p udp")), TCP80, "10.9.9.2"],
    ["RETURN goes on with the caller", two("-j X", "-p tcp -j RETURN", to("10.9.9.1")), TCP80, "10.9.9.2"],
    ["RETURN of others", two("-j X", "-p udp -j RETURN", to("10.9.9.1")), TCP80, "10.9.9.1"],
    ["ACCEPT ends the table", two("-j X", "-p tcp -j ACCEPT", to("10.9.9.1")), TCP80, "none"],
    ["ACCEPT of others", two("-p udp -j X", "-j ACCEPT"), TCP80, "10.9.9.2"],
    ["ACCEPT but for some", two("! -s 198.51.100.0/24 -j X", "! -d 10.0.0.5 -j ACCEPT"), TCP80, "10.9.9.2"],
    ["a goto does not come back", two("-g X", to("10.9.9.1", "-p udp")), TCP80, "none"],
    ["a goto of others", two("-p udp -g X", to("10.9.9.1", "-p udp")), TCP80, "10.9.9.2"],
    ["RETURN of PREROUTING ends the table", two("-p tcp -j RETURN"), TCP80, "none"],
    [
      "a mark before RETURN",
      two("-j X", "-m mark --mark 1 -j RETURN", to("10.9.9.1")),
      TCP80,
      "unknown: it depends on `-m mark --mark 1` (nat.txt:6)",
    ],
    ["a loop", two("-j X", to("10.9.9.1", "-p udp"), "-j X"), TCP80, "unknown: the jump to `X` loops (nat.txt:7)"],
    [
      "a quote that does not close",
      two('-m comment --comment "x -j X'),
      TCP80,
      "unknown: the effect of `a quote that does not close` is unknown (nat.txt:4)",
    ],
  ]);
});

describe("findings", () => {
  const codes = (text: string): readonly string[] =>
    readNat(text, "nat.txt").diagnostics.map(({ code, span, severity }) => `${severity} ${code} ${span?.start.line}`);
  const rule = "-A PREROUTING -j DNAT --to-destination 10.9.9.9";
  test.each([
    ["nothing to say", nat(rule), []],
    ["no nat table", "*filter\nCOMMIT\n", ["error facts.nat-missing 1"]],
    ["an empty file", "", ["error facts.nat-missing 1"]],
    ["a stray line", nat("-N X", rule), ["warning facts.nat-syntax 3"]],
    ["a second table", nat(rule) + nat(rule), ["warning facts.nat-twice 5"]],
    ["a table of each family", `${nat(rule)}# Generated by ip6tables-save v1.8.4\n${nat()}`, []],
    [
      "legacy rules",
      `# Warning: iptables-legacy tables present, use iptables-legacy-save to see them\n${nat(rule)}`,
      ["warning facts.nat-legacy 1"],
    ],
    ["IPVS", nat("-A PREROUTING -m set --match-set KUBE-CLUSTER-IP dst,dst -j ACCEPT"), ["warning facts.nat-ipvs 3"]],
    [
      "one finding a line",
      nat(
        "-A PREROUTING -m mark --mark 1 -j X",
        ":X - [0:0]",
        "-A X -p tcp -j DNAT --to-destination 10.9.9.9",
        "-A X -j DNAT --to-destination 10.9.9.8",
      ),
      ["warning facts.nat-unknown 3"],
    ],
    [
      "rules that no packet reaches are not reported",
      nat(":X - [0:0]", "-A X -m mark --mark 1 -j DNAT --to-destination 10.9.9.9"),
      [],
    ],
  ])("%s", (_what, text, findings) => expect(codes(text)).toEqual(findings));

  test("the finding says what kind of packets it is about", () => {
    const text = nat(
      "-A PREROUTING -d 10.0.0.1/32 -p tcp -m tcp --dport 80:90 -m mark --mark 1 -j DNAT --to-destination 10.9.9.9",
    );
    expect(readNat(text, "nat.txt").diagnostics[0]?.message).toBe(
      "it is unknown whether DNAT changes TCP to 10.0.0.1 port 80:90: it depends on `-m mark --mark 1`",
    );
  });

  test("not more than a hundred", () => {
    const many = Array.from(
      { length: 150 },
      (_, i) => `-A PREROUTING -s 10.0.0.${i}/32 -m socket -j DNAT --to-destination 10.9.9.9`,
    );
    expect(codes(nat(...many))).toHaveLength(101);
  });
});
