import { beforeEach, expect, test } from "vitest";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const hep = (name: string, iface = "eth0") =>
  `apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata:\n  name: ${name}\nspec:\n  node: n1\n  interfaceName: ${iface}\n`;
const gnp = (rule: string) =>
  `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: p}\nspec: {selector: all(), ingress: [${rule}]}\n`;

let folder = "";
beforeEach(async () => {
  folder = tmpFolder();
  expect((await session(folder)("apply -f -", `${hep("a")}---\n${gnp("{action: Allow}")}`)).code).toBe(0);
});

test.each([
  ["nothing", `${hep("a")}---\n${gnp("{action: Allow}")}`, 0, "", "2 unchanged\n"],
  [
    "a field",
    hep("a", "eth1"),
    1,
    "--- stored HostEndpoint a\n+++ applied HostEndpoint a\n@@ -3,5 +3,5 @@\n metadata:\n   name: a\n spec:\n-  interfaceName: eth0\n+  interfaceName: eth1\n   node: n1\n",
    "1 to change\n",
  ],
  [
    "a rule",
    gnp("{action: Deny}"),
    1,
    "--- stored GlobalNetworkPolicy p\n+++ applied GlobalNetworkPolicy p\n@@ -4,7 +4,7 @@\n   name: p\n spec:\n   ingress:\n-  - action: Allow\n+  - action: Deny\n   selector: all()\n   types:\n   - Ingress\n",
    "1 to change\n",
  ],
  [
    "a new resource",
    hep("b"),
    1,
    "--- /dev/null\n+++ applied HostEndpoint b\n@@ -0,0 +1,7 @@\n+apiVersion: projectcalico.org/v3\n+kind: HostEndpoint\n+metadata:\n+  name: b\n+spec:\n+  interfaceName: eth0\n+  node: n1\n",
    "1 to create\n",
  ],
  [
    "some of everything",
    `${hep("b")}---\n${hep("a", "eth1")}---\n${gnp("{action: Allow}")}`,
    1,
    /^(.*\n){19}$/,
    "1 to create, 1 to change, 1 unchanged\n",
  ],
  [
    "one resource twice: the second on top of the first",
    `${hep("a", "eth1")}---\n${hep("a", "eth1")}`,
    1,
    /^(.*\n){9}$/,
    /^<stdin>:12:9: warning: .* \[document\.duplicate\]\n(.*\n)*1 to change, 1 unchanged\n$/,
  ],
] as const)("%s", async (_, stdin, code, stdout, stderr) => {
  const ran = await session(folder)("diff -f -", stdin);
  expect(ran.code).toBe(code);
  if (typeof stderr === "string") expect(ran.stderr).toBe(stderr);
  else expect(ran.stderr).toMatch(stderr);
  if (typeof stdout === "string") expect(ran.stdout).toBe(stdout);
  else expect(ran.stdout).toMatch(stdout);
  expect((await session(folder)("get hep a -o json")).stdout).toContain('"resourceVersion": "2"');
});

const atVersion = (version: string, iface: string) =>
  hep("a", iface).replace("name: a", `name: a\n  resourceVersion: "${version}"`);
const noTier = gnp("{action: Deny}").replace("name: p", "name: gone.p").replace("spec: {", "spec: {tier: gone, ");
const STALE = "error: HostEndpoint a is at resourceVersion 2, not at the one given [store.conflict]\n";

test.each([
  ["another resourceVersion, and a change", atVersion("1", "eth1"), STALE, "1 refused"],
  ["another resourceVersion alone", atVersion("1", "eth0"), STALE, "1 refused"],
  ["the stored resourceVersion", atVersion("2", "eth1"), "", "1 to change"],
  [
    "the resourceVersion before a change of the same input",
    `${atVersion("2", "eth1")}---\n${atVersion("2", "eth2")}`,
    "error: HostEndpoint a is at resourceVersion 4, not at the one given",
    "1 to change, 1 refused",
  ],
  ["a tier that does not exist", noTier, "tier `gone` does not exist", "1 refused"],
])("diff says what apply would refuse: %s", async (_, stdin, message, summary) => {
  const env = stdin === noTier ? { CALICO_VERSION: "v3.32" } : {};
  const where = stdin === noTier ? tmpFolder() : folder;
  const ran = await session(where, { env })("diff -f -", stdin);
  expect(ran.stderr).toContain(message);
  expect(ran.stderr.split("\n").at(-2)).toBe(summary);
  expect(ran.code).toBe(message === "" ? 1 : 2);
  if (message !== "")
    expect(ran.stdout.split("\n").filter((line) => line.startsWith("+++ refused"))).toHaveLength(
      /eth1|eth2|gone/.test(stdin) ? 1 : 0,
    );
  expect((await session(where, { env })("apply -f -", stdin)).code).toBe(message === "" ? 0 : 1);
});

test("a long line is not folded, so that a changed word is one changed line", async () => {
  const long = (first: string) =>
    gnp("{action: Allow}").replace("all()", `"${[first, ...Array(20).keys()].map((n) => `has(l${n})`).join(" || ")}"`);
  const run = session(folder);
  expect(await run("apply -f -", long("x"))).toMatchObject({ code: 0 });
  const { stdout } = await run("diff -f -", long("y"));
  expect(stdout.split("\n").filter((line) => /^[-+] /.test(line))).toHaveLength(2);
});

const pool = (mode: string) =>
  `apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata: {name: p}\nspec: {cidr: 10.9.0.0/16, ipipMode: ${mode}}\n`;

test.each([
  [
    "Always",
    "would also set `ipipEnabled: true` in FelixConfiguration `default`, which a pool with tunnels needs\n1 to create\n",
  ],
  ["Never", "1 to create\n"],
])("what a pool with ipipMode %s changes beside itself is told", async (mode, stderr) => {
  expect(await session(folder)("diff -f -", pool(mode))).toMatchObject({ code: 1, stderr });
});

test("colours on a terminal", async () => {
  const ran = await session(folder, { tty: true })("diff -f -", hep("a", "eth1"));
  expect(ran.stdout).toContain(
    "\u001b[31m-  interfaceName: eth0\u001b[39m\n\u001b[32m+  interfaceName: eth1\u001b[39m",
  );
});

test.each([
  ["invalid input", { line: "diff -f -", stdin: "a: [", env: {} }, "error:"],
  ["no file", { line: "diff", stdin: "", env: {} }, "no file given"],
  ["no datastore", { line: "diff -f -", stdin: hep("a"), env: { CALICO_EMBEDDED_PATH: "/" } }, "error:"],
])("trouble is 2: %s", async (_, { line, stdin, env }, message) => {
  const ran = await session(folder, { env })(line, stdin);
  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toContain(message);
});
