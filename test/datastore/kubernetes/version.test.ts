import { expect, test } from "vitest";
import { kubernetesDatastore } from "../../../src/datastore/kubernetes/open-kubernetes.ts";
import type { KubernetesObject } from "../../../src/kubernetes/kubernetes-object.ts";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import { MemoryKubernetes } from "../../support/kubernetes/memory-kubernetes.ts";
import { loadObject } from "../../support/kubernetes/on-api.ts";

const CRD = { "crd.projectcalico.org": ["v1"] };
const NATIVE = { "projectcalico.org": ["v3"] };

const stored = (kind: string, name: string, spec: KubernetesObject = {}): KubernetesObject => ({
  apiVersion: "crd.projectcalico.org/v1",
  kind,
  metadata: { name },
  spec,
});
const reported = (calicoVersion: string) => stored("ClusterInformation", "default", { calicoVersion });
const tier = stored("Tier", "default", { order: 1_000_000 });

type Row = readonly [
  what: string,
  groups: Readonly<Record<string, readonly string[]>>,
  objects: readonly KubernetesObject[],
  chosen: string | undefined,
  is: string,
];

/** The version that is used, or what is said instead. */
const ROWS: readonly Row[] = [
  ["ClusterInformation names v3.32", CRD, [reported("v3.32.1")], undefined, "v3.32"],
  ["ClusterInformation names v3.9", CRD, [reported("v3.9.5")], undefined, "v3.7"],
  ["tiers alone", CRD, [tier], undefined, "v3.32"],
  ["a release in between that has tiers", CRD, [reported("v3.30.1"), tier], undefined, "v3.30.1, not v3.32.1"],
  ["a policy with a prefix", CRD, [stored("GlobalNetworkPolicy", "default.p")], undefined, "v3.7"],
  ["nothing", CRD, [], undefined, "v3.32"],
  ["nothing, in the API that v3.32 brought", NATIVE, [], undefined, "v3.32"],
  ["v3.9 chosen for that API", NATIVE, [], "v3.9", "does not read `projectcalico.org/v3` of a cluster"],
  ["v3.32 chosen", CRD, [], "v3.32", "v3.32"],
];

test.each(ROWS)("%s", async (_, groups, objects, chosen, is) => {
  const api = new MemoryKubernetes(groups);
  for (const object of objects) loadObject(api, object);
  const calico = chosen === undefined ? undefined : calicoVersionRules(chosen);
  const opening = kubernetesDatastore(api, {}, { timeoutMs: 1000, calico });
  const found = await opening.then((store) => store.calico.version).catch((error: Error) => error.message);
  expect(found).toContain(is);
});

test("a cluster whose version is known is asked for ClusterInformation alone", async () => {
  const api = new MemoryKubernetes(CRD);
  loadObject(api, reported("v3.32.1"));
  await kubernetesDatastore(api, {}, { timeoutMs: 1000, calico: undefined });
  expect(api.requests).toEqual(["get crd.projectcalico.org/clusterinformations default"]);
});

test("apply of a resource that is there makes the requests that calicoctl makes", async () => {
  const api = new MemoryKubernetes(CRD);
  const store = await kubernetesDatastore(api, {}, { timeoutMs: 1000, calico: calicoVersionRules("v3.9") });
  const set = { apiVersion: "projectcalico.org/v3", kind: "GlobalNetworkSet", metadata: { name: "s" }, spec: {} };
  expect((await store.apply(set)).kind).toBe("written");
  api.requests.length = 0;
  expect((await store.apply({ ...set, spec: { nets: ["10.0.0.0/8"] } })).kind).toBe("written");
  const requests = ["create", "get", "update"].map((verb) => `${verb} crd.projectcalico.org/globalnetworksets s`);
  expect(api.requests).toEqual(requests);
});

test.each([
  [undefined, "name the version with --calico-version and add --allow-version-mismatch"],
  ["v3.32", "use --allow-version-mismatch, so that it need not be read"],
])("without the right to see the version, and %s chosen, what is said is what helps", async (chosen, help) => {
  const api = new MemoryKubernetes(CRD);
  api.forbid("crd.projectcalico.org/clusterinformations");
  const calico = chosen === undefined ? undefined : calicoVersionRules(chosen);
  const opening = kubernetesDatastore(api, {}, { timeoutMs: 1000, calico });
  await expect(opening).rejects.toMatchObject({ help: expect.stringContaining(help) });
  const rules = calicoVersionRules("v3.32");
  const store = await kubernetesDatastore(api, {}, { timeoutMs: 1000, calico: rules, allowVersionMismatch: true });
  expect(store.calico.version).toBe("v3.32");
});

test("v3.9 only reads a cluster with tiers", async () => {
  const api = new MemoryKubernetes(CRD);
  loadObject(api, tier);
  const store = await kubernetesDatastore(api, {}, { timeoutMs: 1000, calico: calicoVersionRules("v3.9") });
  const set = { apiVersion: "projectcalico.org/v3", kind: "GlobalNetworkSet", metadata: { name: "s" }, spec: {} };
  expect(await store.create(set)).toMatchObject({ kind: "refused", help: expect.stringContaining("v3.32") });
});
