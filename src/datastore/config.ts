import { fileReason } from "../files/file-reason.ts";
import type { Code, Diagnostic } from "../model/diagnostic.ts";
import { didYouMean, nearest } from "../model/nearest.ts";
import { wordList } from "../model/word-list.ts";
import { ConfigProblems, type ConfigSources } from "./config-sources.ts";
import { parseEndpoints } from "./endpoints.ts";
import { chooseCluster } from "./kubernetes/config/choose-cluster.ts";
import type { KubernetesConfig } from "./kubernetes/config/kubernetes-config.ts";
import type { PemSetting, TlsSettings } from "./pem-setting.ts";
import { environmentSettings, fieldNamed, fileSettings, type Setting, type Settings } from "./settings.ts";

/** An etcd cluster: `endpoints` are URLs without a path (`http://10.0.0.1:2379`). */
export interface EtcdConfig {
  readonly type: "etcd";
  readonly endpoints: readonly string[];
  /** The setting that named the endpoints, for messages (`ETCD_ENDPOINTS`). */
  readonly from: string;
  readonly tls: TlsSettings;
  readonly auth?: { readonly username: string; readonly password: string };
  /** The package that makes every call, where it is not only to watch. */
  readonly client?: "etcd3";
}

/** The SQLite file of the embedded store; `implicit` when nothing was configured, which stderr reports once. */
export interface EmbeddedConfig {
  readonly type: "embedded";
  readonly path: string;
  readonly from: string;
  readonly implicit: boolean;
  /** Whether the path is the default one, whose missing directories are made. */
  readonly makeDirectory: boolean;
  /** What names a cluster on this machine but did not choose it (`KUBECONFIG`), where the store is implicit. */
  readonly passedOver?: string;
}

/** Which store to use. */
export type StoreConfig = EtcdConfig | EmbeddedConfig | KubernetesConfig;

/** The configuration, or every reason why there is none. */
export type ConfigResult =
  | { readonly ok: true; readonly config: StoreConfig }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Why a config file cannot be read, without a word of it but the key of that line. */
interface TextFault extends Error {
  readonly place: { readonly line: number; readonly column: number } | undefined;
  readonly key: string | undefined;
}

/** Read when it exists and `--config` is not given. */
export const DEFAULT_CONFIG_PATH = "/etc/calico/calicoctl.cfg";

const TYPES = ["etcdv3", "embedded", "kubernetes"] as const;
const PATH_HELP = "set DATASTORE_TYPE=embedded, EMBEDDED_PATH to choose its file, or ETCD_ENDPOINTS to use etcd";

const failed = (code: Code, message: string, help?: string): ConfigResult => ({
  ok: false,
  diagnostics: [{ severity: "error", code, message, ...(help === undefined ? {} : { help }) }],
});

/**
 * Chooses the store as calicoctl does: a config file (CalicoAPIConfig) replaces the environment entirely; in the
 * environment a `CALICO_` prefix wins. Our own settings follow the same rules: `EMBEDDED_PATH` and `embeddedPath` name the
 * embedded store's file, and with nothing configured at all that store is used, at its default path.
 */
export async function loadConfig(sources: ConfigSources): Promise<ConfigResult> {
  const path = sources.configPath ?? DEFAULT_CONFIG_PATH;
  let text: string | undefined;
  try {
    text = sources.readFile(path);
  } catch (error) {
    return failed("config.unreadable", `cannot read the config file \`${path}\`: ${fileReason(error)}`);
  }
  // As calicoctl: naming the default path asks for no more than naming none.
  if (text === undefined && path !== DEFAULT_CONFIG_PATH)
    return failed("config.missing", `the config file \`${path}\` does not exist`);
  if (text === undefined) return choose(environmentSettings(sources.env), sources);
  let value: unknown;
  try {
    value = await sources.parse(text);
  } catch (error) {
    const { place, message } = faultOf(error);
    return failed(
      "config.syntax",
      `the config file \`${path}\`${place}: ${message}`,
      "put a value with signs of YAML in quotes",
    );
  }
  const read = fileSettings(value, path);
  return read.ok ? choose(read.settings, sources) : { ok: false, diagnostics: read.diagnostics };
}

/**
 * Where a text cannot be read, and why. Of other errors than `ConfigSources.parse` promises nothing is repeated: they may quote
 * the text, and with it a password.
 */
function faultOf(error: unknown): { readonly place: string; readonly message: string } {
  const { place, key, message } = isTextFault(error) ? error : { place: undefined, key: undefined, message: undefined };
  const field = key === undefined ? undefined : fieldNamed(key);
  const named = field === undefined ? "" : `, field \`${field}\``;
  const at = place === undefined ? "" : `, line ${place.line}, column ${place.column}${named}`;
  return { place: at, message: message ?? "neither YAML nor JSON" };
}

function isTextFault(error: unknown): error is TextFault {
  return error instanceof Error && "place" in error && "key" in error;
}

