import { describe, test } from "vitest";
import { checkCodes, resource } from "../read.ts";

/** Calico v3.32's API reference, `services` of EntityRule; its validator's rules of EntityRule and of both policy specs. */
const GLOBAL = ["GlobalNetworkPolicy", "StagedGlobalNetworkPolicy"];
const NAMESPACED = ["NetworkPolicy", "StagedNetworkPolicy"];
const S = { name: "s", namespace: "n" };

describe.each([...GLOBAL, ...NAMESPACED])("services in a rule of a %s", (kind) => {
  const check = (spec: object, expected: readonly string[]) =>
    checkCodes(
      resource(kind, spec, { name: "a", ...(NAMESPACED.includes(kind) && { namespace: "n" }) }),
      expected,
      "v3.32",
    );
  const ingress = (fields: object) => ({ ingress: [{ action: "Allow", protocol: "TCP", ...fields }] });
  const egress = (fields: object) => ({ egress: [{ action: "Allow", protocol: "TCP", ...fields }] });

  test("on the far side", () => {
    check(ingress({ source: { services: S } }), []);
    check(egress({ destination: { services: S } }), []);
    check(ingress({ destination: { services: S } }), ["service.side"]);
    check(egress({ source: { services: S } }), ["service.side"]);
    check(ingress({ source: { services: S }, destination: { services: S } }), ["service.side"]);
  });

  test("its namespace", () => {
    const expected = GLOBAL.includes(kind) ? ["field.required"] : [];
    check(ingress({ source: { services: { name: "s" } } }), expected);
    check(egress({ destination: { services: { name: "s", namespace: "" } } }), expected);
  });

  test("its names", () => {
    for (const services of [{}, { namespace: "n" }]) check(ingress({ source: { services } }), ["field.required"]);
    check(ingress({ source: { services: { ...S, name: "" } } }), ["field.required"]);
    check(ingress({ source: { services: { ...S, name: "S" } } }), ["name.invalid"]);
    check(ingress({ source: { services: { ...S, namespace: "a_b" } } }), ["name.invalid"]);
  });

  test.each([
    { nets: ["10.0.0.0/8"] },
    { notNets: ["10.0.0.0/8"] },
    { selector: "all()" },
    { notSelector: "has(a)" },
    { namespaceSelector: "all()" },
    { serviceAccounts: { names: ["a"] } },
    { serviceAccounts: {} },
  ])("not with %j on the same side", (other) => {
    check(ingress({ source: { services: S, ...other } }), ["service.exclusive"]);
    check(egress({ destination: { services: S, ...other } }), ["service.exclusive"]);
    check(egress({ destination: { services: S }, source: other }), []);
  });

  test("with ports of the source, not of the destination", () => {
    check(ingress({ source: { services: S, ports: [80], notPorts: [81] } }), []);
    check(ingress({ source: { services: S }, destination: { ports: [80] } }), []);
    check(egress({ destination: { services: S, ports: [80] } }), ["service.exclusive"]);
    check(egress({ destination: { services: S, notPorts: [80] } }), ["service.exclusive"]);
    check(egress({ destination: { services: S, ports: [] } }), []);
  });
});

test("services in a rule of a profile, on either side, in any namespace", () => {
  const check = (rule: object, expected: readonly string[]) =>
    checkCodes(resource("Profile", { ingress: [{ action: "Allow", ...rule }] }), expected, "v3.32");
  check({ destination: { services: { name: "s" } } }, []);
  check({ source: { services: { name: "s" } } }, []);
  check({ source: { services: { name: "s" }, selector: "all()" } }, ["service.exclusive"]);
});

test("no services in v3.7", () =>
  checkCodes(resource("GlobalNetworkPolicy", { ingress: [{ action: "Allow", source: { services: S } }] }), [
    "field.unknown",
  ]));
