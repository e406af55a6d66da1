import { describe, expect, test } from "vitest";
import { renderResources, type TemplateInput } from "../../../../src/cli/resources/output/template-output.ts";
import { templateFault } from "../../../../src/go-template/go-template.ts";
import { DEFAULT_CALICO } from "../../../../src/model/kinds/version.ts";
import { API_VERSION, type Resource } from "../../../../src/model/resource.ts";

const hep = (name: string, labels: Record<string, string>, spec: Record<string, unknown>): Resource => ({
  apiVersion: API_VERSION,
  kind: "HostEndpoint",
  metadata: { name, uid: "u", resourceVersion: "7", creationTimestamp: "2026-01-02T03:04:05Z", labels },
  spec,
});
const HEPS = [
  hep("a", { role: "web", zone: "z1" }, { node: "n1", interfaceName: "eth0", expectedIPs: ["10.0.0.1", "10.0.0.2"] }),
  hep("b", {}, { node: "n2", interfaceName: "*", ports: [{ name: "http", protocol: "TCP", port: 80 }] }),
];
const GNP: Resource = {
  apiVersion: API_VERSION,
  kind: "GlobalNetworkPolicy",
  metadata: { name: "p" },
  spec: {
    order: 1.5,
    selector: "all()",
    doNotTrack: true,
    ingress: [{ action: "Allow", protocol: 6, destination: { ports: [80, "90:91"] } }],
  },
};
const NODE: Resource = { apiVersion: API_VERSION, kind: "Node", metadata: { name: "n" }, spec: {} };
const LIST: TemplateInput = { kind: "HostEndpoint", apiVersion: API_VERSION, revision: "9", items: HEPS };

function check(source: string, input: TemplateInput, expected: string): void {
  expect(renderResources(source, [input], DEFAULT_CALICO)).toEqual({ ok: true, text: expected });
}

