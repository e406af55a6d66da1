import fc from "fast-check";
import { pick } from "./arbitraries.ts";

/** Scalars as people write them in YAML, right and wrong ones: what `validate` accepts of them, the evaluator must read. */

const NETS = pick(
  ...[
    "10.0.0.0/8",
    "10.0.0.0/08",
    "10.0.0.0/0008",
    '"10.0.0.0/8"',
    "10.0.0.7/8",
    "10.0.0.1/32",
    "0.0.0.0/0",
    "0.0.0.0/00",
  ],
  ...["10.0.0.1", "fd00::/8", "FD00::/008", "fd00:0:0::/48", '"::/0"', "::ffff:10.0.0.0/104", "::FFFF:a00:0/104"],
  ...[
    "::ffff:10.0.0.1/64",
    "::ffff:0:0/96",
    "fd00::1",
    "64:ff9b::192.0.2.0/120",
    "10.0.0.0/33",
    "010.0.0.0/8",
    '""',
    "8",
    "null",
  ],
);
const ADDRESSES = pick(
  ...["10.0.0.1", "::ffff:10.0.0.1", "fd00::1", "FD00:0:0::0001", '"::1"', "10.0.0.01", "10.0.0.1/32", '""', "1"],
);
const NODE_ADDRESSES = pick(
  ...["10.0.0.1/24", "10.0.0.1/024", "10.0.0.1", "::ffff:10.0.0.1/120", "::ffff:10.0.0.1/64", "fd00::1/64"],
);
const PORTS = pick(
  ...[
    "80",
    '"80"',
    "0x50",
    "0120",
    '"0120"',
    "080",
    '"080"',
    "1_000",
    "80.0",
    "8e1",
    "+80",
    '"+80"',
    "80:90",
    '"80:90"',
  ],
  ...[
    "080:0090",
    "80:80",
    "1:65535",
    "0",
    '"0"',
    "65536",
    "90:80",
    "80-90",
    "http",
    "http-alt",
    "HTTP",
    "h.t_p",
    "8080-tcp",
  ],
  ...["true", "y", "~", '""', '" 80"', "80 ", '"80:"', "-80", "65535", "00000000080"],
);
const PROTOCOLS = pick(
  ...[
    "TCP",
    "UDP",
    "SCTP",
    "ICMP",
    "ICMPv6",
    "UDPLite",
    "tcp",
    "Tcp",
    "6",
    '"6"',
    "06",
    "0x11",
    "17",
    "132",
    "99",
    "0",
    "255",
    "256",
    "6.0",
    '"006"',
    "any",
  ],
);
const SELECTORS = pick(
  ...[
    "all()",
    '""',
    '" "',
    "role == 'x'",
    '"role==\\"x\\""',
    "has(a/b.c-d)",
    "a in {'x', \\n 'y'}",
    "!has(role)",
    "global()",
    "role",
    "a  not  in{ }",
  ],
  ...[
    "(((a == 'x')))",
    "a starts with ''",
    "projectcalico.org/namespace == 'x'",
    "all() && !all()",
    "true",
    "1",
    "has(a",
    "~",
  ],
);
const ORDERS = pick("1", "1.5", "1e3", "0x10", "-1", "0", '"1"', "1_0", "~", ".inf", "1e400", "010", "08");
const NAMES = pick("a", "a-b", "a.b", "a-b.c", "a0", "0a", "default.a", "A", "a_b", "1", "1.0", "true", '"1"', "a--b");
const VERSIONS = pick("4", "6", '"4"', "0", "5", "04", "4.0");
const INTERFACES = pick("eth0", '"*"', "eth0.100", "bond-0", "1", "0", "yes", '""', "a-name-that-is-too-long");
const TYPES = pick("[Ingress]", "[Egress, Ingress]", "[]", "[ingress]", "Ingress", "~");
const LABELS = pick("{}", "{a: x}", "{a: 1}", "{a: 1.50}", "{a: true}", "{a: ~}", "{a/b: ''}", "{1: x}", "~");
const FLAGS = pick("true", "false", "yes", '"true"', "1", "~");
const NUMBERS = pick("0", "8", "255", "254", "256", '"8"', "8.0", "0x8", "010", "~");

const list = (item: fc.Arbitrary<string>, maxLength = 2) =>
  fc.array(item, { maxLength, size: "max" }).map((items) => `[${items.join(", ")}]`);
/** A flow map of those of the fields that are made, each about every second time unless it is `required`. */
function map(optional: Readonly<Record<string, fc.Arbitrary<string>>>, required: typeof optional = {}) {
  const field = ([name, value]: [string, fc.Arbitrary<string>]) => value.map((text) => `${name}: ${text}`);
  const maybe = Object.entries(optional).map((entry) => fc.option(field(entry), { nil: undefined, freq: 2 }));
  return fc
    .tuple(...Object.entries(required).map(field), ...maybe)
    .map((parts) => `{${parts.filter((part) => part !== undefined).join(", ")}}`);
}

