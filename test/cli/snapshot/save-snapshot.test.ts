import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isReplaceable, type SnapshotOptions, saveSnapshot } from "../../../src/cli/snapshot/save-snapshot.ts";
import type { SnapshotSource } from "../../../src/cli/snapshot/take-snapshot.ts";
import { ForbiddenError } from "../../../src/datastore/datastore-error.ts";
import { session, testIo } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const SECRET = "hunter2";
const PODS = [
  { metadata: { name: "a", namespace: "b" }, spec: { nodeName: "n", containers: [{ env: [{ value: SECRET }] }] } },
];

/** A cluster with one pod, of which some kinds may not be listed. */
const source = (forbidden: readonly string[] = []): SnapshotSource => ({
  groups: async () => new Map([["crd.projectcalico.org", ["v1"]]]),
  list: async ({ resource }) => {
    if (forbidden.includes(resource)) throw new ForbiddenError("datastore.auth", "no", undefined, "refused");
    return { items: resource === "pods" ? PODS : [], resourceVersion: "1" };
  },
});

async function save(from: SnapshotSource, options: Partial<SnapshotOptions>) {
  const { io, written } = testIo();
  const code = await saveSnapshot(from, undefined, { folder: undefined, allowMissing: false, ...options }, io);
  return { code, ...written };
}

test("a folder with a file for each kind, which the next snapshot replaces", async () => {
  const folder = join(tmpFolder(), "cluster");
  const line = `Successfully wrote 1 object(s) of 1 kind(s) to ${folder}\n`;
  for (const _ of [1, 2]) expect(await save(source(), { folder })).toEqual({ code: 0, stdout: line, stderr: "" });
  expect(readdirSync(folder)).toEqual([".calicoctl-snapshot", "pods.yaml"]);
  expect(readFileSync(join(folder, "pods.yaml"), "utf8")).not.toContain(SECRET);
  const { code, stdout } = await session(tmpFolder())(`convert -f ${folder} -o json`);
  expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ kind: "WorkloadEndpoint" })]);
});

test("one text where no folder is named", async () => {
  const { code, stdout, stderr } = await save(source(), {});
  expect([code, stdout.split("\n").slice(0, 2), stderr]).toEqual([0, ["apiVersion: v1", "kind: Pod"], ""]);
});

test("a missing right writes nothing, and says what is unknown without it and which rule gives it", async () => {
  const folder = join(tmpFolder(), "cluster");
  const { code, stdout, stderr } = await save(source(["services", "tiers"]), { folder });
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toBe(
    `error: there is no right to list services: unknown without it are what NodePorts, ClusterIPs and load balancers are translated to [snapshot.right]
     = the rule that a ClusterRole of the user needs: {apiGroups: [""], resources: ["services"], verbs: ["list"]}
error: there is no right to list tiers of crd.projectcalico.org: unknown without it are Calico's resources of kind Tier [snapshot.right]
     = the rule that a ClusterRole of the user needs: {apiGroups: ["crd.projectcalico.org"], resources: ["tiers"], verbs: ["list"]}
nothing was written; --allow-missing writes the rest
`,
  );
  expect(() => readdirSync(folder)).toThrow("ENOENT");
});

test("--allow-missing writes the rest, and the folder says what it lacks", async () => {
  const folder = join(tmpFolder(), "cluster");
  const { code, stderr } = await save(source(["services"]), { folder, allowMissing: true });
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^warning: there is no right to list services/)]);
  expect(readFileSync(join(folder, ".calicoctl-snapshot"), "utf8")).toContain("Without services: what NodePorts");
});

test("a folder of somebody else is refused before the cluster is asked", () => {
  const folder = tmpFolder({ "notes.txt": "mine" });
  const { io, written } = testIo();
  expect(isReplaceable({ folder, allowMissing: false }, io)).toBe(false);
  expect(written.stderr).toBe(
    `error: cannot write \`${folder}\`: it has other files, and was not made so [snapshot.folder]
     = name a folder that is not there, or one of an earlier snapshot
`,
  );
  expect(readdirSync(folder)).toEqual(["notes.txt"]);
});

test("a folder without a name is wrong usage", async () => {
  const { code, stderr } = await session(tmpFolder())("snapshot -o ''");
  expect([code, stderr]).toEqual([2, expect.stringContaining("no folder is named")]);
});

test.each(["embedded", "etcdv3"])("with the datastore %s it says what to use", async (type) => {
  const env = { DATASTORE_TYPE: type, ETCD_ENDPOINTS: "http://127.0.0.1:1" };
  const { code, stdout, stderr } = await session(tmpFolder(), { env })("snapshot");
  expect([code, stdout, stderr]).toEqual([1, "", expect.stringContaining("`calicoctl export` prints its resources")]);
});
