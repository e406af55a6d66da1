import { describe, expect, test } from "vitest";
import { parseAddress } from "../../src/model/net/address.ts";
import { compileDnat, dnatHost } from "../../src/model/net/dnat.ts";
import { readNat } from "../../src/node-facts/nat.ts";

const HOST = dnatHost({ eth0: ["10.0.0.1"], eth1: ["172.16.0.1"] });
/** First packets of connections, `INTERFACE PROTOCOL SOURCE DESTINATION PORT`, by what is special of each. */
const PACKETS: Readonly<Record<string, string>> = {
  web: "eth0 6 198.51.100.7 10.0.0.1 80",
  https: "eth0 6 198.51.100.7 10.0.0.1 443",
  high: "eth0 6 198.51.100.7 10.0.0.1 65535",
  dns: "eth0 17 198.51.100.7 10.0.0.1 53",
  ping: "eth0 1 198.51.100.7 10.0.0.1 -",
  ospf: "eth0 89 198.51.100.7 10.0.0.1 -",
  lan: "eth1 6 10.0.0.9 10.0.0.1 80",
  passing: "eth1 6 198.51.100.7 10.7.0.1 80",
  own: "lo 6 10.0.0.1 10.0.0.1 80",
};
const address = (text: string | undefined) => parseAddress(text ?? "") ?? expect.unreachable(text);
const EVERY = Object.keys(PACKETS).join(" ");
const IN_DOUBT = Object.keys(PACKETS)
  .map((name) => `${name}?`)
  .join(" ");

/** The packets that a rule with this condition translates; with `?` those of which the saved table cannot tell. */
function matched(condition: string): string {
  const text = [
    "*nat",
    ":PREROUTING ACCEPT [0:0]",
    `-A PREROUTING ${condition} -j DNAT --to-destination 10.9.9.9`,
    "COMMIT",
    "",
  ].join("\n");
  const dnat = compileDnat(readNat(text, "nat.txt").dnat);
  return Object.entries(PACKETS)
    .flatMap(([name, packet]) => {
      const [incoming = "", protocol, src, dst, port] = packet.split(" ");
      const ports = port === "-" ? {} : { dstPort: Number(port) };
      const { kind } = dnat(
        { protocol: Number(protocol), src: address(src), dst: address(dst), interface: incoming, ...ports },
        HOST,
      );
      return { translated: [name], unknown: [`${name}?`], none: [] }[kind];
    })
    .join(" ");
}

