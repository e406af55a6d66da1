import type { Code } from "../../../model/diagnostic.ts";
import { DatastoreError, type Effect } from "../../datastore-error.ts";
import { type HttpFault, MAX_ANSWER_BYTES } from "./http-connection.ts";

/** The facts of a connection that messages need. */
export interface ConnectionFacts {
  readonly server: string;
  /** What named the server. */
  readonly from: string;
  readonly timeoutMs: number;
  /** Where the authority's certificate is from; `undefined` where the usual ones are trusted. */
  readonly authorityFrom?: string | undefined;
  /** Where the proxy is from, if there is one. */
  readonly proxyFrom?: string | undefined;
  /** The day on which the client's own certificate expired; `undefined` where it is valid, or there is none. */
  readonly expired?: string | undefined;
}

interface KnownFault {
  readonly pattern: RegExp;
  readonly code: Code;
  readonly cause: (facts: ConnectionFacts, message: string) => string;
  readonly help?: (facts: ConnectionFacts) => string;
  /** Whether the server surely did nothing, although the request may have been written. */
  readonly isRefusal?: true;
}

const addressFrom = ({ from }: ConnectionFacts): string => `the address is from ${from}`;

/** How an answer is called that is none of an API server. */
const OTHER_PROGRAM = "it does not answer as the Kubernetes API does";

/** Faults by the code and the message of Node and OpenSSL; the first match counts. */
const FAULTS: readonly KnownFault[] = [
  {
    pattern: /^PROXY /,
    code: "datastore.unreachable",
    cause: (_, message) => `the proxy ${message}`,
    help: ({ proxyFrom }) => `the proxy is from ${proxyFrom}; NO_PROXY names the servers that need none`,
  },
  {
    pattern: /^TIMEOUT|ETIMEDOUT/,
    code: "datastore.timeout",
    cause: ({ timeoutMs }) => `no answer within ${timeoutMs / 1000} s`,
    help: (facts) => `${addressFrom(facts)}; --timeout changes how long to wait`,
  },
  { pattern: /ECONNREFUSED/, code: "datastore.unreachable", cause: () => "connection refused" },
  { pattern: /EHOSTUNREACH|ENETUNREACH/, code: "datastore.unreachable", cause: () => "no route to the host" },
  { pattern: /ENOTFOUND|EAI_/, code: "datastore.unreachable", cause: () => "host name not found" },
  {
    pattern: /^TOO_LARGE/,
    code: "datastore.failed",
    cause: () => `its answer is larger than ${MAX_ANSWER_BYTES / 1024 / 1024} MiB`,
  },
  {
    pattern: /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|certificate has expired|not yet valid/,
    code: "datastore.tls",
    cause: () => "its certificate has expired or is not valid yet",
  },
  {
    pattern: /ALTNAME/,
    code: "datastore.tls",
    cause: () => "its certificate is for another host name",
    help: (facts) =>
      `${addressFrom(facts)}; where another name is right, set \`tls-server-name\` of the kubeconfig's cluster`,
  },
  {
    pattern: /SELF_SIGNED|UNABLE_TO|CERT_|self-signed/,
    code: "datastore.tls",
    cause: () => "its certificate is not trusted",
    help: ({ authorityFrom }) =>
      authorityFrom === undefined
        ? "K8S_CA_FILE, or `certificate-authority` of the kubeconfig's cluster, names the authority that signed it"
        : `the authority is from ${authorityFrom}, and did not sign it`,
  },
  {
    pattern: /ALERT|alert/,
    code: "datastore.tls",
    cause: ({ expired }) =>
      `it demands a client certificate that it trusts${expired === undefined ? "" : `; yours expired on ${expired}`}`,
    help: () => "K8S_CERT_FILE and K8S_KEY_FILE, or the kubeconfig's user, name the client certificate and its key",
    isRefusal: true,
  },
  {
    pattern: /EPROTO|WRONG_VERSION|PACKET_LENGTH|before secure TLS connection|ERR_SSL/,
    code: "datastore.tls",
    cause: () => "it does not speak TLS",
    help: (facts) => `${addressFrom(facts)}; the server may expect \`http://\``,
  },
  { pattern: /HPE_|Parse Error/, code: "datastore.unreachable", cause: () => OTHER_PROGRAM, help: addressFrom },
  {
    pattern: /ECONNRESET|EPIPE|CUT|CLOSED|socket hang up/,
    code: "datastore.unreachable",
    cause: () => "the connection was lost",
    // Some servers only hang up on a certificate that they do not take.
    help: (facts) =>
      facts.expired === undefined ? addressFrom(facts) : `the client certificate expired on ${facts.expired}`,
  },
];

/** What a request without an answer means. Of a write that may have been sent, the effect is `unknown`. */
export function explainHttpFault(fault: HttpFault, facts: ConnectionFacts, isWrite: boolean): DatastoreError {
  const known = FAULTS.find(({ pattern }) => pattern.test(`${fault.code} ${fault.message}`));
  const cause = known?.cause(facts, fault.message) ?? `the connection failed (${fault.code})`;
  const effect: Effect = !isWrite || fault.unsent ? "none" : known?.isRefusal ? "refused" : "unknown";
  const message = `cannot reach the Kubernetes API at ${facts.server}: ${cause}`;
  return new DatastoreError(
    known?.code ?? "datastore.unreachable",
    message,
    (known?.help ?? addressFrom)(facts),
    effect,
  );
}

/** The fault of an answer that another program gave. */
export function notTheApi(facts: ConnectionFacts, detail: string, isWrite: boolean, help?: string): DatastoreError {
  return new DatastoreError(
    "datastore.unreachable",
    `cannot reach the Kubernetes API at ${facts.server}: ${OTHER_PROGRAM}: ${detail}`,
    help ?? `${addressFrom(facts)}; is it the address of an API server?`,
    isWrite ? "unknown" : "none",
  );
}
