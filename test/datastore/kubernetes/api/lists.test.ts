import { expect, test } from "vitest";
import { type Answer, fakeApiServer, type Request, status } from "./fake-api-server.ts";

const SETS = { group: "crd.projectcalico.org", version: "v1", resource: "networksets", isNamespaced: true };
const PODS = { group: "", version: "v1", resource: "pods", isNamespaced: true };

const list = (names: readonly string[], more = "", resourceVersion = "7"): Answer => ({
  json: {
    apiVersion: "v1",
    kind: "PodList",
    metadata: { resourceVersion, continue: more },
    items: names.map((name) => ({ metadata: { name } })),
  },
});

/** Lists with the answers of the server in their order; returns the names, the revision and the paths that were asked for. */
async function listed(answers: readonly Answer[], of = SETS, namespace?: string) {
  const { api, requests } = await fakeApiServer((_, nth) => answers[nth] ?? status(500, "", "no more answers"));
  const { items, resourceVersion } = await api.list(of, namespace === undefined ? {} : { namespace });
  const names = items.map(({ metadata }) => (metadata as { name: string }).name);
  return { names, resourceVersion, paths: requests.map(({ url }) => url) };
}

const ALL = "/apis/crd.projectcalico.org/v1/networksets?limit=500";

test("pages are asked for until the last, at the first one's revision", async () => {
  expect(await listed([list(["a", "b"], "x/=?"), list(["c"], "y"), list(["d"])])).toEqual({
    names: ["a", "b", "c", "d"],
    resourceVersion: "7",
    paths: [ALL, `${ALL}&continue=x%2F%3D%3F`, `${ALL}&continue=y`],
  });
});

test("a list begins again where its revision is gone in the middle", async () => {
  const answers = [list(["a"], "x"), status(410, "Expired", "too old"), list(["b"], "z", "9"), list(["c"], "", "9")];
  expect(await listed(answers)).toEqual({
    names: ["b", "c"],
    resourceVersion: "9",
    paths: [ALL, `${ALL}&continue=x`, ALL, `${ALL}&continue=z`],
  });
});

test("a list that never ends is a fault", async () => {
  const gone = status(410, "Expired", "too old");
  const again = Array.from({ length: 20 }, (_, nth) => (nth % 2 === 0 ? list(["a"], "x") : gone));
  await expect(listed(again)).rejects.toMatchObject({
    code: "datastore.failed",
    message: expect.stringMatching(/too old$/),
  });
  const same = Array.from({ length: 20 }, () => list(["a"], "x"));
  await expect(listed(same)).rejects.toMatchObject({ message: expect.stringMatching(/its list does not go on$/) });
});

test("a kind that the server does not serve has no objects", async () => {
  const unserved: Answer = (response) => {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
    response.end("404 page not found\n");
  };
  expect((await listed([unserved])).names).toEqual([]);
});

test("a namespace, and what the objects of a list are", async () => {
  const { paths } = await listed([list([])], PODS, "web");
  expect(paths).toEqual(["/api/v1/namespaces/web/pods?limit=500"]);
  const { api } = await fakeApiServer(() => list(["a"]));
  expect((await api.list(PODS)).items).toEqual([{ apiVersion: "v1", kind: "Pod", metadata: { name: "a" } }]);
});

test.each([
  ["a b/../c", "a%20b%2F..%2Fc"],
  ["..", "%2E%2E"],
  ["a\ud800", "a%EF%BF%BD"],
  ["a.b", "a.b"],
])("an object named %s", async (name, path) => {
  const { api, requests } = await fakeApiServer((): Answer => status(404, "NotFound", "not found"));
  expect(await api.get({ of: PODS, namespace: "web", name })).toBeUndefined();
  expect(requests.map(({ url }: Request) => url)).toEqual([`/api/v1/namespaces/web/pods/${path}`]);
});

test("the groups of a server, with their versions", async () => {
  const { api, requests } = await fakeApiServer(({ url }) => ({
    json:
      url === "/api"
        ? { versions: ["v1"] }
        : { groups: [{ name: "apps", versions: [{ version: "v1" }, { version: "v1beta1" }] }, { name: "x" }] },
  }));
  expect([...(await api.groups())]).toEqual([
    ["", ["v1"]],
    ["apps", ["v1", "v1beta1"]],
    ["x", []],
  ]);
  expect(requests.map(({ url }) => url)).toEqual(["/api", "/apis"]);
});
