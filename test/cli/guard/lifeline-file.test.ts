import { describe, expect, test } from "vitest";
import { readLifelines } from "../../../src/cli/guard/lifeline-file.ts";
import { lifelineText, originText } from "../../../src/report/guard/lifeline-text.ts";

const read = (text: string) => readLifelines({ name: "lifelines.yaml", text });

describe("a lifelines file", () => {
  test.each<[name: string, yaml: string, expected: readonly string[]]>([
    [
      "from networks to every host endpoint, replies too",
      "lifelines:\n- name: admin\n  from: [10.20.0.0/24, 10.21.0.7]\n  protocol: TCP\n  ports: [22, '8000:8080']\n",
      ["admin: TCP 22, 8000:8080 from 10.20.0.0/24, 10.21.0.7 to every host endpoint (lifelines.yaml:2)"],
    ],
    [
      "to endpoints by selector, node and address",
      "lifelines:\n- name: db\n  to: {selector: role == 'db', nodes: [n1, n2], addresses: [10.0.0.1]}\n  protocol: tcp\n  ports: [5432]\n",
      ["db: TCP 5432 from anyone to endpoints with role == 'db' of n1, n2, 10.0.0.1 (lifelines.yaml:2)"],
    ],
    [
      "out of endpoints, as `to` shows",
      "lifelines: [{name: ntp, to: [10.0.0.9], protocol: UDP, ports: [123], replies: false}]",
      ["ntp: UDP 123 from every host endpoint to 10.0.0.9 (lifelines.yaml:1)"],
    ],
    [
      "out of endpoints to anywhere, as `direction` says",
      "lifelines: [{name: ping, direction: out, protocol: ICMP}]",
      ["ping: ICMP from every host endpoint to anywhere (lifelines.yaml:1)"],
    ],
    [
      "through the hosts that forward them",
      "lifelines:\n- {name: shop, from: [203.0.113.0/24], to: [10.50.0.10], through: {selector: at == 'edge', in: [eth0], out: [eth1]}, protocol: TCP}\n- {name: any, through: {nodes: [gw]}, protocol: UDP}\n",
      [
        "shop: TCP from 203.0.113.0/24 to 10.50.0.10 through endpoints with at == 'edge', in by eth0, out by eth1 (lifelines.yaml:2)",
        "any: UDP from anyone to anywhere through every host endpoint of gw (lifelines.yaml:3)",
      ],
    ],
    ["JSON", '{"lifelines": [], "skip": ["dns"]}', []],
  ])("%s", (_, yaml, expected) => {
    const { declared, diagnostics } = read(yaml);
    expect(diagnostics).toEqual([]);
    expect(declared?.lifelines.map((one) => `${lifelineText(one)} (${originText(one)})`)).toEqual(expected);
  });

  test.each<[name: string, yaml: string, expected: readonly string[]]>([
    ["not a file of lifelines", "- 1", ["1:1 document.type this is not a lifelines file"]],
    ["a misspelt field", "lifeline: []\n", ["1:1 field.unknown unknown field `lifeline`"]],
    ["a field that is missing", "lifelines:\n- name: a\n", ["2:3 field.required `protocol` is missing"]],
    [
      "values that mean nothing",
      "lifelines:\n- {name: a, from: [10.0.0.0/33], protocol: TPC, ports: [0]}\n- {name: b, protocol: ICMP, ports: [1]}\n",
      [
        "field.value `TPC` is not a protocol",
        "2:20 field.value `10.0.0.0/33` is not an address or network",
        "2:57 field.value `0` is not a port",
        "3:29 field.value packets of ICMP have no ports",
      ],
    ],
    ["no network", "lifelines: [{name: a, from: [], protocol: TCP}]", ["field.value `from` names no network"]],
    [
      "networks where endpoints belong",
      "lifelines: [{name: a, direction: in, to: [10.0.0.1], protocol: TCP}]",
      ["field.value with `direction: in`, `to` is a choice of endpoints"],
    ],
    [
      "endpoints and a direction of what is forwarded",
      "lifelines:\n- {name: a, to: {selector: all()}, through: {}, direction: in, protocol: TCP}\n",
      [
        "2:60 field.value what is forwarded has no `direction`",
        "2:13 field.value with `through`, `to` is a list of networks",
      ],
    ],
    [
      "what `through` does not have",
      "lifelines:\n- {name: a, through: {nods: [gw]}, protocol: TCP}\n",
      ["2:23 field.unknown unknown field `nods`"],
    ],
    [
      "a text where networks belong",
      "lifelines: [{name: a, from: 10.0.0.1, protocol: TCP}]",
      ["field.type `from` is neither a list of networks nor a choice of endpoints"],
    ],
    [
      "an invalid selector",
      "lifelines: [{name: a, to: {selector: role =}, protocol: TCP}]",
      ["field.value invalid selector: "],
    ],
    [
      "the same name twice",
      "lifelines: [{name: a, protocol: TCP}, {name: a, protocol: UDP}]",
      ["list.duplicate two lifelines are called `a`"],
    ],
    ["a derived lifeline that there is not", "skip: [dsn]", ["field.value no derived lifeline is called `dsn`"]],
  ])("refused: %s", (_, yaml, expected) => {
    const { declared, diagnostics } = read(yaml);
    expect(declared).toBeUndefined();
    const found = diagnostics.map(
      ({ code, message, span }) => `${span?.start.line}:${span?.start.column} ${code} ${message}`,
    );
    expect(found).toHaveLength(expected.length);
    for (const [at, line] of expected.entries()) expect(found[at]).toContain(line);
  });
});
