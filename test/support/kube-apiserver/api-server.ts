import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { connectKubernetes } from "../../../src/datastore/kubernetes/api/connect.ts";
import type { ApiResource, KubernetesApi } from "../../../src/datastore/kubernetes/api/kubernetes-api.ts";
import type { KubernetesConfig } from "../../../src/datastore/kubernetes/config/kubernetes-config.ts";
import { hasEtcd } from "../etcd.ts";
import { freePort } from "../loopback/free-port.ts";
import { NEVER_MS, waitUntil } from "../wait.ts";
import { type CalicoGroup, resourceDefinitions } from "./resource-definitions.ts";

/** Who asks: the administrator, or a user without any rights. */
export type ApiUser = "admin" | "reader";

/** A real API server of the test's own, with an etcd of its own. */
export interface ApiServer {
  /** Its address: `https://127.0.0.1:PORT`. */
  readonly address: string;
  /** The folder of its files; `certs/apiserver.crt` is the authority of its certificate. */
  readonly folder: string;
  /** The path of a kubeconfig with a context for each user; the current one is the administrator's. */
  readonly kubeconfig: string;
  readonly config: (user: ApiUser) => KubernetesConfig;
  readonly connect: (user: ApiUser, timeoutMs?: number) => Promise<KubernetesApi>;
  /** Ends it and removes its files. */
  readonly stop: () => Promise<void>;
}

/** Where scripts/install-kube-apiserver.sh puts the server, unless `KUBE_APISERVER` names another. */
const CACHED = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "calicoctl-ts", "kube-apiserver-v1.34.2");
const BINARY = process.env.KUBE_APISERVER || join(CACHED, "kube-apiserver");

/** Whether an API server can be started here. */
export const hasApiServer =
  existsSync(BINARY) &&
  hasEtcd &&
  ["openssl", "python3", "curl"].every((tool) => spawnSync(tool, ["--help"]).error === undefined);

/** What to add to a suite's name, so that a skipped one says why. */
export const needsApiServer = hasApiServer
  ? ""
  : " [skipped: no kube-apiserver (KUBE_APISERVER=PATH, or FULL_TESTS=1 npm test with Go 1.24), or no etcd, openssl, python3 or curl]";

const SCRIPTS = import.meta.dirname;
const run = promisify(execFile);

/** The kind of the definitions of resources. */
export const DEFINITIONS: ApiResource = {
  group: "apiextensions.k8s.io",
  version: "v1",
  resource: "customresourcedefinitions",
  isNamespaced: false,
};

/** Starts an API server on loopback ports, with the definitions of Calico's resources in these groups, and waits until it serves them. */
export async function startApiServer(groups: readonly CalicoGroup[] = ["crd.projectcalico.org"]): Promise<ApiServer> {
  if (!hasApiServer) throw new Error(`an API server is needed${needsApiServer}`);
  const folder = mkdtempSync(join(tmpdir(), "calicoctl-kube-apiserver-"));
  const stop = async (): Promise<void> => {
    await run("bash", [join(SCRIPTS, "stop.sh"), folder]);
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  };
  for (let attempt = 1; ; attempt++) {
    const ports = {
      ETCD_PORT: String(await freePort()),
      ETCD_PEER_PORT: String(await freePort()),
      KUBE_APISERVER_PORT: String(await freePort()),
    };
    try {
      const env = { ...process.env, ...ports, KUBE_APISERVER: BINARY };
      await run("bash", [join(SCRIPTS, "start.sh"), folder], { env });
      break;
    } catch (error) {
      // A server gives up where its etcd is slow to answer.
      if (attempt < 3) await run("bash", [join(SCRIPTS, "stop.sh"), folder]);
      else {
        await stop();
        throw error;
      }
    }
  }
  const kubeconfig = join(folder, "kubeconfig");
  const [address = ""] = /https:\/\/127\.0\.0\.1:\d+/.exec(readFileSync(kubeconfig, "utf8")) ?? [];
  const config = (user: ApiUser): KubernetesConfig => ({
    type: "kubernetes",
    server: address,
    from: "a test",
    tls: {
      ca: { kind: "file", path: join(folder, "certs", "apiserver.crt"), from: "a test" },
      insecureSkipVerify: false,
    },
    credentials: { kind: "token", token: `test-${user}-token`, from: "a test" },
    usesPodCidr: false,
  });
  const connect = (user: ApiUser, timeoutMs = NEVER_MS): Promise<KubernetesApi> =>
    connectKubernetes(config(user), timeoutMs);
  const admin = await connect("admin");
  await Promise.all(groups.map((group) => define(admin, group)));
  await admin.close();
  return { address, folder, kubeconfig, config, connect, stop };
}

/** Makes the definitions of a group, and waits until objects of each kind can be listed. */
async function define(api: KubernetesApi, group: CalicoGroup): Promise<void> {
  const definitions = resourceDefinitions(group);
  for (const definition of definitions) {
    const result = await api.create(DEFINITIONS, definition);
    if (result.kind !== "written") throw new Error(`no definition: ${JSON.stringify(result)}`);
  }
  await waitUntil(async () => {
    const { items } = await api.list(DEFINITIONS);
    return items.every(({ status }) => JSON.stringify(status).includes('"type":"Established"'));
  });
}
