import { expect, test } from "vitest";
import type { Resource } from "../../../../src/model/resource.ts";
import { completionsOf } from "../../../../src/web/engine/completion/completions.ts";

const resource = (kind: string, name: string, spec: object, labels: Record<string, string> = {}): Resource => ({
  apiVersion: "projectcalico.org/v3",
  kind,
  metadata: { name, labels },
  spec: { ...spec },
});
const THERE = [
  resource("HostEndpoint", "node1-eth0", { node: "node1" }, { role: "web", "host-endpoint": "" }),
  resource("GlobalNetworkPolicy", "allow-ssh", { selector: "has(host-endpoint)" }),
  resource("Tier", "platform", {}),
  resource("Profile", "kns.shop", {}),
].map((one) => ({ resource: one, locate: () => undefined }));

const POLICY = "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata:\n  name: a\nspec:\n";
const HEP = "kind: HostEndpoint\nmetadata:\n";

/** A text with the cursor at `|`, and what is offered there, among others; what begins with `-` is not offered. */
const CASES: readonly (readonly [text: string, ...offered: string[]])[] = [
  ["|", "apiVersion", "kind", "-spec"],
  ["api|", "apiVersion"],
  ["apiVersion: |", "projectcalico.org/v3"],
  ["kind: |", "HostEndpoint", "GlobalNetworkPolicy", "-apiVersion"],
  ["kind: HostEndpoint\n|", "metadata", "spec", "-kind"],
  ["kind: Nothing\n|", "apiVersion", "-spec"],
  [`${POLICY}  |`, "order", "selector", "ingress", "-name", "-interfaceName"],
  [`${POLICY}  order: 1\n  |\n  selector: all()\n`, "ingress", "-order", "-selector"],
  [`${POLICY}  ingress:\n    - |`, "action", "protocol", "source"],
  [`${POLICY}  ingress:\n  - action: Allow\n    |`, "protocol", "-action", "-order"],
  [`${POLICY}  ingress:\n    - action: |`, "Allow", "Deny", "Pass", "Log"],
  [`${POLICY}  ingress:\n    - action: Allow\n      source:\n        |`, "nets", "selector", "-action"],
  [`${POLICY}  ingress:\n    - action: Allow\n      protocol: T|`, "TCP", "UDP"],
  [`${POLICY}  types: [In|`, "Ingress", "Egress"],
  [`${POLICY}  types: [Ingress, |`, "Egress"],
  [`${POLICY}  types:\n    - |`, "Ingress", "Egress"],
  [`${POLICY}  preDNAT: |`, "true", "false"],
  [`${POLICY}  selector: |`, "has(host-endpoint)", "role == 'web'"],
  [`${POLICY}  tier: |`, "platform"],
  [`${POLICY}---\n${HEP}  |`, "name", "labels", "-order"],
  [`${HEP}  labels:\n    |`, "role", "host-endpoint"],
  [`${HEP}  labels:\n    role: |`, "web"],
  [`${HEP}  name: |`, "node1-eth0", "-allow-ssh"],
  [`${HEP}  name: a\nspec:\n  profiles: [|`, "kns.shop"],
  [`${HEP}  name: a\nspec:\n  node: |`, "node1"],
  [`${HEP}  name: a\nspec:\n  nothing:\n    |`, "-node", "-name"],
  [`${POLICY}  ingress:\n    - {|`, "action", "protocol", "-order"],
  [`${POLICY}  ingress:\n    - { action: Allow, |}`, "protocol", "source", "-action"],
  [`${POLICY}  ingress:\n    - { act|ion: Allow, protocol: TCP }`, "action", "source", "-protocol"],
  [`${POLICY}  ingress: [{ action: |`, "Allow", "Deny", "-TCP"],
  [`${POLICY}  ingress: [{ action: Allow, source: { |`, "nets", "selector", "-action"],
  [`${POLICY}  ingress: [{ action: Allow, source: { selector: "a == '{'", |`, "nets", "-selector"],
  [`${POLICY}  ingress:\n    - { action: Allow }\n    - { |`, "action"],
  [
    `${POLICY}  ingress:\n    - {\n        action: Allow,\n        |\n        protocol: TCP }\n`,
    "source",
    "-action",
    "-protocol",
  ],
  [`${POLICY}  ingress: [{ action: Allow }]\n  |`, "order", "egress", "-ingress", "-action"],
  [`${POLICY}  ingress:\n    - { action: Allow, # why |`, "-protocol"],
  [`${POLICY}  ingress:\n    - { action: Allow } |`, "-protocol", "-action"],
  ["metadata: { labels: { |", "role"],
  ["metadata: { labels: { role: |", "web"],
  [`{ "kind": "HostEndpoint", "spec": { "|`, "node", "interfaceName", "-order"],
  [`{ "spec": { "node": "|" }, "kind": "HostEndpoint" }`, "node1"],
  ['{ "kind": "HostEndpoint", "spec": { | } }', "node"],
  ['{ "kind": "Host|', "HostEndpoint"],
  [`kind: List\n|`, "items", "apiVersion", "-spec"],
  [`kind: List\nitems:\n  - |`, "apiVersion", "kind", "-spec"],
  [`kind: List\nitems:\n  - kind: HostEndpoint\n    spec:\n      |`, "node", "-order"],
  [
    `kind: List\nitems:\n- kind: HostEndpoint\n- kind: GlobalNetworkPolicy\n  spec:\n    ingress:\n    - action: Allow\n    |`,
    "order",
    "-node",
    "-ingress",
  ],
  [`kind: List\nitems:\n  - spec:\n      |\n    kind: HostEndpoint\n  - kind: GlobalNetworkPolicy\n`, "node", "-order"],
  [`- kind: HostEndpoint\n  spec:\n    |`, "node"],
  [`kind: List\nitems: [{ kind: HostEndpoint, spec: { |`, "node", "-order"],
  [`kind: List\nitems:\n  - kind: GlobalNetworkPolicy\n    spec: { |`, "order", "-node"],
  [
    '{ "kind": "List", "items": [{ "kind": "HostEndpoint" }, { "spec": { "|" }, "kind": "GlobalNetworkPolicy" }] }',
    "order",
    "-node",
  ],
  [`${POLICY}  ingress:\n    - action: Allow\n  |`, "order", "-ingress"],
  ["# a comment |", "-kind"],
  ["kind: HostEndpoint\nconstructor:\n  |", "-name", "-length"],
  ["\u0000- - - : |", "-kind"],
];

