import type { ConfigSources } from "../../config-sources.ts";
import type { ClusterBase } from "./cluster-user.ts";

const FOLDER = "/var/run/secrets/kubernetes.io/serviceaccount";

/** The cluster of the pod that this runs in, with its service account; `undefined` where this is not a pod. */
export function inCluster({ env, readFile }: Pick<ConfigSources, "env" | "readFile">): ClusterBase | undefined {
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port } = env;
  const [path, caPath] = [`${FOLDER}/token`, `${FOLDER}/ca.crt`];
  if (!host || !port || !isThere(path, readFile)) return undefined;
  const from = "KUBERNETES_SERVICE_HOST";
  const account = "the service account of this pod";
  return {
    server: `https://${host.includes(":") ? `[${host}]` : host}:${port}`,
    from,
    tls: isThere(caPath, readFile) ? { ca: { kind: "file", path: caPath, from: account } } : {},
    credentials: { kind: "token-file", path, from: account },
  };
}

function isThere(path: string, readFile: ConfigSources["readFile"]): boolean {
  try {
    return readFile(path) !== undefined;
  } catch {
    // It is there, and reading it says why it cannot be read.
    return true;
  }
}
