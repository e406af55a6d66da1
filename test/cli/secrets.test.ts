import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { runCli } from "../support/cli.ts";
import { tmpFolder } from "../support/tmp.ts";

/** What stands in the settings, and in no output. */
const SECRET = "s3cret-Word.7";

/** The fields of a config file and their variables: first those of etcd and the embedded store, then those of a cluster. */
const FIELDS: Readonly<Record<string, string>> = {
  datastoreType: "DATASTORE_TYPE",
  embeddedPath: "EMBEDDED_PATH",
  etcdEndpoints: "ETCD_ENDPOINTS",
  etcdDiscoverySrv: "ETCD_DISCOVERY_SRV",
  etcdUsername: "ETCD_USERNAME",
  etcdPassword: "ETCD_PASSWORD",
  etcdCACertFile: "ETCD_CA_CERT_FILE",
  etcdCertFile: "ETCD_CERT_FILE",
  etcdKeyFile: "ETCD_KEY_FILE",
  etcdCACert: "ETCD_CA_CERT",
  etcdCert: "ETCD_CERT",
  etcdKey: "ETCD_KEY",
  kubeconfig: "KUBECONFIG",
  kubeconfigInline: "",
  k8sAPIEndpoint: "K8S_API_ENDPOINT",
  k8sCAFile: "K8S_CA_FILE",
  k8sCertFile: "K8S_CERT_FILE",
  k8sKeyFile: "K8S_KEY_FILE",
  k8sAPIToken: "K8SAPITOKEN",
  k8sInsecureSkipTLSVerify: "K8S_INSECURE_SKIP_TLS_VERIFY",
  k8sCurrentContext: "K8S_CURRENT_CONTEXT",
  usePodCIDR: "USE_POD_CIDR",
  calicoAPIGroup: "CALICO_API_GROUP",
};
const isOfCluster = (field: string): boolean => /^(?:kube|k8s|use|calico)/.test(field);

/** Wrong values as YAML. */
const VALUES: Readonly<Record<string, string>> = {
  word: SECRET,
  words: `the ${SECRET} of it`,
  "quoted text": `"${SECRET} "`,
  URL: `"http://user:${SECRET}@host:1"`,
  "URL with a token": `https://host:1?token=${SECRET}`,
  "key in PEM": `|\n    -----BEGIN PRIVATE KEY-----\n    ${SECRET}\n    -----END PRIVATE KEY-----`,
  list: `[${SECRET}]`,
  map: `{a: ${SECRET}}`,
  "map with such a key": `\n    ${SECRET}: x`,
  tag: `!x ${SECRET}`,
  "tag of that name": `!${SECRET} x`,
  "tag of YAML": `!!int ${SECRET}`,
  base64: `!!binary ${SECRET}`,
  anchor: `&x ${SECRET}`,
  "anchor of that name": `&${SECRET}`,
  alias: `*${SECRET}`,
  "quote that does not close": `"${SECRET}`,
  "text behind a quote": `"x" ${SECRET}`,
  escape: `"\\q${SECRET}"`,
  "sign of YAML": `@${SECRET}`,
  "second key on the line": `x: ${SECRET}`,
  "line that is no field": `x\n ${SECRET}: y`,
  "twice the field": `${SECRET}\n  etcdPassword: ${SECRET}\n  etcdPassword: x`,
  "unknown field": `x\n  ${SECRET}: x\n  unknown: ${SECRET}`,
  tab: `\n\t${SECRET}`,
  template: `{{ ${SECRET} }}`,
  "line separator": `${SECRET}\u2028x: y`,
};

