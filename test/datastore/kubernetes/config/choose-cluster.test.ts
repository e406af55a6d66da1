import { describe, expect, test } from "vitest";
import { api, type Given, load, SECRET } from "../../config-sources.ts";
import { base64, kubeconfig } from "./kubeconfigs.ts";

const KUBERNETES = { DATASTORE_TYPE: "kubernetes" };
const IN_POD = { KUBERNETES_SERVICE_HOST: "10.96.0.1", KUBERNETES_SERVICE_PORT: "443" };
const FOLDER = "/var/run/secrets/kubernetes.io/serviceaccount";
const ACCOUNT = { [`${FOLDER}/token`]: "t", [`${FOLDER}/ca.crt`]: "x" };

const PROD = {
  type: "kubernetes",
  server: "https://prod:6443",
  from: "context `prod` of the kubeconfig `/k/config`",
  tls: { insecureSkipVerify: false },
  credentials: { kind: "token", token: SECRET, from: "`token` of user `u`" },
  usesPodCidr: false,
};
const DEV = {
  ...PROD,
  server: "https://dev:6443/k8s",
  from: "context `dev` of the kubeconfig `/k/config`",
  credentials: { kind: "none" },
};
const named = (env: object = {}, value: object = kubeconfig()) => ({
  env: { ...KUBERNETES, KUBECONFIG: "/k/config", ...env },
  others: { "/k/config": value },
});
const file = (path: string, from: string) => ({ kind: "file", path, from });

