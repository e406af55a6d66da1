import { describe, expect, it } from "vitest";
import { type CallFacts, explainFault } from "../../../src/datastore/etcd/explain-fault.ts";

const facts: CallFacts = {
  endpoint: "http://10.0.0.9:2379",
  from: "ETCD_ENDPOINTS",
  timeoutMs: 10_000,
  write: false,
  keys: ["/calico/a/b"],
};
const NOT_CONNECTED = "14 UNAVAILABLE: No connection established. Last error: ";

describe("explainFault", () => {
  const cases: readonly {
    readonly grpcMessage: string;
    readonly code: string;
    readonly message: RegExp;
    readonly help?: RegExp;
    readonly transport: boolean;
    readonly unsent?: true;
  }[] = [
    {
      grpcMessage: `${NOT_CONNECTED}Error: connect ECONNREFUSED 10.0.0.9:2379. Resolution note: `,
      code: "unreachable",
      message: /^cannot reach etcd at http:\/\/10\.0\.0\.9:2379: connection refused$/,
      help: /ETCD_ENDPOINTS/,
      transport: true,
      unsent: true,
    },
    {
      grpcMessage: `${NOT_CONNECTED}Error: connect EHOSTUNREACH 10.0.0.9:2379`,
      code: "unreachable",
      message: /no route to the host/,
      transport: true,
      unsent: true,
    },
    {
      grpcMessage: "14 UNAVAILABLE: Name resolution failed for target dns:x:2379",
      code: "unreachable",
      message: /host name not found/,
      transport: true,
      unsent: true,
    },
    {
      grpcMessage: "4 DEADLINE_EXCEEDED: Deadline exceeded after 10.0s",
      code: "timeout",
      message: /no answer within 10 s/,
      help: /--timeout/,
      transport: true,
    },
    {
      grpcMessage: "2 UNKNOWN: context deadline exceeded",
      code: "timeout",
      message: /no answer within 10 s/,
      transport: true,
    },
    {
      grpcMessage: `${NOT_CONNECTED}Error: self-signed certificate`,
      code: "tls",
      message: /not trusted/,
      help: /ETCD_CA_CERT_FILE/,
      transport: true,
      unsent: true,
    },
    {
      grpcMessage: `${NOT_CONNECTED}Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames`,
      code: "tls",
      message: /another host name/,
      transport: true,
      unsent: true,
    },
    {
      grpcMessage: `${NOT_CONNECTED}Error: certificate has expired`,
      code: "tls",
      message: /expired/,
      transport: true,
      unsent: true,
    },
    {
      grpcMessage: `${NOT_CONNECTED}Error: Client network socket disconnected before secure TLS connection was established`,
      code: "tls",
      message: /does not speak TLS/,
      transport: true,
      unsent: true,
    },
    {
      grpcMessage: `${NOT_CONNECTED}Error: read ECONNRESET. Resolution note: `,
      code: "tls",
      message: /does not speak TLS/,
      transport: true,
      unsent: true,
    },
    {
      grpcMessage: `${NOT_CONNECTED}error:0A000412:SSL routines:ssl3_read_bytes:sslv3 alert bad certificate`,
      code: "tls",
      message: /demands a client certificate/,
      help: /ETCD_CERT_FILE/,
      transport: true,
      unsent: true,
    },
    {
      grpcMessage: `${NOT_CONNECTED}Failed to connect (2026-11-23T04:13:44.551Z). Resolution note: `,
      code: "unreachable",
      message: /does not answer as etcd does/,
      help: /https:/,
      transport: true,
      unsent: true,
    },
    {
      grpcMessage: `${NOT_CONNECTED}null. Resolution note: `,
      code: "unreachable",
      message: /there is no connection to it$/,
      transport: true,
      unsent: true,
    },
    {
      grpcMessage: "14 UNAVAILABLE: Connection dropped",
      code: "unreachable",
      message: /the connection was lost$/,
      transport: true,
    },
    {
      grpcMessage: "14 UNAVAILABLE: something new. Resolution note: ",
      code: "failed",
      message: /cannot reach etcd at .*: something new\.$/,
      transport: true,
    },
    {
      grpcMessage: "3 INVALID_ARGUMENT: etcdserver: request is too large",
      code: "too-large",
      message: /1\.5 MB/,
      transport: false,
    },
    {
      grpcMessage: "3 INVALID_ARGUMENT: etcdserver: user name is empty",
      code: "auth",
      message: /demands a user/,
      transport: false,
    },
    {
      grpcMessage: "7 PERMISSION_DENIED: etcdserver: permission denied",
      code: "auth",
      message: /may not read `\/calico\/a\/b`$/,
      help: /--prefix=true read \/calico\/a\/$/,
      transport: false,
    },
    {
      grpcMessage: "8 RESOURCE_EXHAUSTED: etcdserver: mvcc: database space exceeded",
      code: "full",
      message: /quota/,
      help: /etcdctl .*compact.*defrag.*alarm disarm/s,
      transport: false,
    },
    {
      grpcMessage: "14 UNAVAILABLE: etcdserver: leader changed",
      code: "unavailable",
      message: /no leader/,
      help: /members/,
      transport: false,
    },
    {
      grpcMessage: "11 OUT_OF_RANGE: etcdserver: mvcc: required revision has been compacted",
      code: "compacted",
      message: /too old/,
      transport: false,
    },
    {
      grpcMessage: "2 UNKNOWN: etcdserver: a new thing",
      code: "failed",
      message: /^etcd refused at http:\/\/10\.0\.0\.9:2379: etcdserver: a new thing$/,
      transport: false,
    },
  ];
  it.each(cases)("$grpcMessage", ({ grpcMessage, code, message, help, transport, unsent = false }) => {
    const endpoint = code === "tls" ? facts.endpoint.replace("http:", "https:") : facts.endpoint;
    const fault = explainFault(grpcMessage, { ...facts, endpoint });
    expect(fault.error.code).toBe(`datastore.${code}`);
    expect(fault.error.message).toMatch(message);
    expect(fault.error.help ?? "").toMatch(help ?? /.*/);
    expect({ transport: fault.transport, unsent: fault.unsent }).toEqual({ transport, unsent });
  });

  it.each([
    ["bad certificate", undefined, /demands a client certificate that it trusts$/],
    ["bad certificate", "2026-11-27", /that it trusts; yours expired on 2026-11-27$/],
    ["certificate expired", "2026-11-27", /that it trusts; yours expired on 2026-11-27$/],
    ["certificate revoked", undefined, /that it trusts$/],
  ])("TLS alert %s to a certificate that expired on %s", (alert, expired, message) => {
    const grpcMessage = `${NOT_CONNECTED}error:0A000412:SSL routines:ssl3_read_bytes:sslv3 alert ${alert}`;
    const { error } = explainFault(grpcMessage, { ...facts, expired, endpoint: "https://10.0.0.9:2379" });
    expect(error.message).toMatch(message);
  });

  it.each([
    [false, ["/calico/a/b"], "may not read `/calico/a/b`", "read /calico/a/"],
    [true, ["/calico/a/b"], "may not read and write `/calico/a/b`", "readwrite /calico/a/"],
    [false, ["/calico/a/"], "may not read `/calico/a/`", "read /calico/a/"],
    [false, ["/calico/a/b", "/calico/a/c"], "may not read `/calico/a/b` and 1 more", "read /calico/a/"],
    [false, [], "may not do this", "read /calico/"],
  ])("write %s of %j: names the key, and what to grant", (write, keys, message, help) => {
    const { error } = explainFault("7 PERMISSION_DENIED: etcdserver: permission denied", { ...facts, write, keys });
    expect(error.message).toMatch(new RegExp(`${message}$`));
    expect(error.help).toMatch(new RegExp(`ROLE --prefix=true ${help}$`));
  });
});

