import { describe, test } from "vitest";
import { checkCodes, policy, resource } from "../read.ts";

describe("rules", () => {
  const check = (fields: object, expected: readonly string[], version?: string) =>
    checkCodes(policy({ ingress: [{ action: "Allow", ...fields }] }), expected, version);

  test("ports need a protocol that has them", () => {
    for (const protocol of ["TCP", "UDP", 6, 17, "6"]) check({ protocol, source: { ports: [80] } }, []);
    for (const protocol of ["ICMP", "UDPLite", "SCTP", 132, 47])
      check({ protocol, destination: { notPorts: [80] } }, ["port.protocol"]);
    check({ source: { ports: ["http"] } }, ["port.protocol"]);
    check({ source: { ports: [] } }, []);
  });
  test("ports of v3.32", () => {
    check({ protocol: "SCTP", source: { ports: [80] } }, [], "v3.32");
    check({ source: { ports: ["http"] } }, [], "v3.32");
    check({ source: { ports: ["http", 80] } }, ["port.protocol"], "v3.32");
  });
  test("icmp", () => {
    check({ protocol: "ICMP", icmp: { type: 8, code: 0 } }, []);
    check({ protocol: "ICMPv6", icmp: {} }, []);
    check({ icmp: { type: 8 } }, ["icmp.protocol"]);
    check({ protocol: 1, icmp: { type: 8 } }, ["icmp.protocol"]);
    check({ protocol: "ICMP", icmp: { code: 0 } }, ["icmp.code"]);
    check({ notICMP: { type: 8 } }, []);
    check({ notICMP: { code: 1 } }, ["icmp.code"]);
  });
  test("ipVersion", () => {
    check({ ipVersion: 4, protocol: "ICMP" }, []);
    check({ ipVersion: 6, protocol: "ICMP" }, ["ip-version.protocol"]);
    check({ ipVersion: 4, notProtocol: "ICMPv6" }, ["ip-version.protocol"]);
    check({ ipVersion: 4, protocol: 58 }, []);
    check({ ipVersion: 5 }, ["field.enum"]);
  });
  test("nets", () => {
    check({ source: { nets: ["10.0.0.0/8"] }, destination: { notNets: ["192.168.0.0/16"] } }, []);
    check({ source: { nets: ["10.0.0.1"] } }, ["net.syntax"]);
    check({ source: { nets: [""] } }, ["net.syntax"]);
    check({ source: { nets: ["10.0.0.1/8"] } }, ["net.masked"]);
    check({ source: { nets: ["10.0.0.0/8"] }, destination: { notNets: ["fd00::/8"] } }, ["net.family"]);
    check({ ipVersion: 6, source: { nets: ["10.0.0.0/8"] } }, ["net.family"]);
    check({ source: { notNets: ["0.0.0.0/0"] } }, []);
    check({ source: { notNets: ["0.0.0.0/0"] } }, ["net.catch-all"], "v3.32");
  });
  test("http", () => {
    check({ http: { methods: ["GET", "FOO"], paths: [{ exact: "/a" }, { prefix: "/b" }] } }, []);
    check({ protocol: "TCP", http: {} }, []);
    check({ protocol: 6, http: {} }, ["http.protocol"]);
    check({ action: "Deny", http: {} }, ["http.action"]);
    check({ http: { methods: ["GET", "GET"] } }, ["http.method"]);
    for (const path of [{}, { exact: "/a", prefix: "/b" }, { exact: "a" }, { exact: "/a b" }, { prefix: "/a#" }]) {
      check({ http: { paths: [path] } }, ["http.path"]);
    }
    const methods = Array.from({ length: 21 }, (_, i) => `M${i}`);
    check({ http: { methods } }, []);
    check({ http: { methods } }, ["http.method"], "v3.32");
    for (const [length, codes] of [
      [1024, []],
      [1025, ["http.path"]],
    ] as const) {
      const path = `/${"a".repeat(length - 1)}`;
      for (const field of ["exact", "prefix"]) check({ http: { paths: [{ [field]: path }] } }, codes, "v3.32");
      check({ http: { paths: [{ exact: path }] } }, []);
    }
  });
  test("http and directions", () => {
    const egress = [{ action: "Allow", http: {} }];
    checkCodes(policy({ egress }), ["http.egress"]);
    checkCodes(resource("Profile", { egress }), []);
  });
  test("services and notes of v3.32", () => {
    check({ source: { services: { name: "s", namespace: "n" } } }, [], "v3.32");
    check({ metadata: { annotations: { "A B": "c" } } }, ["annotation.key"], "v3.32");
    check({ metadata: {} }, ["field.unknown"]);
  });
});
