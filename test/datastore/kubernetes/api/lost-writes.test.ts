import { afterEach, expect, test, vi } from "vitest";
import type { KubernetesApi } from "../../../../src/datastore/kubernetes/api/kubernetes-api.ts";
import { type Answer, cut, fakeApiServer, page, status } from "./fake-api-server.ts";

afterEach(() => void vi.useRealTimers());

const HOSTS = { group: "crd.projectcalico.org", version: "v1", resource: "hostendpoints", isNamespaced: false };
const REF = { of: HOSTS, name: "a" };

/** A host endpoint at a revision. */
const host = (resourceVersion: string | undefined, node: string, uid = "u1", labels: object = { a: "b" }) => ({
  apiVersion: "crd.projectcalico.org/v1",
  kind: "HostEndpoint",
  metadata: { name: "a", labels, ...(resourceVersion !== undefined && { resourceVersion, uid }) },
  spec: { node },
});
const missing = status(404, "NotFound", "hostendpoints a not found");
const create = (api: KubernetesApi) => api.create(HOSTS, host(undefined, "n"));
const update = (api: KubernetesApi) => api.update(HOSTS, host("5", "n"));
const drop = (api: KubernetesApi) => api.delete(REF, { uid: "u1" });

/** Ways in which an answer to a write is lost after the write was sent. */
const LOST: Readonly<Record<string, Answer>> = {
  "a cut connection": (response) => response.destroy(),
  "a cut answer": cut('{"kind": "HostEnd'),
  "a proxy's page": page(502, "text/html", "<html>Bad Gateway"),
  "an error of its etcd": status(500, "InternalError", "etcdserver: request timed out"),
};

/** Does a write whose answer is lost, while the server then shows that in turn; the last for ever. */
async function settled(write: (api: KubernetesApi) => Promise<unknown>, lost: Answer, shows: readonly Answer[]) {
  let reads = 0;
  const { api, requests } = await fakeApiServer(({ method }) =>
    method === "GET" ? (shows[Math.min(reads++, shows.length - 1)] ?? missing) : lost,
  );
  const result: unknown = await write(api).catch(({ effect, message }: { effect: string; message: string }) => ({
    effect,
    message,
  }));
  const writes = requests.filter(({ method }) => method !== "GET").length;
  return { result, writes };
}

const doubt = (message = "") => ({
  effect: "unknown",
  message: expect.stringMatching(new RegExp(`this write may or may not have been stored${message}`)),
});
const NOT_SEEN = "; the server, read again, does not have it, but it may yet arrive";

test.each(Object.keys(LOST))("a create that was stored although its answer is lost: %s", async (way) => {
  // It is looked for until a time; on a machine that stands still there might be no second look before that.
  vi.useFakeTimers({ toFake: ["Date"] });
  const { result, writes } = await settled(create, LOST[way] ?? missing, [missing, { json: host("6", "n") }]);
  expect(result).toEqual({ kind: "written", object: host("6", "n") });
  expect(writes).toBe(1);
});

test.each<[string, (api: KubernetesApi) => Promise<unknown>, Answer, object]>([
  ["a create that is not there", create, missing, doubt(NOT_SEEN)],
  ["a create where another object is", create, { json: host("6", "other") }, doubt(NOT_SEEN)],
  ["a create where other labels are", create, { json: host("6", "n", "u1", {}) }, doubt(NOT_SEEN)],
  ["an update that was stored", update, { json: host("6", "n") }, { kind: "written", object: host("6", "n") }],
  ["an update that is not there yet", update, { json: host("5", "n") }, doubt(NOT_SEEN)],
  ["an update that another one followed or forestalled", update, { json: host("7", "other") }, doubt(NOT_SEEN)],
  ["an update of what is deleted now", update, missing, doubt(NOT_SEEN)],
  ["a delete that was done", drop, missing, { kind: "deleted", object: undefined }],
  [
    "a delete, with another object there now",
    drop,
    { json: host("9", "n", "u2") },
    { kind: "deleted", object: undefined },
  ],
  ["a delete that is not done yet", drop, { json: host("5", "n") }, doubt(NOT_SEEN)],
  ["a create that may not be read", create, status(403, "Forbidden", 'User "x" cannot get resource "y"'), doubt("$")],
])("%s, with its answer lost, is sent once", async (_, write, shown, expected) => {
  const { result, writes } = await settled(write, (response) => response.destroy(), [shown]);
  expect(result).toEqual(expected);
  expect(writes).toBe(1);
});

test("a write that never reached the server changed nothing", async () => {
  const { api, end } = await fakeApiServer(() => missing);
  await end();
  await expect(create(api)).rejects.toMatchObject({ code: "datastore.unreachable", effect: "none" });
});

test.each<[string, Answer, object]>([
  ["found as it was sent", { json: host("6", "n") }, { kind: "written", object: host("6", "n") }],
  ["found otherwise", { json: host("6", "other") }, { kind: "exists" }],
])("a create that the server put off, and then %s", async (_, shown, expected) => {
  const later: Answer = { status: 503, json: {}, headers: { "retry-after": "0" } };
  const answers = [later, status(409, "AlreadyExists", "there"), shown];
  const { api } = await fakeApiServer((_request, nth) => answers[nth] ?? missing);
  expect(await create(api)).toEqual(expected);
});

const NODES = { group: "", version: "v1", resource: "nodes", isNamespaced: false };
/** A Node with an annotation of Calico's, which is written through its status. */
const node = (resourceVersion: string, address: string, spec: object, ready = "True") => ({
  ...{ apiVersion: "v1", kind: "Node", metadata: { name: "a", resourceVersion, annotations: { address } } },
  ...{ spec, status: { conditions: [{ type: "Ready", status: ready }] } },
});
const annotate = (api: KubernetesApi) => api.update(NODES, node("5", "new", {}), { subresource: "status" });
const WRITTEN = node("6", "new", { unschedulable: true });

test.each<[string, object, object]>([
  ["was stored", WRITTEN, { kind: "written", object: WRITTEN }],
  ["is not there, while another changed the Node", node("6", "old", {}), doubt(NOT_SEEN)],
  ["may be another's, as its status is", node("6", "new", {}, "False"), doubt(NOT_SEEN)],
])("an annotation written through the status that %s", async (_, shown, expected) => {
  const { result } = await settled(annotate, (response) => response.destroy(), [{ json: shown }]);
  expect(result).toEqual(expected);
});
