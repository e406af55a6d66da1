import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Flow, simulate, validate, world } from "../../src/library/library.ts";

const EXAMPLES = join(import.meta.dirname, "..", "..", "examples");
const manifest = (name: string) => ({ name, text: readFileSync(join(EXAMPLES, name), "utf8") });
const WORKED = ["host-endpoint.yaml", "policy.yaml"].map((name) => manifest(`worked-example/${name}`));
const TIERED = `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: a }
spec: { tier: default }
`;

describe("validate", () => {
  test("names the resources, in the namespace they belong to, and reports nothing of valid ones", () => {
    const policy = "apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: a }\n";
    expect(validate([{ name: "a.yaml", text: policy }])).toEqual({
      valid: true,
      resources: ["NetworkPolicy default/a"],
      diagnostics: [],
    });
  });

  test.each([
    ["mistake.yaml", manifest("mistake.yaml").text, "field.unknown", "mistake.yaml"],
    ["nothing", "", "input.empty", undefined],
    ["no YAML", "a: [", expect.stringMatching(/^yaml\./), "no YAML"],
  ])("reports what is wrong with %s", (name, text, code, source) => {
    const { valid, diagnostics } = validate([{ name, text }]);
    expect(valid).toBe(false);
    expect(diagnostics).toContainEqual(expect.objectContaining({ severity: "error", code }));
    expect(diagnostics[0]?.span?.source).toBe(source);
  });

  test("checks objects of Kubernetes beside Calico's resources, and refuses them where they are alone", () => {
    const object = (apiVersion: string, kind: string) =>
      `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a }\n`;
    const endpoint = `${object("projectcalico.org/v3", "HostEndpoint")}spec: { node: a, interfaceName: eth0 }\n`;
    const others = [object("v1", "Service"), object("apps/v1", "Deployment")];
    const { valid, diagnostics } = validate([{ name: "a", text: [endpoint, ...others].join("---\n") }]);
    expect([valid, diagnostics.map(({ code }) => code)]).toEqual([
      true,
      ["kubernetes.converted", "kubernetes.passed-over"],
    ]);
    expect(validate([{ name: "a", text: others.join("---\n") }]).valid).toBe(false);
  });

  test("checks for the Calico version that is named", () => {
    const tiered = [{ name: "a.yaml", text: TIERED }];
    expect(validate(tiered).valid).toBe(false);
    expect(validate(tiered, { calicoVersion: "v3.32" }).valid).toBe(true);
    expect(() => validate(tiered, { calicoVersion: "v1" as "v3.7" })).toThrow(RangeError);
  });
});

describe("simulate", () => {
  const FACTS = { node: "node1", interfaces: { eth0: ["10.240.0.5"] } };
  const FLOW: Flow = {
    from: { interface: "eth0" },
    protocol: "TCP",
    srcIP: "198.51.100.7",
    srcPort: 40000,
    dstIP: "10.240.0.5",
  };

  test.each([
    [22, "allow", "failsafe"],
    [8443, "deny", "rule"],
  ])("evaluates port %i of the worked example: %s", (dstPort, verdict, kind) => {
    const made = world(WORKED);
    expect(made).toMatchObject({ ok: true, diagnostics: [], world: { calicoVersion: "v3.7" } });
    if (!made.ok) return;
    expect(simulate(made.world, FACTS, { ...FLOW, dstPort })).toMatchObject({ verdict, decidedBy: { kind } });
  });

  test("has no World of invalid manifests, and takes none that it did not make", () => {
    expect(world([manifest("mistake.yaml")])).toMatchObject({ ok: false });
    expect(() => simulate({ calicoVersion: "v3.7" }, FACTS, FLOW)).toThrow(TypeError);
  });
});