describe("resources", () => {
  test.each([
    ["no action at all", "just text", HEPS, "just text"],
    ["a field", "{{range .}}{{.ObjectMeta.Name}} {{end}}", HEPS, "a b "],
    ["an embedded field", "{{range .}}{{.Name}}={{.Kind}},{{end}}", HEPS, "a=HostEndpoint,b=HostEndpoint,"],
    ["the name manifests use", "{{range .}}{{.metadata.name}} {{.spec.node}};{{end}}", HEPS, "a n1;b n2;"],
    [
      "Go's capitals",
      "{{range .}}{{.Spec.InterfaceName}}{{.Spec.ExpectedIPs}};{{end}}",
      HEPS,
      "eth0[10.0.0.1 10.0.0.2];*[];",
    ],
    [
      "a whole kind has Items",
      "{{range .}}{{range .Items}}{{.Name}}{{end}} at {{.ListMeta.ResourceVersion}}{{end}}",
      LIST,
      "ab at 9",
    ],
    ["labels", "{{range .}}{{.Labels}}{{.Labels.role}} {{end}}", HEPS, "map[role:web zone:z1]web map[]<no value> "],
    ["a time", "{{(index . 0).CreationTimestamp}}", HEPS, "2026-01-02 03:04:05 +0000 UTC"],
    [
      "numbers",
      "{{range .}}{{.Spec.Order}} {{.Spec.DoNotTrack}} {{.Spec.PreDNAT}} {{.Spec.Selector}}{{end}}",
      [GNP],
      "1.5 true false all()",
    ],
    ["what is not set", "{{range .}}{{.Spec.BGP}} {{.Namespace}}|{{end}}", [NODE], "<nil> |"],
    [
      "nested lists",
      "{{range .}}{{range .Spec.Ingress}}{{.Action}} {{.Protocol}} {{.Destination.Ports}}{{end}}{{end}}",
      [GNP],
      "Allow 6 [80 90:91]",
    ],
    ["a whole object", "{{range .}}{{.Spec}}{{end}}", [HEPS[1] as Resource], "{n2 * [] [] [{http TCP 80}]}"],
  ] as readonly (readonly [string, string, TemplateInput, string])[])("%s", (_, source, input, expected) => {
    check(source, input, expected);
  });

  test("a whole resource is a pointer to Go's struct", () => {
    const rendered = renderResources("{{range .}}{{.}}{{end}}", [[NODE]], DEFAULT_CALICO);
    expect(rendered.ok && rendered.text).toMatch(/^&\{\{Node projectcalico\.org\/v3\} \{n {6}0 /);
  });
});

describe("the language", () => {
  test.each([
    [`{{"a\\tb\\u00e9"}}{{\`raw\\n\`}}{{'x'}}{{-3}}{{0x1f}}{{1.5}}{{true}}`, "a\tbéraw\\n120-3311.5true"],
    ["a {{- 1 -}} b {{- /* note */ -}} c", "a1bc"],
    ["{{/* a note */}}x", "x"],
    ['{{if true}}y{{else}}n{{end}}{{if 0}}y{{else}}n{{end}}{{if ""}}y{{end}}', "yn"],
    ["{{if false}}a{{else if true}}b{{else}}c{{end}}", "b"],
    ['{{with 5}}{{.}}{{end}}{{with ""}}x{{else}}none{{end}}', "5none"],
    ["{{$x := 1}}{{if true}}{{$x = 2}}{{$x := 3}}{{end}}{{$x}}", "2"],
    ['{{$x := "v"}}{{with 1}}{{$x}}{{len $}}{{end}}', "v2"],
    ["{{range $i, $h := .}}{{$i}}:{{$h.Name}} {{end}}", "0:a 1:b "],
    ['{{range $h := .}}{{if eq $h.Name "a"}}{{continue}}{{end}}{{$h.Name}}{{end}}', "b"],
    ["{{range .}}{{.Name}}{{break}}{{end}}", "a"],
    ["{{range index (index . 1).Spec.ExpectedIPs}}x{{else}}none{{end}}", "none"],
    ["{{range $k, $v := (index . 0).Labels}}{{$k}}={{$v}};{{end}}", "role=web;zone=z1;"],
    ['{{"x" | printf "%s-%s" "a" | len}}', "3"],
    [
      '{{printf "%-5s|%5d|%05d|%q|%v|%t|%.2f|%%|%x" "ab" 42 42 "q" 1.5 true 2.0 255}}',
      'ab   |   42|00042|"q"|1.5|true|2.00|%|ff',
    ],
    ['{{printf "%d %s" "x"}}{{printf "a" 1}}', "%!d(string=x) %!s(MISSING)a%!(EXTRA int=1)"],
    ['{{eq 1 1}}{{eq "a" "b" "a"}}{{ne 1 2}}{{lt 1 2}}{{ge "a" "b"}}', "truetruetruetruefalse"],
    ["{{and 1 0 x_never}}", undefined],
    ['{{and 1 0}}{{or 0 "" "z"}}{{not 0}}{{and true true}}', "0ztruetrue"],
    ["{{or true (index . 99)}}", "true"],
    ['{{len "größe"}}{{len .}}', "72"],
    ['{{join (index . 0).Spec.ExpectedIPs ", "}}', "10.0.0.1, 10.0.0.2"],
    ['{{joinAndTruncate (index . 0).Spec.ExpectedIPs "," 10}}', "10.0.0...."],
    ['{{print 1 2 "a" 3}}{{println "x" 1}}', "1 2a3x 1\n"],
    ['{{slice "abcdef" 1 3}}{{html "<a>"}}{{urlquery "a b&"}}', "bc&lt;a&gt;a+b%26"],
    ['{{index (index . 0).Labels "role"}}{{index (index . 0).Labels "none"}}', "web"],
    ['{{index (index . 0).Labels "__proto__"}}', ""],
  ])("%s", (source, expected) => {
    if (expected === undefined) expect(templateFault(source)).toContain("there is no function `x_never`");
    else check(source, HEPS, expected);
  });
});

/** What is wrong with a template, or with what it does with two host endpoints, and where. */
test.each([
  ["{{ bad", "1:7: the action does not end"],
  ["{{bad}}", "1:3: there is no function `bad`"],
  ["{{range .}}", "1:3: `range` has no `end`"],
  ["a\n{{if true}}{{else}}", "2:3: `if` has no `end`"],
  ["{{end}}", "`end` without a block"],
  ["{{}}", "1:3: a value is missing"],
  ['{{"abc}}', "1:3: the string does not end"],
  ['{{"\\q"}}', "unknown escape `\\q`"],
  ["{{'ab'}}", "a character in single quotes is one"],
  ["{{$x}}", "1:3: there is no variable `$x`"],
  ["{{$x = 1}}", "there is no variable `$x`"],
  ["{{if $x := 1}}{{end}}{{$x}}", "there is no variable `$x`"],
  ['{{template "x"}}', "1:3: there is no template `x`"],
  ["{{template x}}", "`template` needs the template's name, in quotes"],
  ['{{define "x"}}a', "`define` has no `end`"],
  ['{{define "x"}}a{{end}}{{define "x"}}b{{end}}', "there is a template `x` already"],
  ['{{block "x"}}{{end}}', "`block` needs a value"],
  ["{{nil}}", "`nil` is not a command"],
  ["{{$x, $y := 1}}", "only `range` has two variables"],
  ["{{call .}}", "a list is not a function"],
  ["{{break}}", "`break` outside a `range`"],
  ["{{/* x }}", "the comment does not end"],
  ['{{printff "a"}}', "did you mean `printf`?"],
  ["{{(1}}", "`)` is missing"],
  ['{{1"a"}}', "a blank is missing here"],
  [`{{${"(".repeat(5000)}`, "nested deeper than 100"],
  ["{{if 1}}".repeat(5000), "nested deeper than 100"],
  ["{{.Name}}", "a list has no field `.Name`; `{{range ...}}` goes through it"],
  ["{{range .}}{{.Nmae}}{{end}}", "1:14: an object has no field `.Nmae`"],
  ["{{range .}}{{.Spec.Nodes}}{{end}}", "did you mean `.Node`?"],
  ["{{range .}}{{.Spec.Nope.x}}{{end}}", "an object has no field `.Nope`"],
  ["{{len 3}}", "1:3: 3 has no length"],
  ["{{len}}", "`len` takes 1 arguments, not 0"],
  ["{{index . 5}}", "there are 2 elements, none at 5"],
  ['{{index . "a"}}', "the index of a list is a whole number, not text"],
  ['{{eq 1 "a"}}', "1 and text cannot be compared"],
  ['{{lt 1 "a"}}', "have no order"],
  ['{{join 1 ","}}', "`join` takes a list, not 1"],
  ["{{range 1.5}}{{end}}", "`range` cannot go through 1.5"],
  ["{{range $i, $x := 3}}{{end}}", "counting has one variable"],
  ["{{1 2}}", "only functions take arguments"],
  ['{{slice "abc" 2 9}}', "there is nothing from 2 to 9"],
])("%s is told", (source, message) => {
  const rendered = renderResources(source, [HEPS], DEFAULT_CALICO);
  expect(rendered.ok ? rendered.text : rendered.message).toContain(message);
  expect(rendered.ok).toBe(false);
});