/** Whether a value names a host of etcd, which must be named when it cannot be reached. */
const isHost = (field: string, kind: string): boolean =>
  field === "etcdEndpoints" && VALUES[kind]?.replace(/["\s]/g, "") === SECRET;

/** Settings with which a connection is tried, and fails at once. */
const OTHERS: Readonly<Record<string, string>> = {
  datastoreType: "etcdv3",
  etcdEndpoints: "https://127.0.0.1:1",
  etcdUsername: "u",
  etcdPassword: "p",
};

const CLUSTER_OTHERS: Readonly<Record<string, string>> = {
  datastoreType: "kubernetes",
  k8sAPIEndpoint: "https://127.0.0.1:1",
  k8sAPIToken: "t",
};

// What a library writes by itself would not be in the output of the command.
const direct = vi.fn();
beforeAll(() => {
  vi.spyOn(process, "emitWarning").mockImplementation(direct);
  vi.spyOn(console, "warn").mockImplementation(direct);
});
afterAll(() => expect(direct).not.toHaveBeenCalled());

/** What a command says with these settings, and `config view`; the first fails, but where the word is taken for the path of a store that is not there. */
async function outputOf(env: Readonly<Record<string, string>>, config?: string): Promise<string> {
  const file = config === undefined ? [] : ["--config", `${tmpFolder({ "c.cfg": config })}/c.cfg`];
  const surroundings = { env: { HOME: "/nonexistent", ...env } };
  const { code, stdout, stderr } = await runCli(["get", "nodes", "--timeout=2", ...file], surroundings);
  const viewed = await runCli(["config", "view", ...file], surroundings);
  const type = env.DATASTORE_TYPE ?? env.CALICO_DATASTORE_TYPE ?? /datastoreType: (\w+)/.exec(config ?? "")?.[1];
  expect([1, type === "embedded" ? 0 : 1]).toContain(code);
  return stdout + stderr + viewed.stdout + viewed.stderr;
}

/** The rest of the settings for a field: a key needs its certificate, and the embedded path its type. */
function othersOf(field: string): Readonly<Record<string, string>> {
  if (field === "embeddedPath") return { datastoreType: "embedded" };
  const { [field]: _, ...others } = isOfCluster(field) ? CLUSTER_OTHERS : OTHERS;
  if (field === "k8sCertFile") return { ...others, k8sKeyFile: "x" };
  if (field === "k8sKeyFile") return { ...others, k8sCertFile: "x" };
  if (/Cert(?:File)?$/.test(field) && !field.startsWith("etcdCA")) return { ...others, etcdKey: "x" };
  return field.startsWith("etcdKey") ? { ...others, etcdCert: "x" } : others;
}

const ROWS = Object.keys(FIELDS).flatMap((field) =>
  Object.keys(VALUES)
    .filter((kind) => !isHost(field, kind))
    .map((kind) => [field, kind] as const),
);

test.each(ROWS)("%s in a config file: %s", async (field, kind) => {
  const others = Object.entries(othersOf(field)).map(([name, value]) => `  ${name}: ${value}\n`);
  const spec = `${others.join("")}  ${field}: ${VALUES[kind]}\n`;
  const output = await outputOf({}, `apiVersion: projectcalico.org/v3\nkind: CalicoAPIConfig\nspec:\n${spec}`);
  expect(output).not.toContain(SECRET);
});

test.each(ROWS.filter(([field]) => FIELDS[field] !== ""))("%s in the environment: %s", async (field, kind) => {
  const variables = Object.entries({ ...othersOf(field), [field]: VALUES[kind] ?? "" }).map(([name, value]) => [
    `${kind.length % 2 === 0 || name === "k8sAPIToken" ? "CALICO_" : ""}${FIELDS[name]}`,
    value,
  ]);
  expect(await outputOf(Object.fromEntries(variables))).not.toContain(SECRET);
});

test.each([
  ["etcdPassword: !x y", "line 4, column 17, field `etcdPassword`: `!` begins a tag of YAML here, not a value"],
  ["etcdPassword: &x y", "line 4, column 17, field `etcdPassword`: `&` begins an anchor of YAML here, not a value"],
  ["etcdPassword: *x", "line 4, column 17, field `etcdPassword`: `*` begins an alias of YAML here, not a value"],
])("a property of YAML is named with line and field: %s", async (line, message) => {
  const config = `apiVersion: projectcalico.org/v3\nkind: CalicoAPIConfig\nspec:\n  ${line}\n`;
  expect(await outputOf({}, config)).toContain(message);
});
