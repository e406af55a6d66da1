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
  const check = (fields: object, expected: readonly string[], name = "n-k8s-p-eth0", version = "v3.7") =>
    checkCodes(resource("WorkloadEndpoint", { ...spec, ...fields }, { name }), expected, version);
  const later = (fields: object, expected: readonly string[]) => check(fields, expected, undefined, "v3.32");

  test("names", () => {
    check({}, []);
    check({}, [], "");
    check({}, ["name.workload"], "other");
    check({ orchestrator: "libnetwork" }, [], "n-libnetwork-libnetwork-eth0");
    check({ orchestrator: "openstack", workload: "w-1" }, [], "n-openstack-w--1-eth0");
    check({ pod: null }, ["field.required"]);
  });
  test.each([
    [{}, []],
    [null, []],
    [{ name: null }, []],
    ["n-k8s-p-eth0", ["field.type"]],
    [[], ["field.type"]],
    [{ name: { a: 1 } }, ["field.required"]],
    [{ name: ["n-k8s-p-eth0"] }, ["field.required"]],
  ])("a name is made only where none is given: metadata %j", (metadata, expected) =>
    checkCodes(
      JSON.stringify({ apiVersion: "projectcalico.org/v3", kind: "WorkloadEndpoint", metadata, spec }),
      expected,
    ),
  );
  test("an interface", () => check({ interfaceName: null }, ["field.required"]));
  test("addresses", () => {
    check({ ipNetworks: ["10.0.0.5", "fd00::1/128"] }, []);
    check({ ipNetworks: ["10.0.0.0/24"] }, ["net.single"]);
    check({ ipNetworks: ["x"] }, ["net.syntax"]);
    check({ ipv4Gateway: "10.0.0.1", mac: "aa:bb:cc:dd:ee:ff" }, []);
    check({ ipv4Gateway: "fd00::1" }, ["address.syntax"]);
    check({ mac: "x" }, ["address.mac"]);
  });
  /** The validation tag `containerID` of both versions (recorded: wep-cid). */
  test("a container's id", () => {
    for (const containerID of ["Abc-1", "a", "0", "", "A--b"])
      for (const version of ["v3.7", "v3.32"]) check({ containerID }, [], undefined, version);
    for (const containerID of ["-a", "a-", "a_b", "a.b", "a b"])
      for (const version of ["v3.7", "v3.32"]) check({ containerID }, ["name.invalid"], undefined, version);
  });
  test("networks it may also send from", () => {
    const good = ["10.0.0.0/8", "10.0.0.1/8", "10.0.0.1", "fd00::/64"];
    later({ allowSpoofedSourcePrefixes: good }, []);
    for (const net of ["10.0.0.0/33", "x", "10.0.0"]) later({ allowSpoofedSourcePrefixes: [net] }, ["net.syntax"]);
    check({ allowSpoofedSourcePrefixes: good }, ["field.unknown"]);
  });
  test("limits on its traffic", () => {
    later({ qosControls: { ingressBandwidth: 1000, egressMaxConnections: 5, dscp: "EF" } }, []);
    later({ qosControls: { dscp: 46, ingressPacketRate: "5" } }, ["field.type"]);
    later({ qosControls: { bandwidth: 1 } }, ["field.unknown"]);
    check({ qosControls: {} }, ["field.unknown"]);
  });
  test("a service account", () => {
    later({ serviceAccountName: "web.1" }, []);
    later({ serviceAccountName: "Web" }, ["name.invalid"]);
  });
  /** The validator of WorkloadEndpointPort of v3.32 and of EndpointPort of v3.9 (recorded: wep-port-*). */
  test("ports", () => {
    const port = { protocol: "TCP", port: 80 };
    for (const name of [undefined, ""]) {
      later({ ports: [{ ...port, name, hostPort: 8080 }] }, []);
      later({ ports: [{ ...port, name, hostPort: 0 }] }, name === "" ? ["port.name"] : ["field.required"]);
      later({ ports: [{ ...port, name }] }, name === "" ? ["port.name"] : ["field.required"]);
      check({ ports: [{ ...port, name }] }, name === "" ? ["port.name"] : ["field.required"]);
    }
    later({ ports: [{ ...port, name: "HTTP", hostPort: 8080 }] }, ["port.name"]);
    check({ ports: [{ ...port, name: "http", hostPort: 8080 }] }, ["field.unknown"]);
    for (const hostIP of ["10.0.0.1", "10.0.0.0/24", ""]) later({ ports: [{ ...port, hostPort: 80, hostIP }] }, []);
    for (const hostIP of ["x", "10.0.0.1/24"])
      later({ ports: [{ ...port, hostPort: 80, hostIP }] }, ["address.syntax"]);
  });
  test("translations", () => {
    const nat = { internalIP: "10.0.0.5", externalIP: "1.2.3.4" };
    check({ ipNATs: [nat] }, []);
    check({ ipNATs: [{ ...nat, internalIP: "10.0.0.6" }] }, ["nat.network"]);
    for (const internalIP of ["x", "10.0.0.5/32"]) check({ ipNATs: [{ ...nat, internalIP }] }, ["nat.address"]);
    check({ ipNATs: [{ ...nat, externalIP: "fd00::1" }] }, ["nat.family"]);
  });
});