async function choose(settings: Settings, sources: ConfigSources): Promise<ConfigResult> {
  const { env } = sources;
  const type = settings.get("datastoreType");
  const endpoints = settings.get("etcdEndpoints");
  const path = settings.get("embeddedPath");
  if (type !== undefined) {
    if (type.value === "embedded") return embedded(path, env, false);
    if (type.value === "etcdv3") return etcd(settings, endpoints, env);
    if (type.value === "kubernetes") return kubernetes(settings, sources);
    const near = nearest(type.value, TYPES);
    const help = didYouMean(near) ?? `use ${wordList(TYPES, "or")}`;
    // What resembles no type may be a value of another setting, and is not repeated.
    const what = near === undefined ? "invalid datastore type" : `invalid datastore type \`${type.value}\``;
    return failed("config.type", `${what} in ${type.from}`, help);
  }
  const other = endpoints ?? settings.get("k8sAPIEndpoint");
  if (other !== undefined && path !== undefined)
    return failed(
      "config.ambiguous",
      `both ${other.from} and ${path.from} are set`,
      `set DATASTORE_TYPE to ${wordList(TYPES, "or")}`,
    );
  if (path !== undefined) return embedded(path, env, false);
  if (settings.namesCluster && !settings.namesEtcd) return kubernetes(settings, sources);
  // Any etcd setting shows that etcd is meant, and so does a config file: v3.9's default type is etcdv3.
  if (settings.file !== undefined || settings.namesEtcd) return etcd(settings, endpoints, env);
  return embedded(undefined, env, true, passedOver(sources));
}

async function kubernetes(settings: Settings, sources: ConfigSources): Promise<ConfigResult> {
  const problems = new ConfigProblems();
  const config = await chooseCluster(settings, sources, problems);
  return config === undefined || problems.any ? { ok: false, diagnostics: problems.diagnostics } : { ok: true, config };
}

/** What names a cluster on most machines, and does not choose the datastore here, although calicoctl of v3.32 would use it. */
function passedOver({ env, context }: ConfigSources): string | undefined {
  const names = ["KUBECONFIG", "KUBERNETES_SERVICE_HOST", "K8S_CURRENT_CONTEXT", "CALICO_K8S_CURRENT_CONTEXT"];
  return context ? "--context" : names.find((name) => env[name]);
}

function embedded(
  path: Setting | undefined,
  env: ConfigSources["env"],
  implicit: boolean,
  passedOver?: string,
): ConfigResult {
  // Another setting's value, put there by mistake, is not repeated by what the store says about its file.
  if (path !== undefined && /[\r\n]|:\/\//.test(path.value))
    return failed("config.path", `invalid file path in ${path.from}`, "it names the file of the embedded store");
  if (path !== undefined)
    return {
      ok: true,
      config: { type: "embedded", path: path.value, from: path.from, implicit: false, makeDirectory: false },
    };
  const from = env.XDG_DATA_HOME?.startsWith("/") ? "XDG_DATA_HOME" : "HOME";
  const base = env[from];
  if (!base?.startsWith("/"))
    return failed("config.no-path", "the embedded store has no default path: HOME is not set", PATH_HELP);
  const folder = from === "HOME" ? `${base}/.local/share` : base;
  return {
    ok: true,
    config: {
      type: "embedded",
      path: `${folder}/calicoctl/store.db`,
      from: `${from}, by default`,
      implicit,
      makeDirectory: true,
      ...(passedOver !== undefined && { passedOver }),
    },
  };
}

function etcd(settings: Settings, named: Setting | undefined, env: ConfigSources["env"]): ConfigResult {
  const where = settings.file === undefined ? "ETCD_ENDPOINTS" : `\`spec.etcdEndpoints\` in \`${settings.file}\``;
  if (named === undefined) {
    const srv = settings.get("etcdDiscoverySrv");
    const help =
      srv === undefined
        ? `set ${where}, for instance to \`http://127.0.0.1:2379\``
        : `${srv.from} is not supported; set ${where}`;
    return failed("config.no-endpoints", "no etcd endpoints are configured", help);
  }
  const endpoints = parseEndpoints(named.value, named.from);
  const tls = {
    ...pem(settings, "ca", "etcdCACertFile", "etcdCACert"),
    ...pem(settings, "cert", "etcdCertFile", "etcdCert"),
    ...pem(settings, "key", "etcdKeyFile", "etcdKey"),
  };
  const diagnostics: Diagnostic[] = [...endpoints.diagnostics];
  if ((tls.cert === undefined) !== (tls.key === undefined)) {
    const missing = tls.cert === undefined ? "certificate" : "key";
    const message = `${(tls.cert ?? tls.key)?.from} is set, but not the ${missing} that goes with it`;
    diagnostics.push({ severity: "error", code: "config.tls", message });
  }
  const chosen = env.CALICOCTL_ETCD_CLIENT || undefined;
  const client = chosen === "etcd3" ? ({ client: chosen } as const) : undefined;
  if (chosen !== client?.client)
    diagnostics.push({
      severity: "error",
      code: "config.etcd-client",
      message: "CALICOCTL_ETCD_CLIENT can only be `etcd3`",
      help: "set nothing to use the faster one",
    });
  const username = settings.get("etcdUsername");
  const password = settings.get("etcdPassword");
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  // As calicoctl: one without the other is not used.
  const auth = username && password ? { auth: { username: username.value, password: password.value } } : {};
  return {
    ok: true,
    config: { type: "etcd", endpoints: endpoints.endpoints, from: named.from, tls, ...auth, ...client },
  };
}

/** A certificate or key, from its file where both are set. */
function pem<N extends "ca" | "cert" | "key">(
  settings: Settings,
  name: N,
  file: string,
  inline: string,
): { readonly [K in N]?: PemSetting } {
  const path = settings.get(file);
  const text = settings.get(inline);
  const found: PemSetting | undefined = path
    ? { kind: "file", path: path.value, from: path.from }
    : text && { kind: "text", text: text.value, from: text.from };
  return (found === undefined ? {} : { [name]: found }) as { readonly [K in N]?: PemSetting };
}