describe("what a failed call changed", () => {
  const REFUSED = "3 INVALID_ARGUMENT: etcdserver: ";
  it.each([
    ["14 UNAVAILABLE: Connection dropped", "unknown", "none"],
    ["4 DEADLINE_EXCEEDED: Deadline exceeded after 10.0s", "unknown", "none"],
    ["14 UNAVAILABLE: etcdserver: request timed out", "unknown", "none"],
    ["14 UNAVAILABLE: etcdserver: leader changed", "unknown", "none"],
    ["13 INTERNAL: something new", "unknown", "none"],
    [`${NOT_CONNECTED}Error: connect ECONNREFUSED 10.0.0.9:2379`, "none", "none"],
    [`${REFUSED}request is too large`, "refused", "refused"],
    [`${REFUSED}too many operations in txn request`, "refused", "refused"],
    [`${REFUSED}duplicate key given in txn request`, "refused", "refused"],
    ["8 RESOURCE_EXHAUSTED: grpc: received message larger than max (2200145 vs. 2097152)", "refused", "refused"],
    ["8 RESOURCE_EXHAUSTED: etcdserver: mvcc: database space exceeded", "unknown", "none"],
    ["7 PERMISSION_DENIED: etcdserver: permission denied", "refused", "refused"],
    ["etcdserver: permission denied", "refused", "refused"],
    ["16 UNAUTHENTICATED: etcdserver: invalid auth token", "refused", "refused"],
  ])("%s: a write %s, a read %s", (grpcMessage, write, read) => {
    expect(explainFault(grpcMessage, { ...facts, write: true }).error.effect).toBe(write);
    expect(explainFault(grpcMessage, facts).error.effect).toBe(read);
  });
});
