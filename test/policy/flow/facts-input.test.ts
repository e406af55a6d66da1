import { describe, expect, test } from "vitest";
import type { NodeFacts } from "../../../src/model/flow.ts";
import { interfaceTexts, readFacts } from "../../../src/policy/flow/facts-input.ts";
import { IN_TO_PROCESS, run } from "../support.ts";

/** The paths of what cannot be read. */
function check(facts: object): string[] {
  return readFacts({ node: "n", ...facts } as NodeFacts).problems.map(({ code, path }) => `${code} ${path}`);
}

const SHARED = { except: [{ dst: "LOCAL" }], protocol: 6, port: 1, portTo: 65535, interface: "cali+", ipVersion: 4 };
/** Fields of a NAT that cannot be read, and their paths. */
const UNREADABLE: readonly (readonly [fields: object, path: string])[] = [
  [{ protocol: "tcp" }, ".protocol"],
  [{ protocol: 300 }, ".protocol"],
  [{ dst: "10.0.0.300" }, ".dst"],
  [{ dst: "10.0.0.0/33" }, ".dst"],
  [{ srcIP: "" }, ".srcIP"],
  [{ srcIP: null }, ".srcIP"],
  [{ port: "80" }, ".port"],
  [{ portTo: 65536 }, ".portTo"],
  [{ toPort: 1.5 }, ".toPort"],
  [{ interface: 5 }, ".interface"],
  [{ ipVersion: 5 }, ".ipVersion"],
  [{ uncertain: true }, ".uncertain"],
  [{ except: {} }, ".except"],
  [{ except: [SHARED, null] }, ".except[1]"],
  [{ except: [{ except: [{ dst: "x" }] }] }, ".except[0].except[0].dst"],
];

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
    ...(["dnat", "outputDnat", "sourceNat"] as const).map((key): [string, object, string[]] => [
      `${key} that would match nothing or throw`,
      { [key]: UNREADABLE.map(([field]) => ({ ...dnat, ...field })) },
      UNREADABLE.map(([, path], index) => `flow.dnat ${key}[${index}]${path}`),
    ]),
    [
      "masquerading likewise",
      { masquerade: [...UNREADABLE.map(([field]) => field), "x"] },
      [
        ...UNREADABLE.map(([, path], index) => `flow.dnat masquerade[${index}]${path}`),
        `flow.dnat masquerade[${UNREADABLE.length}]`,
      ],
    ],
    ["no list of masquerading", { masquerade: 5 }, ["flow.dnat masquerade[0]"]],
    ["shared exceptions", { dnat: [dnat, dnat].map((nat) => ({ ...nat, except: [SHARED, SHARED] })) }, []],
    ["routes", { routes: [{ dst: "10.0.0.0/8", interfaces: ["eth0"] }] }, []],
    ["a route to no network", { routes: [{ dst: "default", interfaces: [] }] }, ["flow.route routes[0]"]],
    ["no routes at all", { routes: [null, { dst: "::/0" }] }, ["flow.route routes[0]", "flow.route routes[1]"]],
    ["a route out of no name", { routes: [{ dst: "::/0", interfaces: [5] }] }, ["flow.route routes[0]"]],
    [
      "a route with a source that is no text, and a metric that is no number",
      { routes: [{ source: 5 }, { metric: {} }].map((field) => ({ dst: "::/0", interfaces: ["eth0"], ...field })) },
      ["flow.route routes[0]", "flow.route routes[1]"],
    ],
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
