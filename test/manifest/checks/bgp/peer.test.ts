import { describe, test } from "vitest";
import { checkCodes, resource } from "../../read.ts";

/** A spec of a BGPPeer, and the codes of its errors. */
type Row = readonly [spec: object, expected: readonly string[]];

const peerIP = "10.0.0.1";
const asNumber = 64512;
const localWorkloadSelector = "all()";

// Recorded: the `bp-*` cases. Others: API reference, BGPPeer, and the rules of its resource definition.
const ROWS: readonly Row[] = [
  ...["10.0.0.1:179", "10.0.0.1:000179", "[2001:db8::1]:179", "2001:db8::1"].map(
    (given): Row => [{ peerIP: given }, []],
  ),
  ...["10.0.0.1:0", "10.0.0.1:70000", "[2001:db8::1]", "[x]:1", ":1", "10.0.0.1:179:1"].map(
    (given): Row => [{ peerIP: given }, ["address.syntax"]],
  ),
  [{ node: "n", nodeSelector: "all()", peerIP, asNumber }, ["bgp.peer"]],
  [{ peerIP, peerSelector: "all()" }, ["bgp.peer"]],
  [{ asNumber, peerSelector: "all()" }, ["bgp.peer"]],
  [{ asNumber: 0, peerSelector: "all()" }, []],
  [{ localWorkloadSelector, asNumber }, []],
  [{ localWorkloadSelector }, ["bgp.peer"]],
  [{ localWorkloadSelector, asNumber: 0 }, ["bgp.peer"]],
  [{ localWorkloadSelector, asNumber, peerIP }, ["bgp.peer"]],
  [{ localWorkloadSelector, asNumber, peerSelector: "all()" }, ["bgp.peer"]],
  [{ localWorkloadSelector: "a = 'b'", asNumber }, ["selector.syntax"]],
  [{ peerIP, reachableBy: "10.0.0.254" }, []],
  [{ peerIP: "[fd00::1]:179", reachableBy: "fd00::fe" }, []],
  [{ reachableBy: "10.0.0.254", peerSelector: "all()" }, ["bgp.peer"]],
  [{ peerIP, reachableBy: "fd00::fe" }, ["net.family"]],
  [{ peerIP, reachableBy: "10.0.0.254/24" }, ["address.syntax"]],
  [{ peerIP, reachableBy: "router" }, ["address.syntax"]],
  [{ peerIP, nextHopMode: "Keep" }, []],
  [{ peerIP, nextHopMode: "keep" }, ["field.enum"]],
  [{ peerIP, keepOriginalNextHop: true }, []],
  [{ peerIP, keepOriginalNextHop: true, nextHopMode: "Self" }, ["bgp.peer"]],
  [{ peerIP, keepOriginalNextHop: false, nextHopMode: "Self" }, []],
  [{ peerIP, keepaliveTime: "15s", maxRestartTime: "2m" }, []],
  [{ peerIP, keepaliveTime: "15" }, ["field.duration"]],
  [{ peerIP, ttlSecurity: 256 }, ["field.range"]],
];

describe("BGPPeer", () => {
  test.each(ROWS)("%j", (spec, expected) => checkCodes(resource("BGPPeer", spec), expected, "v3.32"));
  test.each([
    [{ peerIP: "10.0.0.1:179" }, ["address.syntax"]],
    [{ node: "n", nodeSelector: "all()" }, ["bgp.peer"]],
    [{ peerIP, reachableBy: "10.0.0.254" }, ["field.unknown"]],
    [{ localWorkloadSelector, asNumber }, ["field.unknown"]],
  ] satisfies Row[])("v3.7: %j", (spec, expected) => checkCodes(resource("BGPPeer", spec), expected, "v3.7"));
});
