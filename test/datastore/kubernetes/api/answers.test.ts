import { describe, expect, test } from "vitest";
import { DatastoreError } from "../../../../src/datastore/datastore-error.ts";
import type { KubernetesApi } from "../../../../src/datastore/kubernetes/api/kubernetes-api.ts";
import { type Answer, cut, type FakeOptions, fakeApiServer, page, status, TOKEN } from "./fake-api-server.ts";

const HOSTS = { group: "crd.projectcalico.org", version: "v1", resource: "hostendpoints", isNamespaced: false };
const SETS = { group: "crd.projectcalico.org", version: "v1", resource: "networksets", isNamespaced: true };
const object = { kind: "HostEndpoint", metadata: { name: "a", resourceVersion: "5" }, spec: { node: "n" } };

/** The fault of a call, as `code effect: message; help`, with the server's address as SERVER. */
async function faultOf(answer: Answer, call: (api: KubernetesApi) => Promise<unknown>, options: FakeOptions = {}) {
  const { api, port } = await fakeApiServer(() => answer, options);
  const error: unknown = await call(api).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DatastoreError)) throw error ?? new Error("it succeeded");
  const text = `${error.code} ${error.effect}: ${error.message}; ${error.help}`;
  expect(text).not.toContain(TOKEN);
  return text.replaceAll(`http://127.0.0.1:${port}`, "SERVER");
}

const list = (api: KubernetesApi) => api.list(HOSTS);
const forbidden = (message: string): Answer => status(403, "Forbidden", message);
const NOT_THE_API = "cannot reach the Kubernetes API at SERVER: it does not answer as the Kubernetes API does";
const IS_IT = "the address is from K8S_API_ENDPOINT; is it the address of an API server?";

