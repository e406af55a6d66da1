import { describe, expect, test } from "vitest";
import { checkCodes, findings, policy, resource } from "../read.ts";

describe("scalars wherever they stand", () => {
  const rule = (fields: object) => policy({ ingress: [{ action: "Allow", protocol: "TCP", ...fields }] });
  const check = checkCodes;

  test.each([["80"], [80], ["80:90"], ["http"], ["a".repeat(15)], ["65535"]])("port %j", (port) =>
    check(rule({ source: { ports: [port] } }), []),
  );
  test.each([
    [0, "port.range"],
    ["0:10", "port.range"],
    ["90:80", "port.range"],
    [65536, "port.range"],
    ["1:65536", "port.range"],
    [-1, "port.range"],
    [80.5, "port.syntax"],
    ["80:", "port.syntax"],
    ["http_alt", "port.syntax"],
    ["a".repeat(16), "port.syntax"],
    ["*", "port.syntax"],
  ])("port %j", (port, code) => check(rule({ source: { ports: [port] } }), [code]));

  test.each([["TCP"], ["6"], [6], [255]])("protocol %j", (protocol) => check(rule({ protocol }), []));
  test.each([["tcp"], [""], [0], ["0"], [256], ["256"], [1.5], [-1]])("protocol %j", (protocol) =>
    check(rule({ protocol }), ["protocol.unknown"]),
  );

  test("AS numbers", () => {
    check(resource("Node", { bgp: { asNumber: 64512 } }), []);
    for (const asNumber of [-1, 1.1, 4294967296, "x"])
      check(resource("Node", { bgp: { asNumber } }), ["as-number.invalid"]);
  });

  test("points in time", () => {
    check(resource("Node", {}, { name: "a", creationTimestamp: "2019-01-01T00:00:00Z" }), []);
    check(resource("Node", {}, { name: "a", creationTimestamp: "yesterday" }), ["field.timestamp"]);
  });

  test("selectors, everywhere", () => {
    check(policy({ selector: "a == 'b'" }), []);
    check(policy({ selector: "a b" }), ["selector.syntax"]);
    check(rule({ source: { serviceAccounts: { selector: "a b" } } }), ["selector.syntax"]);
    check(resource("IPPool", { cidr: "10.0.0.0/16", nodeSelector: "a b" }), ["selector.syntax"]);
    check(resource("BGPPeer", { peerSelector: "a b" }), ["selector.syntax"]);
  });

  test("a selector's fault is shown where it is", () =>
    expect(
      findings(
        "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: p}\nspec:\n  selector: \"a == 'b' & c == 'd'\"\n",
      ),
    ).toEqual(["error selector.syntax 5:23"]));

  test("global()", () => {
    const text = rule({ source: { namespaceSelector: "global()" } });
    check(text, ["selector.syntax"]);
    check(text, [], "v3.32");
    check(rule({ source: { selector: "global()" } }), ["selector.syntax"], "v3.32");
  });
});
