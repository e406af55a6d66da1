import type { Code } from "../../model/diagnostic.ts";
import { DatastoreError, type Effect, ForbiddenError } from "../datastore-error.ts";

/** The facts of a failed call that its message needs. */
export interface CallFacts {
  /** The endpoint's URL (no user information in it). */
  readonly endpoint: string;
  /** Where the endpoints were configured (`ETCD_ENDPOINTS`, `calicoctl.cfg`). */
  readonly from: string;
  readonly timeoutMs: number;
  /** Whether the call could have changed something. */
  readonly write: boolean;
  /** The day on which the client's own certificate expired; `undefined` where it is valid, or there is none. */
  readonly expired?: string | undefined;
  /** The keys, or the prefix of keys, that the call was about. */
  readonly keys: readonly string[];
}

/** A failed call: what to report, and whether the request surely never reached the server (so that another server may be tried). */
export interface Fault {
  readonly error: DatastoreError;
  readonly unsent: boolean;
  /** Whether the connection failed; if not, the server answered with an error. */
  readonly transport: boolean;
}

interface KnownFault {
  readonly pattern: RegExp;
  /** Only for endpoints of that scheme. */
  readonly scheme?: "https:";
  readonly code: Code;
  readonly cause: (facts: CallFacts) => string;
  readonly help?: (facts: CallFacts) => string;
}

const fromSetting = (facts: CallFacts): string => `the endpoint is from ${facts.from}`;
const seconds = (ms: number): string => `${ms / 1000} s`;

/** What the user may not do: with one key, or with several of which etcd does not say which. */
function forbidden({ write, keys }: CallFacts): string {
  const [key] = keys;
  if (key === undefined) return "the user may not do this";
  return `the user may not ${write ? "read and write" : "read"} \`${key}\`${keys.length > 1 ? ` and ${keys.length - 1} more` : ""}`;
}

/** The command that lets a role use the keys beside the first of the call. */
function grant({ write, keys: [key = "/calico/"] }: CallFacts): string {
  const folder = key.slice(0, key.lastIndexOf("/") + 1);
  return `let the user's role use it: etcdctl role grant-permission ROLE --prefix=true ${write ? "readwrite" : "read"} ${folder}`;
}

function makeSpace({ endpoint }: CallFacts): string {
  const line = (words: string): string => `\n    etcdctl --endpoints=${endpoint} ${words}`;
  return `free space, then disarm the alarm; REVISION is a recent one from the first line:${[
    "endpoint status -w json",
    "compact REVISION",
    "defrag",
    "alarm disarm",
  ]
    .map(line)
    .join("")}`;
}

/** Faults of the connection, by the messages of gRPC and OpenSSL; the first match counts. */
const TRANSPORT: readonly KnownFault[] = [
  {
    pattern: /DEADLINE_EXCEEDED|timed out after|context deadline exceeded/,
    code: "datastore.timeout",
    cause: (facts) => `no answer within ${seconds(facts.timeoutMs)}`,
    help: (facts) => `${fromSetting(facts)}; --timeout changes how long to wait`,
  },
  { pattern: /ECONNREFUSED/, code: "datastore.unreachable", cause: () => "connection refused" },
  { pattern: /EHOSTUNREACH|ENETUNREACH/, code: "datastore.unreachable", cause: () => "no route to the host" },
  {
    pattern: /Name resolution failed|ENOTFOUND|EAI_AGAIN/,
    code: "datastore.unreachable",
    cause: () => "host name not found",
  },
  {
    pattern: /certificate has expired|not yet valid/,
    code: "datastore.tls",
    cause: () => "its certificate has expired or is not valid yet",
  },
  {
    pattern: /altnames|ALTNAME/,
    code: "datastore.tls",
    cause: () => "its certificate is for another host name",
  },
  {
    pattern: /self-signed|unable to (verify|get local issuer|get issuer)|CERT_/i,
    code: "datastore.tls",
    cause: () => "its certificate is not trusted",
    help: (facts) => `${fromSetting(facts)}; ETCD_CA_CERT_FILE names the authority that signed it`,
  },
  {
    pattern: /certificate required|(bad|alert) certificate|handshake failure|unknown ca/i,
    code: "datastore.tls",
    cause: ({ expired }) =>
      `it demands a client certificate that it trusts${expired === undefined ? "" : `; yours expired on ${expired}`}`,
    help: () => "ETCD_CERT_FILE and ETCD_KEY_FILE name the client certificate and its key",
  },
  {
    // A server without TLS ends the handshake, which sometimes shows as a reset.
    pattern:
      /before secure TLS connection|wrong version number|packet length too long|EPROTO|established.*(ECONNRESET|Failed to connect)/,
    scheme: "https:",
    code: "datastore.tls",
    cause: () => "it does not speak TLS",
    help: (facts) => `${fromSetting(facts)}; the server may expect \`http://\``,
  },
  {
    pattern: /Failed to connect|Protocol error|Received HTTP status|Parse Error|INTERNAL_ERROR|REFUSED_STREAM/,
    code: "datastore.unreachable",
    cause: () => "it does not answer as etcd does",
    help: (facts) =>
      `${fromSetting(facts)}; ${facts.endpoint.startsWith("https:") ? "is this etcd's client port?" : "the server may expect `https://`"}`,
  },
  {
    pattern: /ECONNRESET|EPIPE|dropped|socket hang up|closed/i,
    code: "datastore.unreachable",
    cause: () => "the connection was lost",
  },
  // While gRPC pauses before it connects again, it says nothing else.
  { pattern: /No connection established/, code: "datastore.unreachable", cause: () => "there is no connection to it" },
];