describe("what a server answers that is no answer", () => {
  test.each<[string, Answer, string, FakeOptions?]>([
    [
      "HTML",
      page(200, "text/html; charset=utf-8", "<html>hello"),
      `${NOT_THE_API}: an answer of type text/html; ${IS_IT}`,
    ],
    [
      "HTML instead of a kind",
      page(404, "text/html", "<html>404 page not found"),
      `${NOT_THE_API}: HTTP 404, an answer of type text/html; ${IS_IT}`,
    ],
    ["nothing", page(200, "application/json", ""), `${NOT_THE_API}: an empty answer; ${IS_IT}`],
    [
      "broken JSON",
      page(200, "application/json", '{"items": ['),
      `${NOT_THE_API}: its JSON is cut or broken; ${IS_IT}`,
    ],
    ["JSON of another kind", { json: { hello: 1 } }, `${NOT_THE_API}: its list has no items; ${IS_IT}`],
    [
      "a redirect",
      (response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
      `${NOT_THE_API}: it redirects (HTTP 302), which is not followed; ${IS_IT}`,
    ],
    [
      "no HTTP",
      (response) => response.socket?.end("SSH-2.0-OpenSSH_9.6\r\n"),
      `${NOT_THE_API}; the address is from K8S_API_ENDPOINT`,
    ],
    [
      "an answer that is cut off",
      cut('{"items": ['),
      "cannot reach the Kubernetes API at SERVER: the connection was lost; the address is from K8S_API_ENDPOINT",
    ],
  ])("%s", async (_, answer, message, options) => {
    expect(await faultOf(answer, list, options)).toBe(`datastore.unreachable none: ${message}`);
  });

  test("a huge one", async () => {
    const fault = await faultOf({ json: { items: ["x".repeat(2000)] } }, list, { maxBytes: 1000 });
    expect(fault).toContain("datastore.failed none: cannot reach the Kubernetes API at SERVER: its answer is larger");
  });

  test("one that never ends", async () => {
    const silent: Answer = () => undefined;
    const begun: Answer = (response) => void response.writeHead(200).write("{");
    for (const answer of [silent, begun])
      expect(await faultOf(answer, list, { timeoutMs: 50 })).toContain(
        "datastore.timeout none: cannot reach the Kubernetes API at SERVER: no answer within 0.05 s",
      );
  });
});

describe("what a server refuses", () => {
  const role =
    'User "ann" cannot list resource "hostendpoints" in API group "crd.projectcalico.org" at the cluster scope';
  const rule = (verb: string, resource = "hostendpoints"): string =>
    `{apiGroups: ["crd.projectcalico.org"], resources: ["${resource}"], verbs: ["${verb}"]}`;
  const refused = "the Kubernetes API at SERVER refused";
  test.each<[string, Answer, (api: KubernetesApi) => Promise<unknown>, string]>([
    [
      "a list",
      forbidden(`hostendpoints is forbidden: ${role}`),
      list,
      `datastore.auth refused: ${refused}: the user \`ann\` may not list hostendpoints.crd.projectcalico.org; the rule that a ClusterRole of the user needs: ${rule("list")}`,
    ],
    [
      "one in a namespace",
      forbidden('User "a\u001bb" cannot get resource "networksets"'),
      (api) => api.get({ of: SETS, namespace: "web", name: "a" }),
      `datastore.auth refused: ${refused}: the user \`a\\x1bb\` may not get networksets.crd.projectcalico.org in namespace web; the rule that a Role in namespace web of the user needs: ${rule("get", "networksets")}`,
    ],
    [
      "who is not known",
      forbidden('User "system:anonymous" cannot list resource "hostendpoints"'),
      list,
      `datastore.auth refused: ${refused}: the user \`system:anonymous\` may not list hostendpoints.crd.projectcalico.org; it does not know who asks: no token, certificate or password of the settings was accepted; the rule that a ClusterRole of the user needs: ${rule("list")}`,
    ],
    [
      "credentials",
      status(401, "Unauthorized", "Unauthorized"),
      list,
      `datastore.auth refused: ${refused}: the credentials are not accepted; they are from a test; a token may have expired`,
    ],
    [
      "a size",
      status(413, "RequestEntityTooLarge", "Request entity too large"),
      (api) => api.create(HOSTS, object),
      "datastore.too-large refused: the Kubernetes API at SERVER: the object is larger than it takes; split it into several resources",
    ],
  ])("%s", async (_, answer, call, text) => expect(await faultOf(answer, call)).toBe(text));

  test.each<[string, Answer, unknown]>([
    ["an object that is there", status(409, "AlreadyExists", "there"), { kind: "exists" }],
    ["another revision", status(409, "Conflict", "changed"), { kind: "conflict" }],
    [
      "a namespace that is not there",
      status(404, "NotFound", "x", { details: { kind: "namespaces", name: "web" } }),
      { kind: "not-found", what: "namespace web" },
    ],
    [
      "a kind that it does not serve",
      page(404, "text/plain", "404 page not found\n"),
      { kind: "not-found", what: "hostendpoints.crd.projectcalico.org, a kind that the server does not serve in v1" },
    ],
    [
      "the content",
      status(422, "Invalid", "spec.node: Required\nvalue\u001b[31m"),
      { kind: "invalid", reason: "spec.node: Required\\nvalue\\x1b[31m" },
    ],
    [
      "by a quota",
      forbidden("exceeded quota: hosts, requested: 1"),
      { kind: "invalid", reason: "exceeded quota: hosts, requested: 1" },
    ],
  ])("a write, because of %s", async (_, answer, result) => {
    const { api } = await fakeApiServer(() => answer);
    expect(await api.create(HOSTS, object)).toEqual(result);
  });
});

test("a token in a variable that is not read is named where nobody is known", async () => {
  const answer = forbidden('User "system:anonymous" cannot list resource "hostendpoints"');
  const fault = await faultOf(answer, list, { credentials: { kind: "none", unread: "K8S_API_TOKEN" } });
  expect(fault).toContain("(K8S_API_TOKEN is not read, as by calicoctl: CALICO_K8SAPITOKEN is)");
});

test("a server that says `later` is asked again", async () => {
  const later = (code: number): Answer => ({ status: code, json: {}, headers: { "retry-after": "0" } });
  const { api, requests } = await fakeApiServer((_, nth) => [later(429), later(503)][nth] ?? { json: object });
  expect(await api.get({ of: HOSTS, name: "a" })).toEqual(object);
  expect(requests.length).toBe(3);
});

test("each warning of the server is told once, with nothing that a terminal acts on", async () => {
  const warning = '299 - "unknown field \\"spec.x\\"", 299 - "old \u0085 version"';
  const { api, warnings } = await fakeApiServer(() => ({ json: object, headers: { warning } }));
  await api.get({ of: HOSTS, name: "a" });
  await api.get({ of: HOSTS, name: "a" });
  expect(warnings).toEqual(['unknown field "spec.x"', "old \\x85 version"]);
});
