import type { ConfigResult, StoreConfig } from "../../datastore/config.ts";
import type { Datastore } from "../../datastore/datastore.ts";
import { DatastoreError } from "../../datastore/datastore-error.ts";
import type { KubernetesApi } from "../../datastore/kubernetes/api/kubernetes-api.ts";
import type { StoredGroup } from "../../datastore/kubernetes/api-resources.ts";
import type { KeyValueStore } from "../../datastore/kv/kv.ts";
import type { OpenOptions } from "../../datastore/open-options.ts";
import { exists } from "../../files/folder.ts";
import { MAX_SETTING_MEBIBYTES, textOfFile } from "../../files/read-text.ts";
import { printable } from "../../model/printable.ts";
import { wrappedLines } from "../../report/wrapped-cell.ts";
import type { CommandContext } from "./context.ts";
import { errorLine, warningLine } from "./io/error-line.ts";
import { printDiagnostics } from "./io/print-diagnostics.ts";
import { EXIT } from "./usage.ts";

/**
 * Opens the configured datastore, runs `work` on it and closes it. A fault of the store is reported on stderr with
 * help, and returns exit code 1; the default store (the embedded one) is named once on stderr. The store's
 * `calico` is the chosen Calico version, else the datastore's own.
 */
export async function withDatastore(
  context: CommandContext,
  work: (store: Datastore) => Promise<number>,
): Promise<number> {
  return onDatastore(context, async (config) => {
    const recorder = await context.recordWrites?.(config);
    const store = await openConfigured(config, { ...openOptions(context), recorder });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  });
}

/**
 * Connects to the API server of the configured cluster, runs `work` on it and closes it; `calicoApi` is the API of Calico's
 * resources that the user chose. With another datastore it says what to use instead; exit code and messages as `withDatastore`.
 */
export async function withCluster(
  context: CommandContext,
  work: (api: KubernetesApi, calicoApi: StoredGroup | undefined) => Promise<number>,
): Promise<number> {
  return onDatastore(context, async (config) => {
    if (config.type !== "kubernetes") {
      const message = "a snapshot is taken of a Kubernetes cluster, and the datastore is another one";
      const help = "`calicoctl export` prints its resources; DATASTORE_TYPE=kubernetes chooses a cluster";
      printDiagnostics([{ severity: "error", code: "snapshot.datastore", message, help }], [], context.io);
      return EXIT.failed;
    }
    const { connectKubernetes } = await import("../../datastore/kubernetes/api/connect.ts");
    const { timeoutMs, onWarning } = openOptions(context);
    const api = await connectKubernetes(config, timeoutMs, onWarning);
    try {
      return await work(api, config.apiGroup);
    } finally {
      await api.close();
    }
  });
}

/**
 * The configured datastore as keys and values, to be closed by the caller. Throws `DatastoreError`, also for a configuration
 * that is wrong.
 */
export async function keyValuesOf(context: CommandContext): Promise<KeyValueStore> {
  const loaded = await configured(context);
  if (!loaded.ok) {
    const [first] = loaded.diagnostics;
    if (first === undefined) throw new Error("the configuration is refused without a reason");
    throw new DatastoreError(first.code, first.message, first.help);
  }
  const { openKeyValues } = await import("../../datastore/open.ts");
  return openKeyValues(loaded.config, openOptions(context));
}

/** The servers that the configuration names, by their URLs: of etcd, or the API server of a cluster; none for an embedded store. */
export async function datastoreServers(
  context: CommandContext,
): Promise<readonly { readonly kind: "etcd" | "kube-apiserver"; readonly url: string }[]> {
  const loaded = await configured(context);
  if (!loaded.ok || loaded.config.type === "embedded") return [];
  if (loaded.config.type === "kubernetes") return [{ kind: "kube-apiserver", url: loaded.config.server }];
  return loaded.config.endpoints.map((url) => ({ kind: "etcd", url }));
}

/** Locks the configured datastore or unlocks it; exit code and messages as `withDatastore`. */
export async function setReady(context: CommandContext, ready: boolean): Promise<number> {
  return onDatastore(context, async (config) => {
    const { setDatastoreReady } = await import("../../datastore/open.ts");
    await setDatastoreReady(config, openOptions(context), ready);
    return EXIT.ok;
  });
}

/** Does something with the configured datastore, and reports its faults. */
async function onDatastore(context: CommandContext, work: (config: StoreConfig) => Promise<number>): Promise<number> {
  const { io } = context;
  const loaded = await configured(context);
  if (!loaded.ok) {
    printDiagnostics(loaded.diagnostics, [], io);
    return EXIT.failed;
  }
  const { config } = loaded;
  if (config.type === "embedded" && config.implicit) {
    const { path, passedOver } = config;
    const cluster =
      passedOver === undefined
        ? ""
        : ` (${passedOver} has no effect on it: DATASTORE_TYPE=kubernetes chooses a cluster)`;
    const line = `no datastore is configured: using the embedded store ${printable(path)}${cluster}\n`;
    io.stderr.write(wrappedLines(line, io.stderr.columns));
  }
  try {
    return await work(config);
  } catch (error) {
    if (!isDatastoreError(error)) throw error;
    io.stderr.write(errorLine(error));
    return EXIT.failed;
  }
}

/** The datastore that the line, a file and the environment choose, or what is wrong with them; nothing is opened. */
export async function configured(context: CommandContext): Promise<ConfigResult> {
  const { loadConfig } = await import("../../datastore/config.ts");
  return loadConfig({
    env: context.io.env,
    calico: context.chosenVersion,
    ...(context.config !== undefined && { configPath: context.config }),
    ...(context.cluster !== undefined && { context: context.cluster }),
    readFile: readIfThere,
    // The parser is loaded only for a file there is: it would cost every other command its time.
    parse: async (text) => (await import("../../manifest/first-document.ts")).firstDocument(text),
  });
}

async function openConfigured(config: StoreConfig, options: OpenOptions): Promise<Datastore> {
  const { openDatastore } = await import("../../datastore/open.ts");
  return openDatastore(config, options);
}

function openOptions({ io, timeoutMs, allowVersionMismatch, chosenVersion }: CommandContext): OpenOptions {
  const onWarning = (text: string): void => {
    io.stderr.write(warningLine(text));
  };
  return { timeoutMs, calico: chosenVersion, allowVersionMismatch, onWarning };
}

/** The file's text; `undefined` when there is no such file. */
function readIfThere(path: string): string | undefined {
  return exists(path) ? textOfFile(path, { mebibytes: MAX_SETTING_MEBIBYTES }) : undefined;
}

/** Whether an error is a fault of the datastore. Each bundle has a class of its own, and so it is known by its name. */
export function isDatastoreError(error: unknown): error is DatastoreError {
  return error instanceof Error && error.name === "DatastoreError";
}
