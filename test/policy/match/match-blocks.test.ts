import { describe, expect, test } from "vitest";
import { DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import { uncheckedLists } from "../../../src/policy/match/match-blocks.ts";
import { compileRule } from "../../../src/policy/world/rules/compile-rule.ts";
import { KnownParts } from "../../../src/policy/world/rules/known-parts.ts";

const nets = ["10.0.0.0/8", "172.16.0.0/12"];
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

function check(source: object, destination: object, family: 4 | 6 = 4): string[] {
  const rule = compileRule({ action: "Allow", protocol: "TCP", source, destination }, [], {
    calico: DEFAULT_CALICO,
    problems: [],
    parts: new KnownParts(),
  });
  return rule ? [...(uncheckedLists(rule, family) ?? [])] : ["no rule"];
}

describe("uncheckedLists", () => {
  test("none with two many-valued lists", () => expect(check({ nets }, { nets })).toEqual([]));
  test("the third", () => expect(check({ nets }, { nets, ports: ["a", "b"] })).toEqual(["destinationNets"]));
  test("the third and the fourth", () =>
    expect(check({ nets, ports: ["a", 1] }, { nets, ports: ["a", "b"] })).toEqual(["sourceNets", "destinationNets"]));
  test("fifteen numbers are one alternative", () => expect(check({ nets }, { nets, ports: numbers(15) })).toEqual([]));
  test("sixteen are two", () => expect(check({ nets }, { nets, ports: numbers(16) })).toEqual(["destinationNets"]));
  test("a range takes two slots", () => {
    expect(check({ nets }, { nets, ports: Array(7).fill("1:2").concat([9]) })).toEqual([]);
    expect(check({ nets }, { nets, ports: Array(8).fill("1:2") })).toEqual(["destinationNets"]);
  });
  test("a range that is one number takes one", () =>
    expect(check({ nets }, { nets, ports: Array(15).fill("5:5") })).toEqual([]));
  test("a name and numbers", () => expect(check({ nets }, { nets, ports: ["a", 1] })).toEqual(["destinationNets"]));
  test("nets of the packet's family count", () => {
    const mixed = ["10.0.0.0/8", "fd00::/8"];
    expect(check({ nets: mixed }, { nets, ports: ["a", "b"] })).toEqual([]);
    expect(check({ nets }, { nets, ports: ["a", "b"] }, 6)).toEqual([]);
  });
  test("negated lists do not count", () =>
    expect(check({ notNets: nets }, { nets, ports: ["a", "b"], notPorts: ["c", "d"] })).toEqual([]));
});
