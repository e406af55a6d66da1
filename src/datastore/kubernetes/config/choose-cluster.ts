import { type JsonObject, textOrEmpty } from "../../../model/json.ts";
import { didYouMean, nearest } from "../../../model/nearest.ts";
import { printable, shortened } from "../../../model/printable.ts";
import { type ConfigProblems, type ConfigSources, isSwitchedOn } from "../../config-sources.ts";
import type { TlsSettings } from "../../pem-setting.ts";
import type { Setting, Settings } from "../../settings.ts";
import type { StoredGroup } from "../api-resources.ts";
import { type ClusterBase, clusterUser, isToken, pemOf } from "./cluster-user.ts";
import { inCluster } from "./in-cluster.ts";
import { type Kubeconfig, mergeKubeconfigs, readKubeconfigFiles } from "./kubeconfig.ts";
import type { Credentials, KubernetesConfig } from "./kubernetes-config.ts";
import { proxyInEnvironment, proxyOf } from "./proxy.ts";

const EMPTY: ClusterBase = { from: "", tls: {}, credentials: { kind: "none" } };

/**
 * The cluster that the settings name, as calicoctl finds it: a kubeconfig (that of the home folder where nothing is named), the
 * single settings over its values, else the service account of the pod. `undefined` where that is not possible; every
 * reason is reported.
 */
export async function chooseCluster(
  settings: Settings,
  sources: ConfigSources,
  problems: ConfigProblems,
): Promise<KubernetesConfig | undefined> {
  const asKubectl = sources.calico?.kubernetes.readsKubeconfigsAsKubectl ?? true;
  if (!asKubectl) refuseNewerFields(settings, problems);
  const inline = asKubectl ? settings.get("kubeconfigInline") : undefined;
  const kubeconfig = await findKubeconfig(settings, sources, asKubectl, problems);
  if (problems.any) return undefined;
  // As calicoctl: no other setting is laid over an inline kubeconfig. What the command line names counts all the same.
  const named = contextSetting(inline === undefined ? settings : undefined, sources, asKubectl);
  const base = kubeconfig === undefined ? undefined : ofContext(kubeconfig, named, sources, problems);
  const all = inline === undefined ? withSettings(base ?? EMPTY, settings, problems) : (base ?? EMPTY);
  if (problems.any) return undefined;
  const found =
    all.server === undefined && kubeconfig === undefined
      ? withSettings(inCluster(sources) ?? all, settings, problems)
      : all;
  if (found.server === undefined) {
    problems.add("config.no-server", "no Kubernetes API server is configured", NO_SERVER_HELP);
    return undefined;
  }
  const server = serverOf(found.server, found.from, problems);
  checkTls(found, problems);
  if (server === undefined || problems.any) return undefined;
  const proxy = found.proxy ?? proxyInEnvironment(server, sources, problems);
  const group = apiGroup(settings);
  return {
    type: "kubernetes",
    server,
    from: found.from,
    tls: { ...found.tls, insecureSkipVerify: found.tls.insecureSkipVerify === true },
    ...(proxy && { proxy }),
    credentials: withUnread(found.credentials, settings, sources),
    ...(found.impersonation && { impersonation: found.impersonation }),
    ...(group && { apiGroup: group }),
    usesPodCidr: isSwitchedOn(settings.get("usePodCIDR"), problems),
  };
}

/** Where there are no credentials: the variable of a token that is set all the same, and that calicoctl does not read. */
function withUnread(given: Credentials, settings: Settings, { env }: ConfigSources): Credentials {
  const unread = ["K8S_API_TOKEN", "CALICO_K8S_API_TOKEN"].find((name) => env[name]);
  return given.kind === "none" && settings.file === undefined && unread !== undefined ? { ...given, unread } : given;
}

const NO_SERVER_HELP =
  "KUBECONFIG names a kubeconfig, K8S_API_ENDPOINT an API server; in a config file: `spec.kubeconfig` or `spec.k8sAPIEndpoint`";

