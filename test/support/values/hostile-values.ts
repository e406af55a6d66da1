import libsql from "libsql";

const ROOT = "/calico/resources/v3/projectcalico.org";

/** A value that another program may have stored under `KEY`, and what is said of it. */
export interface HostileValue {
  readonly what: string;
  readonly key: string;
  readonly value: string;
  /** Why it cannot be read. */
  readonly reason: string;
}

/** A host endpoint's text with a spec in JSON. */
const hep = (name: string, spec: string): string =>
  `{"kind":"HostEndpoint","apiVersion":"projectcalico.org/v3","metadata":{"name":"${name}"},"spec":${spec}}`;

const HEPS: readonly (readonly [what: string, value: (name: string) => string, reason: string])[] = [
  ["no JSON", () => "not json", "the stored value is not a JSON object"],
  ["nothing", () => "", "the stored value is not a JSON object"],
  ["half an object", (name) => hep(name, "{}").slice(0, -3), "the stored value is not a JSON object"],
  ["a list", () => "[]", "the stored value is not a JSON object"],
  ["no metadata", () => '{"metadata":null}', "the stored value has no name"],
  ["metadata that is text", () => '{"metadata":"x"}', "the stored value's metadata is not an object"],
  [
    "another kind",
    () => '{"kind":"Node","metadata":{"name":"x"}}',
    "the stored value is of another kind, not HostEndpoint",
  ],
  ["a spec that is text", (name) => hep(name, '"x"'), "the stored value's spec is not an object"],
  ["an object for text", (name) => hep(name, '{"node":{"toString":1}}'), "the stored value's spec.node is not text"],
  [
    "text for a list",
    (name) => hep(name, '{"expectedIPs":"10.0.0.1"}'),
    "the stored value's spec.expectedIPs is not a list",
  ],
  [
    "a number in a list",
    (name) => hep(name, '{"profiles":["a",1]}'),
    "the stored value's spec.profiles[1] is not text",
  ],
  ["null in a list", (name) => hep(name, '{"profiles":[null]}'), "the stored value's spec.profiles[0] is not text"],
  [
    "text for a number",
    (name) => hep(name, '{"ports":[{"name":"a","port":"1"}]}'),
    "the stored value's spec.ports[0].port is not a whole number from 0 to 65535",
  ],
  [
    "a fraction",
    (name) => hep(name, '{"ports":[{"name":"a","port":1.0}]}'),
    "the stored value's spec.ports[0].port is not a whole number from 0 to 65535",
  ],
  [
    "a port that 16 bits do not hold",
    (name) => hep(name, '{"ports":[{"name":"a","protocol":"TCP","port":70000}]}'),
    "the stored value's spec.ports[0].port is not a whole number from 0 to 65535",
  ],
  ["a huge number", (name) => hep(name, '{"x":1e999}'), "the stored value has a number that is too large"],
  [
    "a number no float64 holds",
    (name) => hep(name, '{"x":9007199254740993}'),
    "the stored value's spec.x has a number with more digits than can be kept",
  ],
  [
    "5,000 nested lists",
    (name) => hep(name, `{"x":${"[".repeat(5000)}${"]".repeat(5000)}}`),
    "the stored value is nested more than 200 levels deep",
  ],
  [
    "a million nested lists",
    () => `${"[".repeat(1e6)}${"]".repeat(1e6)}`,
    "the stored value is nested more than 200 levels deep",
  ],
  ["a key twice", (name) => hep(name, '{"node":"n1","node":"n2"}'), 'the stored value has the key "node" twice'],
  [
    "a key twice, escaped",
    (name) => hep(name, '{"node":"n1","\\u006eode":"n2"}'),
    'the stored value has the key "node" twice',
  ],
  [
    "a key twice, in two spellings",
    (name) => hep(name, '{"node":"n1","Node":"n2"}'),
    "the stored value's spec.Node is there twice, in different case",
  ],
  [
    "labels of numbers",
    () => '{"metadata":{"name":"x","labels":{"a":1}}}',
    "the stored value's metadata.labels is not a map of strings",
  ],
  [
    "__proto__ for labels",
    () => '{"metadata":{"name":"x","labels":{"__proto__":{"a":"b"}}}}',
    "the stored value's metadata.labels is not a map of strings",
  ],
  [
    "constructor for labels",
    () => '{"metadata":{"name":"x","labels":{"constructor":{"prototype":1}}}}',
    "the stored value's metadata.labels is not a map of strings",
  ],
  [
    "no time",
    () => '{"metadata":{"name":"x","creationTimestamp":"yesterday"}}',
    "the stored value's metadata.creationTimestamp is not a point in time, as in `2019-01-01T00:00:00Z`",
  ],
];

