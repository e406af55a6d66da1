import { describe, expect, test } from "vitest";
import type { NodeFacts } from "../../../src/model/flow.ts";
import { interfaceTexts, readFacts } from "../../../src/policy/flow/facts-input.ts";
import { IN_TO_PROCESS, run } from "../support.ts";

/** The paths of what cannot be read. */
function check(facts: object): string[] {
  return readFacts({ node: "n", ...facts } as NodeFacts).problems.map(({ code, path }) => `${code} ${path}`);
}

describe("readFacts", () => {
  const dnat = { protocol: "TCP", dst: "10.0.0.1", toIP: "10.0.0.2" };
  const cases: [string, object, string[]][] = [
    ["nothing", {}, []],
    ["nulls", { interfaces: null, dnat: null }, []],
    [
      "addresses with and without prefix",
      { interfaces: { eth0: ["10.0.0.1", "10.0.0.2/24", "fd00::1/64"], lo: [] } },
      [],
    ],
    ["a bad address", { interfaces: { eth0: ["10.0.0"] } }, ["flow.address interfaces.eth0"]],
    ["no text", { interfaces: { eth0: [5, null] } }, ["flow.address interfaces.eth0", "flow.address interfaces.eth0"]],
    ["no list", { interfaces: { eth0: 5 } }, ["flow.address interfaces.eth0"]],
    ["no map", { interfaces: ["eth0"] }, ["flow.address interfaces"]],
    ["DNATs", { dnat: [dnat, { ...dnat, toIP: "INTERFACE" }, { ...dnat, toIP: "UNKNOWN", uncertain: "why" }] }, []],
    ["a bad target", { dnat: [dnat, { ...dnat, toIP: "x" }] }, ["flow.dnat dnat[1]"]],
    ["no DNAT at all", { dnat: [null, "x", {}] }, ["flow.dnat dnat[0]", "flow.dnat dnat[1]", "flow.dnat dnat[2]"]],
    ["routes", { routes: [{ dst: "10.0.0.0/8", interfaces: ["eth0"] }] }, []],
    ["a route to no network", { routes: [{ dst: "default", interfaces: [] }] }, ["flow.route routes[0]"]],
    ["no routes at all", { routes: [null, { dst: "::/0" }] }, ["flow.route routes[0]", "flow.route routes[1]"]],
    ["a route out of no name", { routes: [{ dst: "::/0", interfaces: [5] }] }, ["flow.route routes[0]"]],
    ["no list of routes", { routes: 5 }, ["flow.route routes[0]"]],
    ["no list of DNATs", { dnat: "x" }, ["flow.dnat dnat[0]"]],
  ];
  test.each(cases)("%s", (_what, facts, expected) => expect(check(facts)).toEqual(expected));

  test("strings are without prefix, and absent where nothing is known", () => {
    expect(interfaceTexts(readFacts({ node: "n", interfaces: { eth0: ["10.0.0.2/24"] } }))).toEqual({
      eth0: ["10.0.0.2"],
    });
    expect(interfaceTexts(readFacts({ node: "n" }))).toBeUndefined();
  });
  test("facts that cannot be read make a flow not evaluated", () => {
    const facts = { node: "n", interfaces: { eth0: 5 } } as unknown;
    expect(run([], IN_TO_PROCESS, { facts: facts as NodeFacts }).decidedBy.kind).toBe("not-evaluated");
  });
});
