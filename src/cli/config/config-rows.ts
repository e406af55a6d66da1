import type { EtcdConfig, StoreConfig } from "../../datastore/config.ts";
import type { KubernetesConfig } from "../../datastore/kubernetes/config/kubernetes-config.ts";
import type { PemSetting } from "../../datastore/pem-setting.ts";
import { environmentSettings } from "../../datastore/settings.ts";
import { exists } from "../../files/folder.ts";

/** A setting in use: its name, its value unless it is a secret, and what set it. */
export interface ConfigRow {
  readonly setting: string;
  readonly value: string;
  readonly from: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const REDACTED = "REDACTED";
const BY_DEFAULT = "default";

/** The settings of the configured datastore that are in use; what is secret, or may be by mistake, is not in them. */
export function configRows(config: StoreConfig, env: Environment): readonly ConfigRow[] {
  switch (config.type) {
    case "embedded":
      return [
        row("datastore", "embedded", config.implicit ? BY_DEFAULT : config.from),
        row("file", config.makeDirectory ? config.path : shownPath(config.path), config.from),
      ];
    case "etcd":
      return etcdRows(config, env);
    case "kubernetes":
      return clusterRows(config);
  }
}

const row = (setting: string, value: string, from: string): ConfigRow => ({ setting, value, from });

function etcdRows({ endpoints, from, tls, auth }: EtcdConfig, env: Environment): readonly ConfigRow[] {
  // In a file the fields of an endpoint and of a password stand side by side.
  const inFile = / in (`.*`)$/s.exec(from)?.[1];
  const fromOf = (field: string): string =>
    inFile === undefined ? (environmentSettings(env).get(field)?.from ?? "") : `\`spec.${field}\` in ${inFile}`;
  return [
    row("datastore", "etcdv3", from),
    row("endpoints", endpoints.map(withoutUser).join(","), from),
    ...tlsRows(tls),
    ...(auth === undefined
      ? []
      : [row("username", REDACTED, fromOf("etcdUsername")), row("password", REDACTED, fromOf("etcdPassword"))]),
  ];
}

function clusterRows(config: KubernetesConfig): readonly ConfigRow[] {
  const { server, from, tls, proxy, credentials, impersonation, apiGroup } = config;
  return [
    row("datastore", "kubernetes", from),
    row("server", withoutUser(server), from),
    ...tlsRows(tls),
    ...(tls.insecureSkipVerify ? [row("certificate of the server", "not verified", "")] : []),
    ...(proxy === undefined ? [] : [row("proxy", withoutUser(proxy.address), proxy.from)]),
    credentials.kind === "none"
      ? row("credentials", "none", "")
      : row("credentials", `${credentials.kind} ${REDACTED}`, credentials.from),
    ...(impersonation === undefined ? [] : [row("acts as another user", REDACTED, from)]),
    ...(apiGroup === undefined ? [] : [row("API group", apiGroup, "CALICO_API_GROUP")]),
  ];
}

function tlsRows({ ca, cert, key }: EtcdConfig["tls"]): readonly ConfigRow[] {
  return [...pemRow("CA certificate", ca), ...pemRow("client certificate", cert), ...pemRow("client key", key)];
}

function pemRow(setting: string, pem: PemSetting | undefined): readonly ConfigRow[] {
  if (pem === undefined) return [];
  return [row(setting, pem.kind === "file" ? shownPath(pem.path) : REDACTED, pem.from)];
}

/** A path where there is such a file: else it may be a secret that was put in the wrong place. */
function shownPath(path: string): string {
  return exists(path) ? path : "a file that does not exist";
}

/** An address without what may stand before its host. */
function withoutUser(url: string): string {
  return url.replace(/\/\/[^/]*@/, `//${REDACTED}@`);
}