/** Values of other kinds, which tables, verdicts and writes read in their own ways. */
const OTHERS: readonly (readonly [what: string, plural: string, name: string, value: string, reason: string])[] = [
  [
    "a policy with text for rules",
    "globalnetworkpolicies",
    "default.p1",
    '{"metadata":{"name":"default.p1"},"spec":{"ingress":"x"}}',
    "the stored value's spec.ingress is not a list",
  ],
  [
    "a policy with a number for a selector",
    "globalnetworkpolicies",
    "default.p2",
    '{"metadata":{"name":"default.p2"},"spec":{"selector":1}}',
    "the stored value's spec.selector is not text",
  ],
  [
    "a port of a rule that 16 bits do not hold",
    "globalnetworkpolicies",
    "default.p4",
    '{"metadata":{"name":"default.p4"},"spec":{"ingress":[{"action":"Allow","destination":{"ports":[70000]}}]}}',
    "the stored value's spec.ingress[0].destination.ports[0] is not a port",
  ],
  [
    "a failsafe port that 16 bits do not hold",
    "felixconfigurations",
    "node.n3",
    '{"metadata":{"name":"node.n3"},"spec":{"failsafeInboundHostPorts":[{"protocol":"TCP","port":70000}]}}',
    "the stored value's spec.failsafeInboundHostPorts[0].port is not a whole number from 0 to 65535",
  ],
  [
    "a rule that is text",
    "networkpolicies",
    "default/default.p3",
    '{"metadata":{"name":"default.p3","namespace":"default"},"spec":{"egress":["x"]}}',
    "the stored value's spec.egress[0] is not an object",
  ],
  [
    "a set with an object for nets",
    "globalnetworksets",
    "s",
    '{"metadata":{"name":"s"},"spec":{"nets":{}}}',
    "the stored value's spec.nets is not a list",
  ],
  [
    "a configuration with a duration that is none",
    "felixconfigurations",
    "default",
    '{"metadata":{"name":"default"},"spec":{"iptablesRefreshInterval":"soon","failsafeInboundHostPorts":[]}}',
    "the stored value's spec.iptablesRefreshInterval is not a length of time with its unit, as in `90s`",
  ],
  [
    "a node with text for bgp",
    "nodes",
    "n2",
    '{"metadata":{"name":"n2"},"spec":{"bgp":"x"}}',
    "the stored value's spec.bgp is not an object",
  ],
  [
    "a BGP configuration with a list for a number",
    "bgpconfigurations",
    "default",
    '{"metadata":{"name":"default"},"spec":{"asNumber":[]}}',
    "the stored value's spec.asNumber is not an AS number",
  ],
  [
    "a pool with a list for a network",
    "ippools",
    "pool",
    '{"metadata":{"name":"pool"},"spec":{"cidr":["10.0.0.0/8"]}}',
    "the stored value's spec.cidr is not text",
  ],
  [
    "a key of another shape",
    "hostendpoints",
    "a/b",
    '{"metadata":{"name":"b"}}',
    "the key is not that of a HostEndpoint",
  ],
];

/** Stored values that cannot be read; the host endpoints' names begin with `bad`. */
export const HOSTILE: readonly HostileValue[] = [
  ...HEPS.map(([what, value, reason], at) => {
    const name = `bad${String(at).padStart(2, "0")}`;
    return { what, key: `${ROOT}/hostendpoints/${name}`, value: value(name), reason };
  }),
  ...OTHERS.map(([what, plural, name, value, reason]) => ({ what, key: `${ROOT}/${plural}/${name}`, value, reason })),
];

/** Puts values into the embedded store of a file, past the tool. */
export function putRaw(path: string, entries: readonly { readonly key: string; readonly value: string }[]): void {
  const database = new libsql(path);
  const put = database.prepare("INSERT OR REPLACE INTO kv VALUES (?, ?, 2, 2)");
  for (const { key, value } of entries) put.run(key, value);
  database.close();
}
