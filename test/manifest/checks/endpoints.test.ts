import { describe, test } from "vitest";
import { checkCodes, resource } from "../read.ts";

describe("host endpoints", () => {
  const check = (spec: object, expected: readonly string[], version?: string) =>
    checkCodes(resource("HostEndpoint", { node: "n", interfaceName: "eth0", ...spec }), expected, version);

  test("an interface or addresses", () => {
    check({ interfaceName: "", expectedIPs: ["10.0.0.1"] }, []);
    check({ interfaceName: "" }, ["host-endpoint.interface"]);
  });
  test.each(["*", ".", "-", "lo", "eth0.100", "a".repeat(15), 5])("interface %j", (interfaceName) =>
    check({ interfaceName }, []),
  );
  test.each(["**", "eth0:1", "eth/0", "é0", "eth0\n", "eth+", "a".repeat(16)])("interface %j", (interfaceName) =>
    check({ interfaceName }, ["interface.invalid"]),
  );
  test("addresses", () => {
    check({ expectedIPs: ["10.0.0.1", "10.0.0.1", "::", "::ffff:1.2.3.4"] }, []);
    for (const address of ["10.0.0.1/24", "10.0.0.256", " 10.0.0.1", "fe80::1%eth0", "", 1, null])
      check({ expectedIPs: [address] }, ["address.syntax"]);
  });
  test("names", () => {
    check({ node: "node.1", profiles: ["a.b", "a.b"] }, []);
    check({ node: "N" }, ["name.invalid"]);
    check({ profiles: ["p_1"] }, ["name.invalid"]);
    check({ node: "a".repeat(254) }, []);
    check({ node: "a".repeat(254) }, ["name.invalid"], "v3.32");
  });
  test("named ports", () => {
    const port = { name: "http", protocol: "TCP", port: 80 };
    check({ ports: [port, port] }, []);
    check({ ports: [{ ...port, name: "HTTP" }] }, ["port.name"]);
    check({ ports: [{ ...port, protocol: "SCTP" }] }, ["port.protocol"]);
    check({ ports: [{ ...port, protocol: "SCTP" }] }, [], "v3.32");
    check({ ports: [{ ...port, protocol: 6 }] }, ["port.protocol"]);
    check({ ports: [{ ...port, protocol: 6 }] }, [], "v3.32");
    check({ ports: [{ ...port, port: 0 }] }, ["field.range"]);
    check({ ports: [{}] }, ["field.required"]);
  });
});

describe("workload endpoints", () => {
  const spec = {
    node: "n",
    orchestrator: "k8s",
    pod: "p",
    endpoint: "eth0",
    interfaceName: "cali1",
    ipNetworks: ["10.0.0.5/32"],
  };
  const check = (fields: object, expected: readonly string[], name = "n-k8s-p-eth0") =>
    checkCodes(resource("WorkloadEndpoint", { ...spec, ...fields }, { name }), expected);

  test("names", () => {
    check({}, []);
    check({}, [], "");
    check({}, ["name.workload"], "other");
    check({ orchestrator: "libnetwork" }, [], "n-libnetwork-libnetwork-eth0");
    check({ orchestrator: "openstack", workload: "w-1" }, [], "n-openstack-w--1-eth0");
    check({ pod: null }, ["field.required"]);
  });
  test("an interface", () => check({ interfaceName: null }, ["field.required"]));
  test("addresses", () => {
    check({ ipNetworks: ["10.0.0.5", "fd00::1/128"] }, []);
    check({ ipNetworks: ["10.0.0.0/24"] }, ["net.single"]);
    check({ ipNetworks: ["x"] }, ["net.syntax"]);
    check({ ipv4Gateway: "10.0.0.1", mac: "aa:bb:cc:dd:ee:ff" }, []);
    check({ ipv4Gateway: "fd00::1" }, ["address.syntax"]);
    check({ mac: "x" }, ["address.mac"]);
  });
  test("translations", () => {
    const nat = { internalIP: "10.0.0.5", externalIP: "1.2.3.4" };
    check({ ipNATs: [nat] }, []);
    check({ ipNATs: [{ ...nat, internalIP: "10.0.0.6" }] }, ["nat.network"]);
    check({ ipNATs: [{ ...nat, internalIP: "x" }] }, ["nat.address"]);
    check({ ipNATs: [{ ...nat, externalIP: "fd00::1" }] }, ["nat.family"]);
  });
});
