import { type FindingsCase, testFindings } from "./findings-of.ts";

/** A kind, the least spec that is refused, one next to it that is not, and all findings of the first. */
const CASES: readonly FindingsCase[] = [
  [
    "Node",
    { bgp: {} },
    { bgp: { asNumber: 64512 } },
    'node.bgp spec.bgp at "bgp": `bgp` must not be empty (leave it out, or give `asNumber` or an address)',
  ],
  [
    "Node",
    { bgp: { ipv4Address: "fd00::1/64" } },
    { bgp: { ipv4Address: "10.0.0.1/24" } },
    'address.syntax spec.bgp.ipv4Address at "fd00::1/64": invalid IPv4 address `fd00::1/64` (write an address, with or without its network: `10.0.0.1/24`)',
  ],
  [
    "Node",
    { bgp: { ipv6Address: "10.0.0.1/24" } },
    { bgp: { ipv6Address: "fd00::1" } },
    'address.syntax spec.bgp.ipv6Address at "10.0.0.1/24": invalid IPv6 address `10.0.0.1/24` (write an address, with or without its network: `2001:db8::1/64`)',
  ],
  [
    "Node",
    { bgp: { ipv4IPIPTunnelAddr: "10.0.0.0/24" } },
    { bgp: { ipv4IPIPTunnelAddr: "10.0.0.1" } },
    'address.syntax spec.bgp.ipv4IPIPTunnelAddr at "10.0.0.0/24": invalid IPv4 address `10.0.0.0/24`',
  ],
  [
    "Node",
    { bgp: { routeReflectorClusterID: "fd00::1" } },
    { bgp: { routeReflectorClusterID: "224.0.0.1" } },
    'address.syntax spec.bgp.routeReflectorClusterID at "fd00::1": invalid IPv4 address `fd00::1`',
  ],
  [
    "Node",
    { ipv4VXLANTunnelAddr: "fd00::1" },
    { ipv4VXLANTunnelAddr: "10.0.0.1" },
    'address.syntax spec.ipv4VXLANTunnelAddr at "fd00::1": invalid IPv4 address `fd00::1`',
  ],
  [
    "Node",
    { ipv6VXLANTunnelAddr: "10.0.0.1" },
    { ipv6VXLANTunnelAddr: "fd00::1" },
    'address.syntax spec.ipv6VXLANTunnelAddr at "10.0.0.1": invalid IPv6 address `10.0.0.1`',
    "v3.32",
  ],
  [
    "Node",
    { wireguard: { interfaceIPv4Address: "fd00::1" } },
    { wireguard: { interfaceIPv4Address: "10.0.0.1" } },
    'address.syntax spec.wireguard.interfaceIPv4Address at "fd00::1": invalid IPv4 address `fd00::1`',
    "v3.32",
  ],
  [
    "Node",
    { wireguard: { interfaceIPv6Address: "10.0.0.1" } },
    { wireguard: { interfaceIPv6Address: "fd00::1" } },
    'address.syntax spec.wireguard.interfaceIPv6Address at "10.0.0.1": invalid IPv6 address `10.0.0.1`',
    "v3.32",
  ],
  [
    "Node",
    { vxlanTunnelMACAddr: "aa:bb" },
    { vxlanTunnelMACAddr: "aa:bb:cc:dd:ee:ff" },
    'address.mac spec.vxlanTunnelMACAddr at "aa:bb": invalid MAC address `aa:bb`',
  ],
  [
    "Node",
    { vxlanTunnelMACAddrV6: "aa:bb:cc:dd:ee-ff" },
    { vxlanTunnelMACAddrV6: "aabb.ccdd.eeff" },
    'address.mac spec.vxlanTunnelMACAddrV6 at "aa:bb:cc:dd:ee-ff": invalid MAC address `aa:bb:cc:dd:ee-ff`',
    "v3.32",
  ],
  [
    "Node",
    { bgp: { asNumber: "65000.65536" } },
    { bgp: { asNumber: "65000.65535" } },
    'as-number.invalid spec.bgp.asNumber at "65000.65536": invalid AS number `65000.65536` (use a number up to 4294967295, or two halves like `"65000.1"`)',
  ],
  [
    "Node",
    { bgp: { asNumber: 1.5 } },
    { bgp: { asNumber: "1.5" } },
    'as-number.invalid spec.bgp.asNumber at 1.5: invalid AS number `1.5` (quote it: `"1.5"`)',
  ],
  [
    "Node",
    { bgp: { asNumber: 4294967296 } },
    { bgp: { asNumber: 4294967295 } },
    'as-number.invalid spec.bgp.asNumber at 4294967296: invalid AS number `4294967296` (use a number up to 4294967295, or two halves like `"65000.1"`)',
  ],
];

testFindings("nodes", CASES);
