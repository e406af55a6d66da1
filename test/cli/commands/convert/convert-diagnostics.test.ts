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
    ["another kind", "apiVersion: v1\nkind: Gadget\n", "[kind.unknown]", "kinds of v1: bgpPeer, hostEndpoint"],
    ["an unknown field", rule("sorce: {}"), "<stdin>:7:5: error: unknown field `sorce`", "did you mean `source`?"],
    [
      "a field that policies of the early API did not have yet",
      "apiVersion: v1\nkind: policy\nmetadata: {name: p}\nspec: {applyOnForward: true}\n",
      "<stdin>:4:8: error: unknown field `applyOnForward`",
      "",
    ],
    [
      "one that nodes did not have",
      v1("node", { name: "n1" }, { bgp: { ipv4Address: "10.0.0.1", ipv4IPIPTunnelAddr: "10.1.0.1" } }),
      "unknown field `ipv4IPIPTunnelAddr`",
      "",
    ],
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
    ["the one network", rule("source: {net: 10.0.0/8}"), "<stdin>:7:19: error: invalid network `10.0.0/8`", ""],
    ["a network of many", rule("source: {nets: [10.0.0.0/8, x]}"), "<stdin>:7:33: error: invalid network `x`", ""],
    [
      "both forms of networks",
      rule("source: {nets: [10.0.0.0/8]}\n    destination: {notNet: 12.0.0.0/8}"),
      "<stdin>:8:27: error: a rule has `net` and `notNet`, or `nets` and `notNets`, never both forms [convert.nets]",
      "move it to `notNets`",
    ],
    [
      "a tag that is no name",
      rule("source: {tag: 'a b'}"),
      "<stdin>:7:19: error: invalid name `a b`",
      "[name.invalid]",
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
      "a policy's name",
      v1("policy", { name: "a b" }),
      "invalid name `a b`: the early API has 1 to 128",
      "[name.invalid]",
    ],
    [
      "a long name",
      v1("profile", { name: "a".repeat(129) }),
      "invalid name `aaaaaaaaaaaaaaaaaaaa...`",
      "[name.invalid]",
    ],
    ["a node's name", v1("node", { name: "a/b" }), "invalid name `a/b`", "[name.invalid]"],
    ["a name of which nothing stays", v1("profile", { name: "___" }), "the name `-", "[name.invalid]"],
    [
      "a profile's name in an endpoint",
      hep({}, { interfaceName: "eth0", profiles: ["a", "b c"] }),
      "invalid name `b c`",
      "[name.invalid]",
    ],
    [
      "a tag that is a label",
      v1("profile", { name: "p", tags: ["s", "t"], labels: { t: "1" } }),
      "error: tag `t` would be the label of that name, which has the value `1` [convert.tag]",
      "rename the label",
    ],
    [
      "a namespace's label of a profile",
      v1("profile", { name: "p", labels: { "k8s_ns/label/team": "a" } }),
      "[label.key]",
      "write `pcns.team`",
    ],
    [
      "BGP without an address",
      v1("node", { name: "n" }, { bgp: { asNumber: 64512 } }),
      "error: `bgp` needs `ipv4Address` or `ipv6Address` [field.required]",
      "remove `bgp`",
    ],
    ["empty BGP", v1("node", { name: "n" }, { bgp: {} }), "`bgp` needs `ipv4Address`", "[field.required]"],
    [
      "a named port of another protocol",
      hep({}, { interfaceName: "eth0", ports: [{ name: "a", protocol: "sctp", port: 1 }] }),
      "a named port of the early API is of `tcp` or `udp`, not `sctp` [port.protocol]",
      "",
    ],
    [
      "a named port's protocol in capitals",
      hep({}, { interfaceName: "eth0", ports: [{ name: "a", protocol: "TCP", port: 1 }] }),
      "unknown protocol `TCP` [protocol.unknown]",
      "the early API writes `tcp`",
    ],
    [
      "a protocol in capitals",
      rule("notProtocol: UDP"),
      "<stdin>:7:18: error: unknown protocol `UDP` [protocol.unknown]",
      "the early API writes `udp`",
    ],
    [
      "a tag twice",
      v1("profile", { name: "p", tags: ["s", "s"] }),
      "tag `s` is given twice [convert.tag]",
      "remove one",
    ],
    ["a pool whose name would begin with `-`", v1("ipPool", { cidr: "::/0" }), "the name `---0`", "[name.invalid]"],
    [
      "a workload's network of many addresses",
      v1(
        "workloadEndpoint",
        { name: "e", workload: "a.b", orchestrator: "k8s", node: "n", activeInstanceID: "c" },
        { interfaceName: "cali1", ipNetworks: ["fd00::1", "10.0.0.0/24"] },
      ),
      "10.0.0.0/24",
      "error",
    ],
    // What the early API itself refuses: projectcalico/libcalico-go, lib/validator/v1/validator.go, commit 697babda.
  ])("%s", async (_, text, message, help) => {
    const ran = await convert(text);
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain(message);
    expect(ran.stderr).toContain(help);
    expect(ran.stderr).toMatch(/; nothing was converted\n$/);
  });
});

