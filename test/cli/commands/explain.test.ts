import { describe, expect, test } from "vitest";
import { fieldsOf, resolved, typeName } from "../../../src/manifest/kind-schemas/schema-text.ts";
import { KIND_SCHEMAS } from "../../../src/manifest/kind-schemas/schemas.ts";
import { allKinds } from "../../../src/model/kinds/kinds.ts";
import { runCli } from "../../support/cli.ts";

const explain = (line: string) => runCli(["explain", ...line.split(" ")]);

test("there is a schema of every kind, and every reference leads somewhere", () => {
  expect(Object.keys(KIND_SCHEMAS).sort()).toEqual(
    allKinds()
      .map(({ kind }) => kind)
      .sort(),
  );
  const walk = (schema: ReturnType<typeof resolved>, depth: number): void => {
    expect(schema.$ref === undefined || typeName(schema) !== "any", schema.$ref).toBe(true);
    if (depth < 12) for (const field of fieldsOf(schema)) walk(field.schema, depth + 1);
  };
  for (const schema of Object.values(KIND_SCHEMAS)) walk(resolved(schema), 0);
});

describe("the explanation", () => {
  test.each([
    ["hep", ["KIND:     HostEndpoint", "VERSION:  projectcalico.org/v3", "  spec <object> (required)"]],
    [
      "HostEndpoints.spec",
      ["FIELD:    spec <object>", "  node <string> (required)\n      The node", "  expectedIPs <[]string>"],
    ],
    ["hep.spec.ports", ["FIELD:    spec.ports <[]object>", "  protocol <string"]],
    ["hep.metadata.labels", ["FIELD:    metadata.labels <map[string]string>", "DESCRIPTION:\n  "]],
    ["gnp.spec.ingress.destination.ports", ["<[]integer or string>"]],
    ["gnp.spec.ingress.action", ["VALUES:   Allow, Deny, Log, Pass"]],
    ["gnp.spec.tier", ["SINCE:    Calico v3.32"]],
    ["np --recursive", ["  spec <object>\n    ", "      action <string> (required)\n", "        nets <[]string>"]],
  ])("%s", async (line, parts) => {
    const ran = await explain(line);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    for (const part of parts) expect(ran.stdout).toContain(part);
    for (const row of ran.stdout.split("\n")) expect(row.length).toBeLessThanOrEqual(130);
  });
});

test.each([
  ["hpe", "unknown kind `hpe`", "did you mean `hep`?"],
  ["port.rang", "unknown code `port.rang`", "did you mean `port.range`?"],
  ["hep.spec.nod", "`HostEndpoint.spec` has no field `nod`", "did you mean `node`?"],
  ["hep.spec.xyzzy", "has no field `xyzzy`", "its fields: node, "],
  ["hep.spec.node.x", "`HostEndpoint.spec.node` has no fields: it is <string>", ""],
  ["hep.__proto__", "has no field `__proto__`", ""],
  ["hep gnp", "unexpected argument `gnp`", "calicoctl explain --help"],
])("%s is wrong usage", async (line, message, help) => {
  const ran = await explain(line);
  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toContain(message);
  expect(ran.stderr).toContain(help);
});

test("without a kind the kinds are listed", async () => {
  expect((await runCli(["explain"])).stderr).toContain("hostendpoints, hep; globalnetworkpolicies, gnp");
});

/** A code is explained by every form of the line, with the example that schemas/codes/ has. */
test.each([
  "explain port.range",
  "validate --explain port.range",
  "lint --explain port.range",
  "validate --explain [port.range]",
])("%s", async (line) => {
  const { code, stdout, stderr } = await runCli(line.split(" "));
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("CODE:     port.range\n\nMEANING:\n  A port is out of range");
  expect(stdout).toContain("WRONG:\n  apiVersion: projectcalico.org/v3\n  kind: GlobalNetworkPolicy\n");
  expect(stdout).toContain('destination: {ports: ["80:90"]}}]\n');
});

test.each([
  ["validate --explain port.rang", "did you mean `port.range`?"],
  ["lint --explain port.xyzzy", "codes: port.syntax, port.range, port.name, port.protocol"],
  ["validate --explain xyzzy", "docs/codes.md lists the codes"],
])("%s is wrong usage", async (line, help) => {
  const ran = await runCli(line.split(" "));
  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toContain("error: unknown code `");
  expect(ran.stderr).toContain(help);
});
