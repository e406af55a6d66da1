import { fileReason } from "../../../files/file-reason.ts";
import { MAX_SETTING_MEBIBYTES, textOfFile } from "../../../files/read-text.ts";
import { DatastoreError } from "../../datastore-error.ts";
import type { Credentials, Impersonation } from "../config/kubernetes-config.ts";
import { type PluginCredentials, runCredentialPlugin } from "./credential-plugin.ts";

/** Headers of a request, by their names in lower case. */
export type Headers = Readonly<Record<string, string | readonly string[]>>;

/** How long the token of a file is used before the file is read again. */
const TOKEN_FILE_MS = 60_000;
/** How long before its end a plugin's credentials are no longer used. */
const EARLY_MS = 10_000;

/** Makes the headers that show who asks. Credentials never go to a server without TLS, as kubectl does it. */
export class CredentialHeaders {
  readonly #credentials: Credentials;
  readonly #impersonation: Headers;
  readonly #timeoutMs: number;
  #token: { readonly value: string; readonly until: number } | undefined;

  constructor(credentials: Credentials, impersonation: Impersonation | undefined, timeoutMs: number) {
    this.#credentials = credentials;
    this.#impersonation = impersonation === undefined ? {} : impersonationHeaders(impersonation);
    this.#timeoutMs = timeoutMs;
  }

  /** What gave the credentials, for messages; `undefined` where there are none. */
  get from(): string | undefined {
    return this.#credentials.kind === "none" ? undefined : this.#credentials.from;
  }

  /** A setting that seems to give credentials, and is not read. */
  get unread(): string | undefined {
    return this.#credentials.kind === "none" ? this.#credentials.unread : undefined;
  }

  /** A plugin's credentials before the first request: its certificate is part of the connection. */
  async start(): Promise<PluginCredentials | undefined> {
    if (this.#credentials.kind !== "plugin") return undefined;
    return this.#runPlugin();
  }

  /** The headers for the next request. Throws `DatastoreError` where a file or a plugin gives no token. */
  async headers(): Promise<Headers> {
    const token = await this.#authorization();
    return token === undefined ? this.#impersonation : { authorization: token, ...this.#impersonation };
  }

  /** Whether credentials that were refused can be renewed; the next request then does it. */
  renew(): boolean {
    if (this.#credentials.kind !== "plugin" && this.#credentials.kind !== "token-file") return false;
    this.#token = undefined;
    return true;
  }

  async #authorization(): Promise<string | undefined> {
    const given = this.#credentials;
    switch (given.kind) {
      case "none":
        return undefined;
      case "token":
        return `Bearer ${given.token}`;
      case "password":
        return `Basic ${Buffer.from(`${given.username}:${given.password}`).toString("base64")}`;
      case "token-file":
        if (this.#token === undefined || this.#token.until <= Date.now())
          this.#token = { value: tokenOf(given.path, given.from), until: Date.now() + TOKEN_FILE_MS };
        return `Bearer ${this.#token.value}`;
      case "plugin":
        if (this.#token === undefined || this.#token.until <= Date.now()) await this.#runPlugin();
        return this.#token?.value ? `Bearer ${this.#token.value}` : undefined;
    }
  }

  async #runPlugin(): Promise<PluginCredentials | undefined> {
    if (this.#credentials.kind !== "plugin") return undefined;
    const { plugin, from } = this.#credentials;
    const given = await runCredentialPlugin(plugin, from, this.#timeoutMs);
    this.#token = { value: given.token ?? "", until: (given.expires ?? Number.POSITIVE_INFINITY) - EARLY_MS };
    return given;
  }
}

function tokenOf(path: string, from: string): string {
  const fault = (what: string): DatastoreError =>
    new DatastoreError("datastore.auth", `the file of the token ${what}`, `it is from ${from}`);
  let text: string;
  try {
    text = textOfFile(path, { mebibytes: MAX_SETTING_MEBIBYTES }).trim();
  } catch (error) {
    throw fault(`cannot be read: ${fileReason(error)}`);
  }
  if (!/^[\x21-\x7e]+$/.test(text)) throw fault(text === "" ? "is empty" : "holds no token");
  return text;
}

function impersonationHeaders({ user, uid, groups, extra }: Impersonation): Headers {
  const more = Object.entries(extra).map(([key, values]) => [
    `impersonate-extra-${encodeURIComponent(key.toLowerCase()).replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"))}`,
    values,
  ]);
  return {
    "impersonate-user": user,
    ...(uid !== undefined && { "impersonate-uid": uid }),
    ...(groups.length > 0 && { "impersonate-group": groups }),
    ...Object.fromEntries(more),
  };
}
