import { expect, test } from "vitest";
import type { NodeFacts } from "../../../src/model/flow.ts";
import { parseAddress } from "../../../src/model/net/address.ts";
import type { Place } from "../../../src/policy/end-to-end/endpoint-places.ts";
import { type HostInterfaceRequest, hostInterface } from "../../../src/policy/end-to-end/host-interface.ts";
import { nodeView } from "../../../src/policy/path/node-view.ts";
import { hep, worldOf } from "../support.ts";

const ADDRESS = parseAddress("10.0.0.1") ?? expect.unreachable();
const LOCAL: Place = { kind: "process", name: "a", node: "node1", addresses: [ADDRESS] };
const A = hep("a", { expectedIPs: ["10.0.0.1"] });
const B = hep("b", { interfaceName: "eth1" });
const ROUTES = [
  { dst: "0.0.0.0/0", interfaces: ["eth7"] },
  { dst: "172.16.0.0/12", interfaces: ["eth7", "eth8"] },
];

/** The interface towards 198.51.100.7 and why it was assumed; or what fits. */
function check(
  resources: Parameters<typeof worldOf>[0],
  facts: Partial<NodeFacts>,
  request: Partial<HostInterfaceRequest> = {},
) {
  const view = nodeView(worldOf(resources), { node: "node1", ...facts });
  const towards = parseAddress("198.51.100.7") ?? expect.unreachable();
  const chosen = hostInterface(view, { direction: "out", towards, ...request });
  return chosen.ok ? [chosen.interface, ...chosen.assumptions] : { fits: chosen.question.fitting };
}

const leaves = (name: string, why: string) => [name, `packets to 198.51.100.7 leave node1 through ${name}, ${why}`];
const toRoute = { towards: parseAddress("172.16.0.9") ?? expect.unreachable() };

test.each([
  ["what is said", [A, B], { routes: ROUTES }, { given: "eth3" }, ["eth3"]],
  ["the route", [A, B], { routes: ROUTES }, {}, ["eth7"]],
  ["several routes", [A, B], { routes: ROUTES }, toRoute, { fits: ["eth7", "eth8"] }],
  [
    "the network",
    [A, B],
    { interfaces: { eth4: ["198.51.100.1/24"], eth5: ["198.51.0.1/16"] } },
    {},
    leaves("eth4", "whose network holds the address: no route was given"),
  ],
  [
    "the own end's host endpoint",
    [A, B],
    {},
    { local: LOCAL },
    leaves("eth0", "the interface of a: no route was given"),
  ],
  [
    "the own end's address",
    [B],
    { interfaces: { lo: ["10.0.0.1"], eth6: ["10.0.0.1"] } },
    { local: LOCAL },
    leaves("eth6", "the interface of a: no route was given"),
  ],
  ["the only one", [B], {}, {}, leaves("eth1", "the only host interface known there: no route was given")],
  ["none", [], {}, {}, leaves("eth0", "as it is called here: no interface of the node is known")],
  ["several", [A, B], {}, {}, { fits: ["eth0", "eth1"] }],
] as const)("%s", (_, resources, facts, request, expected) => {
  expect(check(resources, facts, request)).toEqual(expected);
});
