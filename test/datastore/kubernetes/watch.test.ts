import { afterEach, expect, test } from "vitest";
import type { Datastore } from "../../../src/datastore/datastore.ts";
import { DatastoreError, ForbiddenError } from "../../../src/datastore/datastore-error.ts";
import { kubernetesDatastore } from "../../../src/datastore/kubernetes/open-kubernetes.ts";
import { type CalicoVersionRules, calicoVersionRules } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { MemoryKubernetes } from "../../support/kubernetes/memory-kubernetes.ts";
import { loadObject } from "../../support/kubernetes/on-api.ts";
import { waitUntil } from "../../support/wait.ts";
import { watching } from "../resources/watching.ts";
import { hostEndpoint } from "../stores.ts";

const rules = (version: string): CalicoVersionRules => calicoVersionRules(version) ?? expect.unreachable(version);
const labelled = (name: string, n: string): Resource => ({ ...hostEndpoint(name), metadata: { name, labels: { n } } });

const closes: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closes.splice(0)) await close();
});

async function cluster(
  version = "v3.32",
  api = new MemoryKubernetes(),
): Promise<{ readonly api: MemoryKubernetes; readonly store: Datastore }> {
  loadObject(api, { apiVersion: "v1", kind: "Namespace", metadata: { name: "web" } });
  const store = await kubernetesDatastore(api, {}, { timeoutMs: 5000, calico: rules(version) });
  closes.push(() => store.close());
  return { api, store };
}

test("a connection that ends loses no change and repeats none", async () => {
  const { api, store } = await cluster();
  await store.apply(labelled("a", "1"));
  const watch = await watching(store, { kind: "HostEndpoint" });
  for (const n of ["2", "3", "4"]) {
    api.breakWatches();
    await store.apply(labelled("a", n));
    await store.apply(labelled(`b${n}`, n));
    await watch.until(new RegExp(`b${n} ${n}`));
  }
  expect(watch.lines.slice(1)).toEqual(
    ["2", "3", "4"].flatMap((n) => [`changed HostEndpoint a ${n}`, `new HostEndpoint b${n} ${n}`]),
  );
  expect(await watch.stop()).toBe("ended");
});

test("changes that the server no longer has are reported as the difference of two lists", async () => {
  const { api, store } = await cluster();
  for (const name of ["gone", "kept", "changed"]) await store.apply(labelled(name, "1"));
  const watch = await watching(store, { kind: "HostEndpoint" });
  api.breakWatches();
  await store.delete({ kind: "HostEndpoint", name: "gone" });
  await store.apply(labelled("changed", "2"));
  await store.apply(labelled("new", "2"));
  api.compact();
  const told = ["changed HostEndpoint changed 2", "gone HostEndpoint gone", "new HostEndpoint new 2"];
  await waitUntil(() => told.every((line) => watch.lines.includes(line)));
  expect(watch.lines.slice(1).some((line) => line.includes("kept"))).toBe(false);
  await watch.stop();
});

/** A server that cannot be reached for the next watch where `isLost`, and shows its groups to nobody. */
class LostKubernetes extends MemoryKubernetes {
  isLost = false;

  override watch(...requests: Parameters<MemoryKubernetes["watch"]>): ReturnType<MemoryKubernetes["watch"]> {
    if (!this.isLost) return super.watch(...requests);
    this.isLost = false;
    throw new DatastoreError("datastore.unreachable", "the connection was lost");
  }

  override async groups(): Promise<never> {
    throw new ForbiddenError("datastore.auth", "you may not read its groups");
  }
}

test("a watch goes on after a lost connection without the right to read the server's groups", async () => {
  const lost = new LostKubernetes();
  const { store } = await cluster("v3.32", lost);
  const watch = await watching(store, { kind: "HostEndpoint" });
  lost.isLost = true;
  lost.breakWatches();
  await watch.until(/resumed/);
  await store.apply(labelled("a", "1"));
  await watch.until(/new HostEndpoint a 1/);
  expect(watch.lines.slice(1)).toEqual(["trouble datastore.unreachable", "resumed", "new HostEndpoint a 1"]);
  expect(await watch.stop()).toBe("ended");
});

test("profiles are watched where they are: in namespaces and in service accounts", async () => {
  const { api, store } = await cluster();
  const watch = await watching(store, { kind: "Profile" });
  loadObject(api, { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "sa", namespace: "web" } });
  await watch.until(/ksa\.web\.sa/);
  loadObject(api, { apiVersion: "v1", kind: "Namespace", metadata: { name: "db" } });
  await watch.until(/kns\.db/);
  expect(watch.lines.slice(1)).toEqual(["new Profile ksa.web.sa", "new Profile kns.db"]);
  await watch.stop();
});

test("v3.9's policies are those of two kinds of objects", async () => {
  const { api, store } = await cluster("v3.7");
  const watch = await watching(store, { kind: "NetworkPolicy" });
  const metadata = { name: "closed", namespace: "web" };
  loadObject(api, { apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata, spec: { podSelector: {} } });
  await watch.until(/knp\.default\.closed/);
  await store.apply({ ...hostEndpoint("x"), kind: "NetworkPolicy", metadata: { ...metadata, name: "own" }, spec: {} });
  await watch.until(/own/);
  expect(watch.lines.slice(1)).toEqual(["new NetworkPolicy web/knp.default.closed", "new NetworkPolicy web/own"]);
  await watch.stop();
});
