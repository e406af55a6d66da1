import { rootCertificates } from "node:tls";
import type { Etcd3, IOptions } from "etcd3";
import type { EtcdConfig } from "../config.ts";
import { DatastoreError } from "../datastore-error.ts";
import { readTlsFiles, type TlsFiles } from "../pem.ts";

/**
 * A lost connection is tried again at least each second: gRPC's own pauses grow to two minutes, in which every call fails at once,
 * though the server may be there again.
 */
const RECONNECT = { "grpc.initial_reconnect_backoff_ms": 100, "grpc.max_reconnect_backoff_ms": 1000 };

type Policy = NonNullable<NonNullable<IOptions["faultHandling"]>["global"]>;

/**
 * Switches etcd3's own retries off: they repeat writes that may have been done, and outlast our deadline. Errors are thrown
 * again as plain ones, because etcd3 renews its connections after errors of its own classes and waits a second for each.
 */
const noRetry: Policy = {
  get _altReturn(): never {
    throw new TypeError("a type-only property");
  },
  onSuccess: () => ({ dispose: () => undefined }),
  onFailure: () => ({ dispose: () => undefined }),
  execute: async (call, signal) => {
    try {
      return await call({ signal: signal ?? new AbortController().signal });
    } catch (error) {
      throw new Error(error instanceof Error ? error.message : String(error));
    }
  },
};

/** One server of the cluster. Each has its own client, so that the store chooses which server a call goes to. */
export interface Server {
  readonly endpoint: string;
  /** The client for calls; another one from when the server turns out to have no users. */
  client: Etcd3;
  /** A client that names no user, where one is configured. */
  readonly withoutUser?: () => Etcd3;
  /** The day on which the client's own certificate expired (`2026-11-28`); `undefined` where it is valid, or there is none. */
  readonly expired?: string | undefined;
}

function credentialsOf({ ca, client }: TlsFiles): NonNullable<IOptions["credentials"]> {
  const rootCertificate = ca ?? Buffer.from(rootCertificates.join("\n"));
  return client ? { rootCertificate, privateKey: client.key, certChain: client.cert } : { rootCertificate };
}

/** A client for each endpoint; none connects before its first call. Throws `DatastoreError` for unusable TLS files. */
export async function etcdServers(config: EtcdConfig, timeoutMs: number): Promise<readonly Server[]> {
  const secure = config.endpoints.some((endpoint) => endpoint.startsWith("https:"));
  const files = secure ? readTlsFiles(config.tls) : {};
  const credentials = secure ? credentialsOf(files) : undefined;
  const { Etcd3 } = await import("etcd3");
  const expires = files.client?.expires;
  const expired =
    expires !== undefined && expires.getTime() < Date.now() ? expires.toISOString().slice(0, 10) : undefined;
  const connect = (endpoint: string): Server => {
    const options: IOptions = {
      hosts: endpoint,
      faultHandling: { host: () => noRetry, global: noRetry },
      // A list is one message of any size; calicoctl connects to etcd directly, never through a proxy.
      grpcOptions: { "grpc.max_receive_message_length": -1, "grpc.enable_http_proxy": 0, ...RECONNECT },
      defaultCallOptions: () => ({ deadline: Date.now() + timeoutMs }),
      ...(credentials && endpoint.startsWith("https:") ? { credentials } : {}),
    };
    const { auth } = config;
    try {
      if (auth === undefined) return { endpoint, client: new Etcd3(options), expired };
      return { endpoint, client: new Etcd3({ ...options, auth }), withoutUser: () => new Etcd3(options), expired };
    } catch {
      const files = Object.values(config.tls)
        .map((setting) => setting?.from)
        .filter((from) => from !== undefined);
      throw new DatastoreError(
        "datastore.tls-file",
        "the TLS certificates or the key cannot be used",
        `they are from ${files.join(", ")}`,
      );
    }
  };
  return config.endpoints.map(connect);
}
