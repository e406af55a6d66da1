import { describe, test } from "vitest";
import { checkCodes, resource } from "../../read.ts";

/** The fields of a rule that accepts, the codes of its errors, and the list that it is in. */
type Row = readonly [rule: object, expected: readonly string[], list?: string];

const setPriority = { value: 100 };
const operation = (...operations: object[]) => ({ operations });
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

// Recorded: the `bf-*` cases. Others: API reference, BGPFilter, and the rules of its resource definition.
const ROWS: readonly Row[] = [
  [{ cidr: "10.0.0.0/24", matchOperator: "In" }, []],
  [{ cidr: "2001:db8::/32", matchOperator: "In" }, [], "importV6"],
  [{ cidr: "10.0.0.0/24", matchOperator: "In" }, ["net.syntax"], "importV6"],
  [{ cidr: "2001:db8::/32", matchOperator: "In" }, ["net.syntax"]],
  [{ cidr: "10.0.0.1", matchOperator: "In" }, ["net.syntax"]],
  [{ cidr: "10.0.0.1/24", matchOperator: "In" }, ["net.masked"]],
  [{ cidr: "10.0.0.0/24" }, ["bgp.filter"]],
  [{ matchOperator: "In" }, ["bgp.filter"]],
  [{ prefixLength: { min: 8 } }, ["bgp.filter"]],
  [{ cidr: "10.0.0.0/24", matchOperator: "In", prefixLength: { min: 33 } }, ["field.range"]],
  [{ cidr: "fd00::/8", matchOperator: "In", prefixLength: { max: 128 } }, [], "exportV6"],
  [{ source: "RemotePeers" }, []],
  [{ source: "All" }, ["field.enum"]],
  ...["*", "eth0", "*.calico", "cali*", "a_b-c.d"].map((name): Row => [{ interface: name }, []]),
  ...["eth+", "a b", "eth/0", "a234567890123456"].map((name): Row => [{ interface: name }, ["interface.invalid"]]),
  [{ peerType: "eBGP", asPathPrefix: [64512, "1.10"], priority: 1 }, []],
  [{ peerType: "ebgp" }, ["field.enum"]],
  [{ priority: 0 }, ["field.range"]],
  [{ priority: 2147483647 }, ["field.range"]],
  [{ asPathPrefix: ["x"] }, ["as-number.invalid"]],
  [{ communities: { values: ["65535:65535"] } }, []],
  [{ communities: { values: ["1:2:4294967295"] } }, []],
  [{ communities: {} }, ["field.required"]],
  [{ communities: { values: [] } }, ["bgp.communities"]],
  [{ communities: { values: ["1:1", "1:2"] } }, ["bgp.communities"]],
  [{ communities: { values: ["65536:1"] } }, ["bgp.communities"]],
  [{ communities: { values: ["01:1"] } }, ["bgp.communities"]],
  [operation({ setPriority }, { addCommunity: { value: "1:2" } }, { prependASPath: { prefix: [64512] } }), []],
  [operation(), []],
  [operation({}), ["bgp.operations"]],
  [operation({ setPriority, addCommunity: { value: "1:2" } }), ["bgp.operations"]],
  [{ action: "Reject", ...operation({ setPriority }) }, ["bgp.operations"]],
  [{ action: "Reject", ...operation({ setPriority }) }, ["bgp.operations"], "importV6"],
  [operation(...times(10, { setPriority })), []],
  [operation(...times(11, { setPriority })), ["bgp.operations"]],
  [operation({ setPriority: {} }), ["field.required"]],
  [operation({ setPriority: { value: 0 } }), ["field.range"]],
  [operation({ addCommunity: { value: "x" } }), ["bgp.communities"]],
  [operation({ addCommunity: {} }), ["field.required"]],
  [operation({ prependASPath: { prefix: [] } }), ["bgp.operations"]],
  [operation({ prependASPath: { prefix: times(11, 1) } }), ["bgp.operations"]],
];

describe("BGPFilter", () => {
  const rows = ROWS.map(([rule, expected, list = "exportV4"]) => ({ list, rule, expected }));
  test.each(rows)("$list $rule: $expected", ({ list, rule, expected }) => {
    checkCodes(resource("BGPFilter", { [list]: [{ action: "Accept", ...rule }] }), expected, "v3.32");
  });
  test("a rule has an action", () => {
    checkCodes(resource("BGPFilter", { exportV4: [{}] }), ["field.required"], "v3.32");
  });
});
