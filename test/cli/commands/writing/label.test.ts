import { beforeEach, describe, expect, test } from "vitest";
import { openEmbedded } from "../../../../src/datastore/embedded/embedded-store.ts";
import { ABSENT } from "../../../../src/datastore/kv/kv.ts";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

let folder = "";
let run: ReturnType<typeof session>;

const RESOURCES = `
- {apiVersion: projectcalico.org/v3, kind: HostEndpoint, metadata: {name: a, labels: {role: web}}, spec: {node: n1, interfaceName: eth0}}
- {apiVersion: projectcalico.org/v3, kind: HostEndpoint, metadata: {name: b}, spec: {node: n1, interfaceName: eth1}}
- {apiVersion: projectcalico.org/v3, kind: NetworkPolicy, metadata: {name: p, namespace: ns1}, spec: {order: 10, selector: all()}}
`;

beforeEach(async () => {
  folder = tmpFolder();
  run = session(folder);
  expect((await run("apply -f -", RESOURCES)).code).toBe(0);
});

const labelsOf = async (line: string): Promise<unknown> =>
  JSON.parse((await run(`${line} -o json`)).stdout).metadata.labels;

/** Command line, exit code, stdout, what stderr holds, and the labels of host endpoint `a` afterwards. */
test.each([
  ["label hep a env=prod", 0, "Successfully set label env on hep a\n", "", { role: "web", env: "prod" }],
  [
    "label HostEndpoints a env=prod zone=z1",
    0,
    "Successfully set label env on HostEndpoints a\nSuccessfully set label zone on HostEndpoints a\n",
    "",
    { role: "web", env: "prod", zone: "z1" },
  ],
  ["label hep/a env=prod", 0, "Successfully set label env on hep a\n", "", { role: "web", env: "prod" }],
  ["label hep a role=db --overwrite", 0, "Successfully updated label role on hep a\n", "", { role: "db" }],
  ["label hep a role=web --over", 0, "Successfully updated label role on hep a\n", "", { role: "web" }],
  ["label hep a role --remove", 0, "Successfully removed label role from hep a\n", "", undefined],
  ["label hep a x=", 0, "Successfully set label x on hep a\n", "", { role: "web", x: "" }],
  ["label hep a __proto__=x", 1, "", "metadata.labels", { role: "web" }],
  ["label hep a role=db", 1, "", "label `role` of HostEndpoint a is `web` [label.exists]", { role: "web" }],
  ["label hep a role=web", 0, "Successfully updated label role on hep a\n", "", { role: "web" }],
  [
    "label hep a role=web x=y",
    0,
    "Successfully updated label role on hep a\nSuccessfully set label x on hep a\n",
    "",
    { role: "web", x: "y" },
  ],
  ["label hep a env=prod role=db", 1, "", "[label.exists]", { role: "web" }],
  ["label hep a nope --remove", 1, "", "HostEndpoint a has no label `nope` [label.missing]", { role: "web" }],
  ["label hep a =v", 1, "", "HostEndpoint a: metadata.labels", { role: "web" }],
  ["label hep a env=not_ok!", 1, "", "not_ok!", { role: "web" }],
  ["label hep nope a=b", 1, "", "HostEndpoint nope does not exist [store.not-found]", { role: "web" }],
  [
    "label hep --all env=prod",
    0,
    "Successfully set label env on hep a\nSuccessfully set label env on hep b\n",
    "",
    { role: "web", env: "prod" },
  ],
  ["label hep -l 'has(role)' env=prod", 0, "Successfully set label env on hep a\n", "", { role: "web", env: "prod" }],
  ["label hep --selector 'has(x)' env=prod", 0, "", "no HostEndpoint is selected", { role: "web" }],
  ["label hep --all role=db", 1, "Successfully set label role on hep b\n", "HostEndpoint a", { role: "web" }],
  ["label hep a role", 2, "", "invalid label `role`", { role: "web" }],
  ["label hep a x=1 x=2", 2, "", "more than once", { role: "web" }],
  ["label hep a role --remove --overwrite", 2, "", "exclude each other", { role: "web" }],
  ["label hep a", 2, "", "no label given", { role: "web" }],
  ["label hep", 2, "", "which resource?", { role: "web" }],
  ["label", 2, "", "which kind?", { role: "web" }],
  ["label foo a x=y", 2, "", "unknown kind `foo`", { role: "web" }],
  ["label hep a x=y -n ns1", 2, "", "HostEndpoint has no namespace", { role: "web" }],
  ["label hep --all x=y -n ns1", 2, "", "HostEndpoint has no namespace", { role: "web" }],
  ["label hep -l 'has(' x=y", 2, "", "invalid selector `", { role: "web" }],
] as const)("%s", async (line, code, stdout, stderr, labels) => {
  const ran = await run(line);
  expect(ran.stderr).toContain(stderr);
  if (stderr === "") expect(ran.stderr).toBe("");
  expect(ran).toMatchObject({ code, stdout });
  expect(await labelsOf("get hep a")).toEqual(labels);
});

test("a namespaced resource, and no write but the one", async () => {
  const ran = await run("label np p -n ns1 tier=x");
  expect(ran).toMatchObject({ code: 0, stdout: "Successfully set label tier on np p\n", stderr: "" });
  expect(await labelsOf("get np p -n ns1")).toEqual({ tier: "x" });
  expect((await run("label np p tier=x")).stderr).toContain("NetworkPolicy default/p does not exist");
});

describe("what another version stored", () => {
  const key = "/calico/resources/v3/projectcalico.org/hostendpoints/z";
  const stored = {
    kind: "HostEndpoint",
    apiVersion: "projectcalico.org/v3",
    metadata: { name: "z", uid: "u", creationTimestamp: "2026-01-01T00:00:00Z", newField: 1 },
    spec: { node: "n1", interfaceName: "eth0", another: { deep: [1] } },
    status: { ok: true },
  };
  const store = () =>
    openEmbedded(
      { type: "embedded", path: `${folder}/.store.db`, implicit: false, from: "t", makeDirectory: false },
      1000,
    );

  test("unknown fields are kept and not refused", async () => {
    const before = await store();
    await before.put(key, JSON.stringify(stored), ABSENT);
    await before.close();
    expect(await run("label hep z a=b")).toMatchObject({ code: 0, stderr: "" });
    const after = await store();
    const { kvs } = await after.get(key);
    await after.close();
    expect(JSON.parse(kvs[0]?.value ?? "")).toEqual({
      ...stored,
      metadata: { ...stored.metadata, labels: { a: "b" } },
    });
  });
});