/** What to do about a cluster without a leader. */
export const LEADER_HELP =
  "more than half of its members must run and reach each other: etcdctl endpoint status --cluster";

const FORBIDDEN: KnownFault = {
  pattern: /permission denied|PERMISSION_DENIED/,
  code: "datastore.auth",
  cause: forbidden,
  help: grant,
};

/** Errors that etcd itself returns. */
const SERVER: readonly KnownFault[] = [
  {
    pattern: /authentication failed|invalid user ID or password/,
    code: "datastore.auth",
    cause: () => "user or password not accepted",
    help: () => "ETCD_USERNAME and ETCD_PASSWORD name them",
  },
  {
    pattern: /user name is empty|invalid auth token|UNAUTHENTICATED/,
    code: "datastore.auth",
    cause: () => "it demands a user and a password",
    help: () => "ETCD_USERNAME and ETCD_PASSWORD name them; one alone is not used",
  },
  FORBIDDEN,
  {
    // gRPC refuses at 0.5 MB more than etcd does. The last is of transactions alone, and never of a single resource.
    pattern: /request is too large|received message larger than max|too many operations in txn/,
    code: "datastore.too-large",
    cause: () => "the resource is larger than etcd takes (1.5 MB unless the server is set otherwise)",
    help: () => "split it into several resources",
  },
  {
    pattern: /database space exceeded/,
    code: "datastore.full",
    cause: () => "its disk quota is used up",
    help: makeSpace,
  },
  {
    pattern: /no leader|leader changed|request timed out|not capable/,
    code: "datastore.unavailable",
    cause: () => "the cluster has no leader now",
    help: () => LEADER_HELP,
  },
  {
    pattern: /has been compacted/,
    code: "datastore.compacted",
    cause: () => "that resourceVersion is too old to be read",
  },
];

/** The message without gRPC's status code, timestamps and empty notes. */
function plain(message: string): string {
  return message
    .replace(/^(?:\w*Error: )?\d+ [A-Z_]+: /, "")
    .replace(/\s*Resolution note:\s*$/, "")
    .replace(/ \(\d{4}-\d\d-\d\dT[^)]*\)/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * What a failed etcd call means, by the client's message (etcd3 keeps nothing else of the error). Of a write whose
 * connection broke, or that is answered with a fault of the cluster, the effect is `unknown`.
 */
export function explainFault(message: string, facts: CallFacts): Fault {
  const fits = ({ pattern, scheme }: KnownFault): boolean =>
    pattern.test(message) && (scheme === undefined || facts.endpoint.startsWith(scheme));
  const server = SERVER.find(fits);
  const transport = server ? undefined : TRANSPORT.find(fits);
  const known = server ?? transport;
  const unsent = /No connection established|Name resolution failed/.test(message);
  const away = server === undefined && (transport !== undefined || /UNAVAILABLE/.test(message));
  const effect = effectOf(message, facts.write, away, unsent, known?.code);
  const cause = known?.cause(facts) ?? plain(message);
  const verb = away ? "cannot reach etcd at" : "etcd refused at";
  const help = known?.help?.(facts) ?? (away ? fromSetting(facts) : undefined);
  const code = known?.code ?? "datastore.failed";
  const Kind = known === FORBIDDEN ? ForbiddenError : DatastoreError;
  return {
    error: new Kind(code, `${verb} ${facts.endpoint}: ${cause}`, help, effect),
    unsent,
    transport: away,
  };
}

/** gRPC's status codes of a server that rejected the request without starting it; but one of a client that cannot read the answer. */
const REFUSED =
  /INVALID_ARGUMENT|PERMISSION_DENIED|UNAUTHENTICATED|RESOURCE_EXHAUSTED|FAILED_PRECONDITION|UNIMPLEMENTED(?!: (?:No message|Too many))/;

/**
 * Codes of errors after which a write may be stored nevertheless: a cluster that loses its leader, or stops waiting for its
 * members, may still apply it, and etcd applies the transaction that exceeds the quota before it reports the quota.
 */
const IN_DOUBT = new Set<string | undefined>([undefined, "datastore.unavailable", "datastore.full"]);

function effectOf(message: string, write: boolean, away: boolean, unsent: boolean, code: string | undefined): Effect {
  if (away) return unsent || !write ? "none" : "unknown";
  const answered = !IN_DOUBT.has(code) || (code !== "datastore.full" && REFUSED.test(message));
  return answered ? "refused" : write ? "unknown" : "none";
}