test.each(CASES)("%j", (text, ...offered) => {
  const offset = text.indexOf("|");
  const whole = text.replace("|", "");
  const { from, choices } = completionsOf(whole, offset, THERE);
  const labels = choices.map(({ label }) => label);
  for (const one of offered) {
    if (one.startsWith("-")) expect(labels).not.toContain(one.slice(1));
    else expect(labels).toContain(one);
  }
  expect(from).toBeLessThanOrEqual(offset);
  expect(whole.slice(from, offset)).toMatch(/^[\w./-]*$/);
});

/** What is written for a choice at `|`. */
test.each([
  [`${POLICY}  ingress:\n    - { |`, "action", "action: "],
  [`${POLICY}  ingress:\n    - { |`, "source", "source: "],
  ['{ "kind": "HostEndpoint", "spec": { |', "node", '"node": '],
  ['{ "kind": "HostEndpoint", "spec": { "|', "node", 'node": '],
  ['{ "kind": "HostEndpoint", "spec": { "|": 1', "node", "node"],
  ['{ "kind": |', "HostEndpoint", '"HostEndpoint"'],
  ['{ "kind": "|" }', "HostEndpoint", "HostEndpoint"],
  ['{ "kind": "|', "HostEndpoint", 'HostEndpoint"'],
  ['{ "kind": "GlobalNetworkPolicy", "spec": { "preDNAT": |', "true", "true"],
  ['{ "kind": "GlobalNetworkPolicy", "spec": { "selector": |', "role == 'web'", "\"role == 'web'\""],
  [`${POLICY}  selector: '|`, "role == 'web'", "role == ''web'''"],
])("%j: %s is written %j", (text, label, written) => {
  const { choices } = completionsOf(text.replace("|", ""), text.indexOf("|"), THERE);
  expect(choices.find((choice) => choice.label === label)?.text).toBe(written);
});

test("a field says what it is, and begins what it holds", () => {
  const { choices } = completionsOf(`${POLICY}  `, POLICY.length + 2, THERE);
  const by = new Map(choices.map((choice) => [choice.label, choice]));
  expect(by.get("order")).toMatchObject({ text: "order: ", detail: "number", about: expect.stringContaining("lower") });
  expect(by.get("ingress")?.text).toBe("ingress:\n    - ");
});
