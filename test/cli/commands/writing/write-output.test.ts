import { beforeEach, describe, expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const hep = (name: string, iface = "eth0", more = "") =>
  `apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata:\n  name: ${name}${more}\nspec:\n  node: n1\n  interfaceName: ${iface}\n`;
const gnp = (rules: string) =>
  `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: p}\nspec: {selector: all(), ingress: [${rules}]}\n`;
const stored = (name: string, iface: string) =>
  `apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata:\n  name: ${name}\nspec:\n  interfaceName: ${iface}\n  node: n1\n`;
const docs = (...texts: string[]) => texts.join("---\n");

let run: ReturnType<typeof session>;
let folder = "";
beforeEach(async () => {
  folder = tmpFolder();
  run = session(folder);
  expect((await run("apply -f -", docs(hep("a"), gnp("{action: Allow}")))).code).toBe(0);
});
const revisions = async () => JSON.parse((await run("get hep a -o json")).stdout).metadata.resourceVersion as string;

/** Command line, input, exit code, stdout, what stderr holds, and whether host endpoint `a` was written. */
test.each([
  ["apply -f - -o name", hep("a"), 0, "hostendpoint/a unchanged\n", "", false],
  ["apply -f - -o name", hep("a", "eth1"), 0, "hostendpoint/a configured\n", "", true],
  ["apply -f - -o name", docs(hep("z"), hep("a")), 0, "hostendpoint/z created\nhostendpoint/a unchanged\n", "", false],
  ["apply -f - -o name", gnp("{action: Allow}"), 0, "globalnetworkpolicy/p unchanged\n", "", false],
  ["apply -f - -o name", gnp("{action: Deny}"), 0, "globalnetworkpolicy/p configured\n", "", false],
  ["apply -f - -o name", hep("a", "eth0", "\n  labels: {x: z}"), 0, "hostendpoint/a configured\n", "", true],
  ["apply -f -", hep("a"), 0, "Successfully applied 1 'HostEndpoint' resource(s)\n", "", false],
  ["replace -f -", hep("a"), 0, "Successfully replaced 1 'HostEndpoint' resource(s)\n", "", true],
  ["apply -f - -o name", hep("a", "eth0", '\n  resourceVersion: "1"'), 1, "", "[store.conflict]", false],
  ["replace -f - -o name", hep("a"), 0, "hostendpoint/a configured\n", "", true],
  ["create -f - -o name", docs(hep("a"), hep("b")), 1, "hostendpoint/b created\n", "created 1 of 2", false],
  [
    "create -f - -o name --skip-exists",
    docs(hep("a"), hep("b")),
    0,
    "hostendpoint/a unchanged\nhostendpoint/b created\n",
    "",
    false,
  ],
  [
    "apply -f - --dry-run",
    hep("a", "eth1"),
    0,
    "Dry run: 1 HostEndpoint is valid; nothing was read or written\n",
    "",
    false,
  ],
  ["apply -f - --dry-run=client -o name", hep("a", "eth1"), 0, "hostendpoint/a checked (dry run)\n", "", false],
  [
    "apply -f - --dry-run=server -o name",
    docs(hep("a"), hep("b"), gnp("{action: Deny}")),
    0,
    "hostendpoint/a unchanged (dry run)\nhostendpoint/b created (dry run)\nglobalnetworkpolicy/p configured (dry run)\n",
    "",
    false,
  ],
  [
    "apply -f - --dry-run=server",
    docs(hep("a"), hep("b"), gnp("{action: Deny}")),
    0,
    "Dry run: would create 1, change 1, leave 1 unchanged\n",
    "",
    false,
  ],
  ["create -f - --dry-run=server --skip-exists", hep("a"), 0, "Dry run: would leave 1 unchanged\n", "", false],
  [
    "apply -f - --dry-run=server",
    hep("a", "eth0", '\n  resourceVersion: "1"'),
    1,
    "",
    "applied 0 of 1 resource (dry run)",
    false,
  ],
  ["create -f - --dry-run=server", hep("a"), 1, "", "HostEndpoint a exists already", false],
  [
    "create -f - --dry-run=server -o name",
    docs(hep("b"), hep("b")),
    1,
    "hostendpoint/b created (dry run)\n",
    "HostEndpoint b exists already",
    false,
  ],
  ["replace -f - --dry-run=server", hep("b"), 1, "", "HostEndpoint b does not exist", false],
  ["replace -f - --dry-run=server", hep("a", "eth1"), 0, "Dry run: would change 1\n", "", false],
  ["delete -f - --dry-run=server", hep("a"), 0, "Dry run: would delete 1\n", "", false],
  [
    "delete -f - --dry-run=server",
    docs(hep("a"), hep("a")),
    1,
    "Dry run: would delete 1\n",
    "HostEndpoint a does not exist",
    false,
  ],
  ["delete hep --all --dry-run=server", "", 0, "Dry run: would delete 1\n", "", false],
  ["delete hep a z --dry-run=server -s", "", 0, "Dry run: would delete 1, skip 1 not found\n", "", false],
  ["delete hep a z --dry-run -s -o name", "", 0, "hostendpoint/a deleted (dry run)\n", "", false],
  [
    "delete hep a z --dry-run -o name",
    "",
    1,
    "hostendpoint/a deleted (dry run)\n",
    "HostEndpoint z does not exist",
    false,
  ],
  ["apply -f - -o yaml", hep("a", "eth0", '\n  resourceVersion: "1"'), 1, "", "[store.conflict]", false],
  ["apply -f - --dry-run -o yaml", hep("z"), 0, stored("z", "eth0"), "", false],
  ["apply -f - --dry-run -o yaml", gnp("{action: Deny}"), 0, /^ {2}types:\n {2}- Ingress$/m, "", false],
  [
    "create -f - --dry-run=server -o yaml",
    docs(hep("z"), hep("x")),
    0,
    `${stored("z", "eth0")}---\n${stored("x", "eth0")}`,
    "",
    false,
  ],
  [
    "apply -f - --dry-run=server -o yaml",
    hep("a", "eth1"),
    0,
    /^ {2}uid: [-0-9a-f]{36}\nspec:\n {2}interfaceName: eth1$/m,
    "",
    false,
  ],
  ["apply -f - -o yaml", hep("a"), 0, /^ {2}resourceVersion: "2"$/m, "", false],
  [
    "replace -f - -o yaml",
    hep("a", "eth1"),
    0,
    /^ {2}resourceVersion: "4"\n {2}uid: .*\nspec:\n {2}interfaceName: eth1$/m,
    "",
    true,
  ],
  [
    "create -f - -o yaml",
    docs(hep("a"), hep("z")),
    1,
    /^(?![\s\S]*name: a\n)[\s\S]*name: z\n/,
    "HostEndpoint a exists already",
    false,
  ],
  ["apply -f - -o wide", hep("a"), 2, "", "unknown output `wide`", false],
  ["delete hep a -o yaml", "", 2, "", "unknown output `yaml`", false],
  ["apply -f - --dry-run=maybe", hep("a"), 2, "", "unknown dry-run `maybe`", false],
] as const)("%s %#", async (line, stdin, code, stdout, stderr, written) => {
  const before = await revisions();
  const ran = await run(line, stdin);
  expect(ran.stderr).toContain(stderr);
  if (stderr === "") expect(ran.stderr).toBe("");
  expect(ran.code).toBe(code);
  if (typeof stdout === "string") expect(ran.stdout).toBe(stdout);
  else expect(ran.stdout).toMatch(stdout);
  expect((await revisions()) !== before).toBe(written);
});

test("as data: every resource, in input order, with its revision or why not", async () => {
  const ran = await run("create -f - -o json", docs(hep("b"), hep("a")));
  expect(ran.code).toBe(1);
  expect(JSON.parse(ran.stdout)).toEqual({
    resources: [
      { kind: "HostEndpoint", name: "b", result: "created", resourceVersion: "4" },
      {
        kind: "HostEndpoint",
        name: "a",
        result: "failed",
        resourceVersion: "2",
        code: "store.exists",
        message: "HostEndpoint a exists already",
      },
    ],
  });
});

test("-o yaml of a write is what get shows, and --dry-run=server foretells it", async () => {
  const changed = docs(hep("a", "eth1"), gnp("{action: Deny}"));
  const withoutRevision = (text: string) => text.replaceAll(/^ {2}resourceVersion: .*\n/gm, "");
  const foretold = await run("apply -f - --dry-run=server -o yaml", changed);
  const written = await run("apply -f - -o yaml", changed);
  expect(foretold.stdout).toBe(withoutRevision(written.stdout));
  const got = [await run("get hep a -o yaml"), await run("get gnp p -o yaml")];
  expect(written.stdout).toBe(got.map(({ stdout }) => stdout).join("---\n"));
  expect((await run("apply -f - -o name", written.stdout)).stdout).toBe(
    "hostendpoint/a unchanged\nglobalnetworkpolicy/p unchanged\n",
  );
});

test("delete -o json: each resource, and why one was not deleted", async () => {
  expect(JSON.parse((await run("delete hep z a -o json")).stdout)).toEqual({
    resources: [
      {
        kind: "HostEndpoint",
        name: "z",
        result: "failed",
        code: "store.not-found",
        message: "HostEndpoint z does not exist",
      },
      { kind: "HostEndpoint", name: "a", result: "deleted" },
    ],
  });
});

describe("a large batch", () => {
  const names = Array.from({ length: 300 }, (_, i) => `h${String(i).padStart(3, "0")}`);

  test("is written, read back in order, unchanged the second time, and deleted", async () => {
    const all = docs(...names.map((name) => hep(name)));
    expect((await run("apply -f -", all)).stdout).toBe("Successfully applied 300 'HostEndpoint' resource(s)\n");
    const again = await run("apply -f - -o name", all);
    expect(again.stdout).toBe(names.map((name) => `hostendpoint/${name} unchanged\n`).join(""));
    expect((await run("delete -f -", all)).stdout).toBe("Successfully deleted 300 'HostEndpoint' resource(s)\n");
    expect((await run("get hep -o name")).stdout).toBe("hostendpoint/a\n");
  });

  test("the last of several documents about one resource wins; problems come in input order", async () => {
    const twice = docs(...names.map((name) => hep(name)), ...names.map((name) => hep(name, "eth1")));
    expect((await run("apply -f -", twice)).code).toBe(0);
    expect((await run("get hep h000 h299 -o custom-columns=INTERFACE")).stdout).toContain("eth1");
    const ran = await run("create -f -", docs(hep("new"), ...names.slice(0, 50).map((name) => hep(name))));
    const reported = [...ran.stderr.matchAll(/HostEndpoint (h\d+) exists/g)].map(([, name]) => name);
    expect(reported).toEqual(names.slice(0, 50));
    expect(ran.stderr).toContain("created 1 of 51 resources\n");
  });

  test("an interrupt in mid-run: the count is true", async () => {
    const onInterrupt = (callback: () => void) => void setImmediate(callback);
    const ran = await session(folder, { onInterrupt })("apply -f -", docs(...names.map((name) => hep(name))));
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    const count = Number(/applied (\d+) of 300 resources; stopped/.exec(ran.stderr)?.[1]);
    expect(count).toBeGreaterThan(0);
    expect(ran.stderr).toContain("  not written: HostEndpoint h");
    expect((await run("get hep -o name")).stdout.split("\n").length - 2).toBe(count);
  });
});
