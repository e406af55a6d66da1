import { describe, test } from "vitest";
import { checkCodes, resource } from "../read.ts";

const check = (kind: string, spec: object, expected: readonly string[], version = "v3.32", metadata?: object) =>
  checkCodes(resource(kind, spec, metadata), expected, version);

describe("settings of v3.32", () => {
  test("controllers", () => {
    const kind = "KubeControllersConfiguration";
    check(kind, { controllers: { node: { reconcilerPeriod: "5m" }, policy: {} } }, [], "v3.32", { name: "default" });
    check(kind, {}, ["name.invalid"], "v3.32", { name: "x" });
    const template = (expected: readonly string[], ...templates: object[]) => {
      const controllers = { node: { hostEndpoint: { templates } } };
      check(kind, { controllers }, expected, "v3.32", { name: "default" });
    };
    const interfaceCIDRs = ["10.0.0.0/8"];
    template([], { generateName: "X", interfaceCIDRs: ["bad"], nodeSelector: "has(a) &&" });
    template([], { generateName: "a", interfacePattern: "eth.*" }, { generateName: "b".repeat(253), interfaceCIDRs });
    template(["field.required"], { interfaceCIDRs });
    template(["field.required"], { generateName: "a", interfaceCIDRs: [] });
    template(["list.duplicate"], { generateName: "a", interfaceCIDRs }, { generateName: "a", interfaceCIDRs });
    template(["name.invalid"], { generateName: "b".repeat(254), interfaceCIDRs });
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
