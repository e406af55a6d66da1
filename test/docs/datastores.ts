import { join } from "node:path";
import { startEtcd } from "../support/etcd.ts";
import { tmpFolder } from "../support/tmp.ts";
import { startDumpServer } from "./dump-server.ts";
import type { ShownPage } from "./shown-page.ts";

/** A datastore for the commands of a page, and the environment that names it. */
interface Started {
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

const CLUSTER = join(import.meta.dirname, "..", "..", "examples", "kubernetes", "cluster.yaml");

/** How each datastore of a page is started. */
export const STARTS: Readonly<Record<NonNullable<ShownPage["datastore"]>, () => Promise<Started>>> = {
  etcd: async () => {
    const { endpoint, stop } = await startEtcd();
    return { env: { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: endpoint, ETCDCTL_ENDPOINTS: endpoint }, stop };
  },
  cluster: async () => {
    const { kubeconfig, stop } = await startDumpServer(CLUSTER);
    const folder = tmpFolder({ config: kubeconfig });
    return { env: { DATASTORE_TYPE: "kubernetes", KUBECONFIG: join(folder, "config") }, stop };
  },
};
