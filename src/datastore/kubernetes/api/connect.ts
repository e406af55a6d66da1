import { type ConnectionOptions, createSecureContext } from "node:tls";
import { DatastoreError } from "../../datastore-error.ts";
import { readTlsFiles, type TlsFiles } from "../../pem.ts";
import type { KubernetesConfig } from "../config/kubernetes-config.ts";
import type { PluginCredentials } from "./credential-plugin.ts";
import { CredentialHeaders } from "./credentials.ts";
import { HttpApi } from "./http-api.ts";
import { HttpConnection } from "./http-connection.ts";
import type { KubernetesApi } from "./kubernetes-api.ts";
import { warningReader } from "./server-warnings.ts";

/**
 * The API server of a cluster; nothing is sent before the first call, but a credential plugin runs. `onWarning` receives each
 * warning of the server once. Throws `DatastoreError` for unusable TLS files and for a plugin that gives no credentials.
 */
export async function connectKubernetes(
  config: KubernetesConfig,
  timeoutMs: number,
  onWarning: (text: string) => void = () => undefined,
): Promise<KubernetesApi> {
  const { server, from, tls, impersonation } = config;
  const isSecure = server.startsWith("https:");
  const credentials = new CredentialHeaders(isSecure ? config.credentials : { kind: "none" }, impersonation, timeoutMs);
  const given = await credentials.start();
  const files = isSecure ? readTlsFiles(tls) : {};
  const http = new HttpConnection(server, isSecure ? tlsOptions(config, files, given) : {}, config);
  const expires = files.client?.expires;
  const expired =
    expires !== undefined && expires.getTime() < Date.now() ? expires.toISOString().slice(0, 10) : undefined;
  const facts = { server, from, timeoutMs, expired, authorityFrom: tls.ca?.from, proxyFrom: config.proxy?.from };
  return new HttpApi({ http, credentials, facts, onWarning: warningReader(onWarning) });
}

/** How TLS is spoken. Throws `DatastoreError` for certificates and keys that cannot be used. */
function tlsOptions(
  { tls, credentials }: KubernetesConfig,
  { ca, client }: TlsFiles,
  given: PluginCredentials | undefined,
): ConnectionOptions {
  const { serverName, insecureSkipVerify } = tls;
  const own = client ?? given?.certificate;
  const texts = { ...(ca !== undefined && { ca }), ...(own !== undefined && { cert: own.cert, key: own.key }) };
  try {
    return {
      secureContext: createSecureContext(texts),
      ...(serverName !== undefined && { servername: serverName }),
      ...(insecureSkipVerify && { rejectUnauthorized: false }),
    };
  } catch {
    const from = [tls.ca, tls.cert, tls.key, given && credentials].flatMap((setting) =>
      setting !== undefined && "from" in setting ? [setting.from] : [],
    );
    const help = from.length === 0 ? undefined : `they are from ${from.join(", ")}`;
    throw new DatastoreError("datastore.tls-file", "the TLS certificates or the key cannot be used", help);
  }
}
