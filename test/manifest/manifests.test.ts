import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkManifests } from "../../src/manifest/check-manifests.ts";
import { readManifests } from "../../src/manifest/manifests.ts";
import { hasNoResources, hasTextErrors, parseManifests } from "../../src/manifest/parse-manifests.ts";
import { type CalicoVersionRules, calicoVersionRules, DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import { findings, HEP, policy, read, resource, shown } from "./read.ts";

const indent = (text: string) => `- ${text.trimEnd().replaceAll("\n", "\n  ")}\n`;

describe("the documents of a text", () => {
  const check = (text: string, names: readonly string[], documents: number, reported: readonly string[] = []) => {
    const manifests = read(text);
    expect(manifests.resources.map(({ resource }) => `${resource.kind} ${resource.metadata.name}`)).toEqual(names);
    expect(manifests.documents).toBe(documents);
    expect(findings(text)).toEqual(reported);
  };
  const a = "HostEndpoint a";
  const b = "HostEndpoint b";

  test("one resource", () => check(HEP("a"), [a], 1));
  test("JSON", () => check(resource("Node", {}), ["Node a"], 1));
  test("a byte order mark and CRLF", () => check(`\uFEFF${HEP("a").replaceAll("\n", "\r\n")}`, [a], 1));
  test("no final newline", () => check(HEP("a").trimEnd(), [a], 1));
  test("nothing", () => check("", [], 0));
  test("comments", () => check("# nothing\n---\n# here\n", [], 0));
  test("null", () => check("~\n", [], 0));
  test("an empty list", () => check("[]\n", [], 1));
  test("several documents, a comment between", () =>
    check(`# licence\n---\n${HEP("a")}---\n# b\n---\n${HEP("b")}`, [a, b], 2));
  test("a list", () => check(indent(HEP("a")) + indent(HEP("b")), [a, b], 1));
  test("a list of kinds", () => check(indent(HEP("a")) + indent(policy({})), [a, "GlobalNetworkPolicy p"], 1));
  test("kind: List", () => check(`apiVersion: v1\nkind: List\nmetadata: {}\nitems:\n${indent(HEP("a"))}`, [a], 1));
  test("a typed list", () =>
    check(
      "apiVersion: projectcalico.org/v3\nkind: HostEndpointList\nitems:\n- metadata: {name: a}\n  spec: {node: m, interfaceName: e}\n",
      [a],
      1,
    ));
  test("a typed list with another kind in it", () =>
    check(`apiVersion: projectcalico.org/v3\nkind: NodeList\nitems:\n${indent(HEP("a"))}`, [a], 1));
  test("a list whose items are not resources", () =>
    check("kind: List\nitems: {}\nfoo: 1\n", [], 1, ["error field.type 2:1", "error field.unknown 3:1"]));
  test("a list of null and a number", () =>
    check("- \n- 5\n", [], 1, ["error document.type 1:3", "error document.type 2:3"]));
  test("lists in lists", () =>
    check(`- ${indent(HEP("a")).replaceAll("\n", "\n  ")}`, [], 1, ["error document.type 1:3"]));
  test("a document that is a string", () => check("hello\n", [], 1, ["error document.type 1:1"]));
  test("what follows a separator", () => check(`${HEP("a")}--- foo\n`, [a], 1, ["warning yaml.separator 8:5"]));
  test("a document that is not YAML beside one that is", () =>
    check(`a: b: c\n---\n${HEP("b")}`, [b], 2, ["error yaml.syntax 1:4"]));
});

describe("the kind and apiVersion of a resource", () => {
  const check = (head: string, reported: readonly string[]) =>
    expect(findings(`${head}metadata: {name: a}\n`)).toEqual(reported);

  test("no kind", () => check("apiVersion: projectcalico.org/v3\n", ["error field.required 1:1"]));
  test.each([
    ["flows: []", "this is a flow file"],
    ["permit: []", "this is a flow file"],
    ["lifelines: []", "this is a file of lifelines"],
    ["flows: a", "every resource needs"],
  ])("no kind, with %s", (list, help) => {
    const { diagnostics } = read(`${list}\n`);
    expect(diagnostics.map((one) => one.help)).toEqual([expect.stringContaining(help)]);
  });
  test("a kind that is a number", () => check("apiVersion: projectcalico.org/v3\nkind: 5\n", ["error field.type 2:7"]));
  test("an unknown kind", () =>
    check("apiVersion: projectcalico.org/v3\nkind: hostendpoint\n", ["error kind.unknown 2:7"]));
  test("a kind that every object has", () =>
    check("apiVersion: projectcalico.org/v3\nkind: constructor\n", ["error kind.unknown 2:7"]));
  test("no version", () => check("kind: Node\n", ["error field.required 1:1"]));
  test("another version", () => check("apiVersion: v1\nkind: Node\n", ["error api-version.unknown 1:13"]));
});

describe("findings", () => {
  test("all of them, in the order of the text, and of the sources", () => {
    const sources = ["b.yaml", "a.yaml"].map((name) => ({ name, text: `${policy({ order: "1", foo: 1 })}\n` }));
    const { diagnostics } = readManifests(sources, { calico: DEFAULT_CALICO, purpose: "apply" });
    expect(diagnostics.map(({ code, span }) => `${span?.source} ${code}`)).toEqual([
      "b.yaml field.type",
      "b.yaml field.unknown",
      "a.yaml document.duplicate",
      "a.yaml field.type",
      "a.yaml field.unknown",
    ]);
  });

  test("name the resource and the field", () => {
    const [diagnostic] = read(`- ${policy({ ingress: [{ action: "x" }] })}`).diagnostics;
    expect(diagnostic).toMatchObject({ resource: "GlobalNetworkPolicy p", path: "spec.ingress[0].action" });
  });

  test("a resource knows its place", () => {
    const text = `${HEP("a")}---\n${HEP("b")}`;
    const [, second] = read(text).resources;
    expect(second?.source).toBe("f.yaml");
    expect(second?.locate(["spec", "node"])).toEqual({
      source: "f.yaml",
      start: { line: 14, column: 9 },
      end: { line: 14, column: 14 },
    });
  });

  test("at most so many of one document", () => {
    const fields = Array.from({ length: 3000 }, (_, i) => `  f${i}: 1\n`).join("");
    const { diagnostics } = read(`${HEP("a")}${fields}`);
    expect(diagnostics).toHaveLength(500);
    expect(diagnostics.at(0)).toMatchObject({
      code: "document.findings",
      message: "2501 more findings in this resource",
    });
  });

  test("and of all the resources of one document", () => {
    const fields = Array.from({ length: 400 }, (_, i) => `  f${i}: 1\n`).join("");
    const items = ["a", "b"].map((name) => indent(`${HEP(name)}${fields}`)).join("");
    const { diagnostics } = read(`apiVersion: v1\nkind: List\nitems:\n${items}`);
    expect(diagnostics).toHaveLength(501);
    expect(diagnostics.at(0)?.message).toBe("300 more findings in this document");
  });

  test("thousands are not counted", () => {
    const nets = Array.from({ length: 30_000 }, () => "x").join(",");
    const set = "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata: {name: a}\nspec:\n";
    const { diagnostics } = read(`${set}  nets: [${nets}]\n`);
    expect(diagnostics).toHaveLength(500);
    expect(diagnostics.at(0)?.message).toBe("more than 9501 more findings in this resource");
    expect(diagnostics.at(1)?.span?.start).toEqual({ line: 5, column: 10 });
  });

  test("as the sketch of the experience has it", () => {
    const text = `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata:
  name: allow-nodeport
spec:
  applyOnFoward: true
  ingress:
  - action: Allow
    protocol: TCP
    destination:
      ports: ["90:80"]
    source:
      selector: role = 'x'
`;
    expect(shown(text)).toMatch(
      `f.yaml:6:3: error: unknown field \`applyOnFoward\` [field.unknown]
   6 |   applyOnFoward: true
     |   ^^^^^^^^^^^^^ did you mean \`applyOnForward\`?
f.yaml:11:15: error: port range \`90:80\` starts after it ends [port.range]
  11 |       ports: ["90:80"]
     |               ^^^^^^^ did you mean \`80:90\`?
f.yaml:13:22: error: `,
    );
  });
});

describe("scalars that change their meaning without quotes", () => {
  const check = (spec: string, reported: readonly string[]) =>
    expect(
      findings(
        `apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: a}\nspec:\n  interfaceName: eth0\n${spec}`,
      ),
    ).toEqual(reported);

  test.each(["n", "yes", "012", "0x1f", "1_000", "1.0", "On"])("%s", (text) =>
    check(`  node: ${text}\n`, ["warning yaml.scalar 6:9"]),
  );
  // Go stores these with an exponent or a sign, which their value does not tell.
  test.each(["1e6", "09999999", "1000000.0", "-0.0"])("%s", (text) =>
    check(`  node: ${text}\n`, ["error yaml.scalar 6:9"]),
  );
  test.each(["12", "true", "false", '"n"', "'012'", "node1"])("%s stays", (text) => check(`  node: ${text}\n`, []));
  test("in a list", () => check("  node: a\n  profiles: [n]\n", ["warning yaml.scalar 7:14"]));
  test("not where a flag is wanted", () =>
    expect(
      findings(
        "apiVersion: projectcalico.org/v3\nkind: FelixConfiguration\nmetadata: {name: default}\nspec: {ipv6Support: no}\n",
      ),
    ).toEqual([]));
});

describe("hostile input", () => {
  const safe = (text: string) => {
    const { diagnostics } = read(text);
    for (const { span } of diagnostics) expect(span === undefined || span.start.line >= 1).toBe(true);
    shown(text);
  };

  test("any text", () =>
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), safe), { numRuns: 300, seed: 1 }));

  test("any text made of YAML's own characters", () => {
    const unit = fc.constantFrom(..."[]{}:,-?|>&*!%#'\"\n \tab0.~<\\");
    fc.assert(fc.property(fc.string({ unit, maxLength: 200 }), safe), { numRuns: 500, seed: 1 });
  });

  test("manifests with a piece exchanged", () => {
    const text = `${HEP("a")}---\n${policy({ ingress: [{ action: "Allow", protocol: "TCP", destination: { ports: [80] } }] })}\n`;
    const change = fc.tuple(fc.nat(text.length), fc.nat(20), fc.string({ maxLength: 10 }));
    fc.assert(
      fc.property(change, ([at, length, piece]) => safe(text.slice(0, at) + piece + text.slice(at + length))),
      { numRuns: 500, seed: 1 },
    );
  });

  test("any value in any field", () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom("__proto__", "constructor", -1, 1e308, "", "0"),
    );
    const fields = [
      "node",
      "selector",
      "ingress",
      "types",
      "ports",
      "expectedIPs",
      "nets",
      "bgp",
      "cidr",
      "labelsToApply",
      "ipNATs",
      "__proto__",
    ];
    const spec = fc.dictionary(fc.constantFrom(...fields), value);
    const kinds = fc.constantFrom(
      "HostEndpoint",
      "GlobalNetworkPolicy",
      "Node",
      "Profile",
      "WorkloadEndpoint",
      "IPPool",
      "NetworkSet",
      "BGPPeer",
      "FelixConfiguration",
    );
    fc.assert(
      fc.property(kinds, spec, fc.jsonValue({ maxDepth: 2 }), (kind, fields, metadata) =>
        safe(resource(kind, fields, metadata as object)),
      ),
      { numRuns: 500, seed: 1 },
    );
  });

  test("20,000 mistakes", () => {
    const labels = Array.from({ length: 20_000 }, (_, i) => `    ä${i}: n\n`).join("");
    safe(`apiVersion: projectcalico.org/v3\nkind: Node\nmetadata:\n  name: a\n  labels:\n${labels}`);
  });

  test("1,000 policies", () => safe(Array.from({ length: 1000 }, (_, i) => HEP(`h${i}`)).join("---\n")));
});