/** Conditions as `iptables-save` writes them, and as people do, and the packets that they match. */
const CONDITIONS: readonly (readonly [condition: string, matching: string])[] = [
  ["", EVERY],
  ["-p tcp", "web https high lan passing own"],
  ["--protocol tcp", "web https high lan passing own"],
  ["-p TCP", "web https high lan passing own"],
  ["-p 6", "web https high lan passing own"],
  ["! -p tcp", "dns ping ospf"],
  ["-p all", EVERY],
  ["-p 0", EVERY],
  ["! -p all", ""],
  ["-p ospf", "ospf"],
  ["-p 89", "ospf"],
  ["-p udp", "dns"],
  ["-p icmp", "ping"],
  ["-p 256", IN_DOUBT],
  ["-p what", IN_DOUBT],
  ["-s 198.51.100.7", "web https high dns ping ospf passing"],
  ["-s 198.51.100.7/32", "web https high dns ping ospf passing"],
  ["--source 198.51.100.0/24", "web https high dns ping ospf passing"],
  ["-s 198.51.100.0/255.255.255.0", "web https high dns ping ospf passing"],
  ["! -s 198.51.100.0/24", "lan own"],
  ["-s 0.0.0.0/0", EVERY],
  ["! -s 0.0.0.0/0", ""],
  ["-s 10.0.0.0/255.0.255.0", IN_DOUBT],
  ["-s nonsense", IN_DOUBT],
  ["-d 10.0.0.1/32", "web https high dns ping ospf lan own"],
  ["--destination 10.0.0.0/16", "web https high dns ping ospf lan own"],
  ["! -d 10.0.0.0/16", "passing"],
  ["-d 10.0.0.0/8", EVERY],
  ["-d 10.7.0.0/16", "passing"],
  ["-d 0.0.0.0/0.0.0.0", EVERY],
  ["-d 128.0.0.0/128.0.0.0", ""],
  ["-d 0.0.0.0/128.0.0.0", EVERY],
  ["-i eth0", "web https high dns ping ospf"],
  ["! -i eth0", "lan passing own"],
  ["-i eth+", "web https high dns ping ospf lan passing"],
  ["! -i eth+", "own"],
  ["-i +", EVERY],
  ["! -i +", ""],
  ["-i averyveryverylongname", IN_DOUBT],
  ["-p tcp -m tcp --dport 80", "web lan passing own"],
  ["-p tcp -m tcp ! --dport 80", "https high"],
  ["-p tcp -m tcp --destination-port 80", "web lan passing own"],
  ["-p tcp -m tcp --dport 80:443", "web https lan passing own"],
  ["-p tcp -m tcp --dport :443", "web https lan passing own"],
  ["-p tcp -m tcp --dport 443:", "https high"],
  ["-p tcp -m tcp --dport 81:442", ""],
  ["-p tcp -m tcp --dport 444:65535", "high"],
  ["-p tcp -m tcp --dport 90:80", "web? https? high? lan? passing? own?"],
  ["-p tcp -m tcp --dport 65536", "web? https? high? lan? passing? own?"],
  ["-p tcp -m tcp --dport http", "web? https? high? lan? passing? own?"],
  ["-p tcp -m tcp --dport :", "web? https? high? lan? passing? own?"],
  ["-p tcp -m multiport --dports 80,443", "web https lan passing own"],
  ["-p tcp -m multiport --destination-ports 80,443", "web https lan passing own"],
  ["-p tcp -m multiport ! --dports 80,443", "high"],
  ["-p tcp -m multiport --dports 1:79,81:442", ""],
  ["-p tcp -m multiport --dports 79,80,81,443:500", "web https lan passing own"],
  ["-p tcp -m multiport --dports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,80", "web lan passing own"],
  ["-p tcp -m multiport --dports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,80", "web? https? high? lan? passing? own?"],
  ["-m addrtype --dst-type LOCAL", "web https high dns ping ospf lan own"],
  ["-m addrtype ! --dst-type LOCAL", "passing"],
  ["-m addrtype --src-type LOCAL", "own"],
  ["-m addrtype ! --src-type LOCAL", "web https high dns ping ospf lan passing"],
  ["-m addrtype --dst-type UNICAST", IN_DOUBT],
  ["-m addrtype --src-type UNICAST", IN_DOUBT],
  ["-m conntrack --ctstate NEW", EVERY],
  ["-m state --state NEW,ESTABLISHED", EVERY],
  ["-m conntrack --ctstate RELATED", IN_DOUBT],
  ["-m conntrack --ctstate ESTABLISHED", ""],
  ["-m conntrack --ctstate INVALID,UNTRACKED", ""],
  ["-m conntrack ! --ctstate NEW", ""],
  ["-m conntrack ! --ctstate ESTABLISHED", EVERY],
  ["-m conntrack --ctstate DNAT", IN_DOUBT],
  ["-m statistic --mode random --probability 0.50000000000", IN_DOUBT],
  ["-m statistic --mode random --probability 1.00000000000", EVERY],
  ["-m statistic --mode random --probability 0.00000000000", ""],
  ["-m statistic --mode random --probability many", IN_DOUBT],
  ["-m statistic --mode nth --every 2 --packet 0", IN_DOUBT],
  ["-m statistic --mode nth --every 1 --packet 0", EVERY],
  ["-m statistic --mode random ! --probability 0.50000000000", IN_DOUBT],
  ["-m recent --set --name x --mask 255.255.255.255 --rsource", EVERY],
  ["-m recent --rcheck --seconds 60 --hitcount 2 --reap --name x --rdest", IN_DOUBT],
  ["-m recent --update --seconds 60 --rttl --name x --rsource", IN_DOUBT],
  ["-m recent --remove --name x --rsource", IN_DOUBT],
  ['-m comment --comment "-j DNAT"', EVERY],
  ["-m comment --comment plain -p tcp", "web https high lan passing own"],
  ["-m nfacct --nfacct-name x", EVERY],
  ["-m mark --mark 0x1", IN_DOUBT],
  ["-m mark ! --mark 0x1 -p udp", "dns?"],
  ["-m set --match-set x src,dst -p udp", "dns?"],
  ["-m socket --transparent", IN_DOUBT],
  ["-m physdev --physdev-is-bridged", IN_DOUBT],
  ["-p udp -m mark --mark 0x1 -i eth9", ""],
  ["-p tcp ! -s 198.51.100.0/24 ! -i eth1", "own"],
  ["-p tcp -d 10.0.0.1 -i eth0 -s 198.51.100.0/24 --dport 80", "web"],
  ["-s 10.0.0.0/24 ! -s 10.0.0.0/16", ""],
];

