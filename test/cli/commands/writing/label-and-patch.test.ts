import { beforeEach, describe, expect, test } from "vitest";
import { openEmbedded } from "../../../../src/datastore/embedded/embedded-store.ts";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const HEP = {
  kind: "HostEndpoint",
  apiVersion: "projectcalico.org/v3",
  metadata: { name: "a", uid: "u", creationTimestamp: "2026-01-01T00:00:00Z", labels: { role: "web" } },
  spec: { node: "n1", interfaceName: "eth0" },
};
const POLICY = {
  kind: "GlobalNetworkPolicy",
  apiVersion: "projectcalico.org/v3",
  metadata: {
    name: "p",
    labels: { "projectcalico.org/tier": "default" },
    annotations: { "projectcalico.org/metadata": '{"name":"p"}' },
  },
  spec: { tier: "default", selector: "all()", types: ["Ingress"] },
};
const ROOT = "/calico/resources/v3/projectcalico.org";
const MANIFEST = `apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: a}\nspec: {node: n1, interfaceName: eth9}\n`;

let folder = "";
beforeEach(() => {
  folder = tmpFolder();
});
async function store<T>(use: (kv: Awaited<ReturnType<typeof openEmbedded>>) => Promise<T>): Promise<T> {
  const path = `${folder}/.store.db`;
  const kv = await openEmbedded({ type: "embedded", path, from: "test", implicit: false, makeDirectory: false }, 1000);
  const result = await use(kv);
  await kv.close();
  return result;
}
const fill = (): Promise<void> =>
  store(async (kv) => {
    await kv.put(`${ROOT}/hostendpoints/a`, JSON.stringify(HEP), "0");
    await kv.put(`${ROOT}/globalnetworkpolicies/p`, JSON.stringify(POLICY), "0");
  });
const contents = () => store((kv) => kv.list("/"));

/** v3.32 initialises a store before create, apply and replace, and for nothing else (calicoctl-NOTES.md, "First write"). */
describe("a store of v3.32 without what it begins with", () => {
  test.each([
    ["label hep a x=y", "", 2],
    ["label hep --all x=y", "", 2],
    ["label gnp p x=y", "", 2],
    ["label hep a role --remove", "", 2],
    [`patch hep a -p {"spec":{"interfaceName":"eth1"}}`, "", 2],
    [`patch gnp p -p {"spec":{"order":1}}`, "", 2],
    ["delete hep a", "", 1],
    ["replace -f -", MANIFEST, 6],
    ["apply -f -", MANIFEST, 6],
    ["create -f - --skip-exists", MANIFEST, 6],
    ["replace -f - --dry-run=server", MANIFEST, 2],
    ["label hep a x=y --dry-run", "", 2],
  ])("%s", async (line, stdin, keys) => {
    await fill();
    const ran = await session(folder, { env: { CALICO_VERSION: "v3.32" } })(line, stdin);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect((await contents()).kvs).toHaveLength(keys);
  });
});

