import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { EmbeddedConfig, EtcdConfig, StoreConfig } from "../../src/datastore/config.ts";
import type { Datastore } from "../../src/datastore/datastore.ts";
import { DatastoreError } from "../../src/datastore/datastore-error.ts";
import { NAMESPACES as NAMESPACE_OBJECTS } from "../../src/datastore/kubernetes/api-resources.ts";
import { kubernetesDatastore } from "../../src/datastore/kubernetes/open-kubernetes.ts";
import { openDatastore } from "../../src/datastore/open.ts";
import { DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import type { Resource } from "../../src/model/resource.ts";
import { hasEtcd, needsEtcd, startEtcd } from "../support/etcd.ts";
import { hasApiServer, needsApiServer, startApiServer } from "../support/kube-apiserver/api-server.ts";
import { MemoryKubernetes } from "../support/kubernetes/memory-kubernetes.ts";
import { loadObject } from "../support/kubernetes/on-api.ts";
import { NEVER_MS } from "../support/wait.ts";

/** A store for a suite: `open` gives another connection to it, `clear` empties it where that is possible. */
export interface TestStore {
  readonly open: () => Promise<Datastore>;
  readonly stop: () => Promise<void>;
}

/** A store that a configuration names. */
export interface ConfiguredStore extends TestStore {
  readonly config: StoreConfig;
}

/** An embedded store's configuration as a user's setting would give it. */
export function embeddedConfig(path: string): EmbeddedConfig {
  return { type: "embedded", path, from: "EMBEDDED_PATH", implicit: false, makeDirectory: false };
}

/** An etcd configuration as `ETCD_ENDPOINTS` would give it. */
export function etcdConfig(...endpoints: string[]): EtcdConfig {
  return { type: "etcd", endpoints, from: "ETCD_ENDPOINTS", tls: {} };
}

/** The clients of etcd: the one that all commands use, and etcd3, which it must be equal to. */
export const ETCD_CLIENTS: readonly {
  readonly by: string;
  /** A configuration as `etcdConfig` makes it, with that client. */
  readonly etcdConfig: typeof etcdConfig;
}[] = [
  { by: "its own client", etcdConfig },
  { by: "etcd3", etcdConfig: (...endpoints) => ({ ...etcdConfig(...endpoints), client: "etcd3" }) },
];

/** Opens a store with the default profile; unless a test is about the timeout, it has none, however busy the machine. */
export function open(config: StoreConfig, timeoutMs = NEVER_MS): Promise<Datastore> {
  return openDatastore(config, { timeoutMs, calico: DEFAULT_CALICO });
}

async function embeddedStore(): Promise<ConfiguredStore> {
  const directory = mkdtempSync(join(tmpdir(), "calicoctl-store-"));
  const config = embeddedConfig(join(directory, "store.db"));
  return { config, open: () => open(config), stop: async () => rmSync(directory, { recursive: true, force: true }) };
}

async function etcdStore(by: typeof etcdConfig): Promise<ConfiguredStore> {
  const server = await startEtcd();
  const config = by(server.endpoint);
  return { config, open: () => open(config), stop: server.stop };
}

/** The namespaces that the tests use. */
const NAMESPACES = ["a", "ab", "b", "default", "ns", "one", "one2", "two"].map((name) => ({
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name },
}));

/** An API server of the test's own. */
async function apiServer(): Promise<TestStore> {
  const server = await startApiServer();
  const admin = await server.connect("admin");
  for (const namespace of NAMESPACES) await admin.create(NAMESPACE_OBJECTS.of, namespace);
  await admin.close();
  const options = { timeoutMs: NEVER_MS, calico: DEFAULT_CALICO };
  return {
    open: async () => kubernetesDatastore(await server.connect("admin"), {}, options),
    stop: server.stop,
  };
}

/** A cluster's API in memory. */
async function clusterInMemory(): Promise<TestStore> {
  const api = new MemoryKubernetes();
  for (const namespace of NAMESPACES) loadObject(api, namespace);
  return {
    open: () => kubernetesDatastore(api, {}, { timeoutMs: NEVER_MS, calico: DEFAULT_CALICO }),
    stop: async () => {},
  };
}

/** A kind of store under test, new and empty. */
interface StoreKind<S extends TestStore> {
  readonly name: string;
  readonly available: boolean;
  readonly start: () => Promise<S>;
  /** Whether it is a cluster's API: objects of Kubernetes are its Nodes, and writing what is there already changes nothing. */
  readonly isCluster?: true;
  /** Whether it has writers of its own, so that its revisions do not count ours alone. */
  readonly isShared?: true;
}

/** The stores of keys and values; etcd is left out where there is no binary. */
export const STORES: readonly StoreKind<ConfiguredStore>[] = [
  { name: "embedded", available: true, start: embeddedStore },
  { name: "etcd", available: hasEtcd, start: () => etcdStore(etcdConfig) },
];

/** Those, and etcd by each of its clients. */
export const STORES_BY_CLIENT: readonly StoreKind<ConfiguredStore>[] = [
  ...STORES.filter(({ name }) => name !== "etcd"),
  ...ETCD_CLIENTS.map(({ by, etcdConfig }) => ({
    name: `etcd by ${by}${needsEtcd}`,
    available: hasEtcd,
    start: () => etcdStore(etcdConfig),
  })),
];

/** Every store: those, and a cluster's API. */
export const ALL_STORES: readonly StoreKind<TestStore>[] = [
  ...STORES_BY_CLIENT,
  { name: "cluster in memory", available: true, start: clusterInMemory, isCluster: true },
  { name: `API server${needsApiServer}`, available: hasApiServer, start: apiServer, isCluster: true, isShared: true },
];

/** Starts a store before the tests of a suite and stops it after them; `use` takes it and a connection to it. */
export function storeForSuite<S extends TestStore>(
  start: () => Promise<S>,
  use: (store: S, data: Datastore) => void,
): void {
  let store: S | undefined;
  let data: Datastore | undefined;
  beforeAll(async () => {
    store = await start();
    data = await store.open();
    use(store, data);
  });
  afterAll(async () => {
    await data?.close();
    await store?.stop();
  });
}

/** Opens a store, makes one call, closes the store; returns the error of any of these. */
export async function fault(
  config: StoreConfig,
  timeoutMs: number,
  use: (store: Datastore) => Promise<unknown>,
): Promise<DatastoreError> {
  try {
    const store = await open(config, timeoutMs);
    try {
      await use(store);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof DatastoreError) return error;
    throw error;
  }
  throw new Error("no fault");
}

/** A HostEndpoint as a manifest would give it. */
export function hostEndpoint(name: string, spec: Readonly<Record<string, unknown>> = {}): Resource {
  return {
    apiVersion: "projectcalico.org/v3",
    kind: "HostEndpoint",
    metadata: { name },
    spec: { node: "node1", interfaceName: "eth0", ...spec },
  };
}

/** A resource of any kind. */
export function resource(
  kind: string,
  metadata: Resource["metadata"],
  spec: Readonly<Record<string, unknown>> = {},
): Resource {
  return { apiVersion: "projectcalico.org/v3", kind, metadata, spec };
}