test("a key given twice is an oddity in v3.7, and refused in v3.32", () => {
  const text = `${policy({ selector: "all()" }).slice(0, -1)},"kind":"GlobalNetworkPolicy"}`;
  expect(findings(text)).toEqual([expect.stringMatching(/^warning yaml.duplicate-key/)]);
  expect(findings(text, "apply", "v3.32")).toEqual([expect.stringMatching(/^error yaml.duplicate-key/)]);
});

test("parsed manifests are checked for any version, at their places", () => {
  const calico = calicoVersionRules("v3.32") ?? DEFAULT_CALICO;
  const check = (text: string, calico: CalicoVersionRules) =>
    checkManifests(parseManifests([{ name: "f.yaml", text }]), { calico, purpose: "apply" }).diagnostics;
  const netless = policy({ ingress: [{ action: "Deny", source: { notNets: ["0.0.0.0/0"] } }] });
  expect(check(netless, DEFAULT_CALICO)).toEqual([]);
  const [finding] = check(netless, calico);
  expect(finding).toMatchObject({ severity: "error", resource: "GlobalNetworkPolicy p", span: { source: "f.yaml" } });
  expect(check(resource("Tier", { order: 1 }), calico)).toEqual([]);
  expect(check(resource("Tier", { order: 1 }), DEFAULT_CALICO)).toMatchObject([{ code: "kind.version" }]);
});

test.each([
  ["no text at all", "", false, true],
  ["a comment", "# c\n", false, true],
  ["an empty list", "[]", false, true],
  ["a resource that no version takes", resource("Nodes", {}), false, false],
  ["bad YAML", "a: b: c\n", true, true],
  ["not an object", "text", true, true],
  ["a key given twice", "kind: Node\nkind: Node\n", false, false],
])("what is known without a version: %s", (_, text, textErrors, empty) => {
  const parsed = parseManifests([{ name: "f.yaml", text }]);
  expect([hasTextErrors(parsed), hasNoResources(parsed)]).toEqual([textErrors, empty]);
});
