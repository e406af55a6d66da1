import { describe, expect, test } from "vitest";

import { convert, hep, v1 } from "./v1-manifests.ts";

/** Every finding is at the place of the early manifest that it is about. */
describe("an invalid manifest is reported with its place and the fix", () => {
  const rule = (text: string) =>
    `apiVersion: v1\nkind: policy\nmetadata: {name: p}\nspec:\n  ingress:\n  - action: allow\n    ${text}\n`;
  test.each<[string, string, string, string]>([
    [
      "no kind of it",
      "apiVersion: v1\nkind: hostendpoint\n",
      "<stdin>:2:7: error: apiVersion `v1` has no kind `hostendpoint` [kind.unknown]",
      "did you mean `hostEndpoint`?",
    ],
    ["another kind", "apiVersion: v1\nkind: Pod\n", "[kind.unknown]", "kinds of v1: bgpPeer, hostEndpoint"],
    ["an unknown field", rule("sorce: {}"), "<stdin>:7:5: error: unknown field `sorce`", "did you mean `source`?"],
    [
      "a missing name",
      "apiVersion: v1\nkind: policy\nmetadata: {}\n",
      "`name` is missing [field.required]",
      "<stdin>:3",
    ],
    [
      "an invalid value",
      rule("protocol: tcp").replace("allow", "Allow"),
      "<stdin>:6:13: error: `Allow` is not one of `allow`, `deny`, `log`, `pass` [field.enum]",
      "did you mean `allow`?",
    ],
    [
      "a wrong type",
      rule("source: {nets: 10.0.0.0/8}"),
      "<stdin>:7:20: error: `nets` must be a list",
      "write `[10.0.0.0/8]`",
    ],
    [
      "the one network",
      rule("source: {net: 10.0.0.1/8}"),
      "<stdin>:7:19: error: `10.0.0.1/8` has bits set outside its prefix [net.masked]",
      "did you mean `10.0.0.0/8`?",
    ],
    [
      "a network after the one",
      rule("source: {nets: [10.0.0.0/8, 11.0.0.1/8], net: 12.0.0.0/8}"),
      "<stdin>:7:33: error: `11.0.0.1/8` has bits set",
      "11.0.0.0/8",
    ],
    ["a selector", rule("source: {selector: a = 'b'}"), "<stdin>:7:2", "[selector.syntax]"],
    ["ports without a protocol", rule("source: {ports: [80]}"), "<stdin>:7:", "[port.protocol]"],
    [
      "an endpoint without an interface",
      "apiVersion: v1\nkind: hostEndpoint\nmetadata: {name: a, node: n}\n",
      "[host-endpoint.interface]",
      "<stdin>:1",
    ],
    [
      "a pod without its namespace",
      v1("workloadEndpoint", { name: "e", workload: "web", orchestrator: "k8s", node: "n" }, {}),
      "`web` has no namespace [convert.workload]",
      "NAMESPACE.POD",
    ],
    [
      "a node's peer without it",
      v1("bgpPeer", { scope: "node", peerIP: "1.2.3.4" }, { asNumber: 1 }),
      "a peer of scope `node` needs `node` [convert.scope]",
      "add `node`",
    ],
    [
      "a global peer with a node",
      v1("bgpPeer", { scope: "global", node: "n", peerIP: "1.2.3.4" }, { asNumber: 1 }),
      "a global peer cannot have `node` [convert.scope]",
      "remove `node`",
    ],
    ["an invalid address", v1("bgpPeer", { scope: "global", peerIP: "1.2.3" }, { asNumber: 1 }), "`1.2.3`", "error"],
    ["a pool's range", v1("ipPool", { cidr: "10.0.0.0" }), "10.0.0.0", "error"],
    ["no YAML", "foo: [", "<stdin>:1:", "[yaml.syntax]"],
    ["nothing", "# nothing\n", "no resources in `<stdin>` [input.empty]", ""],
    [
      "two that become one",
      `${v1("policy", { name: "a.b" })}\n---\n${v1("policy", { name: "a-b" })}`,
      "<stdin>:3:55: error: GlobalNetworkPolicy a-b is there already [convert.name-taken]",
      "two names become the same one",
    ],
  ])("%s", async (_, text, message, help) => {
    const ran = await convert(text);
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain(message);
    expect(ran.stderr).toContain(help);
    expect(ran.stderr).toMatch(/; nothing was converted\n$/);
  });
});

describe("warnings and notes", () => {
  test.each([
    ["a name that changes", v1("policy", { name: "my.Policy" }), "`my.Policy` becomes `my-policy`", "convert.renamed"],
    [
      "a node's name that changes",
      hep({ node: "N1" }, { interfaceName: "eth0" }),
      "`N1` becomes `n1`",
      "convert.renamed",
    ],
    [
      "a tag of a rule",
      v1("policy", { name: "p" }, { ingress: [{ action: "allow", source: { tag: "t" } }] }),
      "tag `t` becomes the label `t`",
      "convert.tag",
    ],
    [
      "a tag that is a label",
      v1("profile", { name: "p", tags: ["t"], labels: { t: "1" } }),
      "tag `t` is the label of that name, which has the value `1`",
      "convert.tag",
    ],
    [
      "a string that YAML reads as another type",
      "apiVersion: v1\nkind: policy\nmetadata: {name: p, annotations: {a: yes}}\n",
      "`yes` without quotes is stored as `true`",
      "yaml.scalar",
    ],
  ])("%s", async (_, text, message, code) => {
    const ran = await convert(text);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain(`warning: ${message}`);
    expect(ran.stderr).toContain(`[${code}]`);
  });

  test.each([
    ["k8s profile", v1("profile", { name: "k8s_ns.x" })],
    ["a node's name in the endpoint's", hep({}, { interfaceName: "eth0" })],
    ["a pool's name", v1("ipPool", { cidr: "10.0.0.0/16" })],
  ])("nothing of %s", async (_, text) => {
    expect((await convert(text)).stderr).toBe("");
  });
});
