import { expect, test } from "vitest";
import { api, type Given, load, SECRET } from "../../config-sources.ts";
import { kubeconfig } from "./kubeconfigs.ts";

const KUBERNETES = { DATASTORE_TYPE: "kubernetes" };
const named = (value: unknown, env: object = {}): Given => ({
  env: { ...KUBERNETES, KUBECONFIG: "/k/config", ...env },
  others: { "/k/config": value },
});
const endpoint = (address: string): Given => ({ env: { ...KUBERNETES, K8S_API_ENDPOINT: address } });
const exec = { apiVersion: "client.authentication.k8s.io/v1", command: "x" };

test.each<[string, Given, readonly string[], RegExp]>([
  ["no server", { env: KUBERNETES }, ["no-server"], /KUBECONFIG names a kubeconfig, K8S_API_ENDPOINT/],
  [
    "no server in a config file, whatever the environment says",
    { env: { KUBECONFIG: "/k/config" }, file: api({ datastoreType: "kubernetes" }) },
    ["no-server"],
    /spec.kubeconfig/,
  ],
  [
    "a kubeconfig that is missing",
    { env: { ...KUBERNETES, KUBECONFIG: "/none" } },
    ["kubeconfig"],
    /the kubeconfig `\/none` does not exist.*KUBECONFIG/,
  ],
  ["several that are all missing", { env: { ...KUBERNETES, KUBECONFIG: "/none:/neither" } }, ["no-server"], /./],
  [
    "a list in v3.9, which is one name",
    { ...named(kubeconfig(), { KUBECONFIG: "/none:/k/config" }), version: "v3.9" },
    ["kubeconfig"],
    /the kubeconfig that KUBECONFIG names does not exist/,
  ],
  [
    "the home folder's in v3.9",
    { env: KUBERNETES, others: { "/home/x/.kube/config": kubeconfig() }, version: "v3.9" },
    ["no-server"],
    /./,
  ],
  ["what is no path", { env: { ...KUBERNETES, KUBECONFIG: SECRET } }, ["kubeconfig"], /that KUBECONFIG names/],
  ["no YAML", named(`{${SECRET}`), ["kubeconfig"], /the kubeconfig `\/k\/config`: neither YAML nor JSON/],
  ["another text", named('"a,b,c"'), ["kubeconfig"], /invalid kubeconfig `\/k\/config`/],
  ["another kind", named({ apiVersion: "v1", kind: "Pod" }), ["kubeconfig"], /kind: Config/],
  [
    "a context that is missing",
    named(kubeconfig(), { K8S_CURRENT_CONTEXT: SECRET }),
    ["context"],
    /K8S_CURRENT_CONTEXT names an unknown context.*its contexts: `prod`, `dev`/,
  ],
  [
    "a context that is near",
    { ...named(kubeconfig()), context: "prdo" },
    ["context"],
    /--context names an unknown context.*did you mean `prod`/,
  ],
  [
    "a current one that is missing",
    named(kubeconfig({}, {}, { "current-context": "gone" })),
    ["context"],
    /`current-context` of the kubeconfig/,
  ],
  ["no context at all", named(kubeconfig({}, {}, { "current-context": "" })), ["no-server"], /./],
  [
    "a context of nothing",
    named(kubeconfig({}, {}, { clusters: [], users: null })),
    ["kubeconfig", "kubeconfig"],
    /context `prod` of the kubeconfig `\/k\/config` names an unknown cluster.*names an unknown user/,
  ],
  [
    "everything that is wrong with a user",
    named(kubeconfig({ "proxy-url": `socks5://u:${SECRET}@p` }, { exec: { interactiveMode: "Always" } })),
    ["unsupported", "auth", "auth", "auth"],
    /the proxy of `proxy-url` of cluster `c` is not supported.*names no command.*apiVersion.*needs a terminal/,
  ],
  [
    "a user to act as that no header can hold",
    named(kubeconfig({}, { as: `x\n${SECRET}` })),
    ["auth"],
    /`as` of user `u`.*an HTTP header/,
  ],
  [
    "a group that no header can hold",
    named(kubeconfig({}, { as: "x", "as-groups": [`${SECRET}\n`] })),
    ["auth"],
    /`as` of user `u`/,
  ],
  [
    "values that are no text",
    named(kubeconfig({}, { as: "x", "as-groups": [{ toString: 1 }], exec: { ...exec, args: [{ toString: 1 }] } }), {
      K8S_CERT_FILE: "c",
    }),
    ["tls"],
    /K8S_CERT_FILE/,
  ],
  [
    "an auth provider",
    named(kubeconfig({}, { "auth-provider": { name: "gcp" } })),
    ["auth"],
    /auth provider of user `u`.*`exec`/,
  ],
  [
    "an old plugin",
    named(kubeconfig({}, { exec: { ...exec, apiVersion: "client.authentication.k8s.io/v1alpha1" } })),
    ["auth"],
    /v1beta1/,
  ],
  [
    "a token of several lines",
    named(kubeconfig({}, { token: `${SECRET}\nx` })),
    ["auth"],
    /`token` of user `u` has characters/,
  ],
  [
    "a token that is none",
    {
      ...endpoint("https://a:1"),
      env: { ...KUBERNETES, K8S_API_ENDPOINT: "https://a:1", CALICO_K8SAPITOKEN: `${SECRET} x` },
    },
    ["auth"],
    /CALICO_K8SAPITOKEN/,
  ],
  [
    "a certificate without its key",
    named(kubeconfig({}, { "client-certificate": "c" })),
    ["tls"],
    /not the key that goes with it/,
  ],
  [
    "an authority that is not to be asked",
    named(kubeconfig({ "certificate-authority": "c", "insecure-skip-tls-verify": true })),
    ["tls"],
    /`certificate-authority` of cluster `c` is set, and the server's certificate is not to be checked/,
  ],
  ["a switch", named(kubeconfig(), { K8S_INSECURE_SKIP_TLS_VERIFY: SECRET }), ["switch"], /neither `true` nor `false`/],
  ...[
    "10.0.0.1:6443",
    "ftp://a",
    "https://",
    `https://u:${SECRET}@a:1`,
    `https://a:1/?token=${SECRET}`,
    `https://a:1 ${SECRET}`,
  ].map((address): [string, Given, readonly string[], RegExp] => [
    `the address ${address.replaceAll(SECRET, "...")}`,
    endpoint(address),
    ["endpoint"],
    /invalid API server address in K8S_API_ENDPOINT/,
  ]),
  [
    "fields of v3.32 in v3.9",
    {
      file: api({ kubeconfig: "/k/config", k8sCurrentContext: "dev", calicoAPIGroup: "x" }),
      others: { "/k/config": kubeconfig() },
      version: "v3.9",
    },
    ["file", "file"],
    /`spec.k8sCurrentContext` in `c.cfg` is unknown to this Calico version.*calicoAPIGroup/,
  ],
  [
    "two stores",
    { env: { K8S_API_ENDPOINT: "https://a:1", EMBEDDED_PATH: "/x" } },
    ["ambiguous"],
    /both K8S_API_ENDPOINT and EMBEDDED_PATH/,
  ],
  ["a type in another case", { env: { DATASTORE_TYPE: "Kubernetes" } }, ["type"], /did you mean `kubernetes`/],
])("%s", async (_, given, codes, wording) => {
  const result = await load(given);
  if (result.ok) throw new Error("it was taken");
  expect(result.diagnostics.map(({ code }) => code)).toEqual(codes.map((code) => `config.${code}`));
  const text = result.diagnostics.map(({ message, help }) => `${message} ${help ?? ""}`).join(" ");
  expect(text).toMatch(wording);
  expect(text).not.toContain(SECRET);
});
