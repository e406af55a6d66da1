import { describe, expect, test } from "vitest";
import type { CalicoVersion } from "../../../src/model/kinds/version.ts";
import { allow, compiled, deny, felix, gnp, hep, IN_TO_PROCESS, netset, run } from "../support.ts";

/** Forms of 10.0.0.0/8 that Calico stores as they are written (recorded: rule-nets-29, combo-rule-088, gns-nets-*). */
const FORMS = ["10.0.0.0/8", "10.0.0.0/08", "10.0.0.0/0008", "::ffff:10.0.0.0/104", "::FFFF:a00:0/0104"];
const VERSIONS: readonly CalicoVersion[] = ["v3.7", "v3.32"];
const FORMS_BY_VERSION = VERSIONS.flatMap((version) => FORMS.map((form) => [form, version] as const));
const OPEN = gnp("b", { order: 2, ingress: [allow()] });
const SSH = { protocol: "TCP", port: 22, net: "192.0.2.0/24" };

describe.each(FORMS_BY_VERSION)("%s in %s is the network of the source 10.0.0.2", (form, version) => {
  test.each([
    ["nets", { source: { nets: [form] } }, "deny"],
    ["notNets", { source: { notNets: [form] } }, "allow"],
  ])("in %s of a rule", (_field, rule, verdict) => {
    const resources = [hep("a"), gnp("a", { order: 1, ingress: [deny(rule)] }), OPEN];
    expect(compiled(resources, version).diagnostics).toEqual([]);
    expect(run(resources, IN_TO_PROCESS, { version }).verdict).toBe(verdict);
  });

  test("in a network set", () => {
    const rule = deny({ source: { selector: "bad == 'yes'" } });
    const resources = [hep("a"), netset("s", [form], { bad: "yes" }), gnp("a", { order: 1, ingress: [rule] }), OPEN];
    expect(compiled(resources, version).diagnostics).toEqual([]);
    expect(run(resources, IN_TO_PROCESS, { version }).verdict).toBe("deny");
  });

  test("of a failsafe port", () => {
    const failsafe = felix({ failsafeInboundHostPorts: [SSH, { ...SSH, net: form }] });
    const resources = [hep("a"), gnp("a", { ingress: [deny()] }), failsafe];
    expect(compiled(resources, version).diagnostics).toEqual([]);
    expect(run(resources, { ...IN_TO_PROCESS, dstPort: 22 }, { version }).verdict).toBe("allow");
  });
});

describe.each(VERSIONS)("%s: Felix leaves out single addresses that it cannot read", (version) => {
  const fromSet = deny({ source: { selector: "bad == 'yes'" } });
  test.each([
    ["an empty net of a set", netset("s", ["", "10.0.0.0/8"], { bad: "yes" })],
    ["a wrong net of a set", netset("s", ["10.0.0.0/33", "10.0.0.0/8"], { bad: "yes" })],
  ])("%s", (_what, set) => {
    const resources = [hep("a"), set, gnp("a", { order: 1, ingress: [fromSet] }), OPEN];
    expect(run(resources, IN_TO_PROCESS, { version }).verdict).toBe("deny");
  });
  test("a wrong address of a host endpoint, which still polices", () => {
    const resources = [hep("a", { expectedIPs: ["10.0.0.0/8", "x"] }), gnp("a", { ingress: [deny()] })];
    expect(run(resources, IN_TO_PROCESS, { version }).verdict).toBe("deny");
  });
});