/** A converted manifest that means or is named something else says so; what changes is what calicoctl v3.9.5 changes. */
describe("warnings and notes", () => {
  test.each([
    [
      "a name that changes",
      v1("policy", { name: "my.Policy" }),
      "`my.Policy` becomes `my-policy-29b415ed`",
      "convert.renamed",
    ],
    [
      "a host endpoint's name that changes",
      hep({ name: "Eth0" }, { interfaceName: "eth0" }),
      "`Eth0` becomes `n1.eth0-",
      "convert.renamed",
    ],
    ["a profile's name", v1("profile", { name: "k8s_ns.X_y" }), "`k8s_ns.X_y` becomes `kns.x-y-", "convert.renamed"],
    [
      "the namespace's label in a selector",
      v1("policy", { name: "p" }, { selector: "has(calico/k8s_ns)" }),
      "`calico/k8s_ns` is now `projectcalico.org/namespace`",
      "convert.label",
    ],
    [
      "the same in quotes",
      v1("policy", { name: "p" }, { ingress: [{ action: "deny", source: { selector: "a == 'calico/k8s_ns'" } }] }),
      "the value 'calico/k8s_ns' becomes 'projectcalico.org/namespace'",
      "convert.label",
    ],
    [
      "a namespace's label in a selector",
      v1("policy", { name: "p" }, { ingress: [{ action: "deny", source: { selector: "has(k8s_ns/label/team)" } }] }),
      "`k8s_ns/label/team` stays, but v3 has no labels of that form: those of Kubernetes namespaces are `pcns.team`",
      "convert.label",
    ],
    [
      "the namespace's label of a host endpoint, which stays",
      hep({ labels: { "calico/k8s_ns": "a" } }, { interfaceName: "eth0" }),
      "label `calico/k8s_ns` stays here, but converted selectors look for `projectcalico.org/namespace`",
      "convert.label",
    ],
    [
      "a tag beside a selector of what is left out",
      v1("policy", { name: "p" }, { ingress: [{ action: "deny", source: { notTag: "t", notSelector: "has(a)" } }] }),
      "with `notSelector`, only endpoints that have the label `t` and match it are left out",
      "convert.tag",
    ],
    [
      "a pod's namespace",
      v1(
        "workloadEndpoint",
        { name: "e", workload: "a.b", orchestrator: "k8s", node: "n", activeInstanceID: "c" },
        { interfaceName: "cali1" },
      ),
      "the namespace `a` is left out, as calicoctl leaves it out",
      "convert.namespace",
    ],
    [
      "two that become one",
      `${v1("policy", { name: "a" })}\n---\n${v1("policy", { name: "a" })}`,
      "GlobalNetworkPolicy a is there already",
      "convert.name-taken",
    ],
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
    ...["default.web", ".web"].map((workload): [string, string] => [
      `the namespace of workload ${workload}`,
      v1("workloadEndpoint", { name: "e", workload, orchestrator: "k8s", node: "n1" }, { interfaceName: "cali1" }),
    ]),
  ])("nothing of %s", async (_, text) => {
    expect((await convert(text)).stderr).toBe("");
  });
});
