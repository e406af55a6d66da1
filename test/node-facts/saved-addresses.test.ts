import { describe, expect, test } from "vitest";
import { readAddresses } from "../../src/node-facts/addresses.ts";

/** The fields of an interface that say nothing about its addresses, as `ip -j addr` prints them. */
const link = (ifindex: number, ifname: string, more: object = {}) => ({
  ifindex,
  ifname,
  flags: ["BROADCAST", "MULTICAST", "UP", "LOWER_UP"],
  mtu: 1500,
  qdisc: "fq_codel",
  operstate: "UP",
  group: "default",
  txqlen: 1000,
  link_type: "ether",
  address: "52:54:00:12:34:56",
  broadcast: "ff:ff:ff:ff:ff:ff",
  ...more,
});
const FOREVER = { valid_life_time: 4294967295, preferred_life_time: 4294967295 };
const v4 = (local: string, prefixlen: number, more: object = {}) => ({
  family: "inet",
  local,
  prefixlen,
  scope: "global",
  ...more,
  ...FOREVER,
});
const v6 = (local: string, prefixlen: number, more: object = {}) => ({
  ...v4(local, prefixlen, more),
  family: "inet6",
});
const LOOPBACK = {
  ...link(1, "lo", { flags: ["LOOPBACK", "UP", "LOWER_UP"], mtu: 65536, link_type: "loopback" }),
  addr_info: [v4("127.0.0.1", 8, { scope: "host", label: "lo" }), v6("::1", 128, { scope: "host" })],
};

/** What was saved where, and `INTERFACE: ADDRESSES` a line of it. */
const ADDRESSES: readonly (readonly [where: string, saved: readonly object[], interfaces: readonly string[]])[] = [
  [
    "Ubuntu 20.04 with DHCP: a lifetime, a label, a stable address",
    [
      LOOPBACK,
      {
        ...link(2, "ens3", { altnames: ["enp0s3"] }),
        addr_info: [
          v4("10.0.0.5", 24, { broadcast: "10.0.0.255", dynamic: true, label: "ens3", valid_life_time: 3403 }),
          v6("2001:db8::5054:ff:fe12:3456", 64, { dynamic: true, mngtmpaddr: true, noprefixroute: true }),
          v6("2001:db8::abcd", 64, { temporary: true, dynamic: true }),
          v6("fe80::5054:ff:fe12:3456", 64, { scope: "link" }),
        ],
      },
    ],
    [
      "lo: 127.0.0.1/8 ::1",
      "ens3: 10.0.0.5/24 2001:db8::5054:ff:fe12:3456 2001:db8::abcd/64 fe80::5054:ff:fe12:3456/64",
    ],
  ],
  [
    "RHEL 8 with NetworkManager: noprefixroute, its route says the network",
    [
      {
        ...link(2, "eth0"),
        addr_info: [
          v4("192.168.122.10", 24, { broadcast: "192.168.122.255", noprefixroute: true, label: "eth0" }),
          v6("fe80::1", 64, { scope: "link", noprefixroute: true }),
        ],
      },
    ],
    ["eth0: 192.168.122.10 fe80::1"],
  ],
  [
    "Ubuntu 18.04: empty objects for what a filter left out, `ip -j -4 addr`",
    [{}, { ...link(2, "eth0"), addr_info: [{}, v4("10.0.0.1", 24, { label: "eth0" })] }, {}],
    ["eth0: 10.0.0.1/24"],
  ],
  [
    "Alpine: an alias has a label of its own",
    [
      {
        ...link(2, "eth0"),
        addr_info: [
          v4("10.0.0.1", 24, { label: "eth0" }),
          v4("10.0.0.2", 24, { secondary: true, label: "eth0:1" }),
          v4("10.9.0.1", 32, { label: "eth0:vip" }),
        ],
      },
    ],
    ["eth0: 10.0.0.1/24 10.0.0.2/24 10.9.0.1"],
  ],
  [
    "a cloud's VM: a VLAN and a bond",
    [
      { ...link(3, "bond0", { flags: ["BROADCAST", "MULTICAST", "MASTER", "UP", "LOWER_UP"] }), addr_info: [] },
      { ...link(4, "bond0.100", { link: "bond0" }), addr_info: [v4("172.16.0.1", 12, { label: "bond0.100" })] },
      { ...link(5, "eth1", { flags: ["BROADCAST", "SLAVE", "UP"], master: "bond0" }), addr_info: [] },
    ],
    ["bond0: ", "bond0.100: 172.16.0.1/12", "eth1: "],
  ],
  [
    "a Calico node: workloads, IPIP, VXLAN and WireGuard",
    [
      {
        ...link(7, "cali1234567890a", { link_index: 4, link_netnsid: 0 }),
        addr_info: [v6("fe80::ecee:eeff:feee:eeee", 64)],
      },
      {
        ...link(8, "tunl0", { link_type: "ipip", flags: ["NOARP", "UP", "LOWER_UP"] }),
        addr_info: [v4("192.168.1.0", 32, { label: "tunl0" })],
      },
      { ...link(9, "vxlan.calico"), addr_info: [v4("192.168.1.1", 32, { label: "vxlan.calico" })] },
      { ...link(10, "wireguard.cali", { link_type: "none" }), addr_info: [v4("192.168.1.2", 32)] },
    ],
    [
      "cali1234567890a: fe80::ecee:eeff:feee:eeee/64",
      "tunl0: 192.168.1.0",
      "vxlan.calico: 192.168.1.1",
      "wireguard.cali: 192.168.1.2",
    ],
  ],
  [
    "kube-proxy's IPVS device is down, and has every service's address",
    [
      {
        ...link(6, "kube-ipvs0", { flags: ["BROADCAST", "NOARP"], operstate: "DOWN" }),
        addr_info: [v4("10.96.0.1", 32, { label: "kube-ipvs0" }), v4("10.96.0.10", 32, { label: "kube-ipvs0" })],
      },
    ],
    ["kube-ipvs0: 10.96.0.1 10.96.0.10"],
  ],
  [
    "docker's bridge without containers has its route all the same",
    [
      {
        ...link(3, "docker0", { flags: ["NO-CARRIER", "BROADCAST", "MULTICAST", "UP"], operstate: "DOWN" }),
        addr_info: [v4("172.17.0.1", 16, { broadcast: "172.17.255.255", label: "docker0" })],
      },
    ],
    ["docker0: 172.17.0.1/16"],
  ],
  [
    "a point-to-point link: the other end's address is not the node's",
    [
      {
        ...link(11, "ppp0", { link_type: "ppp", link_pointtopoint: true, flags: ["POINTOPOINT", "NOARP", "UP"] }),
        addr_info: [v4("100.64.0.2", 32, { address: "100.64.0.1", label: "ppp0" })],
      },
    ],
    ["ppp0: 100.64.0.2"],
  ],
];

