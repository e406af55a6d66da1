import { beforeAll, describe, expect, test } from "vitest";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const folder = tmpFolder();
const run = session(folder);

const RESOURCES = `
- {apiVersion: projectcalico.org/v3, kind: HostEndpoint, metadata: {name: a}, spec: {node: n1, interfaceName: eth0}}
- {apiVersion: projectcalico.org/v3, kind: HostEndpoint, metadata: {name: b}, spec: {node: n1, interfaceName: eth1}}
- {apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: p}, spec: {order: 10, selector: all()}}
`;

beforeAll(async () => {
  expect((await run("apply -f -", RESOURCES)).code).toBe(0);
});

/** Command lines on that store: exit code, what stdout is, what stderr holds. */
test.each([
  ["get hep", 0, "NAME   NODE   \na      n1     \nb      n1     \n\n", ""],
  ["get hep b a", 0, "NAME   NODE   \nb      n1     \n\nNAME   NODE   \na      n1     \n\n", ""],
  [
    "get hep a nope b",
    1,
    "NAME   NODE   \na      n1     \n\nNAME   NODE   \nb      n1     \n\n",
    "error: HostEndpoint nope does not exist [store.not-found]",
  ],
  ["get hep nope -o yaml", 1, "", "HostEndpoint nope does not exist"],
  ["get gnp policy", 1, "", "GlobalNetworkPolicy policy does not exist [store.not-found]\n"],
  ["get hep aa", 1, "", "does not exist [store.not-found]\n  did you mean `a`?\n"],
  ["describe hep aa", 1, "", "does not exist [store.not-found]\n     = did you mean `a`?\n"],
  ["get gnp -o wide", 0, "NAME   ORDER   SELECTOR   \np      10      all()      \n\n", ""],
  ["get gnp -o custom-columns=SELECTOR,NAME", 0, "SELECTOR   NAME   \nall()      p      \n\n", ""],
  ["get gnp --out=custom-columns=NAME", 0, "NAME   \np      \n\n", ""],
  ["get pol", 0, "NAME   \n\n", ""],
  ["get pol -n ns1", 0, "NAMESPACE   NAME   \n\n", ""],
  ["delete hep nope", 1, "", "HostEndpoint nope does not exist [store.not-found]"],
  ["delete hep nope --skip-not-exists", 0, "Successfully deleted 1 'HostEndpoint' resource(s)\n", ""],
  ["version", 1, null, "holds no ClusterInformation"],
] as const)("%s", async (line, code, stdout, stderr) => {
  const ran = await run(line);
  expect(ran.code).toBe(code);
  if (stdout !== null) expect(ran.stdout).toBe(stdout);
  if (stderr === "") expect(ran.stderr).toBe("");
  else expect(ran.stderr).toContain(stderr);
});

test("`get pol` helps the person who means global policies, on a terminal only", async () => {
  const ran = await session(folder, { tty: true })("get pol");
  expect(ran).toMatchObject({ code: 0, stdout: "NAME   \n\n" });
  expect(ran.stderr).toBe("no network policies; there is 1 global one: calicoctl get gnp\n");
});

test("what get prints can be applied, and is the same again", async () => {
  for (const format of ["yaml", "json"]) {
    const before = await run(`get gnp -o ${format}`);
    expect((await run("replace -f -", before.stdout)).stderr).toBe("");
    const after = await run(`get gnp -o ${format}`);
    const unversioned = (text: string) => text.replace(/resourceVersion"?: "\d+"/g, "");
    expect(unversioned(after.stdout)).toBe(unversioned(before.stdout));
  }
});

describe("delete", () => {
  test("by name: counts the deleted, and reports the missing", async () => {
    const other = session(tmpFolder());
    await other("apply -f -", RESOURCES);
    const ran = await other("delete hep a nope b");
    expect(ran).toMatchObject({ code: 1, stdout: "Successfully deleted 2 'HostEndpoint' resource(s)\n" });
    expect(ran.stderr).toContain("HostEndpoint nope does not exist");
  });

  test("from a file, with the place of what is missing; a stale resourceVersion deletes nothing", async () => {
    const other = session(tmpFolder());
    await other("apply -f -", RESOURCES);
    expect(await other("delete -f -", RESOURCES)).toMatchObject({
      code: 0,
      stdout: "Successfully deleted 3 resource(s)\n",
    });
    const missing = await other("delete -f -", RESOURCES);
    expect(missing.stderr).toContain("<stdin>:2:75: error: HostEndpoint a does not exist");
    await other("apply -f -", RESOURCES);
    const stale = RESOURCES.replace("name: a", 'name: a, resourceVersion: "1"');
    const ran = await other("delete -f -", stale);
    expect(ran).toMatchObject({ code: 1, stdout: "Successfully deleted 2 resource(s)\n" });
    expect(ran.stderr).toContain("[store.conflict]");
  });
});

describe("validate", () => {
  test.each([
    [RESOURCES, "", 0, "Successfully validated 3 resource(s)\n"],
    [RESOURCES.replace("eth0", "an-interface-name-too-long"), "", 1, ""],
  ])("%#", async (stdin, _, code, stdout) => {
    expect(await run("validate -f -", stdin)).toMatchObject({ code, stdout });
  });

  test("for machines: every finding with its code and place", async () => {
    const ran = await run(
      "validate -f - -o json",
      "apiVersion: projectcalico.org/v3\nkind: Nod\nmetadata: {name: a}\n",
    );
    expect(ran).toMatchObject({ code: 1, stderr: "" });
    const { valid, diagnostics } = JSON.parse(ran.stdout);
    expect(valid).toBe(false);
    expect(diagnostics).toMatchObject([
      { severity: "error", code: "kind.unknown", span: { source: "<stdin>", start: { line: 2 } } },
    ]);
  });
});