describe("the cluster that is chosen", () => {
  const rows: readonly (readonly [string, Given, object])[] = [
    ["by KUBECONFIG", named(), PROD],
    ["by CALICO_KUBECONFIG, without a type", { ...named(), env: { CALICO_KUBECONFIG: "/k/config" } }, PROD],
    ["by K8S_CURRENT_CONTEXT", named({ K8S_CURRENT_CONTEXT: "dev" }), DEV],
    ["by --context, before the variable", { ...named({ K8S_CURRENT_CONTEXT: "none" }), context: "dev" }, DEV],
    ["by --context with v3.9, too", { ...named(), context: "dev", version: "v3.9.5" }, DEV],
    ["without K8S_CURRENT_CONTEXT in v3.9", { ...named({ K8S_CURRENT_CONTEXT: "dev" }), version: "v3.9.5" }, PROD],
    [
      "by the first of several kubeconfigs, those that are missing passed over",
      {
        env: { ...KUBERNETES, KUBECONFIG: "/none:/a::/k/config:/a" },
        others: {
          "/a": {
            "current-context": "dev",
            contexts: null,
            clusters: [{ name: "d", cluster: { server: "https://first:1" } }],
          },
          "/k/config": kubeconfig(),
        },
      },
      { ...DEV, server: "https://first:1", from: "context `dev` of the kubeconfig `/a`, `/k/config`" },
    ],
    [
      "by the kubeconfig of the home folder",
      { env: KUBERNETES, others: { "/home/x/.kube/config": kubeconfig() } },
      { ...PROD, from: "context `prod` of the kubeconfig `/home/x/.kube/config`" },
    ],
    [
      "by K8S_API_ENDPOINT, without the home folder's kubeconfig and a type",
      { env: { K8S_API_ENDPOINT: "https://10.0.0.1:6443/" }, others: { "/home/x/.kube/config": kubeconfig() } },
      { ...PROD, server: "https://10.0.0.1:6443", from: "K8S_API_ENDPOINT", credentials: { kind: "none" } },
    ],
    [
      "by single settings over the kubeconfig's values",
      named(
        {
          K8S_API_ENDPOINT: "https://[::1]:1",
          CALICO_K8S_CA_FILE: "ca",
          K8S_CERT_FILE: "c",
          K8S_KEY_FILE: "k",
          CALICO_K8SAPITOKEN: "t",
          K8S_API_TOKEN: "not read",
          K8SAPITOKEN: "not read",
        },
        kubeconfig({
          "certificate-authority-data": base64("x"),
          "insecure-skip-tls-verify": false,
          "tls-server-name": "n",
        }),
      ),
      {
        ...PROD,
        server: "https://[::1]:1",
        from: "K8S_API_ENDPOINT",
        tls: {
          ca: file("ca", "CALICO_K8S_CA_FILE"),
          cert: file("c", "K8S_CERT_FILE"),
          key: file("k", "K8S_KEY_FILE"),
          serverName: "n",
          insecureSkipVerify: false,
        },
        credentials: { kind: "token", token: "t", from: "CALICO_K8SAPITOKEN" },
      },
    ],
    [
      "without checking its certificate, whatever authority the kubeconfig names",
      named({ K8S_INSECURE_SKIP_TLS_VERIFY: "1" }, kubeconfig({ "certificate-authority": "ca.crt" })),
      { ...PROD, tls: { insecureSkipVerify: true } },
    ],
    [
      "by the service account of a pod",
      { env: { ...KUBERNETES, ...IN_POD }, others: ACCOUNT },
      {
        ...PROD,
        server: "https://10.96.0.1",
        from: "KUBERNETES_SERVICE_HOST",
        tls: { ca: file(`${FOLDER}/ca.crt`, "the service account of this pod"), insecureSkipVerify: false },
        credentials: { kind: "token-file", path: `${FOLDER}/token`, from: "the service account of this pod" },
      },
    ],
    [
      "by a config file, whatever the environment says and the case of a field is",
      {
        env: { KUBECONFIG: "/none", K8S_CURRENT_CONTEXT: "none" },
        file: api({ datastoreType: "kubernetes", kubeConfig: "/k/config", k8sCurrentContext: "dev" }),
        others: { "/k/config": kubeconfig() },
      },
      DEV,
    ],
    [
      "by a config file without a type",
      {
        file: api({
          kubeconfig: "/k/config",
          k8sAPIToken: 5,
          calicoAPIGroup: "ProjectCalico.org/v3",
          usePodCIDR: true,
        }),
        others: { "/k/config": kubeconfig() },
      },
      {
        ...PROD,
        credentials: { kind: "token", token: "5", from: "`spec.k8sAPIToken` in `c.cfg`" },
        apiGroup: "projectcalico.org/v3",
        usesPodCidr: true,
      },
    ],
    [
      "by a kubeconfig inside a config file, over which no setting is laid",
      {
        file: api({
          kubeconfigInline: JSON.stringify(kubeconfig()),
          kubeconfig: "/none",
          k8sAPIEndpoint: "https://other:1",
          k8sCurrentContext: "dev",
        }),
      },
      { ...PROD, from: "context `prod` of the kubeconfig in `spec.kubeconfigInline` in `c.cfg`" },
    ],
    [
      "by --context, in a kubeconfig inside a config file, too",
      { context: "dev", file: api({ kubeconfigInline: JSON.stringify(kubeconfig()) }) },
      { ...DEV, from: "context `dev` of the kubeconfig in `spec.kubeconfigInline` in `c.cfg`" },
    ],
    [
      "with a token in a variable that is not read",
      { env: { K8S_API_ENDPOINT: "https://a:1", K8S_API_TOKEN: SECRET } },
      {
        ...PROD,
        server: "https://a:1",
        from: "K8S_API_ENDPOINT",
        credentials: { kind: "none", unread: "K8S_API_TOKEN" },
      },
    ],
    ["with ETCD_ENDPOINTS beside the type", named({ ETCD_ENDPOINTS: "http://127.0.0.1:1" }), PROD],
    ["with another API group", named({ CALICO_API_GROUP: "x" }), { ...PROD, apiGroup: "crd.projectcalico.org/v1" }],
  ];
  test.each(rows)("%s", async (_, given, config) => expect(await load(given)).toEqual({ ok: true, config }));
});

