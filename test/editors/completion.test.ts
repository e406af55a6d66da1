import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-protocol/node.js";
import { allKinds } from "../../src/model/kinds/kinds.ts";
import { ROOT } from "./editor.ts";
import { LanguageServer } from "./language-server.ts";

const server = new LanguageServer(join(ROOT, "schemas/editor/calico.schema.json"));
beforeAll(() => server.start());
afterAll(() => server.stop());

const KINDS = allKinds().map(({ kind }) => kind);
const LISTS = ["List", ...KINDS.map((kind) => `${kind}List`)];
const POLICY = "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: p }\nspec:\n";
const ENDPOINT = "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: { name: h }\nspec:\n";
const PEER = "apiVersion: projectcalico.org/v3\nkind: BGPPeer\nmetadata: { name: b }\nspec:\n";
const RULE = ["action", "ipVersion", "protocol", "icmp", "notProtocol", "notICMP", "source", "destination", "http"];
const ACTIONS = ["Allow", "Deny", "Log", "Pass"];
const PROTOCOLS = ["TCP", "UDP", "ICMP", "ICMPv6", "SCTP", "UDPLite"];

/** A text with the cursor at `|`, and what is offered there; the order is the schemas'. */
test.each<[string, string, readonly string[]]>([
  ["the first line", "|", ["apiVersion", "kind"]],
  ["the API's version", "apiVersion: |\n", ["projectcalico.org/v3"]],
  ["kinds before lists", "apiVersion: projectcalico.org/v3\nkind: |\n", [...KINDS, ...LISTS]],
  ["kinds in a list's items", "kind: List\nitems:\n  - kind: |\n", [...KINDS, ...LISTS]],
  ["kinds in a bare list", "- apiVersion: projectcalico.org/v3\n  kind: |\n", [...KINDS, ...LISTS]],
  ["what the kind has", "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\n|", ["metadata", "spec"]],
  ["fields of a host endpoint", `${ENDPOINT}  |\n`, ["node", "interfaceName", "expectedIPs", "profiles", "ports"]],
  ["and no others of the kind", `${ENDPOINT}  node: n\n  |\n`, ["interfaceName", "expectedIPs", "profiles", "ports"]],
  ["a named port's protocols", `${ENDPOINT}  ports:\n    - protocol: |\n`, ["TCP", "UDP", "SCTP"]],
  ["fields of a rule", `${POLICY}  ingress:\n    - |\n`, [...RULE, "metadata"]],
  ["actions", `${POLICY}  ingress:\n    - action: |\n`, ACTIONS],
  ["protocols", `${POLICY}  ingress:\n    - action: Allow\n      protocol: |\n`, PROTOCOLS],
  ["directions", `${POLICY}  types:\n    - |\n`, ["Ingress", "Egress"]],
  ["nothing but yes and no", `${POLICY}  preDNAT: |\n`, ["true", "false"]],
  ["nothing for free text", `${POLICY}  selector: |\n`, []],
  ["nothing for a number", `${POLICY}  order: |\n`, []],
  ["another kind's values", `${PEER}  nextHopMode: |\n`, ["Auto", "Self", "Keep"]],
  ["of the second document", `${ENDPOINT}  node: n\n---\nkind: |\n`, [...KINDS, ...LISTS]],
  ["of the first document", `kind: |\n---\n${ENDPOINT}  node: n\n`, [...KINDS, ...LISTS]],
  ["in JSON, too", '{"apiVersion": "projectcalico.org/v3", "kind": |}', [...KINDS, ...LISTS]],
])("%s", async (_, text, labels) => {
  const { offered } = await server.ask(text);
  // All that an object must have is offered at once, too, by the object's title.
  const isObject = ({ kind }: CompletionItem): boolean => kind === CompletionItemKind.Class;
  expect(offered.filter((item) => !isObject(item)).map(({ label }) => label)).toEqual(labels);
});

/** A text, what is chosen there, what is inserted, and what is said of it. */
test.each([
  ["apiVersion: projectcalico.org/v3\nkind: |\n", "HostEndpoint", "HostEndpoint", "A host endpoint: an interface"],
  [`${ENDPOINT}  |\n`, "node", "node: ", "The node the interface is on"],
  [`${ENDPOINT}  |\n`, "expectedIPs", "expectedIPs:\n  - ", "The addresses of the interface."],
  [`${POLICY}  |\n`, "applyOnForward", "applyOnForward: ", "Apply the rules to forwarded traffic"],
  [`${POLICY}  |\n`, "tier", "tier: ", "Since Calico v3.32."],
])("%j: %s", async (text, label, inserted, documentation) => {
  const { offered } = await server.ask(text);
  const item = offered.find((one) => one.label === label);
  expect(item?.textEdit?.newText ?? item?.insertText).toContain(inserted);
  expect(JSON.stringify(item?.documentation)).toContain(documentation);
});

/** A text with the cursor at `|`, and what is shown there. */
test.each([
  ["apiVersion: projectcalico.org/v3\nki|nd: HostEndpoint\n", "`GlobalNetworkPolicy`: A policy for endpoints"],
  [`${POLICY}  pre|DNAT: true\n`, "before destination addresses are translated"],
  [`${POLICY}  ingress:\n    - act|ion: Allow\n`, "What happens to a matching packet"],
  [`${POLICY}  ingress:\n    - action: All|ow\n`, "* `Allow`"],
  [`${POLICY}  ingress:\n    - pro|tocol: TCP\n`, "The packet's protocol."],
  [`${POLICY}  ingress:\n    - source: { ne|ts: [10.0.0.0/8] }\n`, "The address lies in one of these networks"],
  [`${ENDPOINT}  inter|faceName: eth0\n`, "`*` stands for all of them"],
  [`${POLICY}  ti|er: x\n`, "Since Calico v3.32."],
])("%j is explained", async (text, words) => {
  expect((await server.ask(text)).hover).toContain(words);
});
