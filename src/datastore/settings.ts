import type { Diagnostic } from "../model/diagnostic.ts";
import { objectOf } from "../model/json.ts";
import { didYouMean, nearest } from "../model/nearest.ts";
import { API_VERSION } from "../model/resource.ts";

/** A setting's text and where it was set: `CALICO_ETCD_ENDPOINTS`, or `etcdEndpoints` and its file. */
export interface Setting {
  readonly value: string;
  readonly from: string;
}

/** The settings by their name in a CalicoAPIConfig's `spec`; an empty one counts as not set. */
export interface Settings {
  /** The file they are from; `undefined` for the environment. */
  readonly file?: string;
  readonly get: (name: string) => Setting | undefined;
  /** Whether anything about etcd is set. */
  readonly namesEtcd: boolean;
  /** Whether a cluster is named for Calico, and not for every tool of the machine, as `KUBECONFIG` alone does. */
  readonly namesCluster: boolean;
}

/** Names in the file and in the environment, where each also has a `CALICO_` form; without a name there it is read from a file only. */
export const VARIABLES: Readonly<Record<string, string>> = {
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

/** As calicoctl: the token is read from its variable with the prefix only, and never from `K8S_API_TOKEN`. */
const PREFIXED_ONLY = new Set(["k8sAPIToken"]);

/** Fields that calicoctl accepts, and that change nothing here. */
const IGNORED_FIELDS = new Set(["k8sDisableNodePoll", "k8sUsePodCIDR", "k8sClientQPS", "alphaFeatures"]);

/** The fields of a file by their names in lower case. */
const FIELDS: ReadonlyMap<string, string> = new Map(
  [...Object.keys(VARIABLES), ...IGNORED_FIELDS].map((name) => [name.toLowerCase(), name]),
);

/** The field of a file that a key means, whatever its case; `undefined` for any other. */
export const fieldNamed = (key: string): string | undefined => FIELDS.get(key.toLowerCase());

/**
 * The message about a key that is not a field, with the key where it looks like the name of one: any other may be a part of a
 * value, and is not repeated.
 */
const unknownField = (parent: string, key: string): string =>
  /^[A-Za-z][A-Za-z0-9_]{0,30}$/.test(key) ? `unknown field \`${parent}${key}\`` : "a key is not the name of a field";

const isScalar = (value: unknown): value is string | number | bigint | boolean =>
  ["string", "number", "bigint", "boolean"].includes(typeof value);

/** Variables that show that etcd is meant, although only their newer forms are read. */
const OLD_VARIABLES = ["ETCD_AUTHORITY", "ETCD_SCHEME"];

/** The settings of the environment; `CALICO_X` wins over `X`. */
export function environmentSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const get = (name: string): Setting | undefined => {
    const variable = VARIABLES[name];
    if (!variable) return undefined;
    for (const from of PREFIXED_ONLY.has(name) ? [`CALICO_${variable}`] : [`CALICO_${variable}`, variable]) {
      const value = env[from];
      if (value) return { value, from };
    }
    return undefined;
  };
  const old = OLD_VARIABLES.some((name) => Boolean(env[name]));
  return {
    get,
    namesEtcd: old || Object.keys(VARIABLES).some((name) => name.startsWith("etcd") && get(name) !== undefined),
    namesCluster: get("k8sAPIEndpoint") !== undefined || Boolean(env.CALICO_KUBECONFIG),
  };
}

/** The settings of a config file, or every fault in it. `value` is its parsed text. */
export function fileSettings(
  value: unknown,
  file: string,
):
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const error = (path: string, message: string, help?: string): void => {
    const text = `the config file \`${file}\`: ${message}`;
    diagnostics.push({
      severity: "error",
      code: "config.file",
      message: text,
      path,
      ...(help === undefined ? {} : { help }),
    });
  };
  const root = objectOf(value);
  if (root?.apiVersion !== API_VERSION || root.kind !== "CalicoAPIConfig") {
    error("", "not a CalicoAPIConfig", `it needs \`apiVersion: ${API_VERSION}\` and \`kind: CalicoAPIConfig\``);
    return { ok: false, diagnostics };
  }
  for (const name of Object.keys(root)) {
    if (!["apiVersion", "kind", "metadata", "spec"].includes(name)) error("", unknownField("", name));
  }
  const spec = root.spec ?? {};
  const found = new Map<string, Setting>();
  if (objectOf(spec) === undefined) error("spec", "`spec` must be a map");
  for (const [written, given] of Object.entries(objectOf(spec) ?? {})) {
    // As calicoctl: the case of a field does not matter, and a number or a boolean is a text too (a password of digits).
    const name = fieldNamed(written) ?? written;
    if (IGNORED_FIELDS.has(name) || given === null) continue;
    if (!Object.hasOwn(VARIABLES, name)) {
      const near = nearest(name, Object.keys(VARIABLES));
      error("spec", unknownField("spec.", name), didYouMean(near));
    } else if (!isScalar(given)) error(`spec.${name}`, `\`spec.${name}\` must be a string`);
    else if (given !== "") found.set(name, { value: String(given), from: `\`spec.${name}\` in \`${file}\`` });
  }
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const namesEtcd = [...found.keys()].some((name) => name.startsWith("etcd"));
  const namesCluster = ["kubeconfig", "kubeconfigInline", "k8sAPIEndpoint"].some((name) => found.has(name));
  return { ok: true, settings: { file, get: (name) => found.get(name), namesEtcd, namesCluster } };
}
