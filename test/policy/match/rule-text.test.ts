import { describe, expect, test } from "vitest";
import { DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import { ruleText } from "../../../src/policy/match/rule-text.ts";
import { compileRule } from "../../../src/policy/world/rules/compile-rule.ts";
import { KnownParts } from "../../../src/policy/world/rules/known-parts.ts";

function check(fields: object): string[] {
  const rule = compileRule({ action: "Allow", ...fields }, [], {
    calico: DEFAULT_CALICO,
    problems: [],
    parts: new KnownParts(),
  });
  return rule ? ruleText(rule) : ["no rule"];
}

describe("ruleText", () => {
  const cases: [object, string[]][] = [
    [{}, []],
    [{ ipVersion: 4, protocol: 6, notProtocol: "99" }, ["IPv4", "protocol TCP", "protocol not 99"]],
    [
      { protocol: "ICMP", icmp: { type: 8, code: 0 }, notICMP: { type: 13 } },
      ["protocol ICMP", "ICMP type 8 code 0", "not ICMP type 13"],
    ],
    [
      { source: { nets: ["10.0.0.1/8"], notNets: ["10.0.0.0/24"] } },
      ["source in 10.0.0.0/8", "source outside 10.0.0.0/24"],
    ],
    [
      { protocol: "TCP", destination: { ports: [80, "90:99"], notPorts: ["web"], selector: "a=='b'" } },
      ["protocol TCP", "destination in selector a == 'b'", "destination port 80, 90:99", "destination port not web"],
    ],
    [{ source: { notSelector: "has(a)" } }, ["source not in selector has(a)"]],
    [{ source: { selector: "has(a)", notSelector: "has(b)" } }, ["source in selector has(a) && !has(b)"]],
    [{ source: { namespaceSelector: "all()" } }, ["source in selector has(projectcalico.org/namespace)"]],
  ];
  test.each(cases)("%j", (fields, words) => expect(check(fields)).toEqual(words));
});
