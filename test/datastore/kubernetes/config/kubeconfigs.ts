import { SECRET } from "../../config-sources.ts";

/** The value of a kubeconfig with two contexts, `prod` being the current one; the fields of cluster and user of `prod` can be others. */
export function kubeconfig(cluster: object = {}, user: object = { token: SECRET }, more: object = {}): object {
  return {
    apiVersion: "v1",
    kind: "Config",
    "current-context": "prod",
    clusters: [
      { name: "c", cluster: { server: "https://prod:6443", ...cluster } },
      { name: "d", cluster: { server: "https://dev:6443/k8s/" } },
    ],
    users: [
      { name: "u", user },
      { name: "nobody", user: {} },
    ],
    contexts: [
      { name: "prod", context: { cluster: "c", user: "u" } },
      { name: "dev", context: { cluster: "d", user: "nobody", namespace: "web" } },
    ],
    ...more,
  };
}

/** The text of a certificate that is none, as kubeconfigs hold it. */
export const base64 = (text: string): string => Buffer.from(text).toString("base64");