describe("what does not choose a cluster", () => {
  test.each<[string, Given, string | undefined]>([
    ["nothing", {}, undefined],
    ["KUBECONFIG", { env: { KUBECONFIG: "/k/config" } }, "KUBECONFIG"],
    ["a pod", { env: IN_POD, others: ACCOUNT }, "KUBERNETES_SERVICE_HOST"],
    ["K8S_CURRENT_CONTEXT", { env: { K8S_CURRENT_CONTEXT: "dev" } }, "K8S_CURRENT_CONTEXT"],
    ["--context", { context: "dev" }, "--context"],
    ["the home folder's kubeconfig", { others: { "/home/x/.kube/config": kubeconfig() } }, undefined],
  ])("%s", async (_, given, passedOver) => {
    const result = await load(given);
    expect(result).toMatchObject({ ok: true, config: { type: "embedded", implicit: true } });
    expect(result.ok && result.config).toEqual(expect.objectContaining(passedOver === undefined ? {} : { passedOver }));
  });
});

describe("a user of a kubeconfig", () => {
  const plugin = {
    apiVersion: "client.authentication.k8s.io/v1",
    command: "aws",
    args: ["eks", 1],
    env: [{ name: "A", value: "b" }],
  };
  const env = { HOME: "/home/x", ...KUBERNETES, KUBECONFIG: "/k/config" };
  const run = { command: "aws", args: ["eks", "1"], env: { ...env, A: "b" }, apiVersion: plugin.apiVersion };
  const none = { kind: "none" };
  test.each<[string, object, object]>([
    [
      "a file of a token",
      { tokenFile: "t", token: SECRET },
      { kind: "token-file", path: "/k/t", from: "`tokenFile` of user `u`" },
    ],
    [
      "a password",
      { username: "ann", password: SECRET },
      { kind: "password", username: "ann", password: SECRET, from: "`username` of user `u`" },
    ],
    ["a plugin", { exec: plugin }, { kind: "plugin", plugin: run, from: "`exec` of user `u`" }],
    [
      "a plugin beside the kubeconfig that is told of the cluster",
      { exec: { ...plugin, command: "./bin/x", provideClusterInfo: true, installHint: "get\nit" } },
      {
        kind: "plugin",
        plugin: { ...run, command: "/k/bin/x", installHint: "get\\nit", cluster: { server: "https://prod:6443" } },
        from: "`exec` of user `u`",
      },
    ],
    [
      "a token before a plugin",
      { token: SECRET, exec: plugin },
      { kind: "token", token: SECRET, from: "`token` of user `u`" },
    ],
    ["nothing", {}, none],
  ])("%s", async (_, user, credentials) => {
    expect(await load(named({}, kubeconfig({}, user)))).toEqual({ ok: true, config: { ...PROD, credentials } });
  });

  test("certificates: the text before the file, paths from the kubeconfig's folder", async () => {
    const cluster = { "certificate-authority": "../ca.crt" };
    const user = { "client-certificate-data": base64("cert"), "client-certificate": "c", "client-key": "/abs/key" };
    const tls = {
      ca: file("/ca.crt", "`certificate-authority` of cluster `c`"),
      cert: { kind: "text", text: "cert", from: "`client-certificate-data` of user `u`" },
      key: file("/abs/key", "`client-key` of user `u`"),
      insecureSkipVerify: false,
    };
    expect(await load(named({}, kubeconfig(cluster, user)))).toEqual({
      ok: true,
      config: { ...PROD, tls, credentials: none },
    });
  });

  test("as whom the user acts", async () => {
    const user = {
      token: SECRET,
      as: "bob",
      "as-uid": "7",
      "as-groups": ["g"],
      "as-user-extra": { scope: ["a", "b"] },
    };
    expect(await load(named({}, kubeconfig({}, user)))).toEqual({
      ok: true,
      config: { ...PROD, impersonation: { user: "bob", uid: "7", groups: ["g"], extra: { scope: ["a", "b"] } } },
    });
  });
});