/** Fields of a config file that the chosen version does not know. */
function refuseNewerFields(settings: Settings, problems: ConfigProblems): void {
  if (settings.file === undefined) return;
  for (const name of ["kubeconfigInline", "k8sCurrentContext", "calicoAPIGroup"]) {
    const setting = settings.get(name);
    if (setting !== undefined) problems.add("config.file", `${setting.from} is unknown to this Calico version`);
  }
}

async function findKubeconfig(
  settings: Settings,
  sources: ConfigSources,
  asKubectl: boolean,
  problems: ConfigProblems,
): Promise<Kubeconfig | undefined> {
  const inline = asKubectl ? settings.get("kubeconfigInline") : undefined;
  if (inline !== undefined)
    return mergeKubeconfigs([{ name: `in ${inline.from}`, text: inline.value, folder: "." }], sources, problems);
  const named = settings.get("kubeconfig");
  if (named !== undefined) return readKubeconfigFiles(named, asKubectl, sources, problems);
  const { HOME } = sources.env;
  if (!asKubectl || !HOME || settings.get("k8sAPIEndpoint") !== undefined) return undefined;
  const path = `${HOME}/.kube/config`;
  if (sources.readFile(path) === undefined) return undefined;
  return readKubeconfigFiles({ value: path, from: "HOME, by default" }, false, sources, problems);
}

function contextSetting(
  settings: Settings | undefined,
  { context }: ConfigSources,
  asKubectl: boolean,
): Setting | undefined {
  if (context !== undefined && context !== "") return { value: context, from: "--context" };
  return asKubectl ? settings?.get("k8sCurrentContext") : undefined;
}

/** The cluster and the user of a context; the current one unless another is named. */
function ofContext(
  kubeconfig: Kubeconfig,
  named: Setting | undefined,
  sources: ConfigSources,
  problems: ConfigProblems,
): ClusterBase {
  const wanted = named?.value ?? kubeconfig.currentContext;
  if (wanted === "") return EMPTY;
  const context = kubeconfig.contexts.get(wanted);
  const shown = (name: string): string => `\`${shortened(printable(name), 100)}\``;
  if (context === undefined) {
    const from = named?.from ?? `\`current-context\` of the kubeconfig ${kubeconfig.name}`;
    problems.add("config.context", `${from} names an unknown context`, contextHelp(kubeconfig, wanted, shown));
    return EMPTY;
  }
  const [clusterName, userName] = [textOrEmpty(context.cluster), textOrEmpty(context.user)];
  const cluster = kubeconfig.clusters.get(clusterName);
  const user = kubeconfig.users.get(userName);
  const place = `the kubeconfig ${kubeconfig.name}`;
  if (cluster === undefined)
    problems.add("config.kubeconfig", `context ${shown(wanted)} of ${place} names an unknown cluster`);
  if (userName !== "" && user === undefined)
    problems.add("config.kubeconfig", `context ${shown(wanted)} of ${place} names an unknown user`);
  if (cluster === undefined) return EMPTY;
  const { fields } = cluster;
  const proxyUrl = textOrEmpty(fields["proxy-url"]);
  const proxy =
    proxyUrl === "" ? undefined : proxyOf(proxyUrl, `\`proxy-url\` of cluster ${shown(clusterName)}`, problems);
  const ca = pemOf(cluster, "certificate-authority", `cluster ${shown(clusterName)}`);
  const { cert, key, ...rest } =
    user === undefined
      ? { ...EMPTY, cert: undefined, key: undefined }
      : clusterUser(user, `user ${shown(userName)}`, forPlugin(fields), sources, problems);
  const serverName = textOrEmpty(fields["tls-server-name"]);
  return {
    server: textOrEmpty(fields.server),
    ...(proxy && { proxy }),
    tls: {
      ...(ca && { ca }),
      ...(cert && { cert }),
      ...(key && { key }),
      ...(serverName && { serverName }),
      insecureSkipVerify: fields["insecure-skip-tls-verify"] === true,
    },
    ...rest,
    from: `context ${shown(wanted)} of ${place}`,
  };
}

