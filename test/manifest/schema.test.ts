import { describe, expect, test } from "vitest";
import { renderDiagnostic } from "../../src/report/findings/diagnostic-text.ts";
import { policy, read, resource } from "./read.ts";

/** The only finding of a manifest: its code, path and message, and help if there is any. */
function check(text: string, expected: string): void {
  const reported = read(text).diagnostics.map(
    ({ code, path, message, help }) => `[${code}] ${path}: ${message}${help ? ` (${help})` : ""}`,
  );
  expect(reported).toEqual([expected]);
}

describe("one mistake, one finding", () => {
  const rule = (fields: object) => policy({ ingress: [{ action: "Allow", ...fields }] });

  test("an unknown field", () =>
    check(
      policy({ applyOnFoward: true }),
      "[field.unknown] spec.applyOnFoward: unknown field `applyOnFoward` (did you mean `applyOnForward`?)",
    ));
  test("an unknown field of a rule", () =>
    check(
      rule({ sources: {} }),
      "[field.unknown] spec.ingress[0].sources: unknown field `sources` (did you mean `source`?)",
    ));
  test("a field of a later version", () =>
    check(
      policy({ tier: "x" }),
      "[field.unknown] spec.tier: unknown field `tier` (Calico v3.7 does not have it; v3.32 does: --calico-version v3.32)",
    ));
  test("a missing field", () =>
    check(
      policy({ ingress: [{}] }),
      "[field.required] spec.ingress[0]: `action` is missing (`action` is `Allow`, `Deny`, `Log` or `Pass`)",
    ));
  test("a missing node", () =>
    check(
      resource("HostEndpoint", { interfaceName: "eth0" }),
      "[field.required] spec: `node` is missing (`node` is the name of the Node that it is on)",
    ));
  test("a missing spec", () =>
    check(resource("HostEndpoint", undefined), "[field.required] undefined: `spec` is missing"));
  test("a missing name", () =>
    check(
      resource("Node", {}, {}),
      "[field.required] metadata.name: `name` is missing or empty (write `metadata: {name: NAME}`)",
    ));
  test("a value that is not a list", () =>
    check(
      resource("HostEndpoint", { node: "n", interfaceName: "e", expectedIPs: "10.0.0.1" }),
      "[field.type] spec.expectedIPs: `expectedIPs` must be a list, not `10.0.0.1` (write `[10.0.0.1]`, or `- 10.0.0.1` below)",
    ));
  test.each(["failsafeInboundHostPorts", "failsafeOutboundHostPorts"])("words for %s, which takes none", (field) => {
    for (const value of ["none", false, 22, { protocol: "TCP", port: 22 }]) {
      const { diagnostics } = read(resource("FelixConfiguration", { [field]: value }, { name: "default" }));
      expect(diagnostics.map(({ code, path, help }) => `${code} ${path}: ${help}`)).toEqual([
        `field.type spec.${field}: an empty list, \`[]\`, turns these failsafe ports off; \`[{protocol: TCP, port: 22}]\` keeps one of them`,
      ]);
    }
    for (const value of [[], [{ protocol: "TCP", port: 22 }]])
      expect(read(resource("FelixConfiguration", { [field]: value }, { name: "default" })).diagnostics).toEqual([]);
  });
  test("a list of objects", () =>
    check(
      policy({ ingress: "allow" }),
      "[field.type] spec.ingress: `ingress` must be a list, not `allow` (its items are objects, with fields such as `action`, `ipVersion`, `protocol`)",
    ));
  test.each(["failsafeInboundHostPorts", "failsafeOutboundHostPorts"])("%s without a value", (field) => {
    const text = `apiVersion: projectcalico.org/v3\nkind: FelixConfiguration\nmetadata: {name: default}\nspec:\n  ${field}:\n`;
    const { diagnostics, resources } = read(text);
    expect(diagnostics).toEqual([
      {
        severity: "warning",
        code: "field.empty",
        message: `\`${field}\` has no value, which is the same as leaving it out: the defaults apply`,
        help: "write `[]` for an empty list, or remove the field",
        resource: "FelixConfiguration default",
        path: `spec.${field}`,
        span: { source: "f.yaml", start: { line: 5, column: 3 }, end: { line: 5, column: 3 + field.length } },
        fix: { span: { source: "f.yaml", start: { line: 5, column: 1 }, end: { line: 6, column: 1 } }, text: "" },
      },
    ]);
    expect(resources[0]?.resource.spec).not.toHaveProperty(field);
  });
  test("a flag in quotes", () =>
    check(
      policy({ applyOnForward: "true" }),
      "[field.type] spec.applyOnForward: `applyOnForward` must be `true` or `false`, not `true` (remove the quotes)",
    ));
  test("a number in quotes", () =>
    check(policy({ order: "10" }), "[field.type] spec.order: `order` must be a number, not `10` (remove the quotes)"));
  test("an object that is a list", () =>
    check(
      rule({ source: [] }),
      "[field.type] spec.ingress[0].source: `source` must be an object (fields with values), not a list",
    ));
  test("a choice in the wrong case", () =>
    check(
      rule({ action: "allow" }),
      "[field.enum] spec.ingress[0].action: `allow` is not one of `Allow`, `Deny`, `Log`, `Pass` (did you mean `Allow`?)",
    ));
  test("a number out of range", () =>
    check(
      rule({ protocol: "ICMP", icmp: { type: 255 } }),
      "[field.range] spec.ingress[0].icmp.type: `type` must be at most 254, not 255",
    ));
  test("a protocol that is an object", () =>
    check(
      rule({ protocol: {} }),
      "[field.type] spec.ingress[0].protocol: must be a protocol: a name like `TCP`, or a number, not an object",
    ));
  test("a port that is a flag", () =>
    check(
      rule({ protocol: "TCP", source: { ports: [true] } }),
      "[field.type] spec.ingress[0].source.ports[0]: must be a port: a number, a range like `8000:8010`, or a name, not `true` or `false`",
    ));
  test("a port out of range", () =>
    check(
      rule({ protocol: "TCP", source: { ports: [0] } }),
      "[port.range] spec.ingress[0].source.ports[0]: port `0` is not between 1 and 65535",
    ));
  test("a protocol in the wrong case", () =>
    check(
      rule({ protocol: "tcp" }),
      "[protocol.unknown] spec.ingress[0].protocol: unknown protocol `tcp` (did you mean `TCP`?)",
    ));
  test("a duration without its unit", () =>
    check(
      resource("FelixConfiguration", { reportingInterval: "10" }),
      "[field.duration] spec.reportingInterval: invalid duration `10` (write it with its unit: `10s`)",
    ));
  test("a duration that is a number", () =>
    check(
      resource("FelixConfiguration", { reportingInterval: 5 }),
      "[field.type] spec.reportingInterval: `reportingInterval` must be text, not `5` (write it with its unit: `5s`)",
    ));
  test("a duration in words", () =>
    check(
      resource("FelixConfiguration", { reportingInterval: "soon" }),
      "[field.duration] spec.reportingInterval: invalid duration `soon` (write it with its unit: `90s`, `1m30s`, `250ms`)",
    ));
  test("two ports in one", () =>
    check(
      rule({ protocol: "TCP", source: { ports: ["80,90"] } }),
      "[port.syntax] spec.ingress[0].source.ports[0]: invalid port `80,90` (did you mean `[80, 90]`?)",
    ));
  test.each(["preDNAT", "doNotTrack", "applyOnForward"])("%s in a NetworkPolicy", (field) =>
    check(
      resource("NetworkPolicy", { [field]: true }, { name: "p", namespace: "default" }),
      `[field.unknown] spec.${field}: unknown field \`${field}\` (only a GlobalNetworkPolicy has it)`,
    ),
  );
  test("a label key like a JSON pointer", () =>
    check(
      resource("Node", {}, { name: "a", labels: { "a/b~c": [] } }),
      '[field.type] metadata.labels["a/b~c"]: `a/b~c` must be text, not a list',
    ));
  test("a missing field stands at its parent's key", () => {
    const text =
      "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata:\n  name: a\nspec:\n  interfaceName: eth0\n";
    const [diagnostic] = read(text).diagnostics;
    expect(diagnostic && renderDiagnostic(diagnostic, text)).toBe(
      "f.yaml:5:1: error: `node` is missing [field.required]\n   5 | spec:\n     | ^^^^ `node` is the name of the Node that it is on",
    );
  });
});
