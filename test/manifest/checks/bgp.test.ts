import { describe, test } from "vitest";
import { checkCodes, resource } from "../read.ts";

const check = (kind: string, spec: object, expected: readonly string[], version = "v3.32", metadata?: object) =>
  checkCodes(resource(kind, spec, metadata), expected, version);

describe("BGPConfiguration", () => {
  const named = { name: "default" };
  test("networks and communities", () => {
    check("BGPConfiguration", { serviceClusterIPs: [{ cidr: "10.96.0.0/12" }], listenPort: 0 }, [], "v3.32", named);
    check("BGPConfiguration", { serviceLoadBalancerIPs: [{ cidr: "bad" }] }, ["net.syntax"], "v3.32", named);
    const communities = [{ name: "c", value: "1:2" }];
    check("BGPConfiguration", { communities }, ["bgp.communities"], "v3.32", named);
    const prefixAdvertisements = [{ cidr: "10.0.0.0/24", communities: ["c"] }];
    check("BGPConfiguration", { communities, prefixAdvertisements }, [], "v3.32", named);
    check("BGPConfiguration", { ignoredInterfaces: ["eth0", "eth*"] }, [], "v3.32", named);
    check("BGPConfiguration", { ignoredInterfaces: ["*"] }, ["interface.invalid"], "v3.32", named);
  });
  test("v3.7 has none of that", () => check("BGPConfiguration", { listenPort: 179 }, ["field.unknown"], "v3.7", named));
});

describe("BGPPeer", () => {
  test("a port, from v3.32 on", () => {
    for (const peerIP of ["10.0.0.1:179", "[2001:db8::1]:179", "2001:db8::1"]) check("BGPPeer", { peerIP }, []);
    for (const peerIP of ["10.0.0.1:0", "10.0.0.1:70000", "[2001:db8::1]", "[x]:1", ":1", "10.0.0.1:179:1"])
      check("BGPPeer", { peerIP }, ["address.syntax"]);
    check("BGPPeer", { peerIP: "10.0.0.1:179" }, ["address.syntax"], "v3.7");
  });
});

describe("BGPFilter", () => {
  const rule = (fields: object, expected: readonly string[], list = "exportV4") =>
    check("BGPFilter", { [list]: [{ action: "Accept", ...fields }] }, expected);
  test("networks are of the list's family, and compared", () => {
    rule({ cidr: "10.0.0.0/24", matchOperator: "In" }, []);
    rule({ cidr: "2001:db8::/32", matchOperator: "In" }, [], "importV6");
    rule({ cidr: "2001:db8::/32", matchOperator: "In" }, ["net.syntax"]);
    rule({ cidr: "10.0.0.1", matchOperator: "In" }, ["net.syntax"]);
    rule({ cidr: "10.0.0.0/24" }, ["bgp.filter"]);
    rule({ matchOperator: "In" }, ["bgp.filter"]);
    rule({ prefixLength: { min: 8 } }, ["bgp.filter"]);
    rule({ source: "RemotePeers" }, []);
    check("BGPFilter", { exportV4: [{}] }, ["field.required"]);
  });
});

describe("settings of v3.32", () => {
  test("controllers", () => {
    const kind = "KubeControllersConfiguration";
    check(kind, { controllers: { node: { reconcilerPeriod: "5m" }, policy: {} } }, [], "v3.32", { name: "default" });
    check(kind, {}, ["name.invalid"], "v3.32", { name: "x" });
    check(kind, { prometheusMetricsPort: 70_000 }, ["field.range"], "v3.32", { name: "default" });
  });
  test("reservations", () => {
    check("IPReservation", { reservedCIDRs: ["10.0.0.1", "10.0.0.1/30", "2001:db8::/64"] }, []);
    check("IPReservation", { reservedCIDRs: ["bad"] }, ["net.syntax"]);
  });
  test("Felix", () => {
    check("FelixConfiguration", { logSeverityScreen: "Trace", bpfEnabled: true, goMaxProcs: -1 }, []);
    check("FelixConfiguration", { logSeverityScreen: "Trace" }, ["field.enum"], "v3.7");
    check("FelixConfiguration", { bpfEnabled: true }, ["field.unknown"], "v3.7");
    check("FelixConfiguration", { failsafeInboundHostPorts: [{ protocol: "TCP", port: 22, net: "10.0.0.0/8" }] }, []);
  });
  test("ports of workloads lead to ports of the host, or have names", () => {
    const spec = { node: "n", orchestrator: "k8s", pod: "p", endpoint: "eth0", interfaceName: "cali1" };
    const port = (ports: object, expected: readonly string[]) =>
      check("WorkloadEndpoint", { ...spec, ports: [ports] }, expected, "v3.32", {
        name: "n-k8s-p-eth0",
        namespace: "d",
      });
    port({ protocol: "TCP", port: 80, hostPort: 8080 }, []);
    port({ protocol: "TCP", port: 80, name: "http" }, []);
    port({ protocol: "TCP", port: 80 }, ["field.required"]);
  });
});