function contextHelp({ contexts }: Kubeconfig, wanted: string, shown: (name: string) => string): string {
  const names = [...contexts.keys()];
  const near = nearest(wanted, names);
  if (near !== undefined) return didYouMean(shortened(printable(near), 100));
  const more = names.length > 20 ? ` and ${names.length - 20} more` : "";
  return names.length === 0 ? "it has none" : `its contexts: ${names.slice(0, 20).map(shown).join(", ")}${more}`;
}

/** What a plugin receives of the cluster. */
function forPlugin(fields: JsonObject): JsonObject {
  const names = ["server", "tls-server-name", "insecure-skip-tls-verify", "certificate-authority-data", "proxy-url"];
  return Object.fromEntries(names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));
}

/** The single settings over the values of a kubeconfig. */
function withSettings(base: ClusterBase, settings: Settings, problems: ConfigProblems): ClusterBase {
  const endpoint = settings.get("k8sAPIEndpoint");
  const token = settings.get("k8sAPIToken");
  const files = Object.entries({ ca: "k8sCAFile", cert: "k8sCertFile", key: "k8sKeyFile" }).flatMap(([name, field]) => {
    const setting = settings.get(field);
    return setting === undefined ? [] : [[name, { kind: "file", path: setting.value, from: setting.from }] as const];
  });
  const tls: TlsSettings = Object.fromEntries(files);
  const { ca: _, ...baseTls } = base.tls;
  const isInsecure = isSwitchedOn(settings.get("k8sInsecureSkipTLSVerify"), problems);
  const isOwnAuthority = tls.ca !== undefined || isInsecure;
  return {
    ...base,
    ...(endpoint && { server: endpoint.value, from: endpoint.from }),
    tls: {
      ...(isOwnAuthority ? baseTls : base.tls),
      ...tls,
      ...(isOwnAuthority && { insecureSkipVerify: isInsecure }),
    },
    ...(token &&
      isToken(token.value, token.from, problems) && {
        credentials: { kind: "token", token: token.value, from: token.from },
      }),
  };
}

/** A server's address without what may be a secret in it; anything else is reported, without repeating any of it. */
function serverOf(text: string, from: string, problems: ConfigProblems): string | undefined {
  const isAddress = /^https?:\/\/(?:\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?(?:\/[\w.~!$&'()*+,;=:%/-]*)?$/i.test(
    text,
  );
  const url = isAddress && URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined) return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
  const help = /[@?#]/.test(text)
    ? "user, password and tokens do not go into the address"
    : "write it as `https://10.0.0.1:6443`";
  problems.add("config.endpoint", `invalid API server address in ${from}`, help);
  return undefined;
}

function checkTls({ tls }: ClusterBase, problems: ConfigProblems): void {
  if ((tls.cert === undefined) !== (tls.key === undefined)) {
    const missing = tls.cert === undefined ? "certificate" : "key";
    problems.add("config.tls", `${(tls.cert ?? tls.key)?.from} is set, but not the ${missing} that goes with it`);
  }
  if (tls.ca !== undefined && tls.insecureSkipVerify)
    problems.add(
      "config.tls",
      `${tls.ca.from} is set, and the server's certificate is not to be checked: only one can be meant`,
      "leave out the authority or K8S_INSECURE_SKIP_TLS_VERIFY (`insecure-skip-tls-verify`)",
    );
}

function apiGroup(settings: Settings): StoredGroup | undefined {
  const named = settings.get("calicoAPIGroup")?.value.toLowerCase();
  if (named === undefined) return undefined;
  return named === "projectcalico.org/v3" ? "projectcalico.org/v3" : "crd.projectcalico.org/v1";
}
