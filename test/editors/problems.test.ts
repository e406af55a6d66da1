import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "./editor.ts";
import { LanguageServer } from "./language-server.ts";

const server = new LanguageServer(join(ROOT, "schemas/editor/calico.schema.json"));
beforeAll(() => server.start());
afterAll(() => server.stop());

const of = (kind: string, spec: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: { name: a }\nspec:\n${spec}\n`;
const policy = (...spec: readonly string[]): string =>
  of("GlobalNetworkPolicy", spec.map((line) => `  ${line}`).join("\n"));
const endpoint = (...spec: readonly string[]): string =>
  of("HostEndpoint", ["node: n", ...spec].map((line) => `  ${line}`).join("\n"));
const rule = (text: string): string => policy(`ingress: [${text}]`);

/** A text, and all that is said of it, with its places. */
test.each<[string, string, readonly string[]]>([
  ["a host endpoint", endpoint("interfaceName: eth0"), []],
  [
    "one or the other",
    policy("doNotTrack: true", "preDNAT: true", "applyOnForward: true"),
    ["5:15 a policy is either `preDNAT` or `doNotTrack`: split it into two [policy.flags]"],
  ],
  [
    "a policy before DNAT is applied to forwarded traffic",
    policy("preDNAT: true"),
    ["4:1 a `preDNAT` policy needs `applyOnForward: true` [policy.apply-on-forward]"],
  ],
  [
    "an untracked policy, too",
    policy("doNotTrack: true", "applyOnForward: false"),
    ["6:19 a `doNotTrack` policy needs `applyOnForward: true` [policy.apply-on-forward]"],
  ],
  [
    "a policy before DNAT is for ingress",
    policy("preDNAT: true", "applyOnForward: true", "types: [Ingress, Egress]"),
    ["7:20 a `preDNAT` policy is for ingress only: use another policy for egress [policy.prednat-egress]"],
  ],
  [
    "so are its rules",
    policy("preDNAT: true", "applyOnForward: true", "egress: [{ action: Allow }]"),
    ["7:11 a `preDNAT` policy is for ingress only: use another policy for egress [policy.prednat-egress]"],
  ],
  [
    "a selector",
    policy("selector: role = 'web'"),
    ["5:13 must be a selector, such as `role == 'web' && has(site)` or `all()` [selector.syntax]"],
  ],
  ["a misspelt field", policy("odrer: 1"), ["5:3 Property odrer is not allowed."]],
  ["a number in quotes", policy("order: '1'"), ['5:10 Incorrect type. Expected "number".']],
  ["a misspelt word", policy("types: [Ingres]"), ['5:11 Value is not accepted. Valid values: "Ingress", "Egress".']],
  [
    "a prefix that is too long",
    rule("{ action: Allow, source: { nets: [10.0.0.0/33] } }"),
    ["5:47 must be a network such as `10.0.0.0/8`, without bits outside its prefix [net.syntax]"],
  ],
  [
    "bits outside the prefix",
    rule("{ action: Allow, source: { nets: [10.0.0.1/8] } }"),
    ["5:47 must be a network such as `10.0.0.0/8`, without bits outside its prefix [net.syntax]"],
  ],
  [
    "a range from its end",
    rule("{ action: Allow, protocol: TCP, source: { ports: ['90:80'] } }"),
    ["5:63 must be a port from 1 to 65535, a range such as `8000:8010`, or a port's name [port.syntax]"],
  ],
  [
    "port 0",
    rule("{ action: Allow, protocol: TCP, source: { ports: [0] } }"),
    ["5:63 Value is below the minimum of 1."],
  ],
  [
    "a port that is too large",
    rule("{ action: Allow, protocol: TCP, source: { ports: [70000] } }"),
    ["5:63 Value is above the maximum of 65535."],
  ],
  [
    "ports without a protocol",
    rule("{ action: Allow, source: { ports: [80] } }"),
    ["5:13 a rule with ports needs protocol TCP, UDP or SCTP (SCTP since v3.32) [port.protocol]"],
  ],
  [
    "ports of a protocol without ports",
    rule("{ action: Allow, protocol: ICMP, source: { ports: [80] } }"),
    ["5:40 a rule with ports needs protocol TCP, UDP or SCTP (SCTP since v3.32) [port.protocol]"],
  ],
  [
    "a protocol in another case",
    rule("{ action: Allow, protocol: tcp }"),
    ["5:40 must be a protocol: TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite, or a number from 1 to 255 [protocol.unknown]"],
  ],
  [
    "a protocol's number",
    rule("{ action: Allow, protocol: 256 }"),
    ["5:40 must be a protocol: TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite, or a number from 1 to 255 [protocol.unknown]"],
  ],
  [
    "ICMP without its protocol",
    rule("{ action: Allow, icmp: { type: 8 } }"),
    ["5:13 a rule with `icmp` needs protocol ICMP or ICMPv6, by name [icmp.protocol]"],
  ],
  [
    "ICMP by number",
    rule("{ action: Allow, protocol: 1, icmp: { type: 8 } }"),
    ["5:40 a rule with `icmp` needs protocol ICMP or ICMPv6, by name [icmp.protocol]"],
  ],
  [
    "an ICMP code without a type",
    rule("{ action: Allow, protocol: ICMP, icmp: { code: 0 } }"),
    ["5:46 an ICMP code needs a `type` [icmp.code]"],
  ],
  [
    "ICMP for IPv6",
    rule("{ action: Allow, protocol: ICMP, ipVersion: 6 }"),
    ["5:57 protocol ICMP needs `ipVersion: 4` [ip-version.protocol]"],
  ],
  [
    "networks of another family than the rule",
    rule("{ action: Allow, ipVersion: 4, source: { nets: ['2001:db8::/32'] } }"),
    ["5:61 a network of an IPv4 rule is IPv4: split the rule, or change `ipVersion` [net.family]"],
  ],
  [
    "networks of two families",
    rule("{ action: Allow, source: { nets: [10.0.0.0/8] }, destination: { nets: ['2001:db8::/32'] } }"),
    ["5:84 a network of an IPv4 rule is IPv4: split the rule, or change `ipVersion` [net.family]"],
  ],
  [
    "HTTP that is refused",
    rule("{ action: Deny, http: { methods: [GET] } }"),
    ["5:23 `http` is for rules that allow only [http.action]"],
  ],
  ["no action", rule("{ protocol: TCP }"), ['5:13 Missing property "action".']],
  [
    "a field in another case",
    rule("{ Action: Allow, action: Allow }"),
    ["5:15 Calico reads this field, though its name is in another case: write it as it is offered [field.case]"],
  ],
  [
    "neither interface nor address",
    endpoint(),
    ["4:1 a host endpoint needs `interfaceName` or `expectedIPs` [host-endpoint.interface]"],
  ],
  [
    "an interface",
    endpoint("interfaceName: eth0 x"),
    ['6:18 must be an interface: up to 15 letters, digits, `-`, `_` and `.`, or `"*"` for all [interface.invalid]'],
  ],
  [
    "an address with a prefix",
    endpoint("expectedIPs: [10.0.0.1/8]"),
    ["6:17 must be an IP address, without a prefix [address.syntax]"],
  ],
  [
    "a port's name",
    endpoint("interfaceName: eth0", "ports: [{ name: HTTP, protocol: TCP, port: 80 }]"),
    ["7:19 must be a port's name: up to 15 lower case letters, digits and single `-`, at least one letter [port.name]"],
  ],
  [
    "a named port's protocol",
    endpoint("interfaceName: eth0", "ports: [{ name: http, protocol: ICMP, port: 80 }]"),
    ["7:35 must be a protocol: TCP, UDP, SCTP, or 6, 17, 132 [protocol.unknown]"],
  ],
  [
    "a named port 0",
    endpoint("interfaceName: eth0", "ports: [{ name: http, protocol: TCP, port: 0 }]"),
    ["7:46 Value is below the minimum of 1."],
  ],
  [
    "a name",
    endpoint("interfaceName: eth0").replace("name: a", "name: A"),
    ["3:19 must be a name: lower case letters, digits, `-` and `.` [name.invalid]"],
  ],
  [
    "a namespace",
    endpoint("interfaceName: eth0").replace("name: a", "name: a, namespace: b"),
    ["3:33 a HostEndpoint has no namespace [namespace.not-namespaced]"],
  ],
  [
    "labels",
    endpoint("interfaceName: eth0").replace("name: a", "name: a, labels: { 'a b': c, d: 'e f', g: 5 }"),
    [
      "3:45 must be a label's value: up to 63 letters, digits, `-`, `_` and `.`, letters or digits at both ends [label.value]",
      "3:32 must be a label: up to 63 letters, digits, `-`, `_` and `.`, with or without a DNS name and `/` before it [label.key]",
    ],
  ],
  [
    "a pool",
    of("IPPool", "  cidr: 10.0.0.0/8\n  ipipMode: Always\n  vxlanMode: Always\n  blockSize: 33"),
    [
      "7:14 a pool uses IP-in-IP or VXLAN, not both [pool.mode]",
      "8:14 the block size of an IPv4 pool is 20 to 32 [pool.block-size]",
    ],
  ],
  [
    "the early API",
    "apiVersion: v1\nkind: hostEndpoint\n",
    [
      "1:13 must be `projectcalico.org/v3`; `calicoctl convert` brings older manifests to it",
      "2:7 must be a kind of Calico's API, such as HostEndpoint or GlobalNetworkPolicy [kind.unknown]",
    ],
  ],
  [
    "a misspelt kind",
    "apiVersion: projectcalico.org/v3\nkind: HostEndpiont\n",
    ["2:7 must be a kind of Calico's API, such as HostEndpoint or GlobalNetworkPolicy [kind.unknown]"],
  ],
  ["no object yet", "ki", ['1:1 Incorrect type. Expected "Calico resource".']],
  [
    "the third document",
    `${endpoint("nod: n")}---\n${policy("order: 1")}---\n${policy("odrer: 1")}`,
    [
      "6:3 Property nod is not allowed.",
      "4:1 a host endpoint needs `interfaceName` or `expectedIPs` [host-endpoint.interface]",
      "18:3 Property odrer is not allowed.",
    ],
  ],
  [
    "an item of a list",
    `kind: List\nitems:\n  - kind: Tier\n    apiVersion: projectcalico.org/v3\n    metadata: { name: a.b }\n`,
    ["5:23 must be a name: lower case letters, digits and `-` [name.invalid]"],
  ],
  [
    "an item of a bare list",
    `- kind: Tier\n  apiVersion: projectcalico.org/v3\n  metadata: { name: t }\n  spec: { order: x }\n`,
    ['4:18 Incorrect type. Expected "number".'],
  ],
  [
    "JSON",
    '{\n  "apiVersion": "projectcalico.org/v3",\n  "kind": "Tier",\n  "metadata": {"nam": "t"}\n}',
    ["4:16 Property nam is not allowed.", '4:3 Missing property "name".'],
  ],
])("%s", async (_, text, problems) => {
  expect((await server.ask(text)).problems).toEqual(problems);
});

test("the example with the mistake has the mistake marked", async () => {
  const text = readFileSync(join(ROOT, "examples/mistake.yaml"), "utf8");
  expect((await server.ask(text)).problems).toEqual([
    "12:17 must be a port from 1 to 65535, a range such as `8000:8010`, or a port's name [port.syntax]",
    "7:3 Property applyOnFoward is not allowed.",
    "5:1 a `preDNAT` policy needs `applyOnForward: true` [policy.apply-on-forward]",
  ]);
});