describe("`ip -j addr`, as it is printed", () => {
  test.each(ADDRESSES)("%s", (_where, saved, interfaces) => {
    const read = readAddresses(JSON.stringify(saved), "addr.json");
    expect(read.diagnostics).toEqual([]);
    expect(Object.entries(read.interfaces).map(([name, own]) => `${name}: ${own.join(" ")}`)).toEqual(interfaces);
  });
});

/** The first hundred of many findings are reported, and how many more there are. */
test.each([
  [100, 100, []],
  [101, 101, ["facts.more"]],
  [300, 101, ["facts.more"]],
])("of %i addresses that cannot be read", (count, reported, more) => {
  const saved = [{ ...link(2, "eth0"), addr_info: Array.from({ length: count }, () => ({ local: "x" })) }];
  const { diagnostics, interfaces } = readAddresses(JSON.stringify(saved), "addr.json");
  expect(diagnostics).toHaveLength(reported);
  expect(diagnostics[0]).toMatchObject({ severity: "warning", code: "facts.address-unknown" });
  expect(diagnostics.slice(100).map(({ code }) => code)).toEqual(more);
  if (count > 100) expect(diagnostics.at(-1)?.message).toContain(String(count - 100));
  expect(interfaces).toEqual({ eth0: [] });
});

/** Files of another kind, and the finding with its line. */
test.each<[what: string, text: string, finding: string]>([
  ["nothing", "", "1 the file is empty"],
  ["blanks", " \n\t\n", "1 the file is empty"],
  ["a mark of the byte order alone", "\ufeff", "1 the file is empty"],
  ["the plain output", "1: lo: <LOOPBACK,UP> mtu 65536\n", "1 not JSON: this looks like `ip` without `-j`"],
  ["cut short", '[{"ifname": "eth0",\n', "2 not valid JSON: the file is cut short or was changed"],
  ["cut short at the first line", "[", "1 not valid JSON: the file is cut short or was changed"],
  ["changed", '[{"ifname": "eth0"},\n{"ifname" "eth1"}]', "2 not valid JSON: the file is cut short or was changed"],
  ["an object", "{}", "1 not a list"],
  ["a list of numbers", "[{}, 5]", "1 entry 2 is not an object"],
  ["a list of lists", "[[]]", "1 entry 1 is not an object"],
  ["a list of null", "[null]", "1 entry 1 is not an object"],
])("a file with %s", (_what, text, finding) => {
  const { diagnostics, interfaces } = readAddresses(text, "addr.json");
  expect(interfaces).toEqual({});
  expect(diagnostics.map(({ span, message }) => `${span?.start.line} ${message}`)).toEqual([finding]);
  expect(diagnostics[0]).toMatchObject({
    severity: "error",
    code: "facts.json",
    help: "save the output of `ip -j addr`",
  });
});

test("a mark of the byte order before the list does not matter", () => {
  expect(readAddresses("\ufeff[]", "addr.json")).toEqual({ interfaces: {}, diagnostics: [] });
});
