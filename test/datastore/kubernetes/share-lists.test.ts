import { expect, test } from "vitest";
import { NODES, PODS } from "../../../src/datastore/kubernetes/api-resources.ts";
import { shareLists } from "../../../src/datastore/kubernetes/share-lists.ts";
import { MemoryKubernetes } from "../../support/kubernetes/memory-kubernetes.ts";

test("lists of one turn are one request; a later one asks again, whatever the first did", async () => {
  const api = new MemoryKubernetes();
  const shared = shareLists(api);
  const [first, second] = await Promise.all([shared.list(NODES.of), shared.list(NODES.of), shared.list(PODS.of)]);
  expect(first).toBe(second);
  expect(api.requests).toEqual(["list nodes", "list pods"]);
  await api.create(NODES.of, { apiVersion: "v1", kind: "Node", metadata: { name: "n" } });
  expect((await shared.list(NODES.of)).items).toHaveLength(1);
  await shared.list(PODS.of, { namespace: "a" });
  expect(api.requests.slice(3)).toEqual(["list nodes", "list pods a/"]);
});

test("a list that fails fails for all who asked, and is asked for again", async () => {
  const api = new MemoryKubernetes();
  const shared = shareLists(api);
  api.forbid("nodes");
  const both = await Promise.allSettled([shared.list(NODES.of), shared.list(NODES.of)]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await expect(shared.list(NODES.of)).rejects.toThrow("may not list");
});
