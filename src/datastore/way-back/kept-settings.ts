import type { StoreConfig } from "../config.ts";
import { VARIABLES } from "../settings.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** What is found again by the environment of another session: its settings without secrets, and the names of those it needs. */
export interface KeptSettings {
  readonly env: Readonly<Record<string, string>>;
  readonly needs: readonly string[];
}

/** Settings that are never kept. */
const SECRET = new Set(["etcdPassword", "etcdKey", "k8sAPIToken"]);
/** What else a datastore may be found by: where its default files are, and the cluster of a pod. */
const OTHERS = ["HOME", "XDG_DATA_HOME", "KUBERNETES_SERVICE_HOST", "KUBERNETES_SERVICE_PORT"];
const OLD = ["ETCD_AUTHORITY", "ETCD_SCHEME"];

/**
 * The settings of an environment that may be kept in a file, and the secret ones that a datastore of that type needs besides;
 * `absolute` makes a path independent of the working directory.
 */
export function settingsToKeep(
  env: Environment,
  type: StoreConfig["type"],
  absolute: (path: string) => string,
): KeptSettings {
  const kept: Record<string, string> = {};
  const needs: string[] = [];
  for (const [name, variable] of Object.entries(VARIABLES)) {
    for (const from of variable === "" ? [] : [`CALICO_${variable}`, variable]) {
      const value = env[from];
      if (!value) continue;
      // A user in an address may stand before a password.
      if (SECRET.has(name) || /\/\/[^/]*@/.test(value)) {
        if (concerns(name, type)) needs.push(from);
      } else if (name === "kubeconfig") kept[from] = value.split(":").map(absolute).join(":");
      else kept[from] = name === "embeddedPath" || name.endsWith("File") ? absolute(value) : value;
    }
  }
  for (const name of [...OTHERS, ...OLD]) {
    const value = env[name];
    if (value) kept[name] = value;
  }
  return { env: kept, needs };
}

/** An environment with the kept settings in the place of its own; of its own only those that are needed count. */
export function withSettings(env: Environment, { env: kept, needs }: KeptSettings): Environment {
  const names = Object.values(VARIABLES).flatMap((variable) => [variable, `CALICO_${variable}`]);
  const replaced = new Set([...names, ...OTHERS, ...OLD].filter((name) => !needs.includes(name)));
  const others = Object.entries(env).filter(([name]) => !replaced.has(name));
  return { ...Object.fromEntries(others), ...kept };
}

/** Whether a datastore of that type reads the setting. */
function concerns(name: string, type: StoreConfig["type"]): boolean {
  if (name.startsWith("etcd")) return type === "etcd";
  return !/^k(8s|ubeconfig)/.test(name) || type === "kubernetes";
}
