import { rootCertificates } from "node:tls";
import type { EtcdConfig } from "../config.ts";
import { DatastoreError } from "../datastore-error.ts";
import { readTlsFiles, type TlsFiles } from "../pem.ts";
import type { ClientOptions, EtcdClient } from "./client.ts";

/** One server of the cluster. Each has its own client, so that the store chooses which server a call goes to. */
export interface Server {
  readonly endpoint: string;
  readonly client: EtcdClient;
  /** The day on which the client's own certificate expired (`2026-11-28`); `undefined` where it is valid, or there is none. */
  readonly expired?: string | undefined;
}

function credentialsOf({ ca, client }: TlsFiles): NonNullable<ClientOptions["credentials"]> {
  const rootCertificate = ca ?? Buffer.from(rootCertificates.join("\n"));
  return client ? { rootCertificate, privateKey: client.key, certChain: client.cert } : { rootCertificate };
}

/** A client for each endpoint; none connects before its first call. Throws `DatastoreError` for unusable TLS files. */
export async function etcdServers(config: EtcdConfig, timeoutMs: number): Promise<readonly Server[]> {
  const secure = config.endpoints.some((endpoint) => endpoint.startsWith("https:"));
  const files = secure ? readTlsFiles(config.tls) : {};
  const credentials = secure ? credentialsOf(files) : undefined;
  const expires = files.client?.expires;
  const expired =
    expires !== undefined && expires.getTime() < Date.now() ? expires.toISOString().slice(0, 10) : undefined;
  const connect = async (endpoint: string): Promise<Server> => {
    const options: ClientOptions = {
      endpoint,
      timeoutMs,
      ...(credentials && endpoint.startsWith("https:") ? { credentials } : {}),
      ...(config.auth && { auth: config.auth }),
    };
    try {
      return { endpoint, client: await clientOf(config, options), expired };
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
  return Promise.all(config.endpoints.map(connect));
}

/**
 * A client that makes single calls itself until something is watched, which it leaves to etcd3; or etcd3 for all, where that is
 * configured.
 */
async function clientOf({ client }: EtcdConfig, options: ClientOptions): Promise<EtcdClient> {
  const etcd3 = async (): Promise<EtcdClient> => (await import("./etcd3-client.ts")).etcd3Client(options);
  if (client === "etcd3") return etcd3();
  return new (await import("./http2/http2-client.ts")).Http2Client(options, etcd3);
}