/** Command line, exit code, stdout, what stderr holds; nothing is ever written. */
describe("--dry-run of label and patch, and what they do not take", () => {
  test.each([
    ["label hep a x=y --dry-run", 0, "Dry run: would set label x on hep a\n", ""],
    ["label hep a role=db --overwrite --dry-run=server", 0, "Dry run: would update label role on hep a\n", ""],
    ["label hep a role --remove --dry-run=client", 0, "Dry run: would remove label role from hep a\n", ""],
    ["label hep a x=y --dry-run -o name", 0, "hostendpoint/a configured (dry run)\n", ""],
    ["label hep a x=y --dry-run -o yaml", 0, /^ {2}labels:\n( {4}.*\n)* {4}x: "?y"?\n(?! {2}resourceVersion)/m, ""],
    ["label hep a role=db --dry-run -o json", 1, /"result": "failed",\n *"code": "label.exists"/, "[label.exists]"],
    [`patch hep a -p {"spec":{"interfaceName":"eth9"}} --dry-run -o yaml`, 0, /^ {2}interfaceName: eth9$/m, ""],
    [
      `patch hep a -p {"spec":{"interfaceName":"eth9"}} --dry-run -o name`,
      0,
      "hostendpoint/a configured (dry run)\n",
      "",
    ],
    [`patch hep a -p {"spec":{"nod":"x"}} --dry-run -o yaml`, 1, "", "[field.unknown]"],
    ["label hep a role=db --dry-run", 1, "", "[label.exists]"],
    ["label hep nope x=y --dry-run", 1, "", "[store.not-found]"],
    ["label hep a x=y --dry-run=maybe", 2, "", "unknown dry-run `maybe`"],
    ["label hep,gnp a x=y", 2, "", "`label` takes one kind at a time"],
    ["label hep/a --all x=y", 2, "", "--all and --selector go with a kind, not with names"],
    ["get hep,", 2, "", "the name of a kind is missing"],
    ["get /a", 2, "", "the name of a kind is missing"],
    [`patch hep a -p {"spec":{"interfaceName":"eth1"}} --dry-run`, 0, "Dry run: would change 1\n", ""],
    [`patch hep a -p {"spec":{"nod":"x"}} --dry-run`, 1, "", "[field.unknown]"],
    [`patch hep a -p {"metadata":{"resourceVersion":"77"}} --dry-run`, 1, "", "not at the one given [store.conflict]"],
    ["patch hep a -p [] --dry-run", 1, "", "-t json takes a list of operations"],
    ["patch hep a -t json -p 5 --dry-run", 1, "", "a JSON patch is a list of operations or an object"],
    ...["json", "strategic", "merge"].map((type): [string, number, string | RegExp, string] => [
      `patch hep a -t ${type} -p {"spec":{"interfaceName":"eth1"}} --dry-run`,
      0,
      "Dry run: would change 1\n",
      "",
    ]),
    ["patch hep a -p {} --dry-run=maybe", 2, "", "unknown dry-run `maybe`"],
  ])("%s", async (line, code, stdout, stderr) => {
    await fill();
    const before = await contents();
    const ran = await session(folder)(line);
    expect(ran.stderr).toContain(stderr);
    expect(ran.code).toBe(code);
    if (typeof stdout === "string") expect(ran.stdout).toBe(stdout);
    else expect(ran.stdout).toMatch(stdout);
    expect(await contents()).toEqual(before);
  });
});

/** `--dry-run=server` finds what the store itself would refuse. */
describe("--dry-run=server of what the store refuses", () => {
  const pool = (name: string, cidr: string) =>
    `apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata: {name: ${name}}\nspec: {cidr: ${cidr}}\n---\n`;
  const gnp = (name: string, tier: string) =>
    `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: ${name}}\nspec: {tier: ${tier}, selector: all()}\n---\n`;
  const TIER = "apiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: {name: own}\nspec: {order: 5}\n---\n";
  const CLUSTER = "apiVersion: projectcalico.org/v3\nkind: ClusterInformation\nmetadata: {name: default}\n";

  test.each([
    ["create -f -", pool("a", "10.0.0.0/16") + pool("b", "10.0.1.0/24"), "v3.7", "overlap those of IPPool `a`"],
    ["apply -f -", CLUSTER, "v3.7", "ClusterInformation is written by Calico itself"],
    ["create -f -", gnp("own.p", "own"), "v3.32", "tier `own` does not exist"],
    ["create -f -", TIER + gnp("own.p", "own"), "v3.32", ""],
    ["create -f -", gnp("p", "default"), "v3.32", ""],
    ["delete tier default", "", "v3.32", "is Calico's own"],
  ])("%s %#", async (line, stdin, version, message) => {
    const run = session(folder, { env: { CALICO_VERSION: version } });
    const dry = await run(`${line} --dry-run=server`, stdin);
    expect(dry.stderr).toContain(message);
    expect(dry.code).toBe(message === "" ? 0 : 1);
    expect((await contents()).kvs).toEqual([]);
    const real = await run(line, stdin);
    expect(real.code).toBe(dry.code);
    expect(dry.stderr.replace(" (dry run)", "")).toBe(real.stderr);
  });
});
