import { spawn } from "node:child_process";
import { objectOf, objectOrEmpty, textOrEmpty } from "../../../model/json.ts";
import { printable } from "../../../model/printable.ts";
import { DatastoreError } from "../../datastore-error.ts";
import type { CredentialPlugin } from "../config/kubernetes-config.ts";

/** What a plugin gave: a token, a certificate with its key, or both, and until when, in ms since 1970. */
export interface PluginCredentials {
  readonly token?: string;
  readonly certificate?: { readonly cert: string; readonly key: string };
  readonly expires?: number;
}

const MAX_OUTPUT_BYTES = 1024 * 1024;

/**
 * Runs the program of a kubeconfig that gives credentials, without a terminal and for as long as a call may take. Nothing that
 * it writes is repeated: it may be a secret. Throws `DatastoreError` where it gives none.
 */
export async function runCredentialPlugin(
  plugin: CredentialPlugin,
  from: string,
  timeoutMs: number,
): Promise<PluginCredentials> {
  const fault = (what: string): DatastoreError => {
    const hint = plugin.installHint === undefined ? "" : `; hint of the kubeconfig: ${printable(plugin.installHint)}`;
    return new DatastoreError(
      "datastore.auth",
      `the credential plugin \`${printable(plugin.command)}\` ${what}`,
      `it is from ${from}; run it yourself to see its output${hint}`,
    );
  };
  const text = await outputOf(plugin, timeoutMs, fault);
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw fault("wrote no JSON");
  }
  const { kind, apiVersion, status } = objectOrEmpty(answer);
  if (kind !== "ExecCredential" || apiVersion !== plugin.apiVersion)
    throw fault(`wrote no ExecCredential of ${printable(plugin.apiVersion)}`);
  const given = objectOf(status) ?? {};
  const [token, cert, key] = [given.token, given.clientCertificateData, given.clientKeyData].map(textOrEmpty);
  if ((cert === "") !== (key === "")) throw fault("wrote a certificate or a key, but not both");
  if (!token && !cert) throw fault("wrote no credentials");
  if (token && !/^[\x21-\x7e]+$/.test(token)) throw fault("wrote a token with characters that no token has");
  const expires = Date.parse(textOrEmpty(given.expirationTimestamp));
  return {
    ...(token && { token }),
    ...(cert && key && { certificate: { cert, key } }),
    ...(Number.isNaN(expires) ? {} : { expires }),
  };
}

function outputOf(
  plugin: CredentialPlugin,
  timeoutMs: number,
  fault: (what: string) => DatastoreError,
): Promise<string> {
  const { command, args, env, apiVersion, cluster } = plugin;
  const info = { kind: "ExecCredential", apiVersion, spec: { interactive: false, ...(cluster && { cluster }) } };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...env, KUBERNETES_EXEC_INFO: JSON.stringify(info) },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const chunks: Buffer[] = [];
    let bytes = 0;
    const end = (what: string): void => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      // A program that it started may hold its output open.
      child.stdout.destroy();
      reject(fault(what));
    };
    const timer = setTimeout(() => end(`did not end within ${timeoutMs / 1000} s`), timeoutMs);
    child.stdout.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_OUTPUT_BYTES) end("wrote more than 1 MiB");
      else chunks.push(chunk);
    });
    child.on("error", (error) => end(`cannot be run: ${reasonOf(error)}`));
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve(Buffer.concat(chunks).toString("utf8"));
      else reject(fault(code === null ? `was ended by ${signal}` : `ended with exit code ${code}`));
    });
  });
}

function reasonOf(error: Error): string {
  const code = "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return "no such program";
  return code === "EACCES" ? "permission denied" : code;
}
