import { join, resolve } from "node:path";
import { objectsOf } from "../../../kubernetes/kubernetes-object.ts";
import { type JsonObject, objectOf, objectOrEmpty, textOrEmpty, valueText } from "../../../model/json.ts";
import { printable } from "../../../model/printable.ts";
import type { ConfigProblems, ConfigSources } from "../../config-sources.ts";
import type { PemSetting, TlsSettings } from "../../pem-setting.ts";
import type { KubeconfigEntry } from "./kubeconfig.ts";
import type { CredentialPlugin, Credentials, Impersonation, ProxySettings } from "./kubernetes-config.ts";

/** A user of a kubeconfig, as a connection needs it. */
export interface ClusterUser {
  readonly credentials: Credentials;
  readonly impersonation?: Impersonation;
  readonly cert?: PemSetting;
  readonly key?: PemSetting;
}

/** A cluster and a user, from a kubeconfig or the service account of a pod, before the single settings are laid over them. */
export interface ClusterBase extends Omit<ClusterUser, "cert" | "key"> {
  readonly server?: string;
  readonly from: string;
  readonly proxy?: ProxySettings;
  readonly tls: TlsSettings & { readonly serverName?: string; readonly insecureSkipVerify?: boolean };
}

/** The versions of the API of credential plugins. */
const PLUGIN_API = /^client\.authentication\.k8s\.io\/v1(?:beta1)?$/;
const SIGNS = /^[\x21-\x7e]+$/;
const HEADER = /^[\x20-\x7e]*$/;

/** A certificate or key of a cluster or a user: its text, which counts before its file. */
export function pemOf({ fields, folder }: KubeconfigEntry, name: string, what: string): PemSetting | undefined {
  const data = textOrEmpty(fields[`${name}-data`]);
  const path = textOrEmpty(fields[name]);
  if (data !== "")
    return { kind: "text", text: Buffer.from(data, "base64").toString("latin1"), from: `\`${name}-data\` of ${what}` };
  return path === "" ? undefined : { kind: "file", path: resolve(folder, path), from: `\`${name}\` of ${what}` };
}

/** Whether a token can be a header of a request; one with other characters is reported without repeating it. */
export function isToken(token: string, from: string, problems: ConfigProblems): boolean {
  if (SIGNS.test(token)) return true;
  problems.add("config.auth", `${from} has characters that no token has`);
  return false;
}

/** A user's credentials; what cannot be used is reported. `what` names the user, and `cluster` is what a plugin receives of the cluster. */
export function clusterUser(
  entry: KubeconfigEntry,
  what: string,
  cluster: JsonObject,
  sources: ConfigSources,
  problems: ConfigProblems,
): ClusterUser {
  const { fields } = entry;
  const cert = pemOf(entry, "client-certificate", what);
  const key = pemOf(entry, "client-key", what);
  const credentials = credentialsOf(entry, what, cluster, sources, problems);
  if (fields["auth-provider"] !== undefined && credentials.kind === "none" && cert === undefined)
    problems.add(
      "config.auth",
      `the auth provider of ${what} is not supported`,
      "use a credential plugin (`exec`), a token or a client certificate",
    );
  const impersonation = impersonationOf(fields, what, problems);
  return {
    credentials,
    ...(impersonation && { impersonation }),
    ...(cert && { cert }),
    ...(key && { key }),
  };
}

function credentialsOf(
  { fields, folder }: KubeconfigEntry,
  what: string,
  cluster: JsonObject,
  sources: ConfigSources,
  problems: ConfigProblems,
): Credentials {
  const [token, file, username, password] = ["token", "tokenFile", "username", "password"].map((name) =>
    textOrEmpty(fields[name]),
  );
  if (file) return { kind: "token-file", path: resolve(folder, file), from: `\`tokenFile\` of ${what}` };
  if (token)
    return isToken(token, `\`token\` of ${what}`, problems)
      ? { kind: "token", token, from: `\`token\` of ${what}` }
      : { kind: "none" };
  if (username) return { kind: "password", username, password: password ?? "", from: `\`username\` of ${what}` };
  if (fields.exec === undefined || fields.exec === null) return { kind: "none" };
  const plugin = pluginOf(objectOrEmpty(fields.exec), folder, what, cluster, sources, problems);
  return plugin === undefined ? { kind: "none" } : { kind: "plugin", plugin, from: `\`exec\` of ${what}` };
}

function pluginOf(
  exec: JsonObject,
  folder: string,
  what: string,
  cluster: JsonObject,
  { env }: ConfigSources,
  problems: ConfigProblems,
): CredentialPlugin | undefined {
  const [command, apiVersion, mode, installHint] = ["command", "apiVersion", "interactiveMode", "installHint"].map(
    (name) => textOrEmpty(exec[name]),
  );
  if (!command) problems.add("config.auth", `\`exec\` of ${what} names no command`);
  if (!PLUGIN_API.test(apiVersion ?? ""))
    problems.add(
      "config.auth",
      `\`exec\` of ${what} has an apiVersion that is not supported`,
      "it is `client.authentication.k8s.io/v1` or `v1beta1`",
    );
  if (mode === "Always") problems.add("config.auth", `\`exec\` of ${what} needs a terminal, which it does not get`);
  if (!command || !apiVersion || mode === "Always") return undefined;
  const own = objectsOf(exec.env).map(({ name, value }) => [textOrEmpty(name), textOrEmpty(value)] as const);
  const inherited = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    // As kubectl: a path is of the kubeconfig's folder, a name is looked for in PATH.
    command: command.includes("/") && !command.startsWith("/") ? join(folder, command) : command,
    args: Array.isArray(exec.args) ? exec.args.map(valueText) : [],
    env: Object.fromEntries([...inherited, ...own]),
    apiVersion,
    ...(installHint && { installHint: printable(installHint) }),
    ...(exec.provideClusterInfo === true && { cluster }),
  };
}

function impersonationOf(fields: JsonObject, what: string, problems: ConfigProblems): Impersonation | undefined {
  const user = textOrEmpty(fields.as);
  if (user === "") return undefined;
  const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(valueText) : []);
  const extra = Object.entries(objectOf(fields["as-user-extra"]) ?? {}).map(
    ([key, values]) => [key, texts(values)] as const,
  );
  const uid = textOrEmpty(fields["as-uid"]);
  const groups = texts(fields["as-groups"]);
  if (![user, uid, ...groups, ...extra.flat(2)].every((text) => HEADER.test(text)))
    problems.add(
      "config.auth",
      `\`as\` of ${what}, or what belongs to it, has characters that an HTTP header cannot have`,
    );
  return { user, ...(uid && { uid }), groups, extra: Object.fromEntries(extra) };
}