const side = (...fields: ("nets" | "ports" | "selector")[]) =>
  map({
    ...(fields.includes("nets") && { nets: list(NETS), notNets: list(NETS, 1) }),
    ...(fields.includes("ports") && { ports: list(PORTS), notPorts: list(PORTS, 1) }),
    ...(fields.includes("selector") && { selector: SELECTORS, notSelector: SELECTORS, namespaceSelector: SELECTORS }),
  });
const action = { action: pick("Allow", "Deny", "Pass", "Log", "Allow", "allow") };
/** Few fields at a time: of a rule with many, one is nearly always wrong. */
const rule = fc.oneof(
  map({ source: side("nets") }, action),
  map({ ipVersion: VERSIONS, destination: side("nets") }, action),
  map({ source: side("selector") }, action),
  map({ destination: side("ports") }, { ...action, protocol: pick("TCP", "UDP", "TCP", "6", "17") }),
  map({ source: side("ports") }, { ...action, protocol: PROTOCOLS }),
  map({ notProtocol: PROTOCOLS }, { ...action, protocol: PROTOCOLS }),
  map(
    { icmp: map({ type: NUMBERS, code: NUMBERS }), notICMP: map({ type: NUMBERS }) },
    { ...action, protocol: pick("ICMP", "ICMPv6") },
  ),
);
const rules = fc.array(rule, { maxLength: 2 }).map((made) => `[${made.join(", ")}]`);
const policy = {
  order: ORDERS,
  selector: SELECTORS,
  types: TYPES,
  ingress: rules,
  egress: rules,
};
const named = (...names: string[]) => pick(...names);
const endpoint = {
  profiles: list(NAMES),
  ports: list(map({}, { name: pick("http", "dns", "80", "h.p"), protocol: PROTOCOLS, port: PORTS })),
};

const document = (kind: string, name: fc.Arbitrary<string>, spec: fc.Arbitrary<string>, namespaced = false) =>
  fc.record({ name, labels: LABELS, spec }).map(({ name: own, labels, spec: fields }) => {
    const namespace = namespaced ? ", namespace: ns1" : "";
    return `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: {name: ${own}${namespace}, labels: ${labels}}\nspec: ${fields}\n`;
  });

/** One document of a kind that the evaluator reads, its values written in any way that YAML and Calico may take. */
export const untidyManifest: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: document("GlobalNetworkPolicy", NAMES, map(policy)), weight: 4 },
  {
    arbitrary: document(
      "GlobalNetworkPolicy",
      NAMES,
      map({ selector: SELECTORS, applyOnForward: FLAGS }, { ingress: rules }),
    ),
    weight: 4,
  },
  { arbitrary: document("NetworkPolicy", NAMES, map(policy), true), weight: 2 },
  { arbitrary: document("Profile", NAMES, map({ ingress: rules, egress: rules, labelsToApply: LABELS })), weight: 2 },
  {
    arbitrary: document(
      "HostEndpoint",
      NAMES,
      map({ expectedIPs: list(ADDRESSES), ...endpoint }, { node: NAMES, interfaceName: INTERFACES }),
    ),
    weight: 2,
  },
  {
    arbitrary: document(
      "WorkloadEndpoint",
      named("n1-k8s-p1-eth0"),
      map(
        { ipNetworks: list(NETS), profiles: list(NAMES), serviceAccountName: NAMES },
        {
          node: named("n1"),
          orchestrator: named("k8s"),
          pod: named("p1"),
          endpoint: named("eth0"),
          interfaceName: INTERFACES,
        },
      ),
      true,
    ),
    weight: 2,
  },
  { arbitrary: document("GlobalNetworkSet", NAMES, map({}, { nets: list(NETS, 4) })), weight: 2 },
  { arbitrary: document("NetworkSet", NAMES, map({}, { nets: list(NETS, 4) }), true), weight: 1 },
  {
    arbitrary: document(
      "Node",
      NAMES,
      map({
        bgp: map({ ipv4IPIPTunnelAddr: ADDRESSES, ipv6Address: NODE_ADDRESSES }, { ipv4Address: NODE_ADDRESSES }),
      }),
    ),
    weight: 1,
  },
  {
    arbitrary: document(
      "FelixConfiguration",
      named("default", "node.n1"),
      map({
        interfacePrefix: pick("cali", "cali,tap", "1"),
        defaultEndpointToHostAction: pick("Drop", "drop", "Accept", "RETURN", "ACCEPT"),
        failsafeInboundHostPorts: list(
          map({ net: NETS }, { protocol: pick("TCP", "tcp", "UDP", "6"), port: PORTS }),
          1,
        ),
        vxlanPort: PORTS,
        disableConntrackInvalidCheck: FLAGS,
      }),
    ),
    weight: 2,
  },
  {
    arbitrary: document(
      "KubeControllersConfiguration",
      named("default"),
      map({
        autoCreate: pick("Enabled", "Disabled", "enabled"),
        createDefaultHostEndpoint: pick("Enabled", "yes"),
      }).map((options) => `{controllers: {node: {hostEndpoint: ${options}}}}`),
    ),
    weight: 1,
  },
  {
    arbitrary: document(
      "Tier",
      named("t1", "a.b", "t-1"),
      map({ order: ORDERS, defaultAction: named("Pass", "Deny") }),
    ),
    weight: 1,
  },
);