describe("what each condition of iptables matches", () => {
  test.each(CONDITIONS)("%j", (condition, matching) => expect(matched(condition)).toBe(matching));
});

/** Protocols by the names that `iptables-save` prints, which are those of /etc/protocols. */
const PROTOCOLS: readonly (readonly [names: string, number: number])[] = [
  ["icmp", 1],
  ["igmp", 2],
  ["ipencap ipip", 4],
  ["tcp", 6],
  ["udp", 17],
  ["dccp", 33],
  ["ipv6", 41],
  ["gre", 47],
  ["esp", 50],
  ["ah", 51],
  ["ipv6-icmp icmpv6", 58],
  ["ospf", 89],
  ["vrrp", 112],
  ["sctp", 132],
  ["udplite", 136],
];

/** Where a rule of one target sends a packet to 10.0.0.1:80, `none`, or that it is unknown. */
function sent(rule: string, protocol = 6): string {
  const lines = ["*nat", ":PREROUTING ACCEPT [0:0]", `-A PREROUTING ${rule}`, "COMMIT", ""];
  const dnat = compileDnat(readNat(lines.join("\n"), "nat.txt").dnat);
  const [src, dst] = [address("198.51.100.7"), address("10.0.0.1")];
  const answer = dnat({ protocol, src, dst, dstPort: 80, interface: "eth0" }, HOST);
  if (answer.kind !== "translated") return answer.kind;
  return answer.toPort === undefined ? answer.toIP : `${answer.toIP} ${answer.toPort}`;
}

describe("protocols by name", () => {
  test.each(PROTOCOLS.flatMap(([names, number]) => names.split(" ").map((name) => [name, number] as const)))(
    "%s is %i",
    (name, number) => {
      for (const [, other] of PROTOCOLS)
        expect(sent(`-p ${name} -j DNAT --to-destination 10.9.9.9`, other)).toBe(
          other === number ? "10.9.9.9" : "none",
        );
    },
  );
});

describe("what each target does", () => {
  test.each<[rule: string, to: string]>([
    ["-j DNAT --to-destination 10.9.9.9", "10.9.9.9"],
    ["--jump DNAT --to-destination 10.9.9.9", "10.9.9.9"],
    ["-j DNAT --to-destination 10.9.9.9:1", "10.9.9.9 1"],
    ["-j DNAT --to-destination 10.9.9.9:65535", "10.9.9.9 65535"],
    ["-j DNAT --to-destination 10.9.9.9:65536", "unknown"],
    ["-j DNAT --to-destination 10.9.9.9:0", "unknown"],
    ["-j DNAT --to-destination 10.9.9.9:x", "unknown"],
    ["-j DNAT --to-destination nowhere", "unknown"],
    ["-j DNAT", "unknown"],
    ["-j DNAT --to-destination 10.9.9.9 --random --persistent", "10.9.9.9"],
    ["-j REDIRECT --to-ports 8080", "10.0.0.1 8080"],
    ["-j REDIRECT", "10.0.0.1"],
    ["-j ACCEPT", "none"],
    ["-j RETURN", "none"],
    ["-j LOG --log-prefix x", "none"],
    ["-j MARK --set-xmark 0x1/0x1", "none"],
    ["-m comment --comment counted", "none"],
    ["-j UNHEARD", "unknown"],
    ["-g UNHEARD", "unknown"],
  ])("%s", (rule, to) => expect(sent(rule)).toBe(to));
});
